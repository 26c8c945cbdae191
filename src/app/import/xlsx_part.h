/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_part.h - one XML part of a workbook, read as a stream and within limits
 *
 * A small archive can unpack into more than a disk holds, and XML can nest or name itself
 * without end: each part is counted while it is unpacked, and refused with a sentence.
 */
#ifndef ATELIER_APP_XLSX_PART_H
#define ATELIER_APP_XLSX_PART_H

#include <expat.h>
#include <zip.h>

#include "atelier/base/error.h"
#include "import/xlsx_unpack.h"

/* Whether a name is this one letter, as most names in a sheet are. */
static inline bool
xlsx_is_letter(const char *name, char letter)
{
    return name[0] == letter && !name[1];
}

/* What a reader of a part does with it.  Names come without their namespace; attributes
 * as expat gives them, for xlsx_part_attribute(). */
struct xlsx_reader {
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);              /* or NULL */
    void (*text)(void *context, const char *text, int length); /* or NULL */
    const bool *stop; /* set by the reader: it has what it wants, or has failed */
};

/* What parts are read from, one after the other; both are borrowed. */
struct xlsx_archive {
    zip_t *zip;
    struct xlsx_unpack *unpack;
};

/* Whether the part is in the archive. */
bool xlsx_part_exists(const struct xlsx_archive *archive, const char *name);

/* No other part is read meanwhile. */
bool xlsx_part_read(const struct xlsx_archive *archive, const char *name,
                    const struct xlsx_reader *reader, void *context, struct error *err);

/* The name of an attribute without its namespace; "" when it declares one. */
const char *xlsx_part_attribute_name(const char *attribute);

/* The value of an attribute, whatever its namespace; NULL when it is missing. */
const char *xlsx_part_attribute(const char **attributes, const char *name);

/* Whether an attribute says "1", "true" or "on". */
bool xlsx_part_flag(const char **attributes, const char *name);

#endif
