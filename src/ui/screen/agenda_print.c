/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_print.c - prints the month that the calendar shows */
#include "agenda_view.h"

void
agenda_print(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    meeting_print_month(ui, ((const struct agenda_view *)state)->day);
}
