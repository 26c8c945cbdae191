/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_program.c - whether programs of the person's own are started */
#include "own_program.h"

#include "atelier/base/language.h"

bool
own_program_is_allowed(struct ui *ui)
{
    return !atelier_folder(ui_atelier(ui));
}

const char *
own_program_why_not(void)
{
    return _("This login runs no programs of its own: the text is written here.");
}
