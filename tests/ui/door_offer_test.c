/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_offer_test.c - which screens and keys are for whoever stands at the door (rule 13)
 *
 * What is new is not, until it stands here: a screen or an action takes MAY_READ where it
 * names no permission.
 */
#include <check.h>
#include <string.h>

#include "atelier/domain/act.h"
#include "global_actions.h"
#include "screen.h"
#include "screens.h"
#include "support/suite.h"
#include "widget/list_actions.h"

#define SECTION(NAME, name) extern const struct screen name##_screen;
#define SCREEN(NAME, name) extern const struct screen name##_screen;
#include "screens.def"
#undef SECTION
#undef SCREEN

static const struct screen *const screens[SCREEN_COUNT] = {
#define SECTION(NAME, name) &name##_screen,
#define SCREEN(NAME, name) &name##_screen,
#include "screens.def"
#undef SECTION
#undef SCREEN
};

static const char *const screens_at_the_door[] = { "door", "door_sheet", "today" };

static const char *const actions_at_the_door[] = {
    "door.absent",      "door.annul",   "door.excuse",     "door.leave",
    "door.mark",        "door.place",   "door.sheet",      "door.slot",
    "door.walk_in",     "program.back", "program.colours", "program.help",
    "program.language", "program.menu", "program.mouse",   "program.palette",
    "program.plain",    "program.quit", "program.redo",    "program.redraw",
    "program.suspend",  "program.undo", "section.next",    "section.previous",
    "sheet.absent",     "sheet.mark",   "sheet.previous",  "today.door",
    "today.open",
};

static bool
is_among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

#define IS_AMONG(NAMES, NAME) is_among(NAMES, sizeof(NAMES) / sizeof((NAMES)[0]), NAME)

static void
expect_sorted(const struct action *table)
{
    for (const struct action *action = table; action && action->name; action++) {
        const enum permission permission =
            action->needs & NEEDS_WRITING
                ? permission_to_write((enum entity_kind)action->argument)
                : action->permission;

        ck_assert_msg(role_may(ROLE_DOOR, permission) ==
                          IS_AMONG(actions_at_the_door, action->name),
                      "“%s”: sort it", action->name);
    }
}

START_TEST(each_screen__is_for_the_door__or_is_not)
{
    for (size_t i = 0; i < SCREEN_COUNT; i++)
        ck_assert_msg(role_may(ROLE_DOOR, screens[i]->permission) ==
                          IS_AMONG(screens_at_the_door, screens[i]->name),
                      "“%s”: sort it", screens[i]->name);
}
END_TEST

/* Of a screen that does not open nothing can be run, whatever it takes. */
START_TEST(each_action__of_those_screens__is_for_the_door__or_is_not)
{
    for (size_t i = 0; i < SCREEN_COUNT; i++)
        if (role_may(ROLE_DOOR, screens[i]->permission))
            expect_sorted(screens[i]->actions);
    expect_sorted(screen_actions);
    expect_sorted(list_actions);
}
END_TEST

START_TEST(whoever_may_read__opens_every_screen)
{
    for (size_t i = 0; i < SCREEN_COUNT; i++)
        for (int role = 0; role < STAFF_ROLE_COUNT; role++)
            ck_assert(role == ROLE_DOOR ||
                      role_may((enum staff_role)role, screens[i]->permission));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, each_screen__is_for_the_door__or_is_not);
    tcase_add_test(tests, each_action__of_those_screens__is_for_the_door__or_is_not);
    tcase_add_test(tests, whoever_may_read__opens_every_screen);
}

SUITE_MAIN("door_offer")
