/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_people.c - a colleague's spreadsheet: read, judged, settled, written */
#include "atelier/app/import_people.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/import_candidate.h"
#include "import/import_category.h"
#include "import/import_columns.h"
#include "import/import_kinds.h"
#include "import/import_state.h"

/* Headings further down than this are not looked for. */
enum { PROGRESS_ROWS = 25, HEADINGS_WITHIN = 10 };

static bool
check_people(const struct import *import, struct error *err)
{
    return import->headless || import->file->rows.count > import->head + 1 ||
           error_set(err, ERROR_INPUT, _("%s has only headings, no people."),
                     import->name);
}

/* Takes a row for the headings; *known is how many of them are understood. */
static bool
take_headings(struct import *import, size_t row, size_t *known, struct error *err)
{
    import->head = row;
    import_mapping_clear(&import->mapping);
    return table_store_row(&import->file->rows, row, &import->headers, err) &&
           import_columns_guess(import, known, err);
}

/* Of the first rows the one that names what an import needs, and most of it: a title may
 * stand above the headings, or the line by which a spreadsheet tells its delimiter. */
static bool
find_headings(struct import *import, struct error *err)
{
    size_t best = 0;
    size_t most = 0;
    size_t known = 0;
    for (size_t i = 0; i < import->file->rows.count && i < HEADINGS_WITHIN; i++) {
        if (!take_headings(import, i, &known, err))
            return false;
        if (known > most && import_mapping_check(&import->mapping, NULL)) {
            best = i;
            most = known;
        }
    }
    if (!take_headings(import, best, &known, err))
        return false;
    import->headless = known == 0;
    return true;
}

struct row_ref
import_subject(const struct import *import)
{
    return import->goal.group
               ? (struct row_ref){ ENTITY_WORKING_GROUP, import->goal.group }
               : (struct row_ref){ ENTITY_MEETING, import->goal.meeting };
}

bool
import_may(const struct import *import, struct error *err)
{
    const struct row_ref subject = import_subject(import);
    return atelier_may(import->at, ACT_PERSON_IMPORT_NEEDS, subject, err) &&
           (!import->goal.group ||
            atelier_may(import->at, ACT_MEMBERSHIP_JOIN_NEEDS, subject, err));
}

static bool
open_file(struct import *import, const struct import_choice *choice, struct error *err)
{
    const struct table_choice how = { .encoding = choice->encoding,
                                      .sheet = choice->sheet,
                                      .leave_hidden = choice->leave_hidden };
    return import_may(import, err) &&
           table_file_read(import->file, import->path, &how, import_kinds, err) &&
           (table_file_waits_for_sheet(import->file) ||
            (find_headings(import, err) && check_people(import, err)));
}

struct import *
import_open(struct atelier *at, const char *path, int64_t meeting, struct error *err)
{
    return import_open_as(at, path, &(struct import_goal){ .meeting = meeting },
                          &(struct import_choice){ 0 }, err);
}

struct import *
import_open_as(struct atelier *at, const char *path, const struct import_goal *goal,
               const struct import_choice *choice, struct error *err)
{
    struct import *import = memory_new(1, sizeof(*import));
    const char *slash = strrchr(path, '/');
    import->file = memory_new(1, sizeof(*import->file));
    import->at = at;
    import->goal = *goal;
    import->path = memory_copy(path);
    import->name = memory_copy(slash ? slash + 1 : path);
    if (open_file(import, choice, err))
        return import;
    import_free(import);
    return NULL;
}

/* What the judgement said is forgotten. */
static void
clear_rulings(struct import *import)
{
    free(import->rulings);
    free(import->decisions);
    import->rulings = NULL;
    import->decisions = NULL;
    import->count = import->capacity = 0;
    import->decision_count = import->decision_capacity = 0;
    import_category_clear(import);
}

void
import_free(struct import *import)
{
    if (!import)
        return;
    table_file_clear(import->file);
    free(import->file);
    table_row_clear(&import->cells);
    table_row_clear(&import->headers);
    import_mapping_clear(&import->mapping);
    clear_rulings(import);
    free(import->path);
    free(import->name);
    free(import);
}

const char *
import_encoding(const struct import *import)
{
    return import->file->encoding;
}

const char *
import_path(const struct import *import)
{
    return import->path;
}

const struct import_goal *
import_goal(const struct import *import)
{
    return &import->goal;
}

void
import_set_role(struct import *import, enum membership_role role)
{
    import->goal.role = role;
}

char
import_delimiter(const struct import *import)
{
    return import->file->delimiter;
}

const char *const *
import_sheets(const struct import *import, size_t *count)
{
    *count = import->file->sheet_count;
    return (const char *const *)import->file->sheets;
}

const char *
import_sheet(const struct import *import)
{
    return import->file->sheet;
}

int64_t
import_hidden_rows(const struct import *import)
{
    return import->file->hidden_rows;
}

const char *
import_notes(const struct import *import)
{
    return buffer_text(&import->file->notes);
}

const char *const *
import_headers(const struct import *import, size_t *count)
{
    *count = import->headers.count;
    return (const char *const *)import->headers.cells;
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

/* A judgement is none until its last row: who looks in between sees no half of it. */
static bool
judge_each(struct import *import, work_progress *progress, void *context,
           struct error *err)
{
    size_t total = import->file->rows.count - import->first;
    for (size_t i = 0; i < total; i++) {
        if (progress && i % PROGRESS_ROWS == 0 &&
            progress(context, (int64_t)i, (int64_t)total))
            return error_set(err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        import->rulings = memory_grow(import->rulings, &import->capacity, i + 1,
                                      sizeof(*import->rulings));
        if (!import_candidate_judge(import, i, &import->rulings[i], err))
            return false;
    }
    import->count = total;
    return true;
}

static bool
judge_rows(struct import *import, work_progress *progress, void *context,
           struct error *err)
{
    import->first = import->head + (import->headless ? 0 : 1);
    import->filter = person_filter_new(import->at->db, err);
    bool ok = import->filter && judge_each(import, progress, context, err);
    person_filter_free(import->filter);
    import->filter = NULL;
    import_index_clear(&import->index);
    return ok;
}

/* The id of the newest entry of the journal, of a person when it is not 0; 0 when there
 * is none. */
static bool
newest_entry(const struct import *import, int64_t person, int64_t *id, struct error *err)
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
    clear_rulings(import);
    bool ok = import_mapping_check(&import->mapping, err) && check_people(import, err) &&
              newest_entry(import, 0, &import->judged_at, err) &&
              judge_rows(import, progress, context, err);
    if (!ok) /* half a judgement could be taken for a whole one */
        clear_rulings(import);
    return ok;
}

static struct import_decision *
find_decision(const struct import *import, size_t row)
{
    for (size_t i = 0; i < import->decision_count; i++)
        if (import->decisions[i].row == row)
            return &import->decisions[i];
    return NULL;
}

/* Whether a row says of the database what it said when it was judged, and nobody wrote
 * to the person whom it will change: nothing is overwritten unseen (rule 10). */
static bool
row_stands(struct import *import, size_t index, const struct import_ruling *again,
           bool *stands, struct error *err)
{
    const struct import_ruling *ruling = &import->rulings[index];
    const struct import_decision *decision = find_decision(import, index);
    unsigned verdict = decision ? decision->verdict : ruling->verdict;
    int64_t person = decision ? decision->person : ruling->person;

    *stands = verdict == again->verdict && person == again->person;
    if (!*stands || ruling->verdict != IMPORT_CHANGED)
        return true;
    int64_t newest = 0;
    if (!newest_entry(import, ruling->person, &newest, err))
        return false;
    *stands = newest <= import->judged_at;
    return true;
}

/* Each row's verdict now against the one that was seen. */
static bool
rows_stand(struct import *import, const struct import *again, struct error *err)
{
    assert(again->count == import->count); /* of one file that nobody can change */
    for (size_t i = 0; i < import->count; i++) {
        bool stands;
        if (!row_stands(import, i, &again->rulings[i], &stands, err))
            return false;
        if (!stands)
            return error_set(err, ERROR_CONFLICT,
                             _("A colleague changed what line %lld is about.  Nothing "
                               "was written; look at the rows again."),
                             (long long)import->file->rows.marks[import->first + i].line);
    }
    return true;
}

bool
import_still_stands(struct import *import, struct error *err)
{
    if (table_file_has_changed(import->file, import->path))
        return error_set(err, ERROR_CONFLICT,
                         _("%s has changed since it was read.  Nothing was written; open "
                           "it again."),
                         import->name);
    int64_t newest;
    if (!newest_entry(import, 0, &newest, err))
        return false;
    if (newest == import->judged_at)
        return true;

    struct import again = { .at = import->at,
                            .goal = import->goal,
                            .file = import->file,
                            .mapping = import->mapping,
                            .head = import->head,
                            .headless = import->headless };
    bool ok = judge_rows(&again, NULL, NULL, err) && rows_stand(import, &again, err);
    table_row_clear(&again.cells);
    clear_rulings(&again);
    return ok;
}

bool
import_is_current(const struct import *import)
{
    struct error ignored = { 0 };
    int64_t newest;
    return newest_entry(import, 0, &newest, &ignored) && newest == import->judged_at;
}

size_t
import_row_count(const struct import *import)
{
    return import->count;
}

enum import_verdict
import_row_verdict(const struct import *import, size_t index)
{
    return (enum import_verdict)import->rulings[index].verdict;
}

bool
import_row_is_away(const struct import *import, size_t index)
{
    return import->rulings[index].away && !import->rulings[index].put_back;
}

bool
import_row_is_put_back(const struct import *import, size_t index)
{
    return import->rulings[index].put_back;
}

bool
import_row_is_full(const struct import *import, size_t index)
{
    return import->rulings[index].full;
}

bool
import_row_load(struct import *import, size_t index, struct import_row *row,
                struct error *err)
{
    import_row_clear(row);
    bool readable;
    return import_candidate_read(import, index, row, &readable, err) &&
           import_candidate_recall(import, index, row, err);
}

void
import_counts(const struct import *import, int64_t counts[IMPORT_VERDICT_COUNT])
{
    memset(counts, 0, sizeof(counts[0]) * IMPORT_VERDICT_COUNT);
    for (size_t i = 0; i < import->count; i++)
        counts[import->rulings[i].verdict]++;
}

/* The first decision on a row remembers what was judged of it. */
static void
decide(struct import *import, size_t index, const struct import_row *row)
{
    struct import_ruling *ruling = &import->rulings[index];
    if (!find_decision(import, index)) {
        import->decisions =
            memory_grow(import->decisions, &import->decision_capacity,
                        import->decision_count + 1, sizeof(*import->decisions));
        import->decisions[import->decision_count++] = (struct import_decision){
            .row = index,
            .verdict = (enum import_verdict)ruling->verdict,
            .person = ruling->person,
        };
    }
    *ruling = (struct import_ruling){
        .verdict = (uint8_t)row->verdict,
        .changes = (uint16_t)row->changes,
        .person = row->person,
        .away = row->away,
    };
}

bool
import_put_back(struct import *import, size_t index, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = import_row_load(import, index, &row, err);
    if (ok && row.away) {
        ok = import_candidate_settle(import, &row, row.person, err);
        decide(import, index, &row);
        struct import_ruling *ruling = &import->rulings[index];
        ruling->away = ruling->put_back = true;
        ruling->verdict = ruling->changes ? IMPORT_CHANGED : IMPORT_SAME;
    }
    import_row_clear(&row);
    return ok;
}

bool
import_settle(struct import *import, size_t index, int64_t person, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = import_row_load(import, index, &row, err);
    if (ok && person == 0)
        import_row_settle_new(&row);
    else if (ok)
        ok = import_candidate_settle(import, &row, person, err);
    if (ok)
        decide(import, index, &row);
    import_row_clear(&row);
    return ok;
}
