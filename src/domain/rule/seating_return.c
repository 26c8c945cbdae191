/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seating_return.c - which limits are passed when people come back whose seats an undo
 * had freed */
#include "atelier/domain/seating.h"

#include "atelier/base/memory.h"

static int64_t
larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static void
add_blocker(struct seating_verdict *verdict, struct seating_blocker blocker)
{
    verdict->blockers = memory_grow(verdict->blockers, &verdict->capacity,
                                    verdict->count + 1, sizeof verdict->blockers[0]);
    verdict->blockers[verdict->count++] = blocker;
}

static const struct seat_limit *
find_limit(const struct seating *seating, int64_t id)
{
    const struct seat_limit_list *limits = seating->limits;

    for (size_t i = 0; limits && i < limits->count; i++)
        if (limits->items[i].head.id == id)
            return &limits->items[i];
    return NULL;
}

/* --- a limit that was for others */

static bool
counts_organisation(const struct seat_limit *limit, int64_t id)
{
    return limit->scope == SEAT_LIMIT_EACH_ORGANISATION ||
           (limit->scope == SEAT_LIMIT_ORGANISATION && limit->organisation == id);
}

/* Whether what the limit was counted that category, or organisation, of today's limit. */
static bool
counted(const struct seat_limit *was, const struct seat_limit *limit, int64_t id)
{
    return limit->scope == SEAT_LIMIT_CATEGORY
               ? was->scope == SEAT_LIMIT_CATEGORY && was->category == id
               : counts_organisation(was, id);
}

/* Whether it is a hold for the same people as before. */
static bool
holds_for_the_same(const struct seat_limit *was, const struct seat_limit *limit)
{
    return was && was->kind == SEAT_LIMIT_HOLD && was->scope == limit->scope &&
           was->category == limit->category && was->organisation == limit->organisation;
}

/* --- at most */

/* What the category or organisation `id` has taken, of those that the limit is about. */
static int64_t
taken_by(const struct seating *seating, const struct seat_limit *limit, int64_t id)
{
    return seating_count_list_get(limit->scope == SEAT_LIMIT_CATEGORY
                                      ? seating->categories
                                      : seating->organisations,
                                  id);
}

/* What they had taken when that was more than the limit let them; else 0. */
static int64_t
allowed_by(const struct seating *past, const struct seat_limit *limit, int64_t id)
{
    const struct seat_limit *was = find_limit(past, limit->head.id);
    const int64_t taken = taken_by(past, limit, id);

    return was && was->kind == SEAT_LIMIT_MOST && counted(was, limit, id) &&
                   taken > was->people
               ? taken
               : 0;
}

/* The limit as it is there, if it counts them there; else NULL. */
static const struct seat_limit *
counts_there(const struct seating *seating, const struct seat_limit *limit,
             int64_t people)
{
    const struct seat_limit *there = find_limit(seating, limit->head.id);

    return there && there->kind == SEAT_LIMIT_MOST && counted(there, limit, people)
               ? there
               : NULL;
}

/* By how much they pass the limit as it is there. */
static int64_t
passed_by(const struct seating *seating, const struct seat_limit *limit, int64_t people)
{
    const struct seat_limit *there = counts_there(seating, limit, people);

    return there ? larger(taken_by(seating, there, people) - there->people, 0) : 0;
}

static void
judge_most(const struct seating_return *back, const struct seat_limit *limit, int64_t id,
           struct seating_verdict *verdict)
{
    const bool is_category = limit->scope == SEAT_LIMIT_CATEGORY;
    const int64_t now = taken_by(back->after, limit, id);
    const int64_t before = taken_by(back->before, limit, id);
    const int64_t most = larger(limit->people + passed_by(back->before, limit, id),
                                allowed_by(back->past, limit, id));
    const int64_t taken = counts_there(back->before, limit, id) ? before : now;

    if (now > most)
        add_blocker(verdict, (struct seating_blocker){
                                 .kind = is_category ? SEATING_CATEGORY_FULL
                                                     : SEATING_ORGANISATION_FULL,
                                 .limit = limit->head.id,
                                 .category = is_category ? id : 0,
                                 .organisation = is_category ? 0 : id,
                                 .people = limit->people,
                                 .taken = taken,
                                 .wanted = larger(now - taken, 1),
                             });
}

static void
judge_limit(const struct seating_return *back, const struct seat_limit *limit,
            struct seating_verdict *verdict)
{
    const struct seating_count_list *all = back->after->organisations;

    switch (limit->scope) {
    case SEAT_LIMIT_CATEGORY:
        judge_most(back, limit, limit->category, verdict);
        break;
    case SEAT_LIMIT_ORGANISATION:
        judge_most(back, limit, limit->organisation, verdict);
        break;
    case SEAT_LIMIT_EACH_ORGANISATION:
        for (size_t i = 0; all && i < all->count; i++)
            judge_most(back, limit, all->items[i].id, verdict);
        break;
    }
}

/* --- held for others */

/* What is held and not filled there, by holds that are for the same people in the end. */
static int64_t
held_there(const struct seating *seating, const struct seating_return *back)
{
    const struct seat_limit_list *limits = back->after->limits;
    int64_t held = 0;

    for (size_t i = 0; limits && i < limits->count; i++) {
        const struct seat_limit *limit = &limits->items[i];
        const struct seat_limit *was = find_limit(seating, limit->head.id);
        if (limit->kind != SEAT_LIMIT_HOLD || !holds_for_the_same(was, limit) ||
            !seating_holds_on(was, seating->today))
            continue;
        const int64_t more = larger(was->people - seating_taken(seating, was), 0);
        held = more > INT64_MAX - held ? INT64_MAX : held + more;
    }
    return held;
}

/* How many of the seats that are held somebody else has taken. */
static int64_t
missing(const struct seating *seating, const struct seating_return *back)
{
    if (seating->seats == NUMBER_NONE)
        return 0;
    const int64_t left = larger(seating->seats - seating->taken, 0);
    const int64_t held = held_there(seating, back);

    return held > left ? held - left : 0;
}

static void
add_holds(const struct seating_return *back, struct seating_verdict *verdict)
{
    const struct seat_limit_list *limits = back->after->limits;

    for (size_t i = 0; limits && i < limits->count; i++) {
        const struct seat_limit *limit = &limits->items[i];
        const int64_t taken = seating_taken(back->after, limit);
        if (limit->kind == SEAT_LIMIT_HOLD && taken < limit->people &&
            seating_holds_on(limit, back->after->today))
            add_blocker(verdict,
                        (struct seating_blocker){
                            .kind = SEATING_HELD,
                            .limit = limit->head.id,
                            .category = limit->category,
                            .organisation = limit->organisation,
                            .people = limit->people,
                            .taken = taken,
                            .wanted = larger(back->after->taken - back->before->taken, 1),
                            .until = limit->until,
                        });
    }
}

/* Of the same limits and seats: whoever had a seat is not who takes it now.  Where nobody
 * comes back, who came in since may have a seat that is held again. */
static void
judge_holds(const struct seating_return *back, struct seating_verdict *verdict)
{
    const bool only_newcomers = back->after->taken <= back->before->taken &&
                                back->after->taken > back->past->taken;
    struct seating without = *back->after;

    without.taken = back->before->taken;
    without.categories = back->before->categories;
    without.organisations = back->before->organisations;
    if (missing(back->after, back) >
        larger(missing(only_newcomers ? back->before : &without, back),
               missing(back->past, back)))
        add_holds(back, verdict);
}

bool
seating_judge_return(const struct seating_return *back, struct seating_verdict *verdict)
{
    const struct seat_limit_list *limits = back->after->limits;

    verdict->free = NUMBER_NONE;
    verdict->count = 0;
    judge_holds(back, verdict);
    for (size_t i = 0; limits && i < limits->count; i++)
        if (limits->items[i].kind == SEAT_LIMIT_MOST)
            judge_limit(back, &limits->items[i], verdict);
    return verdict->count == 0;
}

/* --- who is one too many */

static bool
grew(int64_t (*excess)(const struct seating *seating, const struct seating_return *back),
     const struct seating_return *back)
{
    return excess(back->after, back) >
           larger(excess(back->before, back), excess(back->past, back));
}

static int64_t
overbooked(const struct seating *seating, const struct seating_return *back)
{
    (void)back;
    return seating->seats == NUMBER_NONE ? 0 : larger(seating->taken - seating->seats, 0);
}

/* How many seats are missing to fill what is held, those that were overbooked too. */
static int64_t
short_of_holds(const struct seating *seating, const struct seating_return *back)
{
    const int64_t held = held_there(seating, back);
    const int64_t over = seating->taken - seating->seats;

    if (seating->seats == NUMBER_NONE || held <= 0)
        return 0;
    return over > INT64_MAX - held ? INT64_MAX : larger(held + over, 0);
}

/* The category or organisation of theirs that the limit counts; 0: none of it. */
static int64_t
counted_by(const struct seat_limit *limit, const struct seating_candidate *holder)
{
    switch (limit->scope) {
    case SEAT_LIMIT_CATEGORY:
        return limit->category == holder->category ? holder->category : 0;
    case SEAT_LIMIT_ORGANISATION:
        return limit->organisation == holder->organisation ? holder->organisation : 0;
    case SEAT_LIMIT_EACH_ORGANISATION:
        return holder->organisation;
    }
    return 0;
}

static bool
passes_a_limit(const struct seating_return *back, const struct seating_candidate *holder)
{
    const struct seat_limit_list *limits = back->after->limits;

    for (size_t i = 0; limits && i < limits->count; i++) {
        const struct seat_limit *limit = &limits->items[i];
        const int64_t people = counted_by(limit, holder);
        if (people != 0 && passed_by(back->after, limit, people) >
                               larger(passed_by(back->before, limit, people),
                                      passed_by(back->past, limit, people)))
            return true;
    }
    return false;
}

/* Whether theirs is one of the seats that a hold is for: it would stay held. */
static bool
fills_a_hold(const struct seating *seating, const struct seating_candidate *holder)
{
    const struct seat_limit_list *limits = seating->limits;

    for (size_t i = 0; limits && i < limits->count; i++) {
        const struct seat_limit *limit = &limits->items[i];
        if (limit->kind == SEAT_LIMIT_HOLD && seating_holds_on(limit, seating->today) &&
            counted_by(limit, holder) != 0 &&
            seating_taken(seating, limit) <= limit->people)
            return true;
    }
    return false;
}

bool
seating_is_excess(const struct seating_return *back,
                  const struct seating_candidate *holder)
{
    if (holder->wanted <= 0)
        return false;
    return grew(overbooked, back) || passes_a_limit(back, holder) ||
           (grew(short_of_holds, back) && !fills_a_hold(back->after, holder));
}
