/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker.h - who speaks in a workshop besides its leader */
#ifndef ATELIER_DOMAIN_SPEAKER_H
#define ATELIER_DOMAIN_SPEAKER_H

#include "atelier/domain/entity.h"

struct speaker {
    struct record head;
    int64_t workshop;
    int64_t person;
    char *subject;
};

extern const struct entity speaker_entity;

struct speaker_list {
    struct speaker *items;
    size_t count;
    size_t capacity;
};

void speaker_list_clear(struct speaker_list *list);

#endif
