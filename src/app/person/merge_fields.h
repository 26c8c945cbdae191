/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_fields.h - whose name, telephone and note stay when two people are merged */
#ifndef ATELIER_APP_MERGE_FIELDS_H
#define ATELIER_APP_MERGE_FIELDS_H

#include "atelier/app/merge.h"

/* Sets `after` of the outcome: what was chosen; else what the kept one lacks is taken
 * from the other, and notes of both are kept. */
void merge_fields(const struct merge_request *request, struct merge_outcome *outcome);

#endif
