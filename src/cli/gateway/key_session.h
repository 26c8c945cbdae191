/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_session.h - the sessions that a login has open through the gateway
 */
#ifndef ATELIER_CLI_KEY_SESSION_H
#define ATELIER_CLI_KEY_SESSION_H

#include <stddef.h>
#include <sys/types.h>

/* Ends them, with the connections that carry them: a key that is gone could open others
 * there.  Drafts are kept, as when a line drops.  Returns how many were found. */
size_t key_session_end(const char *login);

/* Ends the connections of the account that have no session open: by which key they came
 * cannot be told, and those of others come again.  Returns how many there were. */
size_t key_session_end_idle(uid_t account);

#endif
