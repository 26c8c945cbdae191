/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mend.c - the rows that a person mended, laid over what the file says */
#include "import/import_mend.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

void
import_mend_free(struct import_mend *mend)
{
    for (size_t c = 0; c < mend->count; c++)
        free(mend->cells[c]);
    free(mend->cells);
    free(mend->left_out);
    *mend = (struct import_mend){ 0 };
}

void
import_mend_clear(struct import *import)
{
    for (size_t i = 0; i < import->mend_count; i++)
        import_mend_free(&import->mends[i]);
    free(import->mends);
    import->mends = NULL;
    import->mend_count = import->mend_capacity = 0;
}

static struct import_mend *
find(const struct import *import, size_t row)
{
    for (size_t i = 0; i < import->mend_count; i++)
        if (import->mends[i].row == row)
            return &import->mends[i];
    return NULL;
}

const struct import_mend *
import_mend_find(const struct import *import, size_t row)
{
    return find(import, row);
}

const char *const *
import_mend_cells(const struct import *import, size_t row, const struct table_row *cells,
                  size_t *count, const char **refusal)
{
    const struct import_mend *mend = find(import, row);
    *count = mend ? mend->count : cells->count;
    *refusal = mend ? NULL : cells->refusal;
    return (const char *const *)(mend ? mend->cells : cells->cells);
}

/* A sentence that goes on. */
static void
add_open(struct buffer *text, const char *sentence)
{
    const size_t length = strlen(sentence);
    const bool is_closed = length > 0 && sentence[length - 1] == '.';

    buffer_add_part(text, sentence, length - is_closed);
}

void
import_mend_note(const struct import *import, size_t index, struct import_row *row)
{
    const struct import_mend *mend = find(import, import->first + index);
    struct buffer reason = { 0 };

    if (!mend || !mend->left_out || row->verdict == IMPORT_REFUSED)
        return;
    if (row->reason) {
        add_open(&reason, row->reason);
        buffer_add(&reason, _("; "));
    }
    buffer_addf(&reason, _("without %s"), mend->left_out);
    memory_replace(&row->reason, buffer_text(&reason));
    buffer_clear(&reason);
}

void
import_mend_put(struct import *import, struct import_mend mend)
{
    struct import_mend *there = find(import, mend.row);

    if (there) {
        import_mend_free(there);
    } else {
        import->mends = memory_grow(import->mends, &import->mend_capacity,
                                    import->mend_count + 1, sizeof(*import->mends));
        there = &import->mends[import->mend_count++];
    }
    *there = mend;
}
