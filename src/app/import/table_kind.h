/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_kind.h - a kind of file that holds rows of cells, and what its reader does
 *
 * To add a kind: write its reader, and name it in table_file.c.
 */
#ifndef ATELIER_APP_TABLE_KIND_H
#define ATELIER_APP_TABLE_KIND_H

#include "import/table_file.h"

struct table_kind {
    /* Whether a file that begins so is of this kind. */
    bool (*knows)(const char *bytes, size_t length);
    /* Pours the rows; *bytes, the whole file, may be exchanged. */
    bool (*read)(struct table_file *file, struct spool **bytes, struct error *err);
};

/* For the readers: adds a sentence to the notes. */
void table_kind_note(struct table_file *file, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
