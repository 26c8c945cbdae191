/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_bytes.h - the bytes of one descriptor go to another */
#ifndef ATELIER_STORE_FILE_BYTES_H
#define ATELIER_STORE_FILE_BYTES_H

#include "atelier/base/error.h"
#include "atelier/base/interruption.h"

/* From the beginning of the one to its end; the names are for messages.
 * ERROR_CANCELLED when it was interrupted. */
bool file_bytes_copy(int from, int to, const char *from_name, const char *to_name,
                     const struct interruption *interruption, struct error *err);

/* Says why a file cannot be read or written, of errno; of a copy without a name, as of
 * one that SQLite cannot write.  Return false. */
bool file_bytes_fail_read(const char *name, int number, struct error *err);
bool file_bytes_fail_write(const char *name, int number, struct error *err);

#endif
