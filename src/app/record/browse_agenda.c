/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_agenda.c - the meetings from a day to a day, each with its hours by the clock of
 * one zone: the office's, unless another is asked for */
#include "atelier/app/browse_agenda.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/store/agenda_table.h"
#include "record/agenda_people.h"
#include "session/session.h"

struct reading {
    struct atelier *at;
    const struct zone *shown;
    const struct agenda_wish *wish;
    struct agenda *agenda;
};

static struct local_time
by_shown(const struct reading *reading, const struct zone *zone, struct local_time time)
{
    instant when = 0;

    (void)zone_local_to_instant(zone, time, ZONE_EARLIER, &when);
    return zone_instant_to_local(reading->shown, when);
}

static bool
is_wished(const struct agenda_wish *wish, const struct agenda_entry *entry)
{
    return date_compare(entry->start.date, wish->last) <= 0 &&
           (date_compare(entry->end.date, wish->first) > 0 ||
            agenda_entry_is_on(entry, wish->first));
}

static bool
take(void *context, struct agenda_entry *entry, const char *name, struct error *err)
{
    struct reading *reading = context;

    if (strcmp(name, zone_name(reading->shown)) != 0) {
        const struct zone *zone = zone_cache_get(reading->at->zones, name, err);
        if (!zone)
            return false;
        entry->start = by_shown(reading, zone, entry->start);
        entry->end = by_shown(reading, zone, entry->end);
    }
    if (is_wished(reading->wish, entry) &&
        atelier_may(reading->at, MAY_READ_DAY, entry->row, NULL)) {
        *agenda_add(reading->agenda) = *entry;
        *entry = (struct agenda_entry){ 0 };
    }
    return true;
}

bool
browse_agenda(struct atelier *at, const struct agenda_wish *wish, struct agenda *agenda,
              struct error *err)
{
    struct reading reading = { .at = at, .wish = wish, .agenda = agenda };
    const struct agenda_query query = {
        .span = { atelier_midnight_in(at, wish->zone, wish->first),
                  atelier_midnight_in(at, wish->zone, date_add_days(wish->last, 1)) },
        .group = wish->group,
        .room = wish->room,
        .person = wish->person,
    };

    agenda_clear(agenda);
    if (!atelier_may(at, wish->person == 0 ? MAY_READ_DAY : MAY_READ, ROW_NONE, err))
        return false;
    reading.shown =
        zone_cache_get(at->zones, wish->zone ? wish->zone : at->settings.zone, err);
    if (!reading.shown || !agenda_table_each(at->db, &query, take, &reading, err) ||
        (wish->with_workshops &&
         !agenda_table_each_workshop(at->db, &query, take, &reading, err)))
        return false;
    agenda_sort(agenda);
    return true;
}

/* What those do whom the words find. */
static bool
add_of_people(struct atelier *at, const struct agenda_wish *wish,
              const struct search_hit_list *hits, struct agenda *found, struct error *err)
{
    struct agenda own = { 0 };
    bool ok = true;

    for (size_t i = 0; ok && i < hits->count; i++) {
        if (hits->items[i].entity != ENTITY_PERSON)
            continue;
        struct agenda_wish theirs = *wish;
        theirs.person = hits->items[i].row;
        ok = browse_agenda(at, &theirs, &own, err);
        for (size_t j = 0; j < own.count; j++)
            memory_replace(&own.items[j].of_person, hits->items[i].title);
        if (ok)
            agenda_add_all(found, &own);
    }
    agenda_clear(&own);
    return ok;
}

/* What each meeting consists of. */
static bool
read_parts(struct atelier *at, struct agenda *agenda, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < agenda->count; i++) {
        struct agenda_entry *entry = &agenda->items[i];
        struct buffer titles = { 0 };

        if (entry->workshop != 0)
            continue;
        ok = agenda_table_add_parts(at->db, entry->row.id, &titles, err);
        entry->parts = buffer_take(&titles);
    }
    return ok;
}

bool
browse_agenda_found(struct atelier *at, const struct agenda_wish *wish, const char *words,
                    struct agenda *agenda, struct error *err)
{
    struct search_hit_list hits = { 0 };
    struct agenda people = { 0 };

    bool ok = browse_agenda(at, wish, agenda, err) && read_parts(at, agenda, err);
    ok = ok && agenda_people_find(at, words, &hits, err) &&
         add_of_people(at, wish, &hits, &people, err);
    if (ok)
        agenda_keep(agenda, words, &people);
    agenda_clear(&people);
    search_hit_list_clear(&hits);
    return ok;
}
