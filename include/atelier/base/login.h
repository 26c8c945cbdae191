/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.h - the logins that the system knows */
#ifndef ATELIER_BASE_LOGIN_H
#define ATELIER_BASE_LOGIN_H

#include <stdbool.h>
#include <sys/types.h>

/* Whose process this is; the number of a user without a name.  The caller frees. */
char *login_of_process(void);
/* The same of a user's number. */
char *login_of_user(uid_t user);

/* That of this process is, also without a name.  False when the system cannot say. */
bool login_is_known(const char *login);

#endif
