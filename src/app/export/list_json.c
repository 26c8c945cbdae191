/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_json.c - a list as an array of objects, for programs */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/json.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "export/list_writer.h"

static bool
begin(struct list_writer *w, struct error *err)
{
    (void)err;
    buffer_add_char(&w->text, '[');
    return true;
}

static void
add_value(struct buffer *text, enum field_kind kind, const char *canonical)
{
    if (field_kind_is_number(kind))
        buffer_addf(text, "%" PRId64, (int64_t)strtoll(canonical, NULL, 10));
    else if (kind == FIELD_BOOLEAN)
        buffer_add(text, canonical[0] == '1' ? "true" : "false");
    else
        json_add_text(text, canonical);
}

void
export_list_add_row(const struct listing *listing, const struct listing_row *row,
                    struct buffer *json)
{
    if (row->id > 0)
        buffer_addf(json, "{\"id\": %" PRId64, row->id);
    else /* it is none yet */
        buffer_add(json, "{\"id\": null");
    for (size_t i = 0; i < listing->column_count; i++) {
        const struct column *column = &listing->columns[i];
        buffer_addf(json, ", \"%s\": ", column->name);
        if (row->cells[i])
            add_value(json, column->kind, row->cells[i]);
        else
            buffer_add(json, "null");
    }
    buffer_add_char(json, '}');
}

/* Rows that another program wrote may hold what would move the cursor. */
static bool
add_row(struct list_writer *w, const struct listing_row *row, struct error *err)
{
    (void)err;
    buffer_reset(&w->cell);
    export_list_add_row(w->listing, row, &w->cell);
    erased_mark_say_in(ERASED_MARK_LANGUAGE, &w->cell);
    buffer_add(&w->text, w->rows > 0 ? ",\n  " : "\n  ");
    text_add_json(&w->text, buffer_text(&w->cell));
    return true;
}

static bool
end(struct list_writer *w, struct error *err)
{
    (void)err;
    buffer_add(&w->text, w->rows > 0 ? "\n]\n" : "]\n");
    return list_writer_pour(w);
}

const struct list_form_way list_json_way = {
    .word = "json", .begin = begin, .row = add_row, .end = end
};
