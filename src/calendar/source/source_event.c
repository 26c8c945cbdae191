/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_event.c - what the facts of an event own */
#include "atelier/calendar/source_event.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/field.h"

static void
clear_texts(struct source_text_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

static void
clear_person(struct source_person *person)
{
    free(person->name);
    free(person->mail);
    free(person->address);
}

void
source_event_clear(struct source_event *event)
{
    clear_texts(&event->rules);
    clear_texts(&event->categories);
    clear_texts(&event->wrong);
    free(event->added.items);
    free(event->removed.items);
    free(event->uid);
    free(event->summary);
    free(event->description);
    free(event->location);
    free(event->url);
    free(event->conference);
    free(event->own_conference);
    free(event->related);
    free(event->origin);
    free(event->reason);
    clear_person(&event->organizer);
    for (size_t i = 0; i < event->people_count; i++)
        clear_person(&event->people[i]);
    free(event->people);
    free(event->passed);
    *event = (struct source_event){ 0 };
}

void
source_event_add_wrong(struct source_event *event, const char *sentence)
{
    enum { MOST = 30 };
    struct source_text_list *list = &event->wrong;

    if (list->count == MOST)
        return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = memory_copy(sentence);
}

/* ---- which version is newer ---- */

int
source_version_compare(int64_t sequence, instant stamp, int64_t other_sequence,
                       instant other_stamp)
{
    if (sequence != other_sequence)
        return sequence < other_sequence ? -1 : 1;
    if (stamp == INSTANT_NONE || other_stamp == INSTANT_NONE)
        return 0;
    return stamp < other_stamp ? -1 : stamp > other_stamp;
}

int
source_event_compare(const struct source_event *one, const struct source_event *other)
{
    return source_version_compare(one->sequence, one->stamp, other->sequence,
                                  other->stamp);
}

static void
note_passed(struct source_event *event, struct source_passed passed)
{
    event->passed = memory_grow(event->passed, &event->passed_capacity,
                                event->passed_count + 1, sizeof(*event->passed));
    event->passed[event->passed_count++] = passed;
}

void
source_event_pass(struct source_event *taken, struct source_event *passed)
{
    for (size_t i = 0; i < passed->passed_count; i++)
        note_passed(taken, passed->passed[i]);
    note_passed(taken, (struct source_passed){ passed->line,
                                               source_event_compare(passed, taken) < 0 });
    source_event_clear(passed);
}
