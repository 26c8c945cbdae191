/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_right.h - at which meetings somebody stands who may read nothing else (rule 13) */
#ifndef ATELIER_APP_DAY_RIGHT_H
#define ATELIER_APP_DAY_RIGHT_H

#include "session/session.h"

/* The role has the permission: whether it counts for the subject now, a meeting on its
 * day or a workshop of one.  ERROR_RULE when not, the same of a meeting that is not
 * there. True of every role that may read. */
bool day_right_allows(const struct atelier *at, enum permission permission,
                      struct row_ref subject, instant now, struct error *err);

#endif
