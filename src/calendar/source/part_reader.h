/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_reader.h - the parts of a calendar, read one after the other
 *
 * Most follow each other in the file: what is behind one is read along with it.
 */
#ifndef ATELIER_CALENDAR_PART_READER_H
#define ATELIER_CALENDAR_PART_READER_H

#include "atelier/base/buffer.h"
#include "source/ics_scan.h"

/* Zeroed, but for the bytes, it has read nothing. */
struct part_reader {
    const struct spool *bytes;
    uint64_t next; /* behind the part that was read last */
    char *ahead;   /* what was read along; NULL: nothing yet */
    uint64_t ahead_offset;
    size_t ahead_length;
};

/* The whole part, in the place of what the buffer held. */
bool part_reader_read(struct part_reader *reader, const struct ics_part *part,
                      struct buffer *text, struct error *err);
void part_reader_clear(struct part_reader *reader);

#endif
