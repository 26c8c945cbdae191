/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_rows.c - an attendance sheet as the rows of a list, for a spreadsheet */
#include "atelier/domain/sheet_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "listing_column.h"

enum { SIGNED_WIDTH = 24, LINE_LEAST = 12 };

static const struct column who[] = {
    COUNT("number", N_("No."), 5, 1),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 14, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 10, 24, 1),
    COLUMN("organisation", N_("Organisation"), FIELD_TEXT, 16, 40, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 14, 34, 1),
    COLUMN("category", N_("Category"), FIELD_TEXT, 13, 24, 1),
};

/* Of the columns above. */
enum { NUMBER, FAMILY, GIVEN, ORGANISATION, FUNCTION, CATEGORY, WHO_COLUMNS };

/* --- columns */

/* "Morning 09:30–12:30" */
static char *
heading_of(const struct printed_slot *slot)
{
    struct buffer text = { 0 };

    buffer_add(&text, slot->label);
    if (slot->hours)
        buffer_addf(&text, "%s%s", text.length > 0 ? " " : "", slot->hours);
    char *heading = text_tidy(buffer_text(&text));
    buffer_clear(&text);
    return heading;
}

static void
make_columns(struct sheet_rows *rows, const struct printed_slot_list *slots)
{
    rows->slot_count = slots->count;
    rows->slots = memory_new(slots->count + 1, sizeof(*rows->slots));
    rows->columns = memory_new(WHO_COLUMNS + slots->count, sizeof(*rows->columns));
    memcpy(rows->columns, who, sizeof(who));
    for (size_t i = 0; i < slots->count; i++) {
        rows->slots[i] = heading_of(&slots->items[i]);
        rows->columns[WHO_COLUMNS + i] = (struct column){ .name = "signature",
                                                          .label = rows->slots[i],
                                                          .is_own_label = true,
                                                          .kind = FIELD_TEXT,
                                                          .width = SIGNED_WIDTH,
                                                          .most = SIGNED_WIDTH,
                                                          .priority = 1 };
    }
    rows->listing = (struct listing){ .columns = rows->columns,
                                      .column_count = WHO_COLUMNS + slots->count };
}

/* --- rows */

static char **
add_row(struct sheet_rows *rows, int number)
{
    struct listing_page *page = &rows->page;
    struct listing_row *row = &page->rows[page->count++];
    char text[16];

    row->id = (int64_t)page->count;
    row->cells = memory_new(page->column_count, sizeof(*row->cells));
    if (number > 0) {
        (void)snprintf(text, sizeof(text), "%d", number);
        row->cells[NUMBER] = memory_copy(text);
    }
    return row->cells;
}

/* Room to sign in, where whoever writes it draws no lines of its own. */
static void
add_lines(struct sheet_rows *rows)
{
    for (size_t i = 0; i < rows->page.count; i++)
        for (size_t slot = 0; slot < rows->slot_count; slot++) {
            char **cell = &rows->page.rows[i].cells[WHO_COLUMNS + slot];
            size_t width = text_width(rows->slots[slot]);
            struct buffer line = { 0 };
            if (*cell)
                continue;
            for (width = width < LINE_LEAST ? LINE_LEAST : width; width > 0; width--)
                buffer_add_char(&line, '_');
            *cell = buffer_take(&line);
        }
}

/* Those in the room, or those who are not; which number came last. */
static int
add_people(struct sheet_rows *rows, const struct printed_sheet *sheet, bool remote,
           int number)
{
    for (size_t i = 0; i < sheet->people.count; i++) {
        const struct printed_person *person = &sheet->people.items[i];
        if (person->remote != remote)
            continue;
        char **cells = add_row(rows, ++number);
        cells[FAMILY] = memory_copy(person->family);
        cells[GIVEN] = memory_copy(person->given);
        cells[ORGANISATION] = memory_copy(person->organisation);
        cells[FUNCTION] = memory_copy(person->function);
        cells[CATEGORY] = memory_copy(person->category);
        for (size_t slot = 0; remote && slot < rows->slot_count; slot++)
            cells[WHO_COLUMNS + slot] = memory_copy(sheet->remote_word);
    }
    return number;
}

static int
add_blank(struct sheet_rows *rows, const struct printed_sheet *sheet, int number)
{
    for (int64_t i = 0; i < sheet->blank; i++)
        (void)add_row(rows, ++number);
    return number;
}

/* What they are stands where the category of others does, as on paper. */
static void
add_signers(struct sheet_rows *rows, const struct printed_sheet *sheet)
{
    for (size_t i = 0; i < sheet->signers.count; i++) {
        const struct printed_signer *signer = &sheet->signers.items[i];
        char **cells = add_row(rows, 0);
        cells[FAMILY] = memory_copy(signer->family);
        cells[GIVEN] = memory_copy(signer->given);
        cells[CATEGORY] = memory_copy(signer->role);
    }
}

void
sheet_rows_fill(struct sheet_rows *rows, const struct printed_sheet *sheet)
{
    const size_t most = sheet->people.count + (size_t)sheet->blank + sheet->signers.count;

    make_columns(rows, &sheet->slots);
    rows->page.column_count = rows->listing.column_count;
    rows->page.rows = memory_new(most + 1, sizeof(*rows->page.rows));
    int number = add_people(rows, sheet, false, 0);
    number = add_blank(rows, sheet, number);
    (void)add_people(rows, sheet, true, number);
    add_signers(rows, sheet);
}

void
sheet_rows_fill_lined(struct sheet_rows *rows, const struct printed_sheet *sheet)
{
    sheet_rows_fill(rows, sheet);
    add_lines(rows);
}

void
sheet_rows_clear(struct sheet_rows *rows)
{
    for (size_t i = 0; i < rows->slot_count; i++)
        free(rows->slots[i]);
    listing_page_clear(&rows->page);
    free(rows->slots);
    free(rows->columns);
    *rows = (struct sheet_rows){ 0 };
}
