/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_people.h - the people whom the words typed over a calendar find, whose meetings
 * are shown then
 */
#ifndef ATELIER_APP_AGENDA_PEOPLE_H
#define ATELIER_APP_AGENDA_PEOPLE_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/search_hit.h"

/* The first of them, among hits of other nouns.  Fewer than three letters find nobody:
 * half the people would be meant. */
bool agenda_people_find(struct atelier *at, const char *words,
                        struct search_hit_list *hits, struct error *err);

/* Adds their ids as JSON, "[3,17]"; nothing where nobody is found, or whoever asks may
 * not search. */
void agenda_people_add(struct atelier *at, const char *words, struct buffer *ids);

#endif
