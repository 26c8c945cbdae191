/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.h - that an attendance sheet was printed: its version, and what it was of
 *
 * When and by whom stands in its head.  No undo takes a row back, for paper cannot
 * be unprinted, and nothing of it changes but where its scan lies.
 */
#ifndef ATELIER_DOMAIN_SHEET_H
#define ATELIER_DOMAIN_SHEET_H

#include "atelier/domain/entity.h"

struct sheet {
    struct record head;
    int64_t meeting;
    int64_t version; /* from 1, counted for a meeting */
    int64_t slot;    /* its only column; 0: every slot has one */
    int64_t hash;    /* of what the register said, in no language */
    char *scan;      /* the file it was scanned to once it was signed */
};

extern const struct entity sheet_entity;

#endif
