/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_addresses.c - to whom the report of a meeting is sent */
#include "atelier/app/report_addresses.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/whole_name.h"
#include "atelier/store/report_people_table.h"
#include "session/session.h"

struct taking {
    struct report_addresses *list;
    bool marked;
};

void
report_addresses_clear(struct report_addresses *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].name);
        free(list->items[i].email);
    }
    free(list->items);
    *list = (struct report_addresses){ 0 };
}

static bool
is_told(const struct taking *taking, const struct report_attendee *attendee)
{
    switch (attendee->outcome) {
    case OUTCOME_IN_ROOM:
    case OUTCOME_REMOTE:
    case OUTCOME_EXCUSED:
        return true;
    default:
        return !taking->marked && attendee->state == REGISTRATION_ACCEPTED;
    }
}

static void
take(void *context, const struct report_attendee *attendee)
{
    struct taking *taking = context;
    struct report_addresses *list = taking->list;
    struct buffer name = { 0 };

    if (!is_told(taking, attendee))
        return;
    whole_name_add_said(attendee->family, attendee->given, &name);
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] =
        (struct report_address){ .name = buffer_take(&name),
                                 .email = memory_copy(attendee->email) };
}

bool
report_addresses_load(struct atelier *at, int64_t meeting, struct report_addresses *list,
                      struct error *err)
{
    struct taking taking = { .list = list };

    report_addresses_clear(list);
    return atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
           report_people_each(at->db, meeting, atelier_now(at), &taking.marked, take,
                              &taking, err);
}
