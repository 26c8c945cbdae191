/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_users.h - who has a database open
 */
#ifndef ATELIER_STORE_FILE_USERS_H
#define ATELIER_STORE_FILE_USERS_H

#include <stddef.h>

#include "atelier/base/buffer.h"

/* Adds the logins of those whose processes hold locks on the file, "claire (4711), jan
 * (4712)"; nothing when the system does not tell.  Our own process is passed over. */
void file_users_find(const char *path, struct buffer *users);

/* The processes alone, at most so many; how many there are. */
size_t file_users_list(const char *path, long *pids, size_t most);

#endif
