/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_wait.c - why somebody who said yes waits all the same */
#include "meeting/meeting_wait.h"

#include "atelier/app/register.h"

void
meeting_add_wait(struct ui *ui, int64_t registration, struct buffer *text)
{
    struct register_reasons reasons = { 0 };
    struct error ignored = { 0 };

    if (register_why(ui_atelier(ui), registration, &reasons, &ignored) &&
        reasons.state == REGISTRATION_WAITING)
        buffer_addf(text, "  %s", buffer_text(&reasons.text));
    register_reasons_clear(&reasons);
}
