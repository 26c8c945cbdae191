/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts.h - what must outlive a dropped line: drafts of forms and imports
 */
#ifndef ATELIER_APP_DRAFTS_H
#define ATELIER_APP_DRAFTS_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/draft.h"

/* staff, owner and at are filled in.  Quick; outside the journal; silent on a read-only
 * file.  ERROR_CONFLICT when another window of the login has it now: nothing is written.
 */
bool drafts_keep(struct atelier *at, struct draft *draft, struct error *err);
/* The newest draft of this login, of that row of that screen when screen is not NULL; id
 * 0 when none. */
bool drafts_find(struct atelier *at, const char *screen, int64_t row, struct draft *draft,
                 struct error *err);
/* The newest of those that are older than another one; id 0 when none. */
bool drafts_next(struct atelier *at, const struct draft *newer, struct draft *draft,
                 struct error *err);
/* Whether another process of this computer types it. */
bool drafts_is_in_use(const struct draft *draft);
/* Goes on with it here: whoever typed it may write it no more.  ERROR_CONFLICT when it is
 * not any more as it was found. */
bool drafts_take(struct atelier *at, struct draft *draft, struct error *err);
/* What another window has by now stays. */
bool drafts_drop(struct atelier *at, int64_t id, struct error *err);

#endif
