/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.h - what does not hold of the attendance of meetings that are over, in words
 */
#ifndef ATELIER_APP_AUDIT_H
#define ATELIER_APP_AUDIT_H

#include "atelier/app/atelier.h"
#include "atelier/domain/audit_finding.h"

/* Of one meeting; ERROR_RULE when it is not over, or did not take place. */
bool audit_of_meeting(struct atelier *at, int64_t meeting, struct audit_list *list,
                      struct error *err);

/* Of all that begin in the span and are over, in the order of their start. */
bool audit_of_span(struct atelier *at, struct span span, struct audit_list *list,
                   struct error *err);

/* Adds what the audit cannot know, a sentence a line. */
void audit_add_unknown(const struct atelier *at, struct buffer *text);

#endif
