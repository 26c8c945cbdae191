/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_signers.h - who signs an attendance sheet for the meeting: the chair of the group
 * and those who lead workshops
 */
#ifndef ATELIER_APP_SHEET_SIGNERS_H
#define ATELIER_APP_SHEET_SIGNERS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"

/* Borrowed for the call; `person` is NULL where nobody is known: the line stays. */
typedef void sheet_signer_take(void *context, bool leads, const struct person *person);

/* The group as it is; of a closed meeting as it was when it was closed (rule 7). */
bool sheet_signers_group(struct atelier *at, const struct meeting *meeting,
                         struct working_group *group, struct error *err);

/* The chair, by the group or by a membership on the day of the meeting, then each leader
 * once.  Of a closed meeting they are who they were when it was closed, by the names of
 * then; only erasing reaches them. */
bool sheet_signers_each(struct atelier *at, const struct meeting *meeting,
                        const struct working_group *group, sheet_signer_take *take,
                        void *context, struct error *err);

#endif
