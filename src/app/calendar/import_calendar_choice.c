/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_choice.c - how a calendar is to be read, as people type it */
#include <string.h>

#include "atelier/app/import_calendar.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"

/* Hours without a day: any one serves, for the clock alone counts. */
bool
calendar_import_read_hours(const char *text, struct calendar_import_choice *choice,
                           struct error *err)
{
    const struct date day = { .year = 2000, .month = 1, .day = 1 };
    const struct local_time base = { .date = day };
    bool next_day;

    choice->has_hours = true;
    if (when_parse_span(text, day, base, &choice->first_hour, &choice->last_hour,
                        &next_day, NULL) &&
        !local_time_is_none(choice->last_hour) &&
        date_compare(choice->first_hour.date, day) == 0 &&
        date_compare(choice->last_hour.date, day) == 0)
        return true;
    return error_set_field(err, ERROR_INPUT, "hours",
                           _("Write the first and the last hour of a day, like "
                             "9:30-17:00, not “%s”."),
                           text);
}

bool
calendar_import_read_as_written(const char *text, struct calendar_import_choice *choice,
                                struct error *err)
{
    static const struct {
        const char *name;
        unsigned what;
    } kinds[] = { { "ends", CALENDAR_IMPORT_ENDS },
                  { "starts", CALENDAR_IMPORT_STARTS },
                  { "titles", CALENDAR_IMPORT_TITLES } };

    while (*text) {
        const size_t length = strcspn(text, ",");
        unsigned what = 0;
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
            if (strlen(kinds[i].name) == length &&
                strncmp(text, kinds[i].name, length) == 0)
                what = kinds[i].what;
        if (!what)
            return error_set_field(err, ERROR_INPUT, "as-written",
                                   _("--as-written takes “ends”, “starts” and “titles”, "
                                     "with commas in between, not “%.*s”."),
                                   (int)length, text);
        choice->as_written |= what;
        text += length + (text[length] == ',');
    }
    return true;
}

void
calendar_import_add_hours(const struct calendar_import_choice *choice,
                          struct buffer *text)
{
    buffer_addf(text, "%d:%02d-%d:%02d", choice->first_hour.hour,
                choice->first_hour.minute, choice->last_hour.hour,
                choice->last_hour.minute);
}
