/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_state.h - what a file being imported holds; private to the import's files */
#ifndef ATELIER_APP_IMPORT_STATE_H
#define ATELIER_APP_IMPORT_STATE_H

#include "atelier/app/import_people.h"
#include "atelier/store/person_filter.h"
#include "csv_file.h"
#include "import_index.h"
#include "session.h"

/* What the judgement said of a row that a person decided since. */
struct import_decision {
    bool made;
    enum import_verdict verdict;
    int64_t person;
};

struct import {
    struct atelier *at;
    int64_t meeting;
    char *name; /* of the file, for the journal */
    struct csv_file file;
    struct import_mapping mapping;
    bool headless;
    struct import_row_list rows;       /* of the last judgement */
    struct import_decision *decisions; /* one a row */
    int64_t judged_at;                 /* the newest entry of the journal then */
    struct import_index index;         /* who was named in this file already */
    struct person_filter *filter;      /* who is surely unknown, while rows are judged */
};

/* Inside the open transaction: ERROR_CONFLICT when an act since the judgement changed
 * a verdict, or wrote to somebody whom a row is about to change. */
bool import_still_stands(struct import *import, struct error *err);

#endif
