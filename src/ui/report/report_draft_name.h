/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_draft_name.h - how the drafts of reports are known among those of forms */
#ifndef ATELIER_UI_REPORT_DRAFT_NAME_H
#define ATELIER_UI_REPORT_DRAFT_NAME_H

#include <stdbool.h>

#include "atelier/domain/draft.h"

/* The name of its screen, with the meeting as its row; "@2" is behind a second one. */
#define REPORT_DRAFT_NAME "report"

bool report_draft_is_one(const struct draft *draft);

#endif
