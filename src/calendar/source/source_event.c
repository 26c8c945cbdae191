/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_event.c - what the facts of an event own */
#include "atelier/calendar/source_event.h"

#include <stdlib.h>

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
    free(event->added.items);
    free(event->removed.items);
    free(event->uid);
    free(event->summary);
    free(event->description);
    free(event->location);
    free(event->url);
    free(event->conference);
    clear_person(&event->organizer);
    for (size_t i = 0; i < event->people_count; i++)
        clear_person(&event->people[i]);
    free(event->people);
    *event = (struct source_event){ 0 };
}
