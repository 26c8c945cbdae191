/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_command.c - add, list, show, set and remove, the same for every noun */
#include "command/row_command.h"

#include <inttypes.h>
#include <stdio.h>

#include "answers.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "print.h"

bool
row_report(struct invocation *inv, const struct entity *entity, int64_t id,
           const char *what, struct error *err)
{
    void *record = record_new(entity);
    bool ok = edit_load(inv->at, entity, id, record, err);
    if (ok && inv->options->json) {
        print_json(inv, print_json_record(entity, record));
    } else if (ok) {
        struct buffer title = { 0 };
        display_row(inv->at, entity, record, &title);
        /* TRANSLATORS: number, title and what was done to it */
        print_line(inv, _("%" PRId64 "  %s: %s"), id, buffer_text(&title), what);
        buffer_clear(&title);
    }
    record_free(entity, record);
    return ok;
}

void
row_warn(struct invocation *inv, const void *record)
{
    struct buffer text = { 0 };
    if (edit_warning(inv->at, inv->command->entity, record, &text))
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
}

bool
row_report_change(struct invocation *inv, const struct entity *entity, const void *record,
                  int64_t rev, struct error *err)
{
    const struct record *row = record;

    return row_report(inv, entity, row->id,
                      row->rev == rev ? _("nothing changed") : _("changed"), err);
}

bool
row_add_begun(struct invocation *inv, void *record, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    struct questions sheet = { 0 };
    const bool ok =
        invocation_fill(inv, record, err) && answers_read(inv, &sheet, err) &&
        (edit_add(inv->at, entity, record, &sheet, err) ||
         answers_explain(inv, &sheet, err)) &&
        row_report(inv, entity, ((struct record *)record)->id, _("added"), err);

    if (ok)
        row_warn(inv, record);
    questions_clear(&sheet);
    return ok;
}

bool
row_add(struct invocation *inv, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    void *record = record_new(entity);
    const bool ok =
        edit_prepare(inv->at, entity, record, err) && row_add_begun(inv, record, err);

    record_free(entity, record);
    return ok;
}

bool
row_show(struct invocation *inv, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    int64_t id;
    if (!invocation_row(inv, 0, entity->kind, &id, err))
        return false;

    void *record = record_new(entity);
    bool ok = edit_load(inv->at, entity, id, record, err);
    if (ok)
        print_record(inv, entity, record);
    record_free(entity, record);
    return ok;
}

bool
row_set(struct invocation *inv, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    int64_t id;
    if (!invocation_row(inv, 0, entity->kind, &id, err))
        return false;

    struct questions sheet = { 0 };
    void *record = record_new(entity);
    bool ok = edit_load(inv->at, entity, id, record, err);
    const int64_t rev = ((struct record *)record)->rev;
    ok = ok && invocation_fill(inv, record, err) && answers_read(inv, &sheet, err) &&
         (edit_change_asked(inv->at, entity, record, &sheet, err) ||
          answers_explain(inv, &sheet, err)) &&
         row_report_change(inv, entity, record, rev, err);
    if (ok)
        row_warn(inv, record);
    questions_clear(&sheet);
    record_free(entity, record);
    return ok;
}

bool
row_remove(struct invocation *inv, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    int64_t id;
    if (!invocation_row(inv, 0, entity->kind, &id, err))
        return false;

    struct buffer title = { 0 };
    void *record = record_new(entity);
    bool ok = edit_load(inv->at, entity, id, record, err) &&
              edit_remove(inv->at, entity, id, ((struct record *)record)->rev, err);
    if (ok) {
        display_row(inv->at, entity, record, &title);
        print_line(inv,
                   undo_may(inv->at) ? _("%s: removed.  “atelier undo” brings it back.")
                                     : _("%s: removed."),
                   buffer_text(&title));
        print_json(inv, json_pack("{s:I}", "removed", (json_int_t)id));
        buffer_reset(&title);
        if (edit_leaves(inv->at, entity, record, &title))
            (void)fprintf(stderr, "%s\n", buffer_text(&title));
    }
    buffer_clear(&title);
    record_free(entity, record);
    return ok;
}

bool
row_list_above(struct invocation *inv, struct listing_query *query, bool *as_table,
               struct error *err)
{
    query->search = invocation_option(inv, "search");
    query->history = invocation_option(inv, "all");
    int64_t most = 0;
    return invocation_option_number(inv, "limit", &most, err) &&
           (!invocation_option(inv, "limit") || most > 0 ||
            error_set_field(err, ERROR_INPUT, "limit",
                            _("--limit wants a number from 1 on."))) &&
           list_output(inv, query, most, as_table, err);
}

bool
row_list(struct invocation *inv, struct listing_query *query, struct error *err)
{
    bool as_table;
    return row_list_above(inv, query, &as_table, err);
}
