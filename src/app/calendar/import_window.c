/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_window.c - from which day on a calendar is imported, and how far ahead */
#include "calendar/import_window.h"

#include "atelier/base/language.h"

enum { DAYS_A_YEAR = 365, LONGEST_YEARS = 10 };

bool
import_window_take(struct calendar_import *import, struct error *err)
{
    struct calendar_import_choice *choice = &import->choice;
    const struct date today = atelier_today(import->at);
    const struct date usual =
        date_add_days(today, (int64_t)CALENDAR_IMPORT_YEARS * DAYS_A_YEAR);

    if (date_is_none(choice->from))
        choice->from = today;
    if (date_is_none(choice->until))
        choice->until =
            date_add_days(choice->from, (int64_t)CALENDAR_IMPORT_YEARS * DAYS_A_YEAR);
    import->has_own_window =
        date_compare(choice->from, today) != 0 || date_compare(choice->until, usual) != 0;
    if (date_compare(choice->until, choice->from) < 0)
        return error_set_field(err, ERROR_INPUT, "until",
                               _("The last day is before the first; correct one of "
                                 "them."));
    if (date_to_days(choice->until) - date_to_days(choice->from) >
        (int64_t)LONGEST_YEARS * (DAYS_A_YEAR + 1))
        return error_set_field(err, ERROR_INPUT, "until",
                               _("At most %d years can be imported at a time."),
                               (int)LONGEST_YEARS);
    if (choice->has_hours &&
        local_time_compare(choice->first_hour, choice->last_hour) >= 0)
        return error_set_field(err, ERROR_INPUT, "hours",
                               _("The last hour is not after the first."));
    return true;
}
