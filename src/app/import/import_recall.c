/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_recall.c - a row that was judged, read again; and what was written since */
#include "atelier/app/browse.h"
#include "import/import_candidate.h"
#include "import/import_mend.h"
#include "import/import_new.h"
#include "import/import_state.h"
#include "import/import_stay.h"
#include "import/import_wish.h"

static bool
find_newest(const struct import *import, enum listing_kind kind, struct row_ref about,
            int64_t *id, struct error *err)
{
    struct listing_query query = { .kind = kind,
                                   .entity = about.entity,
                                   .scope = about.id };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(import->at, &query, LISTING_FIRST, NULL, 1, &page, err);
    *id = ok && page.count > 0 ? page.rows[0].id : 0;
    listing_page_clear(&page);
    return ok;
}

bool
import_newest_entry(const struct import *import, int64_t person, int64_t *id,
                    struct error *err)
{
    const struct row_ref about = { ENTITY_PERSON, person };
    struct row_ref listed = { ENTITY_REGISTRATION, 0 };
    int64_t wished = 0;
    bool ok = find_newest(import, person ? LISTING_ROW_JOURNAL : LISTING_JOURNAL, about,
                          id, err);

    if (ok && person && import_has_wishes(import))
        ok = import_wish_registration(import, person, &listed.id, err) &&
             (!listed.id ||
              find_newest(import, LISTING_ROW_JOURNAL, listed, &wished, err));
    *id = wished > *id ? wished : *id;
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
