/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_wait.h - why somebody who said yes waits all the same */
#ifndef ATELIER_UI_MEETING_WAIT_H
#define ATELIER_UI_MEETING_WAIT_H

#include <stdint.h>

#include "atelier/base/buffer.h"
#include "ui.h"

/* Adds the place on the waiting list and what is full, as %K{registration.why} tells
 * them; nothing for whoever does not wait. */
void meeting_add_wait(struct ui *ui, int64_t registration, struct buffer *text);

#endif
