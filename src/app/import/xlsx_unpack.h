/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_unpack.h - the bytes of a part of an archive, unpacked beside whoever reads them
 *
 * Unpacking takes an eighth of the time that reading XML takes: a thread does it
 * meanwhile, and is never more than 16 MB ahead.  It begins with the second piece: many
 * parts have but one, and some readers want no more.  Where no thread can be started,
 * each piece is unpacked when it is asked for.
 */
#ifndef ATELIER_APP_XLSX_UNPACK_H
#define ATELIER_APP_XLSX_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <zip.h>

struct xlsx_unpack;

/* One serves all parts of an archive: new memory takes longer than to fill it. */
struct xlsx_unpack *xlsx_unpack_new(void);
void xlsx_unpack_free(struct xlsx_unpack *unpack); /* NULL is fine */

/* Begins with a part.  The open entry stays the caller's, who leaves it and its archive
 * alone until the end. */
void xlsx_unpack_begin(struct xlsx_unpack *unpack, zip_file_t *entry);

/* Ends with it at any time, in the middle too: the thread is gone when it returns. */
void xlsx_unpack_end(struct xlsx_unpack *unpack);

/* The next bytes in their order, borrowed until the next call. */
struct xlsx_piece {
    const char *bytes;
    size_t length; /* 0 at the end alone */
    bool is_last;
};

/*
 * Waits for the next piece: all that is unpacked by now.
 *
 * False when what follows is damaged, which is said once everything before it was given;
 * zip_file_get_error() of the entry tells why.
 */
bool xlsx_unpack_next(struct xlsx_unpack *unpack, struct xlsx_piece *piece);

#endif
