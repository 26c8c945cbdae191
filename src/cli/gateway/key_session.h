/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_session.h - the sessions that a login has open through the gateway
 */
#ifndef ATELIER_CLI_KEY_SESSION_H
#define ATELIER_CLI_KEY_SESSION_H

#include <stddef.h>

/* Ends them, with the connections that carry them: a key that is gone could open others
 * there.  Drafts are kept, as when a line drops.  Returns how many were found. */
size_t key_session_end(const char *login);

#endif
