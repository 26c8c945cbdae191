/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lapse.c - offers of a meeting that gives no seats any more */
#include "enrolment/lapse.h"

#include "atelier/domain/registration.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/waiting_table.h"
#include "enrolment/enrolment.h"

static bool
lapse(struct atelier *at, int64_t id, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err);
    registration.previous_state = registration.state;
    registration.state = REGISTRATION_LAPSED;
    ok = ok && row_update(at->db, &registration_entity, &registration, at->login,
                          atelier_now(at), err);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
enrolment_lapse_offers(struct atelier *at, int64_t meeting, struct register_given *ended,
                       struct error *err)
{
    struct waiting_list offered = { 0 };
    bool ok = waiting_table_list(at->db, meeting, REGISTRATION_OFFERED, &offered, err);

    for (size_t i = 0; ok && i < offered.count; i++) {
        const int64_t registration = offered.items[i].registration;
        bool was_there = false;
        bool answered = false;
        ok = presence_table_was_there(at->db, registration, &was_there, err) &&
             (was_there ? enrolment_answer_by_coming(at, registration, &answered, err)
                        : lapse(at, registration, err));
        if (answered)
            ended->came++;
        else
            ended->lapsed++;
    }
    waiting_list_clear(&offered);
    return ok;
}
