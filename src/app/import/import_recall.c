/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_recall.c - a row that was judged, read again; and what was written since */
#include "atelier/app/browse.h"
#include "import/import_candidate.h"
#include "import/import_mend.h"
#include "import/import_new.h"
#include "import/import_state.h"
#include "import/import_stay.h"

bool
import_newest_entry(const struct import *import, int64_t person, int64_t *id,
                    struct error *err)
{
    struct listing_query query = {
        .kind = person ? LISTING_ROW_JOURNAL : LISTING_JOURNAL,
        .entity = ENTITY_PERSON,
        .scope = person,
    };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(import->at, &query, LISTING_FIRST, NULL, 1, &page, err);
    *id = ok && page.count > 0 ? page.rows[0].id : 0;
    listing_page_clear(&page);
    return ok;
}

bool
import_row_load(struct import *import, size_t index, struct import_row *row,
                struct error *err)
{
    import_row_clear(row);
    bool readable;
    if (!import_candidate_read(import, index, row, &readable, err) ||
        !import_candidate_recall(import, index, row, err))
        return false;
    if (row->told && row->verdict != IMPORT_REFUSED)
        import_row_tell(row, row->told);
    import_new_tell(import, index, row);
    import_mend_note(import, index, row);
    return import_stay_tell(import, row, err);
}
