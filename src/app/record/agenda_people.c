/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_people.c - the people whom the words typed over a calendar find */
#include "record/agenda_people.h"

#include <inttypes.h>
#include <string.h>

#include "atelier/app/browse.h"

bool
agenda_people_find(struct atelier *at, const char *words, struct search_hit_list *hits,
                   struct error *err)
{
    enum { HITS_MOST = 20, LETTERS_LEAST = 3 };

    return strlen(words) < LETTERS_LEAST ||
           browse_search(at, words, HITS_MOST, hits, err);
}

void
agenda_people_add(struct atelier *at, const char *words, struct buffer *ids)
{
    struct search_hit_list hits = { 0 };
    struct error ignored = { 0 };
    const char *before = "[";

    if (!agenda_people_find(at, words, &hits, &ignored))
        search_hit_list_clear(&hits);
    for (size_t i = 0; i < hits.count; i++) {
        if (hits.items[i].entity != ENTITY_PERSON)
            continue;
        buffer_addf(ids, "%s%" PRId64, before, hits.items[i].row);
        before = ",";
    }
    buffer_add(ids, ids->length > 0 ? "]" : "");
    search_hit_list_clear(&hits);
    error_clear(&ignored);
}
