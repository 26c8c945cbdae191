/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_option.c - what a command line says of the file that it imports */
#include "command/import_option.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

bool
import_option_mapping(struct invocation *inv, struct import *import, struct error *err)
{
    const char *text = invocation_option(inv, "map");
    struct import_mapping *mapping = import_mapping(import);
    char *copy = memory_copy(text ? text : "");
    char *rest = NULL;
    bool ok = true;
    for (char *part = strtok_r(copy, ",", &rest); ok && part;
         part = strtok_r(NULL, ",", &rest)) {
        char *name = strchr(part, '=');
        long column = strtol(part, NULL, 10);
        int target = name ? choice_find(import_targets, name + 1) : -1;
        if (column < 1 || (size_t)column > mapping->count || target < 0)
            ok = error_set_field(err, ERROR_INPUT, "map",
                                 _("--map wants columns by number, like 1=family,2=given,"
                                   "3=email; “%s” is none."),
                                 part);
        else
            mapping->targets[column - 1] = (enum import_target)target;
    }
    free(copy);
    return ok;
}

bool
import_option_headings(struct invocation *inv, struct import *import, struct error *err)
{
    const char *headings = invocation_option(inv, "headings");
    const char *line = invocation_option(inv, "headings-in");
    bool yes = headings && strcmp(headings, "yes") == 0;
    if (headings && !yes && strcmp(headings, "no") != 0)
        return error_set_field(err, ERROR_INPUT, "headings",
                               _("--headings is yes or no, not “%s”."), headings);
    if (headings)
        import_set_headless(import, !yes);
    else if (import_is_headless(import) && !line && invocation_option(inv, "map"))
        return error_set_field(
            err, ERROR_INPUT, "headings",
            _("No heading of the first row is known.  Add --headings yes if it holds "
              "headings, --headings no if it holds a person."));
    return true;
}

bool
import_option_headings_in(struct invocation *inv, struct import *import,
                          struct error *err)
{
    const char *line = invocation_option(inv, "headings-in");
    char *end;
    if (!line)
        return true;
    const long long number = strtoll(line, &end, 10);
    if (number < 1 || *end)
        return error_set_field(err, ERROR_INPUT, "headings-in",
                               _("--headings-in wants the number of a line, not “%s”."),
                               line);
    const char *headings = invocation_option(inv, "headings");
    if (headings && strcmp(headings, "no") == 0)
        return error_set_field(err, ERROR_INPUT, "headings-in",
                               _("--headings-in says where the headings are, and "
                                 "--headings no that there are none: give one of them."));
    return import_set_headings_line(import, number, err);
}

bool
import_option_hidden(struct invocation *inv, bool *said, bool *leave, struct error *err)
{
    const char *hidden = invocation_option(inv, "hidden");
    *said = hidden;
    *leave = hidden && strcmp(hidden, "no") == 0;
    return !hidden || *leave || strcmp(hidden, "yes") == 0 ||
           error_set_field(err, ERROR_INPUT, "hidden",
                           _("--hidden is yes or no, not “%s”."), hidden);
}

bool
import_option_check_choice(struct invocation *inv, struct import *import,
                           bool hidden_said, struct error *err)
{
    size_t count;
    const char *const *sheets = import_sheets(import, &count);
    int64_t hidden = import_hidden_rows(import);
    if (count > 1 && !invocation_option(inv, "sheet")) {
        struct buffer names = { 0 };
        for (size_t i = 0; i < count; i++)
            buffer_addf(&names, "%s%s", i ? ", " : "", sheets[i]);
        error_set_field(err, ERROR_INPUT, "sheet",
                        _("The workbook has several sheets; choose one with --sheet: "
                          "%s."),
                        buffer_text(&names));
        buffer_clear(&names);
        return false;
    }
    if (hidden > 0 && !hidden_said)
        return error_set_field(
            err, ERROR_INPUT, "hidden",
            ngettext("The sheet hides %" PRId64 " row, or filters it away.  Add --hidden "
                     "yes to import it too, --hidden no to leave it out.",
                     "The sheet hides %" PRId64 " rows, or filters them away.  Add "
                     "--hidden yes to import them too, --hidden no to leave them out.",
                     (unsigned long)hidden),
            hidden);
    return true;
}

bool
import_option_create(struct invocation *inv, struct import *import, struct error *err)
{
    const char *create = invocation_option(inv, "create");
    if (create && strcmp(create, "categories") != 0)
        return error_set_field(err, ERROR_INPUT, "create",
                               _("--create takes “categories”, not “%s”."), create);
    return !create || import_create_categories(import, true, err);
}

bool
import_option_goal(struct invocation *inv, struct import_goal *goal, struct error *err)
{
    const char *role = invocation_option(inv, "role");
    const int number = role ? choice_find(membership_roles, role) : MEMBERSHIP_MEMBER;

    if (!invocation_option_row(inv, "meeting", ENTITY_MEETING, &goal->meeting, err) ||
        !invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &goal->group, err))
        return false;
    if (goal->meeting && goal->group)
        return error_set_field(err, ERROR_INPUT, "group",
                               _("A file goes into a meeting or into a group: give "
                                 "--meeting or --group, not both."));
    if (role && !goal->group)
        return error_set_field(err, ERROR_INPUT, "role",
                               _("--role is the role in a group: add --group CODE."));
    if (number < 0)
        return error_set_field(
            err, ERROR_INPUT, "role",
            _("--role is member, chair, alternate or observer, not “%s”."), role);
    goal->role = (enum membership_role)number;
    return true;
}

bool
import_option_check_refused(struct invocation *inv, struct error *err)
{
    const char *refused = invocation_option(inv, "refused");

    return !refused || strcmp(refused, "-") != 0 ||
           error_set_field(
               err, ERROR_INPUT, "refused",
               _("Standard output tells what becomes of each row: name a file "
                 "for those that are left out."));
}
