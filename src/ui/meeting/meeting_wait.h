/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_wait.h - why somebody who said yes waits all the same, and who is in which
 * state after an act on several */
#ifndef ATELIER_UI_MEETING_WAIT_H
#define ATELIER_UI_MEETING_WAIT_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/register.h"
#include "atelier/base/buffer.h"
#include "ui.h"

/* Adds the place on the waiting list and what is full, as %K{registration.why} tells
 * them; nothing for whoever does not wait. */
void meeting_add_wait(struct ui *ui, int64_t registration, struct buffer *text);

/* How many of them are in that state now, but for those who were passed over; in `first`
 * who comes first of them. */
size_t meeting_count_now(struct ui *ui, const int64_t *ids, size_t count,
                         const struct register_skipped *skipped,
                         enum registration_state state, int64_t *first);

#endif
