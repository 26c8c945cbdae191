/* SPDX-License-Identifier: GPL-3.0-or-later */
/* administrators.h - how many could come in and let others in */
#ifndef ATELIER_APP_ADMINISTRATORS_H
#define ATELIER_APP_ADMINISTRATORS_H

#include "atelier/app/atelier.h"

/* Those whose role counts for all groups: who else could do settings? */
struct administrators {
    size_t all;
    size_t known; /* their logins, by the system or by the gateway */
};

/* Without the one of the login `but`, which may be NULL. */
bool administrators_count(struct atelier *at, const char *but,
                          struct administrators *count, struct error *err);

/* Whether the system knows the login; a gateway knows its own. */
bool administrators_know(const struct atelier *at, const char *login);

/* ERROR_RULE, blaming the field, when nobody would be left if that login were none. */
bool administrators_keep_another(struct atelier *at, const char *login, const char *field,
                                 struct error *err);

#endif
