/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_expand.c - an event and its exceptions, made the list of its occurrences */
#include "source/occurrence_expand.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "source/ical_time.h"
#include "source/occurrence_exception.h"
#include "source/occurrence_span.h"

/* A start that the rule or a list gives, by the clocks of the event. */
struct candidate {
    struct local_time start;
    struct occurrence_length length;
    struct local_time first_by_rule; /* of a start outside its own rule */
};

struct expanding {
    const struct occurrence_expansion *is;
    struct candidate *items;
    size_t count;
    size_t capacity;
    struct day_window reach; /* the weeks of the window, and what may be moved into it */
    struct occurrence_length length;
    struct local_time *starts; /* of the candidates */
    struct occurrence_exceptions exceptions;
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

static struct occurrence_length
length_of_period(const struct source_period *period)
{
    return occurrence_length_of(&period->start, &period->end, &period->duration);
}

static bool
add_listed(struct expanding *e, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    for (size_t i = 0; i < master->added.count; i++) {
        const struct source_period *period = &master->added.items[i];
        bool has_length = period->end.kind != SOURCE_NO_TIME || period->duration.is_known;
        struct occurrence_length length =
            has_length ? length_of_period(period) : e->length;
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

/* RFC 5545 section 3.8.5.3 counts the start as the first occurrence, and leaves open what
 * one that its own rule does not give is: some programs show it, others do not. */
static bool
add_start_outside_rule(struct expanding *e, struct error *err)
{
    const struct local_time start = e->is->series->master.start.local;
    struct local_time first = { 0 };
    for (size_t i = 0; i < e->count; i++) {
        const struct local_time given = e->items[i].start;
        if (local_time_compare(given, start) == 0)
            return true;
        if (local_time_is_none(first) || local_time_compare(given, first) < 0)
            first = given;
    }
    const size_t before = e->count;
    if (!add_candidate(e, start, e->length, err))
        return false;
    if (e->count > before)
        e->items[before].first_by_rule = local_time_is_none(first) ? start : first;
    return true;
}

/* Without a rule the event starts once by itself. */
static bool
find_candidates(struct expanding *e, struct error *err)
{
    const struct source_event *master = &e->is->series->master;
    if (!master->uid)
        return true;
    if (master->rules.count == 0 &&
        !add_candidate(e, master->start.local, e->length, err))
        return false;
    if (!add_rules(e, err) || !add_listed(e, err) ||
        (master->rules.count > 0 && !add_start_outside_rule(e, err)))
        return false;
    sort_candidates(e);
    return true;
}

static void
find_exceptions(struct expanding *e)
{
    e->starts = memory_new(e->count + 1, sizeof(*e->starts));
    for (size_t i = 0; i < e->count; i++)
        e->starts[i] = e->items[i].start;
    occurrence_exceptions_find(&e->exceptions, e->is->series, e->starts, e->count);
}

/* ---- the list ---- */

/* From a Monday to a Sunday. */
static struct day_window
weeks_of(const struct day_window *window)
{
    return (struct day_window){
        .from = date_add_days(window->from, 1 - date_weekday(window->from)),
        .until = date_add_days(window->until, 7 - date_weekday(window->until)),
    };
}

/* What begins before the window and ends in it takes place in it too. */
static bool
takes_place(const struct occurrence *occurrence, const struct day_window *window)
{
    const struct local_time midnight = { .date = window->from };
    return date_compare(occurrence->start.local.date, window->until) <= 0 &&
           (date_compare(occurrence->start.local.date, window->from) >= 0 ||
            local_time_compare(occurrence->end.local, midnight) > 0);
}

/* What the rule puts into these weeks, and takes place outside the window, is not gone.
 */
static void
note_away(const struct occurrence *occurrence, const struct day_window *window,
          struct occurrence_list *list)
{
    const struct day_window weeks = weeks_of(window);
    const struct local_time original = occurrence->original.local;
    if (date_compare(original.date, weeks.from) < 0 ||
        date_compare(original.date, weeks.until) > 0)
        return;
    list->away = memory_grow(list->away, &list->away_capacity, list->away_count + 1,
                             sizeof(*list->away));
    list->away[list->away_count++] = original;
}

static bool
add_occurrence(const struct expanding *e, struct occurrence *occurrence,
               struct occurrence_length length, struct occurrence_list *list,
               struct error *err)
{
    const struct day_window *window = &e->is->window;
    const struct source_event *master = &e->is->series->master;
    occurrence_place(occurrence, length);
    if (!takes_place(occurrence, window)) {
        note_away(occurrence, window, list);
        return true;
    }
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
    struct occurrence occurrence = { .event = master,
                                     .original = master->start,
                                     .first_by_rule = candidate->first_by_rule };
    occurrence.original.local = candidate->start;
    occurrence.start = occurrence.original;
    if (occurrence_is_removed(&e->exceptions, candidate->start))
        return true;
    bool is_exact;
    const struct source_event *override =
        occurrence_replacement(&e->exceptions, candidate->start, &is_exact);
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

/* Without its event an occurrence that is named in UTC is still known by its clocks. */
static struct source_time
original_of(const struct source_event *override)
{
    struct source_time original = override->recurrence;
    if (original.kind == SOURCE_IN_UTC && override->start.kind == SOURCE_IN_ZONE) {
        original = override->start;
        original.local = source_time_by(&override->recurrence, &override->start);
    }
    return original;
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
        struct source_time original = original_of(override);
        if (series->master.uid) {
            original = series->master.start;
            original.local = e->exceptions.times[i];
            if (occurrence_starts_have(e->starts, e->count, original.local) ||
                occurrence_is_removed(&e->exceptions, original.local))
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

/* In how many days the longest occurrence is over. */
static int64_t
longest(const struct source_series *series)
{
    const struct source_event *master = &series->master;
    int64_t most = occurrence_length_days(length_of(master));
    for (size_t i = 0; i < master->added.count; i++) {
        int64_t days = occurrence_length_days(length_of_period(&master->added.items[i]));
        most = days > most ? days : most;
    }
    for (size_t i = 0; i < series->override_count; i++) {
        int64_t days = occurrence_length_days(length_of(&series->overrides[i]));
        most = days > most ? days : most;
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
    struct expanding e = { .is = expansion, .reach = weeks_of(&expansion->window) };
    int64_t days = reach_of_shifts(expansion->series);
    e.reach.from = date_add_days(e.reach.from, -days - longest(expansion->series));
    e.reach.until = date_add_days(e.reach.until, days);
    e.length = length_of(&expansion->series->master);
    list->count = list->away_count = 0;
    bool ok = find_candidates(&e, err);
    find_exceptions(&e);
    for (size_t i = 0; ok && i < e.count; i++)
        ok = settle_candidate(&e, &e.items[i], list, err);
    ok = ok && add_lonely_overrides(&e, list, err);
    free(e.items);
    free(e.starts);
    occurrence_exceptions_clear(&e.exceptions);
    if (ok && list->count > 1)
        qsort(list->items, list->count, sizeof(*list->items), compare_occurrences);
    return ok;
}

void
occurrence_list_clear(struct occurrence_list *list)
{
    free(list->items);
    free(list->away);
    *list = (struct occurrence_list){ 0 };
}
