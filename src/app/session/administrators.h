/* SPDX-License-Identifier: GPL-3.0-or-later */
/* administrators.h - how many could come in and let others in */
#ifndef ATELIER_APP_ADMINISTRATORS_H
#define ATELIER_APP_ADMINISTRATORS_H

#include "atelier/app/atelier.h"

struct administrators {
    size_t all;
    size_t known; /* their logins, by the system or by the gateway */
};

/* Without the one of the login `but`, which may be NULL. */
bool administrators_count(struct atelier *at, const char *but,
                          struct administrators *count, struct error *err);

/* Whether the system knows the login; a gateway knows its own. */
bool administrators_know(const struct atelier *at, const char *login);

#endif
