/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registry.c - finds screens by name; screens.def lists them */
#include <string.h>

#include "screen.h"

#define SECTION(name) extern const struct screen name##_screen;
#define SCREEN(name) extern const struct screen name##_screen;
#include "screens.def"
#undef SECTION
#undef SCREEN

static const struct screen *const sections[] = {
#define SECTION(name) &name##_screen,
#define SCREEN(name)
#include "screens.def"
#undef SECTION
#undef SCREEN
    NULL
};

static const struct screen *const screens[] = {
#define SECTION(name) &name##_screen,
#define SCREEN(name) &name##_screen,
#include "screens.def"
#undef SECTION
#undef SCREEN
    NULL
};

const struct screen *
screen_section(size_t index)
{
    return index < sizeof(sections) / sizeof(sections[0]) ? sections[index] : NULL;
}

const struct screen *
screen_get(size_t index)
{
    return index < sizeof(screens) / sizeof(screens[0]) ? screens[index] : NULL;
}

const struct screen *
screen_find(const char *name)
{
    for (size_t i = 0; screens[i] != NULL; i++)
        if (strcmp(screens[i]->name, name) == 0)
            return screens[i];
    return NULL;
}
