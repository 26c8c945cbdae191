/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attendee.h - a person at a meeting: their registrations, and the marks under all of
 * them
 */
#ifndef ATELIER_STORE_ATTENDEE_H
#define ATELIER_STORE_ATTENDEE_H

#include "atelier/domain/statistics.h"
#include "atelier/store/database.h"

/* A registration, as far as it is counted. */
struct attendee_registration {
    int64_t id;
    enum registration_state state;
    int64_t category; /* 0: of none */
};

struct attendee_mark {
    int64_t registration;
    struct outcome_mark mark;
};

struct attendee {
    struct attendee_registration *registrations;
    size_t registration_count;
    size_t registration_capacity;
    struct attendee_mark *marks; /* slot after slot */
    size_t mark_count;
    size_t mark_capacity;
};

bool attendee_load(struct database *db, int64_t person, int64_t meeting,
                   struct attendee *attendee, struct error *err);
void attendee_clear(struct attendee *attendee);

/* Adds the marks of a registration, which need not be there any more. */
bool attendee_load_marks(struct database *db, int64_t registration,
                         struct attendee *attendee, struct error *err);

void attendee_add_registration(struct attendee *attendee,
                               const struct attendee_registration *registration);
void attendee_add_mark(struct attendee *attendee, int64_t registration,
                       const struct outcome_mark *mark);

/* The registration of that id; NULL: it is none of theirs. */
struct attendee_registration *attendee_find(const struct attendee *attendee, int64_t id);
/* The one that says how the person is counted; NULL: they have none. */
const struct attendee_registration *attendee_newest(const struct attendee *attendee);

/* What the marks come to that are under a registration of theirs. */
enum outcome attendee_outcome(const struct attendee *attendee);

#endif
