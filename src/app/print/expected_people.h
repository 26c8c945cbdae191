/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expected_people.h - those who are expected at a meeting, as they are printed */
#ifndef ATELIER_APP_EXPECTED_PEOPLE_H
#define ATELIER_APP_EXPECTED_PEOPLE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/registration.h"

/* As copied on the registration (rule 7); borrowed for the call. */
struct expected_person {
    int64_t registration;
    const char *name; /* "Colas, Léo" */
    const char *family;
    const char *given;
    const char *organisation;
    const char *function;
    const char *category;
    enum registration_role role;
    bool remote;
};

/* False: no more of them. */
typedef bool expected_person_take(void *context, const struct expected_person *person);

/* In the order in which the language sorts their names. */
bool expected_people_each(struct atelier *at, int64_t meeting, expected_person_take *take,
                          void *context, struct error *err);

/* "Expert · Speaker"; NULL when neither is to be said.  The caller frees. */
char *expected_person_category(const struct expected_person *person);

#endif
