/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_draft.h - a calendar that was left, to go on with when it is opened
 * again
 *
 * What a person said of the file is kept for their login, this file and this group alone,
 * as import_draft.h keeps what they did with a table, until all of it is written or they
 * begin anew.
 */
#ifndef ATELIER_APP_IMPORT_CALENDAR_DRAFT_H
#define ATELIER_APP_IMPORT_CALENDAR_DRAFT_H

#include "atelier/app/import_calendar_mend.h"

struct calendar_draft {
    int64_t id; /* 0: nothing was left of this file */
    instant at;
    char *path;
    uint64_t hash; /* of the file as it was */
    char *zone;
    char *utc_zone;
    struct calendar_mend_list mends;
    struct calendar_import_choice choice; /* its zones and mended rows are those above */
};
void calendar_draft_clear(struct calendar_draft *draft);

/* Keeps what was said of the file in the place of what was kept of it before; nothing is
 * kept where nothing was said. */
bool calendar_draft_keep(const struct calendar_import *import, struct error *err);

/* Whether anything was said of the file that would be lost. */
bool calendar_draft_any(const struct calendar_import *import);

/* All of it is written, or thrown away. */
bool calendar_draft_drop(const struct calendar_import *import, struct error *err);

/* What was left of this file for this group, into a zeroed draft; a text that this
 * program did not write is passed over. */
bool calendar_draft_find(struct atelier *at, const char *path, int64_t group,
                         struct calendar_draft *draft, struct error *err);

/* The path of the file that was left last for this group, which the caller frees, and
 * when; NULL: there is none. */
char *calendar_draft_last(struct atelier *at, int64_t group, instant *left_at);

/* Whether the file that was opened is what it was when it was left.  Of another one, what
 * was said of its events does not hold. */
bool calendar_draft_fits(const struct calendar_draft *draft,
                         const struct calendar_import *import);

#endif
