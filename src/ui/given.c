/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given.c - says to whom seats went that an act freed on the way */
#include "given.h"

#include "atelier/app/register.h"

void
given_say(struct ui *ui)
{
    struct register_given given;
    struct buffer text = { 0 };

    if (register_given_take(ui_atelier(ui), &given) &&
        register_given_say(ui_atelier(ui), &given, &text))
        ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}
