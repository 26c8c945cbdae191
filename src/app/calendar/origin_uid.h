/* SPDX-License-Identifier: GPL-3.0-or-later */
/* origin_uid.h - the UIDs that this program gives, in any office */
#ifndef ATELIER_APP_ORIGIN_UID_H
#define ATELIER_APP_ORIGIN_UID_H

#include <stdbool.h>

/* Whether an office may have given it; NULL: no. */
bool origin_uid_is_one(const char *uid);

#endif
