/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_cell.c - a cell of a list as a spreadsheet takes it: a number, a date, a text */
#include "export/list_cell.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"

bool
list_cell_is_shown(const struct column *column, bool has_elsewhere)
{
    return column->priority > 0 && (column->kind != FIELD_ZONE || has_elsewhere);
}

/* Rows that another program wrote may hold what is no text, or moves the cursor of
 * whoever reads the list on a terminal. */
static void
add_text(const char *canonical, struct buffer *text)
{
    char *safe = text_tidy_lines(canonical);

    buffer_add(text, safe);
    free(safe);
}

static void
add_words(const char *canonical, struct buffer *text)
{
    struct buffer words = { 0 };

    erased_mark_show(canonical, &words);
    add_text(buffer_text(&words), text);
    buffer_clear(&words);
}

static enum list_cell
add_instant(struct atelier *at, const char *canonical, struct buffer *text)
{
    instant when;
    struct local_time local;
    char shown[LOCAL_TIME_TEXT_SIZE];

    if (!instant_parse(canonical, &when)) {
        add_text(canonical, text);
        return LIST_CELL_TEXT;
    }
    if (!atelier_local_time(at, when, NULL, &local, NULL))
        local = local_time_from_instant(when);
    local_time_format(local, shown);
    buffer_add(text, shown);
    return LIST_CELL_MOMENT;
}

const char *
list_cell_label(const struct column *column)
{
    if (column->is_own_label)
        return column->label;
    return _(column->label);
}

enum list_cell
list_cell_add(struct atelier *at, const struct column *column, const char *canonical,
              struct buffer *text)
{
    struct date date;
    struct local_time time;
    enum list_cell kind = LIST_CELL_TEXT;

    if (!canonical || !*canonical)
        return LIST_CELL_EMPTY;
    switch (column->kind) {
    case FIELD_INSTANT:
        return add_instant(at, canonical, text);
    case FIELD_CHOICE:
    case FIELD_BOOLEAN:
        display_cell(at, column, canonical, text);
        return LIST_CELL_TEXT;
    case FIELD_ZONE:
        if (!display_is_elsewhere(at, canonical))
            return LIST_CELL_EMPTY;
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_REFERENCE:
        kind = LIST_CELL_NUMBER;
        break;
    case FIELD_DATE:
        kind = date_parse(canonical, &date) ? LIST_CELL_DATE : LIST_CELL_TEXT;
        break;
    case FIELD_LOCAL_TIME:
        kind = local_time_parse(canonical, &time) ? LIST_CELL_MOMENT : LIST_CELL_TEXT;
        break;
    case FIELD_TEXT:
    case FIELD_LINES:
        add_words(canonical, text);
        return LIST_CELL_TEXT;
    case FIELD_EMAIL:
    case FIELD_PHONE:
        break;
    }
    add_text(canonical, text);
    return kind;
}
