/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merged_person.h - nothing refers to somebody who was merged into somebody else
 *
 * Whoever writes a row says so (row_follow.c), so that no way to a reference can forget
 * it.  It is judged at the end, when all of the act is written: an undo of a merge gives
 * rows back to a person before it gives them back themselves.
 */
#ifndef ATELIER_STORE_MERGED_PERSON_H
#define ATELIER_STORE_MERGED_PERSON_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* Somebody merged to whom a row came to refer, or who became merged. */
struct merged_person {
    int64_t person;
    const struct field *field; /* of the row that refers to them; NULL: they became so */
};

struct merged_person_list {
    struct merged_person *items;
    size_t count;
    size_t capacity;
};

/* After a row of any noun was written. */
bool merged_person_follow(struct database *db, const struct entity *entity,
                          const void *before, const void *after, struct error *err);

void merged_person_clear(struct merged_person_list *list);

#endif
