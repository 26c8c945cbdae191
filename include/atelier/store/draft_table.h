/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_table.h - what a form held when the line dropped
 */
#ifndef ATELIER_STORE_DRAFT_TABLE_H
#define ATELIER_STORE_DRAFT_TABLE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

struct draft {
    int64_t id;
    char *staff;  /* login */
    char *screen; /* name of the form */
    char *entity; /* noun */
    int64_t row;  /* 0: a row that is not saved yet */
    char *fields; /* the form's own text, opaque here */
    instant at;
};
void draft_clear(struct draft *draft);

/* Drafts are in no journal; one for each (staff, screen, entity, row). */
bool draft_table_save(struct database *db, struct draft *draft, struct error *err);
/* The newest of that login, of that screen when screen is not NULL; id 0 when none. */
bool draft_table_find(struct database *db, const char *login, const char *screen,
                      struct draft *draft, struct error *err);
bool draft_table_remove(struct database *db, int64_t id, struct error *err);

#endif
