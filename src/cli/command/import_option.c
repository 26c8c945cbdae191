/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_option.c - what a command line says of the file that it imports */
#include "command/import_option.h"

#include <inttypes.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

/* Words for nothing that people try. */
static bool
is_nothing(const char *word)
{
    static const char *const words[] = { "none", "ignore", "ignored", "skip", "-" };
    char *folded = fold_copy(word);
    char *nothing = fold_copy(_("nothing"));
    bool is = strcmp(folded, nothing) == 0;

    for (size_t i = 0; !is && i < sizeof(words) / sizeof(words[0]); i++)
        is = strcmp(folded, words[i]) == 0;
    free(folded);
    free(nothing);
    return is;
}

static bool
refuse_part(const char *part, struct error *err)
{
    struct buffer names = { 0 };

    for (int t = IMPORT_FAMILY; t < IMPORT_TARGET_COUNT; t++)
        buffer_addf(&names, "%s, ", import_targets[t].name);
    buffer_add(&names, import_targets[IMPORT_NOTHING].name);
    error_set_field(err, ERROR_INPUT, "map",
                    _("--map wants columns by number, like 1=family,2=given,3=email; "
                      "“%s” is none.  A column holds %s, or what the screen calls them."),
                    part, buffer_text(&names));
    buffer_clear(&names);
    return false;
}

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
        int target = !name                  ? -1
                     : is_nothing(name + 1) ? IMPORT_NOTHING
                                            : choice_find_word(import_targets, name + 1);
        if (target < 0 || column < 1)
            ok = refuse_part(part, err);
        else if ((size_t)column > mapping->count)
            ok = error_set_field(err, ERROR_INPUT, "map",
                                 ngettext("“%s”: the file has %zu column only.",
                                          "“%s”: the file has %zu columns only.",
                                          (unsigned long)mapping->count),
                                 part, mapping->count);
        else if (target == IMPORT_ROLE && !import_goal(import)->group)
            ok = error_set_field(err, ERROR_INPUT, "map",
                                 _("“%s”: a role is one in a group; add --group CODE, or "
                                   "say that the column holds nothing."),
                                 part);
        else if (target == IMPORT_WISH && !import_can_wish(import))
            ok = error_set_field(err, ERROR_INPUT, "map",
                                 _("“%s”: wishes are for the workshops of a meeting; add "
                                   "--meeting with one that has workshops, or say that "
                                   "the column holds nothing."),
                                 part);
        else if (target == IMPORT_ANSWER &&
                 !import_can_answer(import, (size_t)column - 1))
            ok = error_set_field(err, ERROR_INPUT, "map",
                                 _("“%s”: the heading of a column of answers is what the "
                                   "meeting asks; add --meeting with one that asks it, "
                                   "or say that the column holds nothing."),
                                 part);
        else
            mapping->targets[column - 1] = (enum import_target)target;
    }
    free(copy);
    return ok;
}

/* Yes or no, also in the person's language; false when it is neither. */
static bool
read_yes(const char *text, bool *yes)
{
    static const struct choice answers[] = { { "no", N_("no") },
                                             { "yes", N_("yes") },
                                             { NULL, NULL } };
    const int found = choice_find_word(answers, text);

    *yes = found == 1;
    return found >= 0;
}

bool
import_option_headings(struct invocation *inv, struct import *import, struct error *err)
{
    const char *headings = invocation_option(inv, "headings");
    bool yes = false;
    if (headings && !read_yes(headings, &yes))
        return error_set_field(err, ERROR_INPUT, "headings",
                               _("--headings is yes or no, not “%s”."), headings);
    if (headings && yes)
        import_set_headless(import, false);
    return !headings || yes || import_take_headless(import, err);
}

bool
import_option_ask_headings(struct invocation *inv, const struct import *import,
                           struct error *err)
{
    if (!import_is_headless(import) || invocation_option(inv, "headings") ||
        invocation_option(inv, "headings-in"))
        return true;
    return error_set_field(
        err, ERROR_INPUT, "headings",
        _("No heading of the first row is known.  Add --headings yes if it holds "
          "headings, --headings no if it holds a person; --map says what the columns "
          "hold."));
}

/* --- what is decided of rows, by their lines */

static bool
find_line(const struct import *import, int64_t line, size_t *index)
{
    *index = 0;
    while (*index < import_row_count(import) && import_row_line(import, *index) != line)
        (*index)++;
    return *index < import_row_count(import);
}

static bool
take_new(struct import *import, size_t index, struct error *err)
{
    if (import_row_verdict(import, index) == IMPORT_DOUBTFUL &&
        !import_row_is_away(import, index))
        return import_settle(import, index, 0, err);
    return import_row_verdict(import, index) == IMPORT_NEW ||
           error_set_field(err, ERROR_INPUT, "new",
                           _("Line %lld is not doubtful: --new takes a doubtful row as "
                             "somebody new."),
                           (long long)import_row_line(import, index));
}

static bool
take_known(struct import *import, size_t index, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = import_row_load(import, index, &row, err);

    if (ok && row.verdict == IMPORT_DOUBTFUL && row.person && !row.away)
        ok = import_settle(import, index, row.person, err);
    else if (ok && row.verdict != IMPORT_CHANGED && row.verdict != IMPORT_SAME)
        ok = error_set_field(err, ERROR_INPUT, "known",
                             _("Line %lld: nobody who is known is named there; --known "
                               "takes a doubtful row as the person whom it names."),
                             (long long)import_row_line(import, index));
    import_row_clear(&row);
    return ok;
}

static bool
leave_out(struct import *import, size_t index, struct error *err)
{
    return import_row_verdict(import, index) == IMPORT_REFUSED ||
           import_leave_out_row(import, index, err);
}

static bool
decide_lines(struct invocation *inv, struct import *import, const char *option,
             bool (*decide)(struct import *import, size_t index, struct error *err),
             struct error *err)
{
    const char *text = invocation_option(inv, option);
    char *copy = memory_copy(text ? text : "");
    char *rest = NULL;
    bool ok = true;
    for (char *part = strtok_r(copy, ", ", &rest); ok && part;
         part = strtok_r(NULL, ", ", &rest)) {
        char *end;
        const long long line = strtoll(part, &end, 10);
        size_t index;
        if (*end || !find_line(import, line, &index))
            ok = error_set_field(err, ERROR_INPUT, option,
                                 _("--%s wants lines of the file by number, like 5,12; "
                                   "“%s” is none of its rows."),
                                 option, part);
        else
            ok = decide(import, index, err);
    }
    free(copy);
    return ok;
}

bool
import_option_decisions(struct invocation *inv, struct import *import, struct error *err)
{
    return decide_lines(inv, import, "new", take_new, err) &&
           decide_lines(inv, import, "known", take_known, err) &&
           decide_lines(inv, import, "leave-out", leave_out, err);
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
    bool has_headings = true;
    const char *headings = invocation_option(inv, "headings");
    if (headings && read_yes(headings, &has_headings) && !has_headings)
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
    bool yes = true;
    const bool ok = !hidden || read_yes(hidden, &yes);
    *leave = !yes;
    return ok || error_set_field(err, ERROR_INPUT, "hidden",
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

/* An option that would do nothing, and in which kind of file or without which aim. */
static bool
refuse_idle(const char *option, const char *why, struct error *err)
{
    return error_set_field(err, ERROR_INPUT, option, "%s", why);
}

bool
import_option_check_idle(struct invocation *inv, const struct import *import,
                         struct error *err)
{
    size_t sheets;
    (void)import_sheets(import, &sheets);
    const bool workbook = sheets > 0;
    const bool cards = !workbook && import_delimiter(import) == '\0';
    const struct import_goal *goal = import_goal(import);

    if (!workbook && invocation_option(inv, "sheet"))
        return refuse_idle("sheet",
                           _("This file is not a workbook, so it has no sheets: leave "
                             "--sheet out."),
                           err);
    if (!workbook && invocation_option(inv, "hidden"))
        return refuse_idle("hidden",
                           _("This file is not a workbook, so it hides no rows: leave "
                             "--hidden out."),
                           err);
    if (workbook && invocation_option(inv, "encoding"))
        return refuse_idle("encoding",
                           _("A workbook says itself how its letters are written: leave "
                             "--encoding out."),
                           err);
    if (cards && invocation_option(inv, "headings"))
        return refuse_idle(
            "headings", _("Address cards have no headings: leave --headings out."), err);
    if (cards && invocation_option(inv, "headings-in"))
        return refuse_idle("headings-in",
                           _("Address cards have no headings: leave --headings-in out."),
                           err);
    return !invocation_option(inv, "put-back") || goal->meeting || goal->group ||
           refuse_idle("put-back",
                       _("--put-back puts people back into a meeting or a group: add "
                         "--meeting or --group."),
                       err);
}

bool
import_option_ask_encoding(const struct import *import, struct error *err)
{
    return error_set_field(
        err, ERROR_INPUT, "encoding",
        _("Some letters look wrong; nothing was written.  Add --encoding and the name "
          "under which the words above are right; --encoding %s takes them as they are."),
        import_encoding(import));
}

bool
import_option_create(struct invocation *inv, struct import *import, struct error *err)
{
    const char *create = invocation_option(inv, "create");
    const int found = create ? choice_find_word(import_creations, create) : -1;

    if (create && found < 0)
        return error_set_field(err, ERROR_INPUT, "create",
                               _("--create takes “organisations”, “categories” or "
                                 "“nothing”, not “%s”."),
                               create);
    return !create || import_set_creates(import, (enum import_creation)found, err);
}

bool
import_option_check_sender(struct invocation *inv, struct error *err)
{
    struct pollfd answer = { .fd = STDOUT_FILENO };

    if (strcmp(inv->operands[0], "-") != 0 || poll(&answer, 1, 0) <= 0 ||
        !(answer.revents & (POLLERR | POLLHUP)))
        return true;
    return error_set(
        err, ERROR_SYSTEM,
        _("Whoever sent the list is gone, perhaps before its end: nothing was "
          "written."));
}

bool
import_option_goal(struct invocation *inv, struct import_goal *goal, struct error *err)
{
    const char *role = invocation_option(inv, "role");
    const int number =
        role ? choice_find_word(membership_roles, role) : MEMBERSHIP_MEMBER;

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

    if (refused && strcmp(refused, "-") != 0)
        return import_can_save_refused(inv->at, refused, err);
    return !refused ||
           error_set_field(
               err, ERROR_INPUT, "refused",
               _("Standard output tells what becomes of each row: name a file "
                 "for those that are left out."));
}
