/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_reader.c - the parts of a calendar, read one after the other */
#include "source/part_reader.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

enum { AHEAD = 65536 };

static bool
is_ahead(const struct part_reader *reader, const struct ics_part *part)
{
    return part->offset >= reader->ahead_offset &&
           part->offset + part->length <= reader->ahead_offset + reader->ahead_length;
}

/* Whoever jumps about in the file is not made to read all of it at each jump. */
static bool
look_ahead(struct part_reader *reader, const struct ics_part *part, struct error *err)
{
    if (part->offset != reader->next || part->length > AHEAD)
        return true;
    if (!reader->ahead)
        reader->ahead = memory_new(1, AHEAD);
    reader->ahead_offset = part->offset;
    return spool_read(reader->bytes, part->offset, reader->ahead, AHEAD,
                      &reader->ahead_length, err);
}

static bool
read_alone(const struct part_reader *reader, const struct ics_part *part,
           struct buffer *text, struct error *err)
{
    size_t got;

    if (text->capacity <= part->length)
        text->text =
            memory_grow(text->text, &text->capacity, (size_t)part->length + 1, 1);
    if (!spool_read(reader->bytes, part->offset, text->text, part->length, &got, err))
        return false;
    text->length = got;
    text->text[got] = '\0';
    return true;
}

bool
part_reader_read(struct part_reader *reader, const struct ics_part *part,
                 struct buffer *text, struct error *err)
{
    bool ok = is_ahead(reader, part) || look_ahead(reader, part, err);

    reader->next = part->offset + part->length;
    buffer_reset(text);
    if (!ok || !is_ahead(reader, part))
        return ok && read_alone(reader, part, text, err);
    buffer_add_part(text, reader->ahead + (part->offset - reader->ahead_offset),
                    part->length);
    return true;
}

void
part_reader_clear(struct part_reader *reader)
{
    free(reader->ahead);
    reader->ahead = NULL;
}
