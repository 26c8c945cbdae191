/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_wire.h - what is to be printed, from atelier to atelier-print
 *
 * Behind a first line that says which document it is and in which version, records lie
 * behind one another: a letter, how many bytes follow, a colon and these: "t5:Lille".
 * No text can be taken for a record, whatever stands in it.  Whoever reads trusts nothing
 * of it.
 */
#ifndef ATELIER_DOMAIN_PRINTED_WIRE_H
#define ATELIER_DOMAIN_PRINTED_WIRE_H

#include "atelier/domain/printed_sheet.h"

void printed_wire_add_sheet(struct buffer *wire, const struct printed_sheet *sheet);

/* Whether these bytes begin as an attendance sheet does. */
bool printed_wire_is_sheet(const char *bytes, size_t length);

/* Reads into an empty sheet, which the caller clears.  ERROR_INPUT: it is not whole, or
 * too much. */
bool printed_wire_read_sheet(const char *bytes, size_t length,
                             struct printed_sheet *sheet, struct error *err);

#endif
