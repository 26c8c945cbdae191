/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_name.h - the second name of a database that a killed program left */
#ifndef ATELIER_STORE_LEFT_NAME_H
#define ATELIER_STORE_LEFT_NAME_H

/*
 * Before another file takes its place, a database is named as what will be kept of it,
 * too (replacement.h); who was killed then did not replace it, and it is not to be opened
 * under two names (file_guard.h).  Takes FILE.before-N and FILE.replaced-N from it, where
 * that is the same file.
 *
 * Only for who holds the opening lock: somebody may be about to take the other name.
 */
void left_name_remove(const char *path);

#endif
