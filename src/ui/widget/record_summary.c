/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_summary.c - what is known of a record, in the lines above the list that belongs
 * to it */
#include "widget/record_summary.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "terminal/paint.h"

enum { MOST_ROWS = 7, LEAST_LIST_ROWS = 5 };

static const char between[] = "  ·  ";

void
record_summary_add(struct record_summary *facts, const char *text)
{
    facts->items = memory_grow(facts->items, &facts->capacity, facts->count + 1,
                               sizeof(*facts->items));
    facts->items[facts->count++] = memory_copy(text);
    facts->rows = 0;
}

void
record_summary_label(const char *label, struct buffer *text)
{
    buffer_addf(text, paint_is_plain() ? _("%s: %s") : "%s %s", label, "");
}

void
record_summary_add_fields(struct record_summary *facts, struct ui *ui,
                          const struct entity *entity, const void *record,
                          const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = entity_field(entity, names[i]);
        if (field_is_absent(field, record))
            continue;
        struct buffer text = { 0 };
        record_summary_label(_(field->label), &text);
        display_field(ui_atelier(ui), field, record, &text);
        record_summary_add(facts, buffer_text(&text));
        buffer_clear(&text);
    }
}

void
record_summary_clear(struct record_summary *facts)
{
    for (size_t i = 0; i < facts->count; i++)
        free(facts->items[i]);
    free(facts->items);
    *facts = (struct record_summary){ 0 };
}

/* What does not fit on a line begins the next; in the plain view each fact does. */
static void
write_lines(const struct record_summary *facts, int columns, struct buffer *text)
{
    size_t width = 0;
    for (size_t i = 0; i < facts->count; i++) {
        const char *fact = facts->items[i];
        size_t more = text_width(fact);
        if (!paint_is_plain() && width > 0 && *fact &&
            width + text_width(between) + more <= (size_t)columns) {
            buffer_addf(text, "%s%s", between, fact);
            width += text_width(between) + more;
            continue;
        }
        if (width > 0)
            buffer_add(text, "\n");
        buffer_add(text, fact);
        width = more;
    }
    if (width == 0 && text->length > 0 && text->text[text->length - 1] == '\n')
        text->text[--text->length] = '\0';
}

/* Returns how many rows that took; 0: there is nothing to draw, or no room. */
static int
draw(const struct record_summary *facts, struct area area)
{
    const int room = area.rows - 1 - LEAST_LIST_ROWS;
    const struct area inside = { area.top, area.left + 1,
                                 room < MOST_ROWS ? room : MOST_ROWS, area.columns - 1 };
    struct buffer text = { 0 };

    write_lines(facts, inside.columns, &text);
    const int rows = text.length > 0 && inside.rows > 0
                         ? paint_wrapped_top(inside, STYLE_PLAIN, buffer_text(&text))
                         : 0;
    for (int row = 0; row < rows; row++)
        paint_fill(area.top + row, area.left, 1, STYLE_PLAIN);
    if (rows > 0)
        paint_fill(area.top + rows, area.left, area.columns, STYLE_PLAIN);
    buffer_clear(&text);
    return rows;
}

struct area
record_summary_draw(struct record_summary *facts, struct area area, bool fresh)
{
    if (fresh || facts->rows == 0)
        facts->rows = draw(facts, area);
    const int rows = facts->rows > 0 ? facts->rows + 1 : 0;

    return (struct area){ area.top + rows, area.left, area.rows - rows, area.columns };
}
