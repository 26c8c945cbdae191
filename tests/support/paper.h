/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper.h - files in a test's folder: what is sent to the office, and what comes out of
 * it
 */
#ifndef ATELIER_TESTS_PAPER_H
#define ATELIER_TESTS_PAPER_H

#include <stddef.h>

/* Writes a file of that name in the folder of database_file.h; its path, in a static
 * buffer for each of a few calls. */
const char *paper_write(const char *name, const char *text);
const char *paper_write_bytes(const char *name, const char *bytes, size_t length);

/* The same with a UTF-8 text in another encoding, as iconv(3) names it, behind a mark. */
const char *paper_write_as(const char *name, const char *text, const char *encoding,
                           const char *mark);

/* All of a file, with a zero byte behind it; *length may be NULL; the caller frees. */
char *paper_read(const char *path, size_t *length);

/* How many files of the folder have a name that ends so. */
size_t paper_count(const char *ending);

#endif
