/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_heading_table.h - what a person said that columns of these headings hold
 */
#ifndef ATELIER_STORE_IMPORT_HEADING_TABLE_H
#define ATELIER_STORE_IMPORT_HEADING_TABLE_H

#include "atelier/base/civil.h"
#include "atelier/store/database.h"

/* A zeroed struct is empty. */
struct import_heading {
    char *holds; /* what each column holds, a word a line; NULL: nothing was said */
    instant set_at;
    char *set_by; /* login */
};
void import_heading_clear(struct import_heading *heading);

/* By the headings as one text; ->holds stays NULL when nobody said anything of them. */
bool import_heading_table_find(struct database *db, const char *headings,
                               struct import_heading *heading, struct error *err);

/* Inside an open transaction; in no journal.  What was said longest ago goes when there
 * would be more than some hundred. */
bool import_heading_table_save(struct database *db, const char *headings,
                               const struct import_heading *heading, struct error *err);
bool import_heading_table_remove(struct database *db, const char *headings,
                                 struct error *err);

#endif
