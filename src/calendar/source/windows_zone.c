/* SPDX-License-Identifier: GPL-3.0-or-later */
/* windows_zone.c - what Windows calls the zones of IANA */
#include <stddef.h>
#include <strings.h>

#include "source/source_zone.h"

static const struct {
    char windows[40];
    char iana[40];
} names[] = {
#define WINDOWS_ZONE(windows, iana) { windows, iana },
#include "source/windows_zone.def"
#undef WINDOWS_ZONE
};

const char *
windows_zone_find(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(names[i].windows, name) == 0)
            return names[i].iana;
    return NULL;
}

const char *
windows_zone_at(size_t index)
{
    return index < sizeof names / sizeof *names ? names[index].iana : NULL;
}
