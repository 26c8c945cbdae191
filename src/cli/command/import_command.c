/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_command.c - people from a spreadsheet: seen with --dry-run, written without */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "print.h"
#include "progress_line.h"

/* A cell of ten thousand letters is not a name that anybody wants to read. */
enum { NAME_COLUMNS = 60 };

/* Old and new, of every field that changes. */
static json_t *
changes_json(const struct import_row *row)
{
    json_t *changes = json_object();
    for (int t = IMPORT_FAMILY; t < IMPORT_TARGET_COUNT; t++)
        if (row->after[t])
            json_object_set_new(changes, import_targets[t].name,
                                json_pack("{s:o, s:s}", "before",
                                          print_json_value(FIELD_TEXT, row->before[t]),
                                          "after", row->after[t]));
    return changes;
}

static json_t *
row_json(const struct import_row *row)
{
    json_t *values = json_object();
    for (int t = IMPORT_FAMILY; t < IMPORT_TARGET_COUNT; t++)
        if (row->values[t])
            json_object_set_new(values, import_targets[t].name,
                                json_string(row->values[t]));
    json_t *object = json_object();
    json_object_set_new(object, "line", json_integer(row->line));
    json_object_set_new(object, "verdict",
                        json_string(import_verdicts[row->verdict].name));
    json_object_set_new(object, "column",
                        row->column == IMPORT_NO_COLUMN
                            ? json_null()
                            : json_integer((json_int_t)row->column + 1));
    json_object_set_new(object, "reason", print_json_value(FIELD_TEXT, row->reason));
    json_object_set_new(object, "person",
                        row->person ? json_integer(row->person) : json_null());
    json_object_set_new(object, "values", values);
    json_object_set_new(object, "full", json_false());
    if (row->verdict == IMPORT_CHANGED)
        json_object_set_new(object, "changes", changes_json(row));
    return object;
}

/* ", " and the name, or nothing where there is none. */
static void
add_name(const struct import_row *row, struct buffer *who)
{
    const char *family = row->values[IMPORT_FAMILY];
    const char *given = row->values[IMPORT_GIVEN];
    struct buffer name = { 0 };
    buffer_addf(&name, "%s%s%s", family ? family : "", family && given ? " " : "",
                given ? given : "");
    if (name.length > 0) {
        buffer_add(who, ", ");
        text_add_cut(who, buffer_text(&name), NAME_COLUMNS, false, false);
    }
    buffer_clear(&name);
}

static void
put_row(struct invocation *inv, const struct import_row *row)
{
    struct buffer who = { 0 };
    add_name(row, &who);
    struct buffer column = { 0 };
    if (row->column != IMPORT_NO_COLUMN)
        buffer_addf(&column, _(", column %zu"), row->column + 1);
    const char *verdict = _(import_verdicts[row->verdict].label);
    if (row->reason)
        print_line(inv, _("line %" PRId64 "%s: %s%s: %s"), row->line,
                   buffer_text(&column), verdict, buffer_text(&who), row->reason);
    else
        print_line(inv, _("line %" PRId64 "%s: %s%s"), row->line, buffer_text(&column),
                   verdict, buffer_text(&who));
    buffer_clear(&column);
    buffer_clear(&who);
}

/* --map 1=family,3=email: the columns that it names; the others keep their guess. */
static bool
read_mapping(struct invocation *inv, struct import *import, struct error *err)
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

/* Whether the first row holds headings, when the file does not say it plainly. */
static bool
read_headings(struct invocation *inv, struct import *import, struct error *err)
{
    const char *headings = invocation_option(inv, "headings");
    bool yes = headings && strcmp(headings, "yes") == 0;
    if (headings && !yes && strcmp(headings, "no") != 0)
        return error_set_field(err, ERROR_INPUT, "headings",
                               _("--headings is yes or no, not “%s”."), headings);
    if (headings)
        import_set_headless(import, !yes);
    else if (import_is_headless(import) && invocation_option(inv, "map"))
        return error_set_field(
            err, ERROR_INPUT, "headings",
            _("No heading of the first row is known.  Add --headings yes if it holds "
              "headings, --headings no if it holds a person."));
    return true;
}

/* yes or no, or 0 when it is not said. */
static bool
read_hidden(struct invocation *inv, bool *said, bool *leave, struct error *err)
{
    const char *hidden = invocation_option(inv, "hidden");
    *said = hidden;
    *leave = hidden && strcmp(hidden, "no") == 0;
    return !hidden || *leave || strcmp(hidden, "yes") == 0 ||
           error_set_field(err, ERROR_INPUT, "hidden",
                           _("--hidden is yes or no, not “%s”."), hidden);
}

/* Which of several lists is meant is not guessed. */
static bool
check_choice(struct invocation *inv, struct import *import, bool hidden_said,
             struct error *err)
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

/* How the file was read, and what is strange in it. */
static void
show_reading(struct invocation *inv, const struct import *import, json_t *object)
{
    const char *sheet = import_sheet(import);
    if (sheet)
        print_line(inv, _("Read as %s, sheet “%s”."), import_encoding(import), sheet);
    else if (import_delimiter(import) == '\0')
        print_line(inv, _("Read as address cards, %s."), import_encoding(import));
    else
        print_line(inv, _("Read as %s."), import_encoding(import));
    json_object_set_new(object, "encoding", json_string(import_encoding(import)));
    json_object_set_new(object, "sheet", sheet ? json_string(sheet) : json_null());
    json_t *notes = json_array();
    json_object_set_new(object, "notes", notes);
    char *copy = memory_copy(import_notes(import));
    char *rest = NULL;
    for (char *note = strtok_r(copy, "\n", &rest); note;
         note = strtok_r(NULL, "\n", &rest)) {
        print_line(inv, "%s", note);
        json_array_append_new(notes, json_string(note));
    }
    free(copy);
}

static json_t *
mapping_json(struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    json_t *array = json_array();
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        json_t *column = json_object();
        json_object_set_new(column, "heading", json_string(headers[c]));
        json_object_set_new(column, "holds",
                            json_string(import_targets[mapping->targets[c]].name));
        json_array_append_new(array, column);
    }
    return array;
}

static void
put_mapping(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    for (size_t c = 0; c < count && c < mapping->count; c++)
        print_line(inv, "%3zu  %s → %s", c + 1, headers[c],
                   _(import_targets[mapping->targets[c]].label));
}

/* Nobody looks for what is not there: columns that are passed over are named. */
static void
put_passed_over(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    struct buffer names = { 0 };
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        if (mapping->targets[c] != IMPORT_NOTHING || text_is_blank(headers[c]))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, headers[c], NAME_COLUMNS, false, false);
        buffer_addf(&names, "%s%zu %s", names.length > 0 ? ", " : "", c + 1,
                    buffer_text(&cut));
        buffer_clear(&cut);
    }
    if (names.length > 0 && !import_is_headless(import))
        print_line(inv, _("Columns passed over: %s.  --map says what they hold."),
                   buffer_text(&names));
    buffer_clear(&names);
}

static bool
read_create(struct invocation *inv, struct import *import, struct error *err)
{
    const char *create = invocation_option(inv, "create");
    if (create && strcmp(create, "categories") != 0)
        return error_set_field(err, ERROR_INPUT, "create",
                               _("--create takes “categories”, not “%s”."), create);
    return !create || import_create_categories(import, true, err);
}

/* Categories that the office does not have, once each, and what becomes of them. */
static json_t *
show_new_categories(struct invocation *inv, const struct import *import)
{
    size_t count;
    const struct import_new_category *categories = import_new_categories(import, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *category = json_object();
        json_object_set_new(category, "name", json_string(categories[i].name));
        json_object_set_new(category, "rows", json_integer(categories[i].rows));
        json_array_append_new(array, category);
    }
    struct buffer text = { 0 };
    import_add_new_categories(import, &text);
    struct error ignored = { 0 };
    if (count > 0 && import_creates_categories(import))
        print_line(inv, _("%s.  They are created."), buffer_text(&text));
    else if (count > 0 && import_may_create_categories(import, &ignored))
        print_line(inv,
                   _("%s.  “--create categories” creates them; without it their "
                     "organisations come without a category.  “--map” says if the column "
                     "holds something else."),
                   buffer_text(&text));
    else if (count > 0)
        print_line(inv,
                   _("%s.  Their organisations come without a category; an administrator "
                     "can add it.  “--map” says if the column holds something else."),
                   buffer_text(&text));
    buffer_clear(&text);
    return array;
}

/* Who said no since is put back by a word of its own; each is named with the rows. */
static bool
put_back(struct invocation *inv, struct import *import, struct error *err)
{
    bool ok = true;
    for (size_t i = 0;
         ok && invocation_option(inv, "put-back") && i < import_row_count(import); i++)
        ok = !import_row_is_away(import, i) || import_put_back(import, i, err);
    return ok;
}

/* Rows that change nothing are not worth a line each. */
static bool
show_rows(struct invocation *inv, struct import *import, json_t *rows, struct error *err)
{
    bool json = inv->options->json;
    bool ok = true;
    struct import_row row = { 0 };
    for (size_t i = 0; ok && i < import_row_count(import); i++) {
        if (!json && import_row_verdict(import, i) == IMPORT_SAME &&
            !import_row_is_put_back(import, i))
            continue;
        ok = import_row_load(import, i, &row, err);
        if (ok && json)
            json_array_append_new(rows, row_json(&row));
        else if (ok)
            put_row(inv, &row);
    }
    import_row_clear(&row);
    return ok;
}

static json_t *
show_counts(struct invocation *inv, const struct import *import)
{
    json_t *object = json_object();
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    for (int v = 0; v < IMPORT_VERDICT_COUNT; v++) {
        struct buffer line = { 0 };
        import_verdict_add_count((enum import_verdict)v, counts[v], &line);
        print_line(inv, "  %s", buffer_text(&line));
        buffer_clear(&line);
        json_object_set_new(object, import_verdicts[v].name, json_integer(counts[v]));
    }
    return object;
}

/* Who was taken, but found no seat, is known once the rows are written. */
static bool
show_full(struct invocation *inv, struct import *import, json_t *rows, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = true;
    for (size_t i = 0; ok && i < import_row_count(import); i++) {
        if (!import_row_is_full(import, i))
            continue;
        json_t *told = json_array_get(rows, i);
        json_object_set_new(told, "full", json_true());
        json_object_set_new(told, "reason", json_string(_(import_no_seat)));
        ok = import_row_load(import, i, &row, err);
        struct buffer who = { 0 };
        add_name(&row, &who);
        if (ok)
            print_line(inv, _("line %" PRId64 "%s: %s"), row.line, buffer_text(&who),
                       _(import_no_seat));
        buffer_clear(&who);
    }
    import_row_clear(&row);
    return ok;
}

static void
show_joined(struct invocation *inv, const struct import_outcome *outcome, bool dry_run,
            json_t *object)
{
    print_line(inv,
               dry_run
                   ? _("Would join the group: %" PRId64 ", members already: %" PRId64 ".")
                   : _("Joined the group: %" PRId64 ", members already: %" PRId64 "."),
               outcome->joined, outcome->members);
    json_object_set_new(object, "joined", json_integer(outcome->joined));
    json_object_set_new(object, "members", json_integer(outcome->members));
}

/* The dry run goes the whole way too, so that its figures are those of the run. */
static bool
write_rows(struct invocation *inv, struct import *import, bool dry_run, json_t *object,
           int64_t *full, struct error *err)
{
    struct progress_line progress = { .what = _("Importing"), .shown = -1 };
    struct import_outcome outcome;
    bool ok = dry_run
                  ? import_rehearse(import, progress_line_step, &progress, &outcome, err)
                  : import_run(import, progress_line_step, &progress, &outcome, err);
    progress_line_end(&progress);
    if (!ok)
        return false;
    *full = outcome.full;
    print_line(inv,
               dry_run ? _("Would be added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 ".")
                       : _("Added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 "."),
               outcome.added, outcome.changed, outcome.organisations, outcome.registered,
               outcome.full);
    if (outcome.categories > 0)
        print_line(inv,
                   dry_run ? _("Categories that would be created: %" PRId64 ".")
                           : _("Categories created: %" PRId64 "."),
                   outcome.categories);
    if (outcome.waiting > 0)
        print_line(inv, _("On the waiting list, of those registered: %" PRId64 "."),
                   outcome.waiting);
    json_object_set_new(object, "added", json_integer(outcome.added));
    json_object_set_new(object, "changed", json_integer(outcome.changed));
    json_object_set_new(object, "organisations", json_integer(outcome.organisations));
    json_object_set_new(object, "categories", json_integer(outcome.categories));
    json_object_set_new(object, "registered", json_integer(outcome.registered));
    json_object_set_new(object, "waiting", json_integer(outcome.waiting));
    json_object_set_new(object, "full", json_integer(outcome.full));
    if (import_goal(import)->group)
        show_joined(inv, &outcome, dry_run, object);
    return true;
}

static bool
save_refused(struct invocation *inv, struct import *import, struct error *err)
{
    const char *path = invocation_option(inv, "refused");
    int64_t rows;
    return !path || import_save_refused(import, path, &rows, err);
}

static bool
import_file(struct invocation *inv, struct import *import, json_t *object, int64_t *out,
            struct error *err)
{
    bool dry_run = invocation_option(inv, "dry-run");
    show_reading(inv, import, object);
    if (!read_mapping(inv, import, err) || !read_headings(inv, import, err) ||
        !read_create(inv, import, err))
        return false;
    import_mapping(import)->keep_capitals = invocation_option(inv, "keep-capitals");
    if (dry_run) /* also when it does not do: it tells what to map */
        put_mapping(inv, import);
    else
        put_passed_over(inv, import);
    struct progress_line progress = { .what = _("Reading the rows"), .shown = -1 };
    bool ok = import_judge(import, progress_line_step, &progress, err);
    progress_line_end(&progress);
    if (!ok || !put_back(inv, import, err))
        return false;
    json_object_set_new(object, "columns", mapping_json(import));
    json_t *rows = json_array();
    json_object_set_new(object, "rows", rows);
    if (!show_rows(inv, import, rows, err))
        return false;
    json_object_set_new(object, "counts", show_counts(inv, import));
    json_object_set_new(object, "new_categories", show_new_categories(inv, import));
    json_object_set_new(object, "dry_run", json_boolean(dry_run));
    const char *refused = invocation_option(inv, "refused");
    if (refused && !import_can_save_refused(refused, err))
        return false;
    int64_t full = 0;
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    ok = write_rows(inv, import, dry_run, object, &full, err) &&
         show_full(inv, import, rows, err) && save_refused(inv, import, err);
    *out = counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] + full;
    return ok;
}

/* Onto the list of a meeting, or into a group, or neither. */
static bool
read_goal(struct invocation *inv, struct import_goal *goal, struct error *err)
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

/* Standard output tells what becomes of each row. */
static bool
check_refused_file(struct invocation *inv, struct error *err)
{
    const char *refused = invocation_option(inv, "refused");

    return !refused || strcmp(refused, "-") != 0 ||
           error_set_field(
               err, ERROR_INPUT, "refused",
               _("Standard output tells what becomes of each row: name a file "
                 "for those that are left out."));
}

static bool
run(struct invocation *inv, struct error *err)
{
    struct import_goal goal = { 0 };
    bool hidden_said;
    struct import_choice choice = { .encoding = invocation_option(inv, "encoding"),
                                    .sheet = invocation_option(inv, "sheet") };
    if (!read_goal(inv, &goal, err) || !check_refused_file(inv, err) ||
        !read_hidden(inv, &hidden_said, &choice.leave_hidden, err))
        return false;
    struct import *import =
        import_open_as(inv->at, inv->operands[0], &goal, &choice, err);
    if (!import)
        return false;
    json_t *object = json_object();
    int64_t out = 0;
    bool ok = check_choice(inv, import, hidden_said, err) &&
              import_file(inv, import, object, &out, err);
    if (ok)
        print_json(inv, object);
    else
        json_decref(object);
    import_free(import);
    /* A script looks at the status alone (rule 11). */
    if (ok && out > 0)
        return error_set(err, ERROR_RULE,
                         ngettext("%" PRId64 " row was left out or found no seat; its "
                                  "reason is above, and --refused FILE saves it.",
                                  "%" PRId64
                                  " rows were left out or found no seat; their "
                                  "reasons are above, and --refused FILE saves them.",
                                  (unsigned long)out),
                         out);
    return ok;
}

static const struct command_option options[] = {
    { "dry-run", NULL, N_("show what it would do, and write nothing") },
    { "meeting", "MEETING", N_("register the people for this meeting as well") },
    { "group", "GROUP", N_("make the people members of this group as well, from today") },
    { "role", "ROLE", N_("in the group: member, chair, alternate or observer") },
    { "map", "N=FIELD,...", N_("what columns hold, where the guess is wrong") },
    { "create", "categories", N_("create the categories that are new as well") },
    { "headings", "yes|no", N_("whether the first row holds headings, not a person") },
    { "encoding", "NAME",
      N_("how letters are written, where the guess is wrong: CP850, Mac") },
    { "sheet", "NAME", N_("the sheet of a workbook that has several") },
    { "hidden", "yes|no", N_("whether rows that the sheet hides are imported too") },
    { "keep-capitals", NULL,
      N_("leave names in capitals as they are: DUPONT, not Dupont") },
    { "put-back", NULL,
      N_("also whoever is no longer on the list of the meeting (declined, withdrew, was "
         "excused, refused, replaced, or whose offer lapsed), or left the group") },
    { "refused", "FILE", N_("save the rows that are left out, with their reasons") },
    { 0 },
};

const struct command import_commands[] = {
    { .noun = "person",
      .verb = "import",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .options = options,
      .summary = N_("import people from a CSV file, a workbook (.xlsx) or address cards "
                    "(.vcf), in one act"),
      .run = run },
    COMMAND_END,
};
