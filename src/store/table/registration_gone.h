/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_gone.h - how far the calendars of people had counted whose registration an
 * undo took away
 */
#ifndef ATELIER_STORE_REGISTRATION_GONE_H
#define ATELIER_STORE_REGISTRATION_GONE_H

#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* As row_follow() calls it.  Who registers again goes on from there (rule 8):
 * registration_table_sequence(). */
bool registration_gone_follow(struct database *db, const struct registration *before,
                              const struct registration *after, struct error *err);

#endif
