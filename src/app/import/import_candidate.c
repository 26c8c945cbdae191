/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_candidate.c - a row against everybody who may be meant */
#include "import/import_candidate.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/store/person_alike.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "import/import_answered.h"
#include "import/import_away.h"
#include "import/import_decided.h"
#include "import/import_mend.h"
#include "import/import_new.h"
#include "import/import_ruling.h"
#include "import/import_section.h"
#include "import/import_stay.h"
#include "import/import_wish.h"
#include "import/import_written.h"

enum { MOST_KNOWN = 20, MOST_EARLIER = 20 };

/* The texts that a candidate borrows. */
struct known {
    struct affiliation post;
    struct organisation organisation;
    char *wishes;
    char *answers;
};

static bool
load_known(struct import *import, const struct import_row *row,
           const struct person *person, struct known *known,
           struct import_candidate *candidate, struct error *err)
{
    struct database *db = import->at->db;
    record_init(&affiliation_entity, &known->post);
    record_init(&organisation_entity, &known->organisation);
    known->wishes = NULL;
    known->answers = NULL;
    bool ok = person_table_affiliation(db, person->head.id, atelier_today(import->at),
                                       &known->post, err) &&
              (!known->post.organisation ||
               row_load(db, &organisation_entity, known->post.organisation,
                        &known->organisation, err)) &&
              import_wish_known(import, person->head.id, &known->wishes, err) &&
              import_answer_known(import, row, person->head.id, &known->answers, err);
    *candidate = (struct import_candidate){
        .person = *person,
        .organisation = known->organisation.name,
        .organisation_short = known->organisation.short_name,
        .function = known->post.function,
        .wishes = known->wishes,
        .answers = known->answers,
    };
    return ok;
}

static void
clear_known(struct known *known)
{
    record_clear(&affiliation_entity, &known->post);
    record_clear(&organisation_entity, &known->organisation);
    free(known->wishes);
    free(known->answers);
}

/* What a spreadsheet spoilt is a better reason than what follows from it. */
static bool
check_cells(const struct import *import, const char *const *cells, size_t count,
            struct import_row *row)
{
    const struct import_mapping *mapping = &import->mapping;

    for (size_t c = 0; c < count && c < mapping->count; c++) {
        struct error spoilt = { 0 };
        if (import_column_brings(import, c) == IMPORT_NOTHING ||
            import_cell_check(cells[c], &spoilt))
            continue;
        import_row_refuse(row, mapping, mapping->targets[c], spoilt.message);
        row->column = c;
        return false;
    }
    return true;
}

bool
import_candidate_read_cells(const struct import *import, const char *const *cells,
                            size_t count, int64_t line, struct import_row *row)
{
    const struct import_mapping *mapping = &import->mapping;
    const bool readable = import_row_read(row, mapping, cells, count, line);
    return check_cells(import, cells, count, row) && readable &&
           import_wish_read(import, cells, count, row) &&
           import_answer_read(import, cells, count, row);
}

/* A title is no person, and says of those below it whether they come. */
static void
read_section(const struct import *import, size_t index, struct import_row *row,
             bool *readable)
{
    const char *away = import_section_away(import, import->first + index);
    char *why = import_mend_find(import, import->first + index)
                    ? NULL
                    : import_section_why_no_person(import, &import->cells);

    if (why) {
        import_row_refuse(row, &import->mapping, IMPORT_NOTHING, why);
        *readable = false;
    }
    if (away && !row->values[IMPORT_COMING])
        row->values[IMPORT_COMING] = memory_copy(away);
    free(why);
}

bool
import_candidate_read(struct import *import, size_t index, struct import_row *row,
                      bool *readable, struct error *err)
{
    struct table_row *cells = &import->cells;
    if (!table_store_row(&import->file->rows, import->first + index, cells, err))
        return false;
    size_t count;
    const char *refusal;
    const char *const *texts =
        import_mend_cells(import, import->first + index, cells, &count, &refusal);
    *readable =
        import_candidate_read_cells(import, texts, count, cells->line, row) && !refusal;
    if (refusal)
        import_row_refuse(row, &import->mapping, IMPORT_NOTHING, refusal);
    read_section(import, index, row, readable);
    return true;
}

/* Everybody who may be meant by a row, with what they borrow.  Only its seats that are
 * taken are set: there are many, and for most rows they stay empty. */
struct bench {
    struct import_candidate candidates[MOST_KNOWN + MOST_EARLIER];
    size_t count;
    struct known known[MOST_KNOWN];
    size_t known_count;
    struct import_row rows[MOST_EARLIER];
    size_t numbers[MOST_EARLIER]; /* of these rows */
    size_t row_count;
};

static bool
seat_known(struct import *import, const struct import_row *row,
           const struct person_list *people, struct bench *bench, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < people->count && i < MOST_KNOWN; i++)
        ok = load_known(import, row, &people->items[i],
                        &bench->known[bench->known_count++],
                        &bench->candidates[bench->count++], err);
    return ok;
}

/* Whom a row that was judged is certainly about. */
static int64_t
whom(const struct import *import, size_t index)
{
    const struct import_ruling *ruling = import_ruling(import, index);

    return ruling->verdict == IMPORT_SAME || ruling->verdict == IMPORT_CHANGED
               ? ruling->person
               : 0;
}

static bool
seat_earlier(struct import *import, const struct import_keys *keys, struct bench *bench,
             struct error *err)
{
    size_t named = import_index_find(&import->index, keys, bench->numbers, MOST_EARLIER);
    for (size_t i = 0; i < named; i++) {
        struct import_row *earlier = &bench->rows[bench->row_count++];
        *earlier = (struct import_row){ 0 };
        bool readable;
        if (!import_candidate_read(import, bench->numbers[i], earlier, &readable, err))
            return false;
        struct import_candidate *candidate = &bench->candidates[bench->count++];
        *candidate = import_row_candidate(earlier);
        candidate->about = whom(import, bench->numbers[i]);
    }
    return true;
}

static void
bench_init(struct bench *bench)
{
    bench->count = bench->known_count = bench->row_count = 0;
}

static void
bench_clear(struct bench *bench)
{
    for (size_t i = 0; i < bench->known_count; i++)
        clear_known(&bench->known[i]);
    for (size_t i = 0; i < bench->row_count; i++)
        import_row_clear(&bench->rows[i]);
}

/* 1 + the role in the group that the row names; 0: none. */
static unsigned
role_of(const struct import_row *row)
{
    enum membership_role role;

    return row->values[IMPORT_ROLE] && import_role_read(row->values[IMPORT_ROLE], &role)
               ? 1U + (unsigned)role
               : 0;
}

struct import_ruling
import_candidate_ruling(const struct import_row *row)
{
    return (struct import_ruling){
        .verdict = (unsigned)row->verdict & 7U,
        .changes = row->changes & IMPORT_CHANGES_ALL,
        .person = row->person,
        .away = row->away,
        .open = row->open,
        .stays = row->stays,
        .role = role_of(row) & 7U,
    };
}

/* A line of the file is kept as its row. */
static struct import_ruling
rule(const struct import_row *row, const struct bench *bench)
{
    struct import_ruling ruling = import_candidate_ruling(row);
    for (size_t i = 0; row->earlier && i < bench->row_count; i++)
        if (bench->rows[i].line == row->earlier)
            ruling.earlier = ((uint32_t)bench->numbers[i] + 1U) & (UINT32_MAX >> 1);
    return ruling;
}

/* What the search for likely people reads of a person. */
static void
borrow_person(const struct import_row *row, struct person *person)
{
    person->family = row->values[IMPORT_FAMILY];
    person->given = row->values[IMPORT_GIVEN];
    person->email = row->values[IMPORT_EMAIL];
}

/* Whoever the list says does not come, and said so here, is known to: there is nothing to
 * decide. */
static bool
judge_answered(struct import *import, struct import_row *row, const struct bench *bench,
               struct error *err)
{
    char *no = import->goal.meeting ? row->values[IMPORT_COMING] : NULL;
    bool agrees = false;
    bool ok = true;

    if (no) {
        row->values[IMPORT_COMING] = NULL;
        import_row_judge(row, bench->candidates, bench->count);
        ok = import_away_agrees(import, row, &agrees, err);
        row->values[IMPORT_COMING] = no;
    }
    if (!ok || agrees)
        return ok;
    import_row_judge(row, bench->candidates, bench->count);
    return import_away_judge(import, row, err);
}

static bool
judge(struct import *import, struct import_row *row, const struct import_keys *keys,
      struct import_ruling *ruling, struct error *err)
{
    struct bench bench;
    bench_init(&bench);
    struct person person;
    record_init(&person_entity, &person);
    borrow_person(row, &person);
    struct person_list people = { 0 };
    bool ok = person_alike_find(import->at->db, &person, import->filter, MOST_KNOWN,
                                &people, err) &&
              seat_known(import, row, &people, &bench, err) &&
              seat_earlier(import, keys, &bench, err);
    if (ok) {
        ok = judge_answered(import, row, &bench, err) &&
             import_stay_judge(import, row, err);
        *ruling = rule(row, &bench);
        ruling->left = row->away && row->verdict != IMPORT_DOUBTFUL;
    }
    bench_clear(&bench);
    person_list_clear(&people);
    return ok;
}

/* Whom a run made of the row, unless that was undone. */
static bool
settle_written(struct import *import, size_t index, struct import_row *row, bool *settled,
               struct error *err)
{
    const int64_t person = import_written_find(import, import->first + index);
    struct error why = { 0 };

    *settled = person && import_candidate_settle(import, row, person, &why);
    if (why.kind == ERROR_NONE || why.kind == ERROR_NOT_FOUND)
        return true;
    if (err)
        *err = why;
    return false;
}

static bool
judge_row(struct import *import, size_t index, struct import_row *row,
          const struct import_keys *keys, struct import_ruling *ruling, struct error *err)
{
    bool settled;

    if (!settle_written(import, index, row, &settled, err))
        return false;
    if (settled)
        *ruling = import_candidate_ruling(row);
    return settled || judge(import, row, keys, ruling, err);
}

bool
import_candidate_judge(struct import *import, size_t index, struct import_ruling *ruling,
                       struct error *err)
{
    *ruling = (struct import_ruling){ .verdict = IMPORT_REFUSED };
    struct import_row row = { 0 };
    bool readable = false;
    bool ok = import_candidate_read(import, index, &row, &readable, err);
    if (ok)
        import_section_note(import, import->first + index, &import->cells);
    if (ok && readable) {
        uint32_t created[IMPORT_CREATED_COUNT];
        struct import_keys keys;
        import_keys_make(&keys, &row);
        ok = import_new_note(import, &row, created, err) &&
             judge_row(import, index, &row, &keys, ruling, err);
        memcpy(ruling->created, created, sizeof(created));
        import_candidate_name(import, index, &keys);
    }
    import_row_clear(&row);
    return ok;
}

void
import_candidate_name(struct import *import, size_t index, const struct import_keys *keys)
{
    const struct import_decision *decision =
        import_decision_find(import, import->first + index);

    if (!decision || !decision->out)
        import_index_add(&import->index, keys, index);
}

/* Whoever is gone since is nobody. */
static bool
recall_known(struct import *import, const struct import_ruling *ruling,
             struct import_row *row, struct error *err)
{
    struct person person;
    record_init(&person_entity, &person);
    struct error missing = { 0 };
    bool found =
        row_load(import->at->db, &person_entity, ruling->person, &person, &missing);
    bool ok = found || missing.kind == ERROR_NOT_FOUND;
    if (!ok && err)
        *err = missing;
    struct known known;
    struct import_candidate candidate;
    if (found)
        ok = load_known(import, row, &person, &known, &candidate, err);
    if (ok)
        import_row_recall(row, (enum import_verdict)ruling->verdict, ruling->changes,
                          ruling->person, found ? &candidate : NULL);
    if (found)
        clear_known(&known);
    record_clear(&person_entity, &person);
    return ok;
}

static bool
recall_earlier(struct import *import, const struct import_ruling *ruling,
               struct import_row *row, struct error *err)
{
    struct import_row earlier = { 0 };
    bool readable;
    bool ok =
        import_candidate_read(import, ruling->earlier - 1U, &earlier, &readable, err);
    if (ok) {
        struct import_candidate candidate = import_row_candidate(&earlier);
        candidate.about = ruling->person;
        import_row_recall(row, (enum import_verdict)ruling->verdict, ruling->changes,
                          ruling->person, &candidate);
    }
    import_row_clear(&earlier);
    return ok;
}

bool
import_candidate_recall(struct import *import, size_t index, struct import_row *row,
                        struct error *err)
{
    const struct import_ruling done = import_new_ruling(import, index);
    const struct import_ruling *ruling = &done;

    row->full = ruling->full;
    row->stays = ruling->stays;
    if (ruling->out) {
        import_row_doubt(row, _("You left this row out."));
        return true;
    }
    struct import_ruling changed = *ruling;
    changed.verdict = IMPORT_CHANGED;
    if (ruling->away && ruling->changes)
        return recall_known(import, &changed, row, err) &&
               import_away_recall(import, ruling, row, err);
    if (ruling->away) {
        import_row_recall(row, IMPORT_SAME, 0, ruling->person, NULL);
        return import_away_recall(import, ruling, row, err);
    }
    if (ruling->verdict == IMPORT_REFUSED) /* says why */
        return true;
    if (ruling->earlier)
        return recall_earlier(import, ruling, row, err);
    if (ruling->verdict == IMPORT_DOUBTFUL || ruling->verdict == IMPORT_CHANGED)
        return recall_known(import, ruling, row, err);
    import_row_recall(row, (enum import_verdict)ruling->verdict, ruling->changes,
                      ruling->person, NULL);
    return true;
}

bool
import_candidate_settle(struct import *import, struct import_row *row, int64_t id,
                        struct error *err)
{
    struct person person;
    record_init(&person_entity, &person);
    bool ok = row_load(import->at->db, &person_entity, id, &person, err);
    if (ok) {
        struct known known;
        struct import_candidate candidate;
        ok = load_known(import, row, &person, &known, &candidate, err);
        if (ok)
            import_row_settle(row, &candidate);
        ok = ok && import_away_judge(import, row, err) &&
             import_stay_judge(import, row, err);
        clear_known(&known);
    }
    record_clear(&person_entity, &person);
    return ok;
}
