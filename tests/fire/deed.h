/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deed.h - what staff do under fire: register, withdraw, mark and undo at random
 *
 * A few meetings with few seats and more people than seats, so that everybody wants the
 * same rows.  Each member of staff has a login of their own, so that the journal tells
 * whose deed it was.
 */
#ifndef ATELIER_TESTS_DEED_H
#define ATELIER_TESTS_DEED_H

#include <stdint.h>

#include "atelier/app/atelier.h"

enum {
    DEED_STAFF = 16,
    DEED_MEETINGS = 3,
    DEED_PEOPLE = 60,
    DEED_SEATS = 12,
};

struct deed_place {
    int64_t meetings[DEED_MEETINGS];
    int64_t people[DEED_PEOPLE];
};

enum deed_kind { DEED_REGISTER, DEED_WITHDRAW, DEED_MARK, DEED_UNDO };
enum { DEED_KINDS = DEED_UNDO + 1 };

/* What came of it, as its doer heard. */
enum deed_result {
    DEED_DONE,    /* written: from now on nothing may lose it */
    DEED_REFUSED, /* by a rule, as it should */
    DEED_FAILED   /* the database or the system failed; `why` is the sentence */
};

struct deed {
    enum deed_kind kind;
    enum deed_result result;
    unsigned staff; /* from 0 */
    unsigned life;  /* how often this member of staff has died before */
    int64_t row;    /* the registration, the mark, or the act that was undone */
    double seconds;
    char why[160];
};

/* Fills the office of office_found() with meetings, people and staff. */
void deed_prepare(struct atelier *at, struct deed_place *place);

/* The office as that member of staff; NULL and an error otherwise. */
struct atelier *deed_enter(const char *database, unsigned staff, struct error *err);

/* One deed at random. */
void deed_do(struct atelier *at, const struct deed_place *place, unsigned *dice,
             struct deed *deed);

#endif
