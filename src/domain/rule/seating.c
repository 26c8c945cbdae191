/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seating.c - whether there is a seat for somebody under the limits of a meeting */
#include "atelier/domain/seating.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"

/* --- counts */

void
seating_count_list_clear(struct seating_count_list *list)
{
    free(list->items);
    *list = (struct seating_count_list){ 0 };
}

static struct seating_count *
find_count(const struct seating_count_list *list, int64_t id)
{
    for (size_t i = 0; list && i < list->count; i++)
        if (list->items[i].id == id)
            return &list->items[i];
    return NULL;
}

void
seating_count_list_add(struct seating_count_list *list, int64_t id, int64_t taken)
{
    struct seating_count *count = find_count(list, id);
    if (!count) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        count = &list->items[list->count++];
        *count = (struct seating_count){ .id = id };
    }
    count->taken += taken;
}

int64_t
seating_count_list_get(const struct seating_count_list *list, int64_t id)
{
    const struct seating_count *count = find_count(list, id);

    return count ? count->taken : 0;
}

/* --- one limit */

static int64_t
at_least_0(int64_t number)
{
    return number > 0 ? number : 0;
}

bool
seating_holds_on(const struct seat_limit *limit, struct date today)
{
    return limit->kind != SEAT_LIMIT_HOLD || date_is_none(limit->until) ||
           date_compare(today, limit->until) <= 0;
}

static int64_t
largest(const struct seating_count_list *list)
{
    int64_t most = 0;
    for (size_t i = 0; list && i < list->count; i++)
        if (list->items[i].taken > most)
            most = list->items[i].taken;
    return most;
}

int64_t
seating_taken(const struct seating *seating, const struct seat_limit *limit)
{
    switch (limit->scope) {
    case SEAT_LIMIT_CATEGORY:
        return seating_count_list_get(seating->categories, limit->category);
    case SEAT_LIMIT_ORGANISATION:
        return seating_count_list_get(seating->organisations, limit->organisation);
    case SEAT_LIMIT_EACH_ORGANISATION:
        return largest(seating->organisations);
    }
    return 0;
}

/* Whether the limit is about people like the candidate. */
static bool
concerns(const struct seat_limit *limit, const struct seating_candidate *candidate)
{
    switch (limit->scope) {
    case SEAT_LIMIT_CATEGORY:
        return limit->category == candidate->category;
    case SEAT_LIMIT_ORGANISATION:
        return limit->organisation == candidate->organisation;
    case SEAT_LIMIT_EACH_ORGANISATION:
        return candidate->organisation != 0;
    }
    return false;
}

/* What the candidate's own people have taken of it. */
static int64_t
taken_with(const struct seating *seating, const struct seat_limit *limit,
           const struct seating_candidate *candidate)
{
    return limit->scope == SEAT_LIMIT_EACH_ORGANISATION
               ? seating_count_list_get(seating->organisations, candidate->organisation)
               : seating_taken(seating, limit);
}

static int64_t
unfilled(const struct seating *seating, const struct seat_limit *limit)
{
    if (limit->kind != SEAT_LIMIT_HOLD || !seating_holds_on(limit, seating->today))
        return 0;
    return at_least_0(limit->people - seating_taken(seating, limit));
}

/* --- all of them */

/* What is held for others than the candidate; for all when that is NULL. */
static int64_t
held_for_others(const struct seating *seating, const struct seating_candidate *candidate)
{
    const struct seat_limit_list *limits = seating->limits;
    int64_t held = 0;
    for (size_t i = 0; limits && i < limits->count; i++) {
        if (candidate && concerns(&limits->items[i], candidate))
            continue;
        const int64_t more = unfilled(seating, &limits->items[i]);
        held = more > INT64_MAX - held ? INT64_MAX : held + more;
    }
    return held;
}

int64_t
seating_held(const struct seating *seating)
{
    return held_for_others(seating, NULL);
}

static void
add_blocker(struct seating_verdict *verdict, struct seating_blocker blocker)
{
    verdict->blockers = memory_grow(verdict->blockers, &verdict->capacity,
                                    verdict->count + 1, sizeof verdict->blockers[0]);
    verdict->blockers[verdict->count++] = blocker;
}

/* Lowers what is free to what one limit leaves. */
static void
lower(struct seating_verdict *verdict, int64_t left)
{
    left = at_least_0(left);
    if (verdict->free == NUMBER_NONE || left < verdict->free)
        verdict->free = left;
}

static void
add_holds(const struct seating *seating, const struct seating_candidate *candidate,
          struct seating_verdict *verdict)
{
    for (size_t i = 0; i < seating->limits->count; i++) {
        const struct seat_limit *limit = &seating->limits->items[i];
        if (concerns(limit, candidate) || unfilled(seating, limit) == 0)
            continue;
        add_blocker(verdict, (struct seating_blocker){
                                 .kind = SEATING_HELD,
                                 .limit = limit->head.id,
                                 .category = limit->category,
                                 .organisation = limit->organisation,
                                 .people = limit->people,
                                 .taken = seating_taken(seating, limit),
                                 .wanted = candidate->wanted,
                                 .until = limit->until,
                             });
    }
}

/* The seats of the meeting, without those that are held for others. */
static void
judge_seats(const struct seating *seating, const struct seating_candidate *candidate,
            struct seating_verdict *verdict)
{
    if (seating->seats == NUMBER_NONE)
        return;
    const int64_t left = at_least_0(seating->seats - seating->taken);
    const int64_t held = held_for_others(seating, candidate);
    lower(verdict, left - held);
    if (candidate->wanted > left)
        add_blocker(verdict, (struct seating_blocker){
                                 .kind = SEATING_FULL,
                                 .people = seating->seats,
                                 .taken = seating->taken,
                                 .wanted = candidate->wanted,
                             });
    if (left > 0 && held > 0 && candidate->wanted > at_least_0(left - held))
        add_holds(seating, candidate, verdict);
}

/* A limit of the candidate's own people. */
static void
judge_limit(const struct seating *seating, const struct seat_limit *limit,
            const struct seating_candidate *candidate, struct seating_verdict *verdict)
{
    if (limit->kind != SEAT_LIMIT_MOST || !concerns(limit, candidate))
        return;
    const int64_t taken = taken_with(seating, limit, candidate);
    const int64_t left = at_least_0(limit->people - taken);
    const bool is_category = limit->scope == SEAT_LIMIT_CATEGORY;
    lower(verdict, left);
    if (candidate->wanted > left)
        add_blocker(
            verdict,
            (struct seating_blocker){
                .kind = is_category ? SEATING_CATEGORY_FULL : SEATING_ORGANISATION_FULL,
                .limit = limit->head.id,
                .category = is_category ? limit->category : 0,
                .organisation = is_category ? 0 : candidate->organisation,
                .people = limit->people,
                .taken = taken,
                .wanted = candidate->wanted,
            });
}

bool
seating_judge(const struct seating *seating, const struct seating_candidate *candidate,
              struct seating_verdict *verdict)
{
    verdict->free = NUMBER_NONE;
    verdict->count = 0;
    judge_seats(seating, candidate, verdict);
    const struct seat_limit_list *limits = seating->limits;
    for (size_t i = 0; limits && i < limits->count; i++)
        judge_limit(seating, &limits->items[i], candidate, verdict);
    return verdict->count == 0;
}

static bool
is_blocked_alike(const struct seating_verdict *verdict,
                 const struct seating_blocker *blocker)
{
    for (size_t i = 0; i < verdict->count; i++) {
        const struct seating_blocker *item = &verdict->blockers[i];
        if (item->kind == blocker->kind && item->limit == blocker->limit &&
            item->organisation == blocker->organisation)
            return true;
    }
    return false;
}

void
seating_verdict_subtract(struct seating_verdict *verdict,
                         const struct seating_verdict *other)
{
    size_t left = 0;

    for (size_t i = 0; i < verdict->count; i++)
        if (!is_blocked_alike(other, &verdict->blockers[i]))
            verdict->blockers[left++] = verdict->blockers[i];
    verdict->count = left;
}

void
seating_verdict_clear(struct seating_verdict *verdict)
{
    free(verdict->blockers);
    *verdict = (struct seating_verdict){ 0 };
}

/* --- sentences */

static void
say_full(const struct seating_blocker *blocker, struct buffer *text)
{
    const int64_t left = at_least_0(blocker->people - blocker->taken);
    if (left > 0)
        buffer_addf(text,
                    ngettext("%lld seat is free and %lld are needed.",
                             "%lld seats are free and %lld are needed.",
                             (unsigned long)left),
                    (long long)left, (long long)blocker->wanted);
    else
        buffer_addf(text,
                    ngettext("The meeting is full: %lld of %lld seat taken.",
                             "The meeting is full: %lld of %lld seats taken.",
                             (unsigned long)blocker->people),
                    (long long)blocker->taken, (long long)blocker->people);
}

static void
say_held(const struct seating_blocker *blocker, const char *name, struct buffer *text)
{
    const int64_t left = blocker->people - blocker->taken;
    if (date_is_none(blocker->until)) {
        buffer_addf(text,
                    ngettext("%lld seat is still held for %s.",
                             "%lld seats are still held for %s.", (unsigned long)left),
                    (long long)left, name);
        return;
    }
    struct buffer day = { 0 };
    when_format_date(blocker->until, WHEN_SHORT, &day);
    buffer_addf(text,
                /* TRANSLATORS: number, name, date */
                ngettext("%lld seat is still held for %s, until %s.",
                         "%lld seats are still held for %s, until %s.",
                         (unsigned long)left),
                (long long)left, name, buffer_text(&day));
    buffer_clear(&day);
}

static void
say_limit(const struct seating_blocker *blocker, const char *name, struct buffer *text)
{
    const int64_t left = at_least_0(blocker->people - blocker->taken);
    if (left > 0)
        buffer_addf(text,
                    /* TRANSLATORS: name, number, number */
                    ngettext("The quota of %s has %lld seat left and %lld are needed.",
                             "The quota of %s has %lld seats left and %lld are needed.",
                             (unsigned long)left),
                    name, (long long)left, (long long)blocker->wanted);
    else
        buffer_addf(text,
                    /* TRANSLATORS: name, number, number */
                    ngettext("The quota of %s is full: %lld of %lld seat taken.",
                             "The quota of %s is full: %lld of %lld seats taken.",
                             (unsigned long)blocker->people),
                    name, (long long)blocker->taken, (long long)blocker->people);
}

void
seating_blocker_say(const struct seating_blocker *blocker, const char *name,
                    struct buffer *text)
{
    switch (blocker->kind) {
    case SEATING_FULL:
        say_full(blocker, text);
        break;
    case SEATING_HELD:
        say_held(blocker, name, text);
        break;
    case SEATING_CATEGORY_FULL:
    case SEATING_ORGANISATION_FULL:
        say_limit(blocker, name, text);
        break;
    }
}
