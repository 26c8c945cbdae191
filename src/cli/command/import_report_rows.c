/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report_rows.c - what becomes of each row of an import, and of how many */
#include "command/import_report.h"

#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

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
