/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft.h - what a form held when the line dropped */
#ifndef ATELIER_DOMAIN_DRAFT_H
#define ATELIER_DOMAIN_DRAFT_H

#include "atelier/domain/entity.h"

struct draft {
    int64_t id;
    char *staff;  /* login */
    char *screen; /* name of the form */
    char *entity; /* noun */
    int64_t row;  /* 0: a row that is not saved yet */
    char *fields; /* the form's own text, opaque here */
    char *owner;  /* the mark of the process that types it: atelier/base/process.h */
    instant at;
};
void draft_clear(struct draft *draft);

#endif
