/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.h - the logins that the system knows */
#ifndef ATELIER_BASE_LOGIN_H
#define ATELIER_BASE_LOGIN_H

#include <stdbool.h>

/* Whose process this is; the number of a user without a name.  The caller frees. */
char *login_of_process(void);

/* False also when the system cannot say. */
bool login_is_known(const char *login);

#endif
