/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_section.c - titles and totals among the rows of a list, and headings that stand
 * there again */
#include "import/import_section.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* The only cell of a row that has room for more; or NULL. */
static const char *
only_cell(const struct table_row *cells)
{
    const char *only = NULL;

    for (size_t c = 0; c < cells->count; c++) {
        if (text_is_blank(cells->cells[c]))
            continue;
        if (only)
            return NULL;
        only = cells->cells[c];
    }
    return cells->count > 1 ? only : NULL;
}

/* “Total présents : 4”, which opens nothing.  Where people are named the number stands
 * behind its word: else somebody looks, as Suma may be called so. */
static bool
is_total(const char *only, bool beside)
{
    return only && import_text_is_total(only) &&
           (beside || import_title_of(only) != IMPORT_TITLE_NONE ||
            (!isdigit((unsigned char)*only) && strpbrk(only, "0123456789")));
}

/* “Collège des élus” where nothing is read: it names nobody, and no number of a row has a
 * letter. */
static bool
is_beside(const struct import *import, const struct table_row *cells)
{
    const char *only = only_cell(cells);
    size_t c = 0;

    while (only && c < cells->count && cells->cells[c] != only)
        c++;
    return only && c < import->mapping.count &&
           import->mapping.targets[c] == IMPORT_NOTHING && letter_is_in(only);
}

static enum import_title
title_of(const struct table_row *cells)
{
    const char *only = only_cell(cells);

    return only && !import_name_is_answered(only) && !import_text_is_total(only)
               ? import_title_of(only)
               : IMPORT_TITLE_NONE;
}

static bool
is_heading(const char *cell, const char *heading)
{
    char *one = fold_copy(cell);
    char *other = fold_copy(heading);
    const bool is = strcmp(one, other) == 0;

    free(one);
    free(other);
    return is;
}

static bool
repeats_headings(const struct import *import, const struct table_row *cells)
{
    size_t filled = 0;

    for (size_t c = 0; c < cells->count; c++) {
        if (text_is_blank(cells->cells[c]))
            continue;
        if (c >= import->headers.count ||
            !is_heading(cells->cells[c], import->headers.cells[c]))
            return false;
        filled++;
    }
    return filled > 1 && !import->headless;
}

char *
import_section_why_no_person(const struct import *import, const struct table_row *cells)
{
    struct buffer why = { 0 };
    const char *only = only_cell(cells);
    const bool beside = is_beside(import, cells);

    if (repeats_headings(import, cells))
        return memory_copy(_("The headings stand here again; this is not a person."));
    if (is_total(only, beside))
        buffer_addf(&why, _("“%s” is a total line and is left out."), only);
    else if (title_of(cells) != IMPORT_TITLE_NONE || beside)
        buffer_addf(&why, _("“%s” is a title above others, not a person."), only);
    else
        return NULL;
    return buffer_take(&why);
}

void
import_section_note(struct import *import, size_t row, const struct table_row *cells)
{
    const enum import_title title = title_of(cells);
    const size_t count = import->section_count;

    if (title == IMPORT_TITLE_NONE ||
        (count > 0 && import->sections[count - 1].row >= row))
        return;
    import->sections = memory_grow(import->sections, &import->section_capacity, count + 1,
                                   sizeof(*import->sections));
    import->sections[import->section_count++] = (struct import_section){
        .row = row,
        .away = title == IMPORT_TITLE_AWAY ? text_tidy(only_cell(cells)) : NULL,
    };
}

/* The last title above it, of which a list can have as many as rows. */
const char *
import_section_away(const struct import *import, size_t row)
{
    size_t low = 0;
    size_t high = import->section_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (import->sections[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? import->sections[low - 1].away : NULL;
}

void
import_section_clear(struct import *import)
{
    for (size_t i = 0; i < import->section_count; i++)
        free(import->sections[i].away);
    free(import->sections);
    import->sections = NULL;
    import->section_count = import->section_capacity = 0;
}
