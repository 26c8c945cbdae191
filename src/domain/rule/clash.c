/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash.c - what does not go together: its name, its mark, and the days of an office */
#include "atelier/domain/clash.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/french_holiday.h"

const struct choice clash_kinds[] = {
#define CLASH(KIND, name, label) [CLASH_##KIND] = { name, label },
#include "atelier/domain/clash.def"
#undef CLASH
    [CLASH_COUNT] = { NULL, NULL },
};

/* --- lists */

static void
clear_side(struct clash_side *side)
{
    free(side->title);
    free(side->whole);
    free(side->zone);
}

static void
clear(struct clash *clash)
{
    clear_side(&clash->first);
    clear_side(&clash->second);
    free(clash->about);
    free(clash->reason);
    free(clash->accepted_by);
}

struct clash *
clash_list_add(struct clash_list *list)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                              sizeof(list->items[0]));
    struct clash *clash = &list->items[list->count++];
    *clash = (struct clash){ .accepted_at = INSTANT_NONE };
    return clash;
}

void
clash_list_remove(struct clash_list *list, size_t index)
{
    clear(&list->items[index]);
    list->count--;
    memmove(&list->items[index], &list->items[index + 1],
            (list->count - index) * sizeof(list->items[0]));
}

void
clash_list_clear(struct clash_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        clear(&list->items[i]);
    free(list->items);
    *list = (struct clash_list){ 0 };
}

/* --- what it is about */

void
clash_add_person(struct clash *clash, int64_t person, const char *name)
{
    enum { NAMED = 3 };

    clash->count++;
    /* In any order the same people are the same mark. */
    clash->mark += hash_add(HASH_EMPTY, &person, sizeof(person));
    if (clash->count > NAMED)
        return;
    struct buffer names = { 0 };
    if (clash->about)
        buffer_addf(&names, "%s; ", clash->about);
    buffer_add(&names, name);
    free(clash->about);
    clash->about = buffer_take(&names);
}

/* The same order whichever is looked at. */
static bool
is_before(const struct clash_side *a, const struct clash_side *b)
{
    if (a->meeting != b->meeting)
        return a->meeting < b->meeting;
    if (a->part.entity != b->part.entity)
        return a->part.entity < b->part.entity;
    return a->part.id < b->part.id;
}

static void
order_sides(const struct clash *clash, const struct clash_side **first,
            const struct clash_side **second)
{
    const bool swapped =
        clash->second.meeting && is_before(&clash->second, &clash->first);

    *first = swapped ? &clash->second : &clash->first;
    *second = swapped ? &clash->first : &clash->second;
}

void
clash_settle(struct clash *clash)
{
    const struct clash_side *a;
    const struct clash_side *b;
    order_sides(clash, &a, &b);
    /* A room is too small, and a holiday a holiday, at any hour. */
    const bool by_hour = b->meeting != 0;
    const int64_t facts[] = {
        by_hour ? a->start_at : 0,
        by_hour ? a->end_at : 0,

        b->start_at,
        b->end_at,
        clash->kind == CLASH_LEAST ? 0 : clash->count, /* some more, but too few */
        clash->room,
        clash->seats,
        date_is_none(clash->day) ? 0 : date_to_days(clash->day),
        (int64_t)clash->mark,
    };
    clash->mark = hash_add(HASH_EMPTY, facts, sizeof(facts));
}

static void
add_side(const struct clash_side *side, struct buffer *buffer)
{
    buffer_addf(buffer, ":%" PRId64, side->meeting);
    if (side->part.id)
        buffer_addf(buffer, "%c%" PRId64,
                    side->part.entity == ENTITY_WORKSHOP ? 'w' : 'i', side->part.id);
}

void
clash_add_name(const struct clash *clash, struct buffer *buffer)
{
    const struct clash_side *first;
    const struct clash_side *second;

    order_sides(clash, &first, &second);
    buffer_add(buffer, clash_kinds[clash->kind].name);
    add_side(first, buffer);
    if (second->meeting)
        add_side(second, buffer);
}

bool
clash_name_read(const char *name, enum clash_kind *kind, int64_t *meeting)
{
    const size_t length = strcspn(name, ":");
    char *word = memory_copy_part(name, length);
    const int found = choice_find(clash_kinds, word);

    free(word);
    if (found < 0 || name[length] != ':')
        return false;
    *kind = (enum clash_kind)found;
    *meeting = strtoll(name + length + 1, NULL, 10);
    return *meeting > 0;
}

int64_t
clash_name_other(const char *name)
{
    const char *first = strchr(name, ':');
    const char *second = first ? strchr(first + 1, ':') : NULL;

    return second ? strtoll(second + 1, NULL, 10) : 0;
}

/* --- days */

void
clash_days_init(struct clash_days *days, const struct settings *settings)
{
    days->holidays = settings->holidays;
    (void)day_list_read(settings->own_holidays, &days->own, NULL);
    (void)day_list_read(settings->closed_days, &days->closed, NULL);
}

void
clash_days_clear(struct clash_days *days)
{
    day_list_clear(&days->own);
    day_list_clear(&days->closed);
}

static bool
set_day(struct clash *clash, struct date day, const char *name)
{
    clash->day = day;
    memory_replace(&clash->about, name);
    return true;
}

static bool
find_named(const struct day_list *list, struct clash *clash, struct date last)
{
    const struct named_days *found = day_list_find(list, clash->first.start.date, last);

    if (!found)
        return false;
    const bool begun = date_compare(found->first, clash->first.start.date) < 0;
    return set_day(clash, begun ? clash->first.start.date : found->first, found->name);
}

static bool
find_french(struct clash *clash, struct date last)
{
    enum { DAYS_MOST = 31 };
    struct date day = clash->first.start.date;

    for (int i = 0; i < DAYS_MOST && date_compare(day, last) <= 0; i++) {
        const char *name = french_holiday(day);
        if (name)
            return set_day(clash, day, _(name));
        day = date_add_days(day, 1);
    }
    return false;
}

/* A meeting that ends at midnight is not on the day that begins then. */
static struct date
last_day(const struct clash_side *side)
{
    const struct date start = side->start.date;

    if (local_time_is_none(side->end))
        return start;
    const struct date last = local_time_add_minutes(side->end, -1).date;
    return date_compare(last, start) < 0 ? start : last;
}

bool
clash_days_settle(const struct clash_days *days, struct clash *clash)
{
    const struct date last = last_day(&clash->first);

    if (clash->kind == CLASH_CLOSED)
        return find_named(&days->closed, clash, last);
    if (clash->kind == CLASH_HOLIDAY)
        return find_named(&days->own, clash, last) ||
               (days->holidays == HOLIDAYS_FRANCE && find_french(clash, last));
    return true;
}
