/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right.h - for which groups the role of a login counts (rule 13)
 *
 * Without any of its own a login has its role everywhere.  Else the role counts for what
 * belongs to these groups, and for what belongs to none, such as people and rooms; for
 * the rest it is that of a reader.
 */
#ifndef ATELIER_APP_GROUP_RIGHT_H
#define ATELIER_APP_GROUP_RIGHT_H

#include "session/session.h"

/* Whether the permission, which the role has, counts for the subject too: ERROR_RULE says
 * for which groups it does.  ROW_NONE is let through: of which groups an act was is known
 * once it is written, see group_right_check(). */
bool group_right_allows(const struct atelier *at, enum permission permission,
                        struct row_ref subject, struct error *err);

/* Whether all that the open act has written, under the id of its entry, is of groups for
 * which the role counts: where each row was and where it is.  What belongs to no group
 * that can be found is refused, unless its noun belongs to none. */
bool group_right_check(const struct atelier *at, int64_t entry, struct error *err);

/* Whether the role counts for the groups of the record; of the row, which may be gone. */
bool group_right_covers_record(const struct atelier *at, const struct entity *entity,
                               const void *record);
bool group_right_covers(const struct atelier *at, struct row_ref row);

/* Refuses to found a group: it would be none of theirs. */
bool group_right_refuse_founding(const struct atelier *at, struct error *err);

#endif
