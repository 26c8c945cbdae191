/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_table.h - finding people by e-mail, and what they are at present */
#ifndef ATELIER_STORE_PERSON_TABLE_H
#define ATELIER_STORE_PERSON_TABLE_H

#include "atelier/domain/affiliation.h"
#include "atelier/domain/person.h"
#include "atelier/store/database.h"

/* Into whom somebody was merged; 0: into nobody, or there is nobody of that id. */
bool person_table_merged_into(struct database *db, int64_t person, int64_t *into,
                              struct error *err);

/* At the end of an act: ERROR_RULE when what it wrote refers to somebody merged, naming
 * into whom. */
bool person_table_check_merged(struct database *db, struct error *err);

/* Everybody with that e-mail, case aside; of whoever was merged, the one who is kept. */
bool person_table_find_email(struct database *db, const char *email,
                             struct person_list *list, struct error *err);

/* Whether anybody has that family name. */
bool person_table_has_family(struct database *db, const char *family, bool *has,
                             struct error *err);

/* The main affiliation on a day (or the newest that holds); id 0 when there is none. */
bool person_table_affiliation(struct database *db, int64_t person, struct date day,
                              struct affiliation *affiliation, struct error *err);

#endif
