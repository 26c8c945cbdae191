/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changeset_format.c - is a stored changeset whole? (sqlite3session.c tells the format)
 *
 * A table is `T`, its number of columns, a byte for each, and its name with a
 * zero; then for each row an operation, a byte, and one record, or two of an
 * update.  A record is a value for each column: its type, and what follows.
 */
#include "maintenance/changeset_format.h"

#include <stdint.h>
#include <string.h>

enum operation { DELETE = 9, INSERT = 18, UPDATE = 23 };
enum type { ABSENT, INTEGER, REAL, TEXT, BLOB, NOTHING };
enum { NUMBER_BYTES = 8, COLUMNS_MOST = 2000 };

struct walk {
    const unsigned char *at;
    const unsigned char *end;
};

static bool
skip(struct walk *walk, uint64_t count)
{
    if (count > (uint64_t)(walk->end - walk->at))
        return false;
    walk->at += count;
    return true;
}

/* Seven bits a byte, the high bit says that more follow. */
static bool
read_length(struct walk *walk, uint64_t *length)
{
    *length = 0;
    for (int i = 0; i < 5 && walk->at < walk->end; i++) {
        const unsigned char byte = *walk->at++;
        *length = *length << 7 | (byte & 0x7F);
        if ((byte & 0x80) == 0)
            return true;
    }
    return false;
}

static bool
skip_value(struct walk *walk)
{
    uint64_t length = 0;

    if (walk->at == walk->end)
        return false;
    switch (*walk->at++) {
    case ABSENT:
    case NOTHING:
        return true;
    case INTEGER:
    case REAL:
        return skip(walk, NUMBER_BYTES);
    case TEXT:
    case BLOB:
        return read_length(walk, &length) && skip(walk, length);
    default:
        return false;
    }
}

static bool
skip_record(struct walk *walk, uint64_t columns)
{
    for (uint64_t i = 0; i < columns; i++)
        if (!skip_value(walk))
            return false;
    return true;
}

static bool
skip_row(struct walk *walk, uint64_t columns)
{
    const unsigned char operation = *walk->at++;

    if (columns == 0 || !skip(walk, 1))
        return false;
    switch (operation) {
    case INSERT:
    case DELETE:
        return skip_record(walk, columns);
    case UPDATE:
        return skip_record(walk, 2 * columns);
    default:
        return false;
    }
}

static bool
skip_table(struct walk *walk, uint64_t *columns)
{
    walk->at++;
    if (!read_length(walk, columns) || *columns == 0 || *columns > COLUMNS_MOST ||
        !skip(walk, *columns))
        return false;
    const unsigned char *zero = memchr(walk->at, '\0', (size_t)(walk->end - walk->at));
    if (!zero)
        return false;
    walk->at = zero + 1;
    return true;
}

bool
changeset_is_whole(const void *bytes, size_t size)
{
    uint64_t columns = 0;
    bool whole = true;

    if (size == 0) /* an act that changed no row */
        return true;
    struct walk walk = { .at = bytes, .end = (const unsigned char *)bytes + size };
    while (whole && walk.at < walk.end)
        whole = *walk.at == 'T' ? skip_table(&walk, &columns) : skip_row(&walk, columns);
    return whole;
}
