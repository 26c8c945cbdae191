/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_prefix.h - the sign that begins a typed entry and says of which kind it is
 *
 *     ? question    ! point of attention    > quote    + recommendation
 *     = decision    . conclusion            ~ remark   none: a finding
 *
 * A blank may follow the sign.  A backslash before it keeps it: "\? x" is a finding.
 * What only looks like a sign is none: "...", "+33 1", "=5", "?!", "![image](x)".
 */
#ifndef ATELIER_DOMAIN_REPORT_PREFIX_H
#define ATELIER_DOMAIN_REPORT_PREFIX_H

#include "atelier/base/buffer.h"
#include "atelier/domain/report_entry.h"

struct report_typed {
    enum report_entry_kind kind;
    bool has_sign;    /* the kind was typed */
    int64_t indent;   /* by the blanks before: two, or a tab, a level; at most the most */
    const char *text; /* inside what was typed, without what comes before it */
};

/* Reads a line, or a text of several whose first one has the sign. */
void report_prefix_read(const char *typed, struct report_typed *read);

/* The sign of the kind; '\0': it has none. */
char report_prefix_sign(enum report_entry_kind kind);

/* Adds what report_prefix_read() reads as that kind, indent and text. */
void report_prefix_add(enum report_entry_kind kind, int64_t indent, const char *text,
                       struct buffer *buffer);

#endif
