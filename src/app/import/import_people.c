/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_people.c - a colleague's spreadsheet: read, judged, settled, written */
#include "atelier/app/import_people.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/import_asked.h"
#include "import/import_candidate.h"
#include "import/import_columns.h"
#include "import/import_decided.h"
#include "import/import_decision.h"
#include "import/import_head.h"
#include "import/import_headings.h"
#include "import/import_kinds.h"
#include "import/import_mend.h"
#include "import/import_new.h"
#include "import/import_ruling.h"
#include "import/import_seatless.h"
#include "import/import_section.h"
#include "import/import_state.h"
#include "import/import_stay.h"
#include "import/import_wish.h"

enum { PROGRESS_ROWS = 25 };

static bool
check_people(const struct import *import, struct error *err)
{
    return import->headless || import->file->rows.count > import->head + 1 ||
           error_set(err, ERROR_INPUT, _("%s has only headings, no people."),
                     import->name);
}

static struct row_ref
subject_of(const struct import_goal *goal)
{
    return goal->group ? (struct row_ref){ ENTITY_WORKING_GROUP, goal->group }
                       : (struct row_ref){ ENTITY_MEETING, goal->meeting };
}

struct row_ref
import_subject(const struct import *import)
{
    return subject_of(&import->goal);
}

bool
import_may_into(struct atelier *at, const struct import_goal *goal, struct error *err)
{
    const struct row_ref subject = subject_of(goal);
    return atelier_may(at, ACT_PERSON_IMPORT_NEEDS, subject, err) &&
           (!goal->group || atelier_may(at, ACT_MEMBERSHIP_JOIN_NEEDS, subject, err));
}

static bool
open_file(struct import *import, const struct import_choice *choice, struct error *err)
{
    const struct table_choice how = { .within = import->at->folder,
                                      .encoding = choice->encoding,
                                      .sheet = choice->sheet,
                                      .leave_hidden = choice->leave_hidden };
    return import_may_into(import->at, &import->goal, err) &&
           table_file_read(import->file, import->path, &how, import_kinds, err) &&
           import_wish_load(import, err) && import_asked_load(import, err) &&
           (table_file_waits_for_sheet(import->file) ||
            (import_head_find(import, err) && check_people(import, err)));
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
    import->words = heading_words_new();
    import->at = at;
    import->goal = *goal;
    import->path = memory_copy(path);
    import->name = memory_copy(strcmp(path, TABLE_FILE_INPUT) == 0 ? _("standard input")
                               : slash                             ? slash + 1
                                                                   : path);
    memory_replace(&import->encoding, choice->encoding);
    if (open_file(import, choice, err))
        return import;
    import_free(import);
    return NULL;
}

/* What the judgement said is forgotten. */
static void
clear_rulings(struct import *import)
{
    import_rulings_clear(import);
    import_seatless_clear(import);
    import_new_clear(import);
    import_stay_clear(import);
    import_section_clear(import);
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
    heading_words_free(import->words);
    import_heading_clear(&import->remembered);
    free(import->forgotten);
    clear_rulings(import);
    free(import->decisions);
    free(import->written);
    import_mend_clear(import);
    import_asked_clear(import);
    import_wish_clear(import);
    free(import->guess);
    import_columns_forget_filled(import);
    free(import->path);
    free(import->name);
    free(import->encoding);
    free(import);
}

const char *
import_encoding(const struct import *import)
{
    return import->file->encoding;
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
import_keep_columns(struct import *import)
{
    import->keeps_columns = true;
}

bool
import_forget_columns(struct import *import, struct error *err)
{
    import_headings_forget(import);
    return import_head_guess(import, err);
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
    const size_t total = import->file->rows.count - import->first;
    import_rulings_begin(import, total);
    import_index_init(&import->index, total);
    for (size_t i = 0; i < total; i++) {
        if (progress && i % PROGRESS_ROWS == 0 &&
            progress(context, (int64_t)i, (int64_t)total))
            return error_set(err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        struct import_ruling ruling;
        if (!import_candidate_judge(import, i, &ruling, err))
            return false;
        import_ruling_put(import, i, &ruling);
    }
    import->count = total;
    import_new_count(import);
    return true;
}

static bool
judge_rows(struct import *import, work_progress *progress, void *context,
           struct error *err)
{
    import->first = import->head + (import->headless ? 0 : 1);
    import->filter = person_filter_new(import->at->db, err);
    bool ok = import->filter && import_wish_load(import, err) &&
              import_asked_load(import, err) &&
              judge_each(import, progress, context, err);
    person_filter_free(import->filter);
    import->filter = NULL;
    import_index_clear(&import->index);
    return ok;
}

/* All rows against one state of the database, that of its newest entry. */
static bool
judge_as_of_now(struct import *import, work_progress *progress, void *context,
                struct error *err)
{
    if (!transaction_read_begin(import->at->db, err))
        return false;
    const bool ok = import_newest_entry(import, 0, &import->judged_at, err) &&
                    judge_rows(import, progress, context, err);
    transaction_read_end(import->at->db);
    return ok;
}

bool
import_judge(struct import *import, work_progress *progress, void *context,
             struct error *err)
{
    const int64_t seen = import->judged_at;
    clear_rulings(import);
    bool ok = import_mapping_check(&import->mapping, err) && check_people(import, err) &&
              judge_as_of_now(import, progress, context, err) &&
              import_decisions_repeat(import, seen, err);
    if (!ok) /* half a judgement could be taken for a whole one */
        clear_rulings(import);
    return ok;
}

/* Whether a row says of the database what it said when it was judged, and nobody wrote
 * to the person whom it will change: nothing is overwritten unseen (rule 10). */
static bool
row_stands(struct import *import, size_t index, const struct import_ruling *again,
           bool *stands, struct error *err)
{
    const struct import_ruling *ruling = import_ruling(import, index);
    const struct import_decision *decision =
        import_decision_find(import, import->first + index);
    const struct import_ruling *judged = decision ? &decision->judged : ruling;

    *stands = judged->verdict == again->verdict && judged->person == again->person;
    if (!*stands || ruling->verdict != IMPORT_CHANGED)
        return true;
    int64_t newest = 0;
    if (!import_newest_entry(import, ruling->person, &newest, err))
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
        if (!row_stands(import, i, import_ruling(again, i), &stands, err))
            return false;
        if (!stands)
            return error_set(err, ERROR_CONFLICT,
                             _("Somebody changed what line %lld is about.  Nothing "
                               "was written; look at the rows again."),
                             (long long)import_row_line(import, i));
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
    if (!import_newest_entry(import, 0, &newest, err))
        return false;
    if (newest == import->judged_at)
        return true;

    struct import again = { .at = import->at,
                            .goal = import->goal,
                            .file = import->file,
                            .mapping = import->mapping,
                            .head = import->head,
                            .headers = import->headers,
                            .headless = import->headless,
                            .written = import->written,
                            .written_count = import->written_count,
                            .mends = import->mends,
                            .mend_count = import->mend_count,
                            .decisions = import->decisions,
                            .decision_count = import->decision_count };
    bool ok = judge_rows(&again, NULL, NULL, err) && rows_stand(import, &again, err);
    table_row_clear(&again.cells);
    import_asked_clear(&again);
    import_wish_clear(&again);
    clear_rulings(&again);
    return ok;
}

bool
import_is_current(const struct import *import)
{
    struct error ignored = { 0 };
    int64_t newest;
    return import_newest_entry(import, 0, &newest, &ignored) &&
           newest == import->judged_at;
}

size_t
import_row_count(const struct import *import)
{
    return import->count;
}

enum import_verdict
import_row_verdict(const struct import *import, size_t index)
{
    return (enum import_verdict)import_new_ruling(import, index).verdict;
}

bool
import_row_is_away(const struct import *import, size_t index)
{
    const struct import_ruling *ruling = import_ruling(import, index);
    return ruling->away && !ruling->put_back && !ruling->left;
}

bool
import_row_is_put_back(const struct import *import, size_t index)
{
    return import_ruling(import, index)->put_back;
}

bool
import_row_stays(const struct import *import, size_t index)
{
    return import_ruling(import, index)->stays;
}

bool
import_row_is_cut(const struct import *import, size_t index)
{
    const struct import_mend *mend = import_mend_find(import, import->first + index);
    return mend && mend->left_out;
}

int64_t
import_row_line(const struct import *import, size_t index)
{
    return table_store_line(&import->file->rows, import->first + index);
}

bool
import_row_is_full(const struct import *import, size_t index)
{
    return import_ruling(import, index)->full;
}

const char *
import_row_no_seat(const struct import *import, size_t index)
{
    return import_ruling(import, index)->full ? import_seatless_of(import, index) : NULL;
}

void
import_row_add_no_seat(const struct import *import, size_t index, struct buffer *text)
{
    buffer_addf(text,
                import_seatless_is_answer(import, index) ? _("answer not taken: %s")
                                                         : _("not registered: %s"),
                import_row_no_seat(import, index));
}

void
import_counts(const struct import *import, int64_t counts[IMPORT_VERDICT_COUNT])
{
    memset(counts, 0, sizeof(counts[0]) * IMPORT_VERDICT_COUNT);
    for (size_t i = 0; i < import->count; i++)
        counts[import_row_verdict(import, i)]++;
}
