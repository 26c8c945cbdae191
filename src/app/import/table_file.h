/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_file.h - rows of cells from a file, whichever program wrote it
 *
 * The kind of the file is told by its bytes, not by its name.
 */
#ifndef ATELIER_APP_TABLE_FILE_H
#define ATELIER_APP_TABLE_FILE_H

#include <sys/stat.h>

#include "atelier/base/input_file.h"
#include "atelier/domain/import.h"
#include "import/table_store.h"

/* What a person chose; zeroed: as the file says itself.  The texts are borrowed. */
struct table_choice {
    const struct own_folder *within; /* where the path is a name; NULL: anywhere */
    const char *encoding;            /* of a text file; NULL: found by its bytes */
    const char *sheet;               /* of a workbook; NULL: the only one with rows */
    bool leave_hidden;               /* rows that the sheet does not show are left out */
};

struct table_file {
    struct table_choice choice;
    char *encoding; /* "Windows-1252", "XLSX" */
    char delimiter; /* of a text file, else 0 */
    struct table_store rows;
    const enum import_target *holds; /* each column, where the kind of file says so */
    struct stat read;                /* what the file was */
    uint64_t hash;                   /* of its bytes */

    char **sheets; /* of a workbook, those with rows */
    size_t sheet_count;
    size_t sheet_capacity;
    char *sheet;         /* that is read; NULL: none, or one is to be chosen first */
    int64_t hidden_rows; /* that it does not show */
    int64_t wrong_lines; /* have a word that looks as if the encoding was another one */
    struct buffer notes; /* what a person should know of the file, a sentence a line */
};

/* Files larger than this are not an address list.  What a workbook may unpack to is in
 * xlsx_part.c, xlsx_book.c and xlsx_sheet.c, its memory and time in workbook_main.c, and
 * what it may hand over in table_wire.c. */
enum { TABLE_FILE_LIMIT = 64 * 1024 * 1024 };

/* Nor are rows of more columns. */
enum { TABLE_COLUMNS_MOST = 512 };

struct table_kind;

/* Is standard input, where it is given in place of a path; ./- is a file. */
#define TABLE_FILE_INPUT "-"

/* The bytes of a file; `is` tells what it was. */
bool table_file_load(const struct own_folder *within, const char *path, struct stat *is,
                     struct spool *bytes, struct error *err);

/* Reads a file of these kinds: the first that knows it does, or the last.  NULL ends
 * them.  The caller clears the file in any case. */
bool table_file_read(struct table_file *file, const char *path,
                     const struct table_choice *choice,
                     const struct table_kind *const kinds[], struct error *err);
void table_file_clear(struct table_file *file);

/* Whether it has several sheets of which none was chosen, and so no rows yet. */
bool table_file_waits_for_sheet(const struct table_file *file);

/* Whether another file, or another content of it, stands there now.  One that is gone
 * was not changed. */
bool table_file_has_changed(const struct table_file *file, const char *path);

#endif
