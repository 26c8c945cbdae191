/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report.c - what an import tells: the reading, each row, what was written */
#include "command/import_report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* A cell of ten thousand letters is not a name that anybody wants to read. */
enum { NAME_COLUMNS = 60, HEADING_COLUMNS = 200 };

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

/* That the columns are no guess. */
static void
put_remembered(struct invocation *inv, const struct import *import, json_t *notes)
{
    struct buffer text = { 0 };
    import_add_remembered(import, &text);
    if (text.length > 0) {
        print_line(inv, _("%s  --forget-columns guesses them again."),
                   buffer_text(&text));
        json_array_append_new(notes, json_string(buffer_text(&text)));
    }
    buffer_clear(&text);
}

void
import_report_reading(struct invocation *inv, const struct import *import, json_t *object)
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
    put_remembered(inv, import, notes);
}

void
import_report_encodings(struct invocation *inv, const struct import *import)
{
    struct buffer words[IMPORT_ENCODING_COUNT] = { 0 };

    import_add_previews(import, import_encodings, IMPORT_ENCODING_COUNT, words);
    for (size_t i = 0; i < IMPORT_ENCODING_COUNT; i++) {
        if (words[i].length > 0)
            print_line(inv, "  --encoding %-12s  %s", import_encodings[i],
                       buffer_text(&words[i]));
        buffer_clear(&words[i]);
    }
}

/* What is no heading but a whole list without line ends is not given back. */
static void
add_heading(const char *heading, struct buffer *buffer)
{
    text_add_cut(buffer, heading, HEADING_COLUMNS, false, false);
}

json_t *
import_report_columns(struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    json_t *array = json_array();
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        json_t *column = json_object();
        struct buffer heading = { 0 };
        add_heading(headers[c], &heading);
        json_object_set_new(column, "heading", json_string(buffer_text(&heading)));
        buffer_clear(&heading);
        json_object_set_new(
            column, "holds",
            json_string(import_targets[import_column_brings(import, c)].name));
        json_array_append_new(array, column);
    }
    return array;
}

void
import_report_mapping(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        if (import_column_is_idle(import, c))
            continue;
        struct buffer heading = { 0 };
        add_heading(headers[c], &heading);
        print_line(inv, "%3zu  %s → %s", c + 1, buffer_text(&heading),
                   _(import_targets[import_column_brings(import, c)].label));
        buffer_clear(&heading);
    }
    if (import_is_headless(import) && invocation_option(inv, "headings") &&
        !invocation_option(inv, "map"))
        print_line(inv, _("There are no headings: what columns hold is guessed from "
                          "their cells; --map says it better."));
}

void
import_report_passed_over(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    struct buffer names = { 0 };
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        if (import_column_brings(import, c) != IMPORT_NOTHING ||
            text_is_blank(headers[c]) || import_column_is_idle(import, c))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, headers[c], NAME_COLUMNS, false, false);
        buffer_addf(&names, "%s%zu %s", names.length > 0 ? ", " : "", c + 1,
                    buffer_text(&cut));
        buffer_clear(&cut);
    }
    if (names.length > 0)
        print_line(inv, _("Columns passed over: %s.  --map says what they hold."),
                   buffer_text(&names));
    buffer_clear(&names);
}

/* Each with what to do about it. */
static void
print_notes(struct invocation *inv, const char *lines, const char *remedy, json_t *object)
{
    char *rest = NULL;
    char *copy = memory_copy(lines);
    for (char *line = strtok_r(copy, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        print_line(inv, "%s%s%s", line, remedy[0] ? "  " : "", remedy);
        json_array_append_new(json_object_get(object, "notes"), json_string(line));
    }
    free(copy);
}

/* A no that nobody reads puts somebody on the list who will not come. */
void
import_report_noes(struct invocation *inv, struct import *import, json_t *object)
{
    struct buffer lines = { 0 };

    import_add_passed_noes(import, &lines);
    print_notes(inv, buffer_text(&lines), _("--map N=coming takes it so."), object);
    buffer_reset(&lines);
    import_add_empty_answers(import, &lines);
    print_notes(inv, buffer_text(&lines), _("--leave-out LINES does not take them."),
                object);
    buffer_reset(&lines);
    import_add_passed_people(import, &lines);
    print_notes(inv, buffer_text(&lines),
                _("--map N=name-given-first and --role alternate do so."), object);
    buffer_reset(&lines);
    import_add_passed_wishes(import, &lines);
    import_add_passed_answers(import, &lines);
    print_notes(inv, buffer_text(&lines), "", object);
    buffer_clear(&lines);
}

void
import_report_doubts(struct invocation *inv, const struct import *import)
{
    int64_t asked = 0;

    for (size_t i = 0; i < import_row_count(import); i++)
        asked += import_row_verdict(import, i) == IMPORT_DOUBTFUL &&
                 !import_row_is_left_out(import, i) && !import_row_is_away(import, i);
    if (asked > 0)
        print_line(inv, _("Say who the doubtful are: --new LINES takes them as somebody "
                          "new, --known LINES as the person who is named."));
}

static json_t *
new_names_json(const struct import *import, enum import_created what)
{
    json_t *array = json_array();
    const struct import_new_name *name = NULL;
    while ((name = import_new_next(import, what, name)))
        json_array_append_new(
            array, json_pack("{s:s, s:I}", "name", name->name, "rows", name->rows));
    return array;
}

static const char *
say_created(unsigned long count, bool dry_run)
{
    return dry_run ? ngettext("It would be created.", "They would be created.", count)
                   : ngettext("It is created.", "They are created.", count);
}

static const char *
say_organisations(const struct import *import, unsigned long count, bool dry_run)
{
    if (import_creates(import) == IMPORT_CREATES_NOTHING)
        return ngettext("It is not created: people come without it.",
                        "They are not created: people come without them.", count);
    return say_created(count, dry_run);
}

static const char *
say_categories(const struct import *import, unsigned long count, bool dry_run)
{
    struct error ignored = { 0 };

    if (import_creates(import) == IMPORT_CREATES_NOTHING)
        return ngettext("It is not created.", "They are not created.", count);
    if (import_creates(import) == IMPORT_CREATES_CATEGORIES)
        return say_created(count, dry_run);
    if (import_may_create_categories(import, &ignored))
        return ngettext("“--create categories” creates it; without it its "
                        "organisations come without a category.  “--map” says if the "
                        "column holds something else.",
                        "“--create categories” creates them; without it their "
                        "organisations come without a category.  “--map” says if the "
                        "column holds something else.",
                        count);
    return ngettext("Its organisations come without a category; an administrator can "
                    "add it.  “--map” says if the column holds something else.",
                    "Their organisations come without a category; an administrator "
                    "can add them.  “--map” says if the column holds something else.",
                    count);
}

static void
put_new_names(struct invocation *inv, const struct import *import,
              enum import_created what, bool dry_run)
{
    struct buffer names = { 0 };
    const unsigned long count = (unsigned long)import_new_names(import, what);

    import_add_new_names(import, what, &names);
    if (count > 0)
        print_line(inv, "%s.  %s", buffer_text(&names),
                   what == IMPORT_CREATED_ORGANISATION
                       ? say_organisations(import, count, dry_run)
                       : say_categories(import, count, dry_run));
    buffer_clear(&names);
}

void
import_report_new_names(struct invocation *inv, const struct import *import, bool dry_run,
                        json_t *object)
{
    put_new_names(inv, import, IMPORT_CREATED_ORGANISATION, dry_run);
    put_new_names(inv, import, IMPORT_CREATED_CATEGORY, dry_run);
    json_object_set_new(object, "new_organisations",
                        new_names_json(import, IMPORT_CREATED_ORGANISATION));
    json_object_set_new(object, "new_categories",
                        new_names_json(import, IMPORT_CREATED_CATEGORY));
}

bool
import_report_rows(struct invocation *inv, struct import *import, json_t *rows,
                   struct error *err)
{
    bool json = inv->options->json;
    bool ok = true;
    struct import_row row = { 0 };
    for (size_t i = 0; ok && i < import_row_count(import); i++) {
        const bool says_nothing =
            import_row_verdict(import, i) == IMPORT_SAME &&
            !import_row_is_put_back(import, i) && !import_row_is_cut(import, i) &&
            !import_row_stays(import, i) && !import_row_comes_without(import, i);
        if (!json && says_nothing && !import_goal(import)->meeting)
            continue;
        ok = import_row_load(import, i, &row, err);
        if (ok && json)
            json_array_append_new(rows, row_json(&row));
        else if (ok && (!says_nothing || (row.told && !row.earlier)))
            put_row(inv, &row);
    }
    import_row_clear(&row);
    return ok;
}

json_t *
import_report_counts(struct invocation *inv, const int64_t counts[IMPORT_VERDICT_COUNT])
{
    json_t *object = json_object();
    for (int v = 0; v < IMPORT_VERDICT_COUNT; v++) {
        struct buffer line = { 0 };
        import_verdict_add_count((enum import_verdict)v, counts[v], &line);
        print_line(inv, "  %s", buffer_text(&line));
        buffer_clear(&line);
        json_object_set_new(object, import_verdicts[v].name, json_integer(counts[v]));
    }
    return object;
}

bool
import_report_full(struct invocation *inv, struct import *import, json_t *rows,
                   struct error *err)
{
    struct import_row row = { 0 };
    bool ok = true;
    for (size_t i = 0; ok && i < import_row_count(import); i++) {
        if (!import_row_is_full(import, i))
            continue;
        json_t *told = json_array_get(rows, i);
        json_object_set_new(told, "full", json_true());
        ok = import_row_load(import, i, &row, err);
        struct buffer who = { 0 };
        struct buffer why = { 0 };
        add_name(&row, &who);
        import_row_add_no_seat(import, i, &why);
        json_object_set_new(told, "reason", json_string(buffer_text(&why)));
        if (ok)
            print_line(inv, _("line %" PRId64 "%s: %s"), row.line, buffer_text(&who),
                       buffer_text(&why));
        buffer_clear(&who);
        buffer_clear(&why);
    }
    import_row_clear(&row);
    return ok;
}

static void
show_roles(struct invocation *inv, const struct import *import,
           const struct import_outcome *outcome, json_t *object)
{
    struct buffer roles = { 0 };
    import_add_roles(import, outcome, &roles);
    if (import_has_roles(import) && outcome->joined > 0)
        print_line(inv, _("As their rows say: %s."), buffer_text(&roles));
    if (outcome->unsaid > 0)
        print_line(inv,
                   ngettext("%" PRId64 " row says no role: %s, as --role says.",
                            "%" PRId64 " rows say no role: %s, as --role says.",
                            (unsigned long)outcome->unsaid),
                   outcome->unsaid, _(membership_roles[import_goal(import)->role].label));
    buffer_clear(&roles);
    json_t *joined = json_object();
    for (int role = 0; role < MEMBERSHIP_ROLE_COUNT; role++)
        json_object_set_new(joined, membership_roles[role].name,
                            json_integer(outcome->joined_as[role]));
    json_object_set_new(object, "joined_as", joined);
    json_object_set_new(object, "without_role", json_integer(outcome->unsaid));
}

static void
show_joined(struct invocation *inv, const struct import *import,
            const struct import_outcome *outcome, bool dry_run, json_t *object)
{
    print_line(inv,
               dry_run
                   ? _("Would join the group: %" PRId64 ", members already: %" PRId64 ".")
                   : _("Joined the group: %" PRId64 ", members already: %" PRId64 "."),
               outcome->joined, outcome->members);
    if (outcome->otherwise > 0)
        print_line(
            inv,
            ngettext("%" PRId64 " of these members has another role, and keeps it.",
                     "%" PRId64 " of these members have another role, and keep it.",
                     (unsigned long)outcome->otherwise),
            outcome->otherwise);
    show_roles(inv, import, outcome, object);
    if (outcome->joined > 1 && outcome->joined_as[MEMBERSHIP_CHAIR] == outcome->joined)
        print_line(inv,
                   dry_run ? _("All %" PRId64 " would be chairs of the group.")
                           : _("All %" PRId64 " are chairs of the group."),
                   outcome->joined);
    json_object_set_new(object, "other_role", json_integer(outcome->otherwise));
    json_object_set_new(object, "joined", json_integer(outcome->joined));
    json_object_set_new(object, "members", json_integer(outcome->members));
}

void
import_report_outcome(struct invocation *inv, const struct import *import,
                      const struct import_outcome *outcome, bool dry_run, json_t *object)
{
    print_line(inv,
               dry_run ? _("Would be added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 ".")
                       : _("Added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 "."),
               outcome->added, outcome->changed, outcome->organisations,
               outcome->registered, outcome->full);
    if (outcome->categories > 0)
        print_line(inv,
                   dry_run ? _("Categories that would be created: %" PRId64 ".")
                           : _("Categories created: %" PRId64 "."),
                   outcome->categories);
    if (outcome->waiting > 0)
        print_line(inv, _("On the waiting list, of those registered: %" PRId64 "."),
                   outcome->waiting);
    if (outcome->wished > 0)
        print_line(
            inv,
            dry_run ? _("People whose wishes for workshops would be noted: %" PRId64 ".")
                    : _("People whose wishes for workshops are noted: %" PRId64 "."),
            outcome->wished);
    if (outcome->answered > 0)
        print_line(inv,
                   dry_run ? _("People whose answers would be noted: %" PRId64 ".")
                           : _("People whose answers are noted: %" PRId64 "."),
                   outcome->answered);
    if (outcome->unanswered > 0)
        print_line(inv, _("Answers without a seat: %" PRId64 "."), outcome->unanswered);
    json_object_set_new(object, "added", json_integer(outcome->added));
    json_object_set_new(object, "changed", json_integer(outcome->changed));
    json_object_set_new(object, "organisations", json_integer(outcome->organisations));
    json_object_set_new(object, "categories", json_integer(outcome->categories));
    json_object_set_new(object, "registered", json_integer(outcome->registered));
    json_object_set_new(object, "waiting", json_integer(outcome->waiting));
    json_object_set_new(object, "full", json_integer(outcome->full));
    json_object_set_new(object, "wished", json_integer(outcome->wished));
    json_object_set_new(object, "answered", json_integer(outcome->answered));
    json_object_set_new(object, "unanswered", json_integer(outcome->unanswered));
    if (import_goal(import)->group)
        show_joined(inv, import, outcome, dry_run, object);
}
