/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics.c - figures of who was asked and who came, and their sums */
#include "atelier/domain/statistics.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

const struct choice statistics_figures[] = {
    [FIGURE_INVITED] = { "invited", N_("Invited") },
    [FIGURE_ACCEPTED] = { "accepted", N_("Accepted") },
    [FIGURE_PRESENT] = { "present", N_("Present") },
    [FIGURE_IN_ROOM] = { "in_room", N_("In the room") },
    [FIGURE_REMOTE] = { "remote", N_("Remote") },
    [FIGURE_EXCUSED] = { "excused", N_("Excuses") },
    [FIGURE_ABSENT] = { "absent", N_("Absences") },
    { NULL, NULL },
};

const struct choice statistics_outcomes[] = {
    [OUTCOME_UNKNOWN] = { "unknown", N_("unknown") },
    [OUTCOME_IN_ROOM] = { "in_room", N_("in the room") },
    [OUTCOME_REMOTE] = { "remote", N_("remote") },
    [OUTCOME_EXCUSED] = { "excused", N_("excused") },
    [OUTCOME_ABSENT] = { "absent", N_("absent") },
    { NULL, NULL },
};

const struct choice statistics_bys[] = {
    [STATISTICS_BY_CATEGORY] = { "category", N_("Category") },
    [STATISTICS_BY_ORGANISATION] = { "organisation", N_("Organisation") },
    [STATISTICS_BY_TERRITORY] = { "territory", N_("Territory") },
    [STATISTICS_BY_PERSON] = { "person", N_("Person") },
    [STATISTICS_BY_MEETING] = { "meeting", N_("Meeting") },
    [STATISTICS_BY_GROUP] = { "group", N_("Working group") },
    { NULL, NULL },
};

const struct choice statistics_eaches[] = {
    [STATISTICS_EACH_NONE] = { "none", N_("all the time") },
    [STATISTICS_EACH_YEAR] = { "year", N_("each year") },
    [STATISTICS_EACH_MONTH] = { "month", N_("each month") },
    { NULL, NULL },
};

/* The newest mark of each kind in one slot; 0: none. */
struct newest {
    int64_t there;
    int64_t excused;
    int64_t absent;
    int64_t annulled;
    int64_t left; /* of those there, as signed */
    int64_t has_signed;
    bool remote; /* of the one that has them there */
};

static void
note_mark(struct newest *newest, const struct outcome_mark *mark)
{
    int64_t *kind = mark->kind == PRESENCE_EXCUSED    ? &newest->excused
                    : mark->kind == PRESENCE_ABSENT   ? &newest->absent
                    : mark->kind == PRESENCE_ANNULLED ? &newest->annulled
                                                      : &newest->there;

    if (mark->kind == PRESENCE_LEFT && mark->id > newest->left)
        newest->left = mark->id;
    if (mark->kind == PRESENCE_SIGNED && mark->id > newest->has_signed)
        newest->has_signed = mark->id;
    if (mark->id <= *kind)
        return;
    *kind = mark->id;
    if (kind == &newest->there)
        newest->remote = mark->remote;
}

/* A mark that is older than an annulment is none. */
static enum outcome
outcome_in_slot(const struct newest *newest)
{
    if (newest->there > newest->annulled)
        return newest->remote ? OUTCOME_REMOTE : OUTCOME_IN_ROOM;
    if (newest->excused > newest->annulled && newest->excused > newest->absent)
        return OUTCOME_EXCUSED;
    return newest->absent > newest->annulled ? OUTCOME_ABSENT : OUTCOME_UNKNOWN;
}

/* What in one slot goes before what in another one has the smaller number. */
enum outcome
outcome_of_marks(const struct outcome_mark *marks, size_t count)
{
    enum outcome best = OUTCOME_UNKNOWN;
    struct newest newest = { 0 };

    for (size_t i = 0; i < count; i++) {
        note_mark(&newest, &marks[i]);
        if (i + 1 < count && marks[i + 1].slot == marks[i].slot)
            continue;
        const enum outcome here = outcome_in_slot(&newest);
        if (best == OUTCOME_UNKNOWN || (here != OUTCOME_UNKNOWN && here < best))
            best = here;
        newest = (struct newest){ 0 };
    }
    return best;
}

void
slot_count_marks(struct presence_count *counts, const struct outcome_mark *marks,
                 size_t count)
{
    struct newest newest = { 0 };

    for (size_t i = 0; i < count; i++)
        note_mark(&newest, &marks[i]);
    const enum outcome outcome = outcome_in_slot(&newest);
    counts->present += outcome == OUTCOME_IN_ROOM || outcome == OUTCOME_REMOTE;
    counts->remote += outcome == OUTCOME_REMOTE;
    counts->inside += newest.there > newest.annulled && newest.there > newest.left;
    counts->signatures += newest.has_signed > newest.annulled;
    counts->excused += outcome == OUTCOME_EXCUSED;
    counts->absent += outcome == OUTCOME_ABSENT;
}

enum outcome
outcome_with_answer(enum outcome marked, enum registration_state state, bool kept)
{
    if (marked == OUTCOME_IN_ROOM || marked == OUTCOME_REMOTE)
        return marked;
    if (state == REGISTRATION_EXCUSED || marked == OUTCOME_EXCUSED)
        return OUTCOME_EXCUSED;
    return marked == OUTCOME_ABSENT || (kept && state == REGISTRATION_ACCEPTED)
               ? OUTCOME_ABSENT
               : OUTCOME_UNKNOWN;
}

bool
figure_counts(enum figure figure, enum registration_state state, enum outcome outcome)
{
    switch (figure) {
    case FIGURE_INVITED:
        return true;
    case FIGURE_ACCEPTED:
        return state == REGISTRATION_ACCEPTED;
    case FIGURE_PRESENT:
        return outcome == OUTCOME_IN_ROOM || outcome == OUTCOME_REMOTE;
    case FIGURE_IN_ROOM:
        return outcome == OUTCOME_IN_ROOM;
    case FIGURE_REMOTE:
        return outcome == OUTCOME_REMOTE;
    case FIGURE_EXCUSED:
        return outcome == OUTCOME_EXCUSED;
    case FIGURE_ABSENT:
        return outcome == OUTCOME_ABSENT;
    case FIGURE_COUNT:
        break;
    }
    return false;
}

struct statistics_row *
statistics_add(struct statistics *statistics)
{
    statistics->rows = memory_grow(statistics->rows, &statistics->capacity,
                                   statistics->count + 1, sizeof statistics->rows[0]);
    statistics->rows[statistics->count] = (struct statistics_row){ 0 };
    return &statistics->rows[statistics->count++];
}

void
statistics_row_add(struct statistics_row *row, enum registration_state state,
                   enum outcome outcome, bool kept, int64_t people)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figure_counts((enum figure)i, state, outcome))
            row->figures[i] += people;
    if (kept)
        row->asked += people;
}

void
statistics_row_sum(struct statistics_row *row, const struct statistics_row *other)
{
    for (int f = 0; f < FIGURE_COUNT; f++)
        row->figures[f] += other->figures[f];
    row->asked += other->asked;
}

static void
clear_row(struct statistics_row *row)
{
    free(row->key);
    free(row->label);
    free(row->period);
}

static bool
never_came(const struct statistics_row *row)
{
    return row->asked > 0 && row->figures[FIGURE_PRESENT] == 0;
}

void
statistics_end(struct statistics *statistics, bool never)
{
    struct statistics_row *total = &statistics->total;
    size_t kept = 0;

    for (size_t i = 0; i < statistics->count; i++) {
        struct statistics_row *row = &statistics->rows[i];
        if (never && !never_came(row)) {
            clear_row(row);
            continue;
        }
        statistics_row_sum(total, row);
        statistics->rows[kept++] = *row;
    }
    statistics->count = kept;
}

void
statistics_clear(struct statistics *statistics)
{
    for (size_t i = 0; i < statistics->count; i++)
        clear_row(&statistics->rows[i]);
    free(statistics->rows);
    *statistics = (struct statistics){ 0 };
}

int
statistics_rate(const struct statistics_row *row)
{
    return row->asked > 0 ? (int)((200 * row->figures[FIGURE_PRESENT] + row->asked) /
                                  (2 * row->asked))
                          : -1;
}
