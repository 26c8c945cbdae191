/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changeset_format.h - is a stored changeset whole?
 *
 * SQLite (3.40) trusts its changesets: one that was cut in the name of a table
 * is read without end.  What comes from a file is walked through first.
 */
#ifndef ATELIER_STORE_CHANGESET_FORMAT_H
#define ATELIER_STORE_CHANGESET_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

bool changeset_is_whole(const void *bytes, size_t size);

#endif
