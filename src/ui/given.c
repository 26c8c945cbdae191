/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given.c - says to whom seats went that an act freed on the way */
#include "given.h"

#include "atelier/app/register.h"
#include "loop.h"

static void
say(struct ui *ui, const char *before)
{
    struct register_given given;
    struct buffer text = { 0 };

    if (register_given_take(ui_atelier(ui), &given) &&
        register_given_say(ui_atelier(ui), &given, &text))
        ui_say(ui, before[0] ? "%s  %s" : "%s%s", before, buffer_text(&text));
    buffer_clear(&text);
}

void
given_say(struct ui *ui)
{
    say(ui, "");
}

void
given_add(struct ui *ui)
{
    say(ui, buffer_text(&ui->message));
}
