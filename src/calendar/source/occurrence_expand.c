/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_expand.c - an event and its exceptions, made the list of its occurrences */
#include "source/occurrence_expand.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "source/ical_time.h"
#include "source/occurrence_span.h"

/* A start that the rule or a list gives, by the clocks of the event. */
struct candidate {
    struct local_time start;
    struct occurrence_length length;
};

/* A time of an exception, by the clocks of the event. */
struct moment {
    struct local_time time;
    bool is_day; /* whatever the hour */
};

struct expanding {
    const struct occurrence_expansion *is;
    struct candidate *items;
    size_t count;
    size_t capacity;
    struct day_window reach; /* the window, and what may be moved into it */
    struct occurrence_length length;
    struct moment *removed;
    struct moment *replaced; /* by each override */
};

static bool
refuse_too_many(const struct expanding *e, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: this event takes place more than %d times in the time "
                       "that is asked for; ask for a shorter one."),
                     (long long)e->is->series->line, OCCURRENCE_LIMIT);
}

/* ---- the starts ---- */

static bool
add_candidate(struct expanding *e, struct local_time start,
              struct occurrence_length length, struct error *err)
{
    if (date_compare(start.date, e->reach.from) < 0 ||
        date_compare(start.date, e->reach.until) > 0)
        return true;
    if (e->count == OCCURRENCE_LIMIT)
        return refuse_too_many(e, err);
    e->items = memory_grow(e->items, &e->capacity, e->count + 1, sizeof(*e->items));
    e->items[e->count++] = (struct candidate){ .start = start, .length = length };
    return true;
}

static bool
take_of_rule(void *context, struct local_time start, struct error *err)
{
    struct expanding *e = context;
    return add_candidate(e, start, e->length, err);
}

static bool
add_rules(struct expanding *e, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    for (size_t i = 0; i < master->rules.count; i++) {
        const struct ical_rule rule = { .library = e->is->library,
                                        .text = master->rules.items[i],
                                        .line = master->line,
                                        .start = master->start,
                                        .window = e->reach,
                                        .effort = e->is->effort };
        if (!ical_rule_expand(&rule, take_of_rule, e, err))
            return false;
    }
    return true;
}

static bool
add_listed(struct expanding *e, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    for (size_t i = 0; i < master->added.count; i++) {
        const struct source_period *period = &master->added.items[i];
        bool has_length = period->end.kind != SOURCE_NO_TIME || period->duration.is_known;
        struct occurrence_length length =
            has_length
                ? occurrence_length_of(&period->start, &period->end, &period->duration)
                : e->length;
        if (!add_candidate(e, source_time_by(&period->start, &master->start), length,
                           err))
            return false;
    }
    return true;
}

static int
compare_candidates(const void *a, const void *b)
{
    return local_time_compare(((const struct candidate *)a)->start,
                              ((const struct candidate *)b)->start);
}

/* In order, each once. */
static void
sort_candidates(struct expanding *e)
{
    size_t kept = 0;
    if (e->count == 0)
        return;
    qsort(e->items, e->count, sizeof(*e->items), compare_candidates);
    for (size_t i = 1; i < e->count; i++)
        if (compare_candidates(&e->items[kept], &e->items[i]) != 0)
            e->items[++kept] = e->items[i];
    e->count = kept + 1;
}

/* Without a rule the event starts once by itself; a start that its own rule does not give
 * is moved to the first that it does, as nearly all programs show it. */
static bool
find_candidates(struct expanding *e, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    if (!master->uid)
        return true;
    if (master->rules.count == 0 &&
        !add_candidate(e, master->start.local, e->length, err))
        return false;
    if (!add_rules(e, err) || !add_listed(e, err))
        return false;
    sort_candidates(e);
    return true;
}

/* ---- the exceptions ---- */

static struct moment
moment_of(const struct source_time *time, const struct source_time *clocks)
{
    return (struct moment){ .time = source_time_by(time, clocks),
                            .is_day = time->kind == SOURCE_DATE ||
                                      clocks->kind == SOURCE_DATE };
}

static void
find_exceptions(struct expanding *e)
{
    const struct source_series *series = e->is->series;
    const struct source_time *clocks = &series->master.start;
    const struct source_period_list *removed = &series->master.removed;
    e->removed = memory_new(removed->count + 1, sizeof(*e->removed));
    e->replaced = memory_new(series->override_count + 1, sizeof(*e->replaced));
    for (size_t i = 0; i < removed->count; i++)
        e->removed[i] = moment_of(&removed->items[i].start, clocks);
    for (size_t i = 0; i < series->override_count; i++)
        e->replaced[i] = moment_of(&series->overrides[i].recurrence, clocks);
}

static bool
names(const struct moment *moment, struct local_time start)
{
    return moment->is_day ? date_compare(moment->time.date, start.date) == 0
                          : local_time_compare(moment->time, start) == 0;
}

static bool
is_removed(const struct expanding *e, struct local_time start)
{
    for (size_t i = 0; i < e->is->series->master.removed.count; i++)
        if (names(&e->removed[i], start))
            return true;
    return false;
}

/* What replaces the occurrence itself, or the last that moved it and those behind it. */
static const struct source_event *
find_override(const struct expanding *e, struct local_time start, bool *is_exact)
{
    const struct source_series *series = e->is->series;
    size_t shift = series->override_count;
    *is_exact = true;
    for (size_t i = 0; i < series->override_count; i++) {
        if (names(&e->replaced[i], start))
            return &series->overrides[i];
        if (series->overrides[i].and_later &&
            local_time_compare(e->replaced[i].time, start) <= 0 &&
            (shift == series->override_count ||
             local_time_compare(e->replaced[i].time, e->replaced[shift].time) > 0))
            shift = i;
    }
    *is_exact = false;
    return shift < series->override_count ? &series->overrides[shift] : NULL;
}

/* ---- the list ---- */

static bool
add_occurrence(const struct expanding *e, struct occurrence *occurrence,
               struct occurrence_length length, struct occurrence_list *list,
               struct error *err)
{
    const struct day_window *window = &e->is->window;
    const struct source_event *master = &e->is->series->master;
    occurrence_place(occurrence, length);
    if (date_compare(occurrence->start.local.date, window->from) < 0 ||
        date_compare(occurrence->start.local.date, window->until) > 0)
        return true;
    if (list->count == OCCURRENCE_LIMIT)
        return refuse_too_many(e, err);
    occurrence->is_repeated =
        !master->uid || master->rules.count > 0 || master->added.count > 0;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = *occurrence;
    return true;
}

static struct occurrence_length
length_of(const struct source_event *event)
{
    return occurrence_length_of(&event->start, &event->end, &event->duration);
}

static bool
add_override(const struct expanding *e, const struct source_event *override,
             struct source_time original, struct occurrence_list *list, struct error *err)
{
    struct occurrence occurrence = { .event = override,
                                     .original = original,
                                     .start = override->start };
    return add_occurrence(e, &occurrence, length_of(override), list, err);
}

static bool
settle_candidate(const struct expanding *e, const struct candidate *candidate,
                 struct occurrence_list *list, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    struct occurrence occurrence = { .event = master, .original = master->start };
    occurrence.original.local = candidate->start;
    occurrence.start = occurrence.original;
    if (is_removed(e, candidate->start))
        return true;
    bool is_exact;
    const struct source_event *override = find_override(e, candidate->start, &is_exact);
    if (!override)
        return add_occurrence(e, &occurrence, candidate->length, list, err);
    if (is_exact)
        return add_override(e, override, occurrence.original, list, err);
    /* As far as the occurrence that it names was moved. */
    int64_t minutes =
        local_time_minutes(source_time_by(&override->recurrence, &master->start),
                           source_time_by(&override->start, &master->start));
    occurrence.event = override;
    occurrence.start.local = local_time_add_minutes(candidate->start, minutes);
    return add_occurrence(e, &occurrence, length_of(override), list, err);
}

static bool
is_candidate(const struct expanding *e, const struct moment *replaced)
{
    for (size_t i = 0; i < e->count; i++)
        if (names(replaced, e->items[i].start))
            return true;
    return false;
}

/* Those that were moved into the window from far away, or whose event is not in the file
 * at all. */
static bool
add_lonely_overrides(const struct expanding *e, struct occurrence_list *list,
                     struct error *err)
{
    const struct source_series *series = e->is->series;
    for (size_t i = 0; i < series->override_count; i++) {
        const struct source_event *override = &series->overrides[i];
        struct source_time original = override->recurrence;
        if (series->master.uid) {
            if (is_candidate(e, &e->replaced[i]))
                continue;
            original = series->master.start;
            original.local = e->replaced[i].time;
            if (is_removed(e, original.local))
                continue;
        }
        if (!add_override(e, override, original, list, err))
            return false;
    }
    return true;
}

/* How far a shift can carry an occurrence, in days. */
static int64_t
reach_of_shifts(const struct source_series *series)
{
    int64_t most = 2;
    for (size_t i = 0; i < series->override_count; i++) {
        const struct source_event *one = &series->overrides[i];
        int64_t days = date_to_days(one->start.local.date) -
                       date_to_days(one->recurrence.local.date);
        if (one->and_later && llabs(days) + 2 > most)
            most = llabs(days) + 2;
    }
    return most;
}

static int
compare_occurrences(const void *a, const void *b)
{
    const struct occurrence *one = a;
    const struct occurrence *other = b;
    int order = local_time_compare(one->start.local, other->start.local);
    return order ? order : local_time_compare(one->original.local, other->original.local);
}

bool
occurrence_expand(const struct occurrence_expansion *expansion,
                  struct occurrence_list *list, struct error *err)
{
    struct expanding e = { .is = expansion, .reach = expansion->window };
    int64_t days = reach_of_shifts(expansion->series);
    e.reach.from = date_add_days(e.reach.from, -days);
    e.reach.until = date_add_days(e.reach.until, days);
    e.length = length_of(&expansion->series->master);
    list->count = 0;
    find_exceptions(&e);
    bool ok = find_candidates(&e, err);
    for (size_t i = 0; ok && i < e.count; i++)
        ok = settle_candidate(&e, &e.items[i], list, err);
    ok = ok && add_lonely_overrides(&e, list, err);
    free(e.items);
    free(e.removed);
    free(e.replaced);
    if (ok && list->count > 1)
        qsort(list->items, list->count, sizeof(*list->items), compare_occurrences);
    return ok;
}

void
occurrence_list_clear(struct occurrence_list *list)
{
    free(list->items);
    *list = (struct occurrence_list){ 0 };
}
