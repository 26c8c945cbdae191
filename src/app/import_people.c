/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_people.c - a colleague's spreadsheet: read, judged, settled, written */
#include "atelier/app/import_people.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import_candidate.h"
#include "import_state.h"

enum { PROGRESS_ROWS = 25 };

static bool
check_people(const struct import *import, struct error *err)
{
    return import->headless || import->file.count > 1 ||
           error_set(err, ERROR_INPUT, _("%s has only headings, no people."),
                     import->name);
}

struct import *
import_open(struct atelier *at, const char *path, int64_t meeting, struct error *err)
{
    struct import *import = memory_new(1, sizeof(*import));
    import->at = at;
    import->meeting = meeting;
    const char *slash = strrchr(path, '/');
    import->name = memory_copy(slash ? slash + 1 : path);
    if (!atelier_may(at, MAY_IMPORT, err) || !csv_file_read(&import->file, path, err)) {
        import_free(import);
        return NULL;
    }
    const struct csv_row *first = &import->file.rows[0];
    size_t known = import_mapping_guess(&import->mapping,
                                        (const char *const *)first->cells, first->count);
    import->headless = known == 0;
    if (!check_people(import, err)) {
        import_free(import);
        return NULL;
    }
    return import;
}

void
import_free(struct import *import)
{
    if (!import)
        return;
    csv_file_clear(&import->file);
    import_mapping_clear(&import->mapping);
    import_row_list_clear(&import->rows);
    import_index_clear(&import->index);
    free(import->decisions);
    free(import->name);
    free(import);
}

const char *
import_encoding(const struct import *import)
{
    return import->file.encoding;
}

char
import_delimiter(const struct import *import)
{
    return import->file.delimiter;
}

const char *const *
import_headers(const struct import *import, size_t *count)
{
    *count = import->file.rows[0].count;
    return (const char *const *)import->file.rows[0].cells;
}

struct import_mapping *
import_mapping(struct import *import)
{
    return &import->mapping;
}

void
import_set_headless(struct import *import, bool headless)
{
    import->headless = headless;
}

bool
import_is_headless(const struct import *import)
{
    return import->headless;
}

static bool
judge_each(struct import *import, work_progress *progress, void *context,
           struct error *err)
{
    size_t first = import->headless ? 0 : 1;
    for (size_t i = first; i < import->file.count; i++) {
        if (progress && (i - first) % PROGRESS_ROWS == 0 &&
            progress(context, (int64_t)(i - first),
                     (int64_t)(import->file.count - first)))
            return error_set(err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        import->rows.items =
            memory_grow(import->rows.items, &import->rows.capacity,
                        import->rows.count + 1, sizeof(struct import_row));
        struct import_row *row = &import->rows.items[import->rows.count++];
        if (!import_candidate_judge(import, &import->file.rows[i], row, err))
            return false;
    }
    return true;
}

static bool
judge_rows(struct import *import, work_progress *progress, void *context,
           struct error *err)
{
    import->filter = person_filter_new(import->at->db, err);
    bool ok = import->filter && judge_each(import, progress, context, err);
    person_filter_free(import->filter);
    import->filter = NULL;
    return ok;
}

/* The id of the newest entry of the journal, of a person when it is not 0; 0 when there
 * is none. */
static bool
newest_entry(struct import *import, int64_t person, int64_t *id, struct error *err)
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
import_judge(struct import *import, work_progress *progress, void *context,
             struct error *err)
{
    import_row_list_clear(&import->rows);
    import_index_clear(&import->index);
    free(import->decisions);
    import->decisions = memory_new(import->file.count, sizeof(*import->decisions));
    bool ok = import_mapping_check(&import->mapping, err) && check_people(import, err) &&
              newest_entry(import, 0, &import->judged_at, err) &&
              judge_rows(import, progress, context, err);
    if (!ok) /* half a judgement could be taken for a whole one */
        import_row_list_clear(&import->rows);
    return ok;
}

/* Whether a row says of the database what it said when it was judged, and nobody wrote
 * to the person whom it will change: nothing is overwritten unseen (rule 10). */
static bool
row_stands(struct import *import, size_t index, const struct import_row *again,
           bool *stands, struct error *err)
{
    const struct import_row *row = &import->rows.items[index];
    const struct import_decision *decision = &import->decisions[index];
    enum import_verdict verdict = decision->made ? decision->verdict : row->verdict;
    int64_t person = decision->made ? decision->person : row->person;
    int64_t newest = 0;

    *stands = verdict == again->verdict && person == again->person;
    if (!*stands || row->verdict != IMPORT_CHANGED)
        return true;
    if (!newest_entry(import, row->person, &newest, err))
        return false;
    *stands = newest <= import->judged_at;
    return true;
}

bool
import_still_stands(struct import *import, struct error *err)
{
    int64_t newest;
    if (!newest_entry(import, 0, &newest, err))
        return false;
    if (newest == import->judged_at)
        return true;

    struct import again = { .at = import->at,
                            .file = import->file,
                            .mapping = import->mapping,
                            .headless = import->headless };
    bool ok = judge_rows(&again, NULL, NULL, err);
    assert(!ok || again.rows.count == import->rows.count); /* of one file in memory */
    for (size_t i = 0; ok && i < import->rows.count; i++) {
        bool stands;
        assert(again.rows.items != NULL);
        ok = row_stands(import, i, &again.rows.items[i], &stands, err);
        if (ok && !stands)
            ok = error_set(err, ERROR_CONFLICT,
                           _("A colleague changed what line %lld is about.  Nothing was "
                             "written; look at the rows again."),
                           (long long)import->rows.items[i].line);
    }
    import_row_list_clear(&again.rows);
    import_index_clear(&again.index);
    return ok;
}

size_t
import_row_count(const struct import *import)
{
    return import->rows.count;
}

const struct import_row *
import_row(const struct import *import, size_t index)
{
    return &import->rows.items[index];
}

void
import_counts(const struct import *import, int64_t counts[IMPORT_VERDICT_COUNT])
{
    memset(counts, 0, sizeof(counts[0]) * IMPORT_VERDICT_COUNT);
    for (size_t i = 0; i < import->rows.count; i++)
        counts[import->rows.items[i].verdict]++;
}

bool
import_settle(struct import *import, size_t index, int64_t person, struct error *err)
{
    struct import_row *row = &import->rows.items[index];
    struct import_decision *decision = &import->decisions[index];
    struct import_decision judged = { true, row->verdict, row->person };
    if (person == 0)
        import_row_settle_new(row);
    else if (!import_candidate_settle(import, row, person, err))
        return false;
    if (!decision->made)
        *decision = judged;
    return true;
}
