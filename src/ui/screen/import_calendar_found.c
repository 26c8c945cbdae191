/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_found.c - the rows of a calendar that fit what is searched for */
#include "screen/import_calendar_found.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/import_calendar_draw.h"

/* What a person sees of the row. */
static void
add_words(struct ui *ui, const struct calendar_import_row *row, struct buffer *text)
{
    buffer_addf(text, "%s ", _(import_verdicts[row->verdict].label));
    if (!local_time_is_none(row->meeting.start))
        when_format_local_time(row->meeting.start, text);
    buffer_addf(text, " %s ", row->meeting.title ? row->meeting.title : "");
    if (row->meeting.place)
        buffer_addf(text, "%s ", row->meeting.place);
    import_calendar_add_what(ui, row, text);
}

/* Whether each word begins one of the text's; both are folded. */
static bool
has_words(const char *text, const char *words)
{
    for (const char *word = words; *word; word += strspn(word, " ")) {
        const size_t length = strcspn(word, " ");
        bool any = false;
        for (const char *at = text; *at && !any; at += strspn(at, " ")) {
            any = strncmp(at, word, length) == 0;
            at += strcspn(at, " ");
        }
        if (!any)
            return false;
        word += length;
    }
    return true;
}

static bool
fits(struct ui *ui, const struct calendar_import_row *row, const char *words)
{
    struct buffer text = { 0 };

    add_words(ui, row, &text);
    char *folded = fold_copy(buffer_text(&text));
    const bool is_found = has_words(folded, words);
    free(folded);
    buffer_clear(&text);
    return is_found;
}

void
import_calendar_find(struct calendar_found *found, struct ui *ui,
                     const struct calendar_import *import, const char *search)
{
    const size_t count = import ? calendar_import_row_count(import) : 0;

    if (!search)
        search = "";
    if (found->is_known && strcmp(found->search, search) == 0)
        return;
    import_calendar_found_clear(found);
    found->search = memory_copy(search);
    found->is_known = true;
    found->rows = memory_new(count + 1, sizeof found->rows[0]);
    char *words = fold_copy(search);
    for (size_t i = 0; i < count; i++)
        if (*words == '\0' || fits(ui, calendar_import_row(import, i), words))
            found->rows[found->count++] = i;
    free(words);
}

size_t
import_calendar_found_at(const struct calendar_found *found, size_t row)
{
    size_t low = 0;
    size_t high = found->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (found->rows[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
import_calendar_found_clear(struct calendar_found *found)
{
    free(found->rows);
    free(found->search);
    *found = (struct calendar_found){ 0 };
}
