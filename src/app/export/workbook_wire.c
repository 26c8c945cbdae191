/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_wire.c - how a sheet is told to atelier-workbook, which makes a workbook of it
 */
#include "export/workbook_wire.h"

#include <string.h>

#include "atelier/base/language.h"

/* A text of a list is never longer; what claims to be is no sheet of ours. */
enum { LENGTH_MOST = 16 * 1024 * 1024 };

void
workbook_wire_add(struct buffer *buffer, enum list_cell kind, const char *text)
{
    size_t length = strlen(text);

    buffer_addf(buffer, "%c%zu:", (char)kind, length);
    buffer_add_part(buffer, text, length);
}

/* Makes sure that a byte is held; false at the end or with an error. */
static bool
fill(struct sheet_reader *reader, struct error *err)
{
    if (reader->at < reader->held)
        return true;
    reader->offset += reader->held;
    reader->at = reader->held = 0;
    if (reader->offset >= reader->end)
        return false;
    size_t most = sizeof(reader->part);
    if (most > reader->end - reader->offset)
        most = (size_t)(reader->end - reader->offset);
    return spool_read(reader->spool, reader->offset, reader->part, most, &reader->held,
                      err) &&
           reader->held > 0;
}

static bool
refuse(struct error *err)
{
    if (err->kind == ERROR_NONE)
        error_set(err, ERROR_SYSTEM, _("The list came in pieces; try again."));
    return false;
}

static bool
read_length(struct sheet_reader *reader, size_t *length, struct error *err)
{
    *length = 0;
    while (fill(reader, err)) {
        char c = reader->part[reader->at++];
        if (c == ':')
            return true;
        if (c < '0' || c > '9' || *length > LENGTH_MOST)
            break;
        *length = *length * 10 + (size_t)(c - '0');
    }
    return refuse(err);
}

bool
workbook_wire_read(struct sheet_reader *reader, enum list_cell *kind, struct buffer *text,
                   struct error *err)
{
    size_t left;

    buffer_reset(text);
    if (!fill(reader, err))
        return false;
    *kind = (enum list_cell)reader->part[reader->at++];
    if (!read_length(reader, &left, err))
        return false;
    while (left > 0) {
        if (!fill(reader, err))
            return refuse(err);
        size_t part = reader->held - reader->at;
        part = part < left ? part : left;
        buffer_add_part(text, reader->part + reader->at, part);
        reader->at += part;
        left -= part;
    }
    return true;
}
