/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_person.c - somebody whom a report tells of, by name or by where they work */
#include "atelier/app/display.h"
#include "atelier/store/person_table.h"
#include "report/gathering.h"
#include "session/session.h"

char *
gathering_person(const struct gathering *g, int64_t person)
{
    struct buffer name = { 0 };
    struct affiliation post;

    if (person == 0)
        return NULL;
    if (atelier_settings(g->at)->report_names) {
        display_title(g->at, ENTITY_PERSON, person, &name);
        return name.length > 0 ? buffer_take(&name) : NULL;
    }
    record_init(&affiliation_entity, &post);
    if (person_table_affiliation(g->at->db, person, g->meeting.start.date, &post, NULL) &&
        post.organisation != 0)
        display_title(g->at, ENTITY_ORGANISATION, post.organisation, &name);
    record_clear(&affiliation_entity, &post);
    return name.length > 0 ? buffer_take(&name) : NULL;
}
