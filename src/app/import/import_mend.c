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

/* All those, or the one of that row. */
static void
drop(struct import *import, const size_t *row, bool unsaved)
{
    size_t kept = 0;

    for (size_t i = 0; i < import->mend_count; i++) {
        struct import_mend *mend = &import->mends[i];
        if (mend->unsaved == unsaved && (!row || mend->row == *row))
            import_mend_free(mend);
        else
            import->mends[kept++] = *mend;
    }
    import->mend_count = kept;
}

void
import_mend_drop(struct import *import, size_t row, bool unsaved)
{
    drop(import, &row, unsaved);
}

void
import_mend_drop_saved(struct import *import)
{
    drop(import, NULL, false);
}

static struct import_mend *
find(const struct import *import, size_t row, bool unsaved)
{
    for (size_t i = 0; i < import->mend_count; i++)
        if (import->mends[i].row == row && import->mends[i].unsaved == unsaved)
            return &import->mends[i];
    return NULL;
}

const struct import_mend *
import_mend_find(const struct import *import, size_t row)
{
    return find(import, row, false);
}

const struct import_mend *
import_mend_find_unsaved(const struct import *import, size_t row)
{
    return find(import, row, true);
}

const char *const *
import_mend_cells(const struct import *import, size_t row, const struct table_row *cells,
                  size_t *count, const char **refusal)
{
    const struct import_mend *mend = find(import, row, false);
    *count = mend ? mend->count : cells->count;
    *refusal = mend ? NULL : cells->refusal;
    return (const char *const *)(mend ? mend->cells : cells->cells);
}

void
import_mend_note(const struct import *import, size_t index, struct import_row *row)
{
    const struct import_mend *mend = find(import, import->first + index, false);
    struct buffer without = { 0 };

    if (!mend || !mend->left_out || row->verdict == IMPORT_REFUSED)
        return;
    buffer_addf(&without, _("without %s"), mend->left_out);
    import_row_tell(row, buffer_text(&without));
    buffer_clear(&without);
}

void
import_mend_put(struct import *import, struct import_mend mend)
{
    struct import_mend *there = find(import, mend.row, mend.unsaved);

    if (there) {
        import_mend_free(there);
    } else {
        import->mends = memory_grow(import->mends, &import->mend_capacity,
                                    import->mend_count + 1, sizeof(*import->mends));
        there = &import->mends[import->mend_count++];
    }
    *there = mend;
}
