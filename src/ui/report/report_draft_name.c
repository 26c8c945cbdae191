/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_draft_name.c - how the drafts of reports are known among those of forms */
#include "report/report_draft_name.h"

#include <string.h>

bool
report_draft_is_one(const struct draft *draft)
{
    const size_t length = strlen(REPORT_DRAFT_NAME);

    return draft->screen && strncmp(draft->screen, REPORT_DRAFT_NAME, length) == 0 &&
           (draft->screen[length] == '\0' || draft->screen[length] == '@');
}
