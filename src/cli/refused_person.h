/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_person.h - who of those that a command names is refused, in words and as JSON
 */
#ifndef ATELIER_CLI_REFUSED_PERSON_H
#define ATELIER_CLI_REFUSED_PERSON_H

#include <jansson.h>

#include "invocation.h"

struct refused_person {
    int64_t person;      /* 0: nobody whom the database knows */
    const char *operand; /* what was typed for them */
    const struct questions *questions;
    struct error *refusal;
};

/* One refusal does not stop the others, but is the exit status: this one becomes *err,
 * which the command ends with; the one that stood there, with was_ok false, is printed.
 * `what` says what became of the person, such as "not registered"; the array gets their
 * id, or what was typed, and why. */
void refused_person_tell(struct invocation *inv, const struct refused_person *refused,
                         const char *what, json_t *array, bool was_ok, struct error *err);

#endif
