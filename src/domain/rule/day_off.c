/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_off.c - a public holiday, or a day on which the office is closed, in words */
#include "atelier/domain/day_off.h"

#include "atelier/base/language.h"
#include "atelier/domain/french_holiday.h"

/* What it is called; "" without a name, NULL where it is none. */
static const char *
holiday_name(const struct clash_days *days, struct date day)
{
    const struct named_days *own = day_list_find(&days->own, day, day);

    if (own)
        return own->name;
    const char *name = days->holidays == HOLIDAYS_FRANCE ? french_holiday(day) : NULL;
    return name ? _(name) : NULL;
}

bool
day_off_add(const struct clash_days *days, struct date day, struct buffer *buffer)
{
    const char *holiday = holiday_name(days, day);
    const struct named_days *closed = day_list_find(&days->closed, day, day);

    if (holiday)
        buffer_add(buffer, *holiday ? holiday : _("Public holiday"));
    if (holiday && closed)
        buffer_add(buffer, " · ");
    if (closed && *closed->name)
        buffer_addf(buffer, _("Office closed (%s)"), closed->name);
    else if (closed)
        buffer_add(buffer, _("Office closed"));
    return holiday || closed;
}

bool
day_off_add_short(const struct clash_days *days, struct date day, struct buffer *buffer)
{
    const char *holiday = holiday_name(days, day);
    const struct named_days *closed = day_list_find(&days->closed, day, day);

    if (holiday)
        buffer_add(buffer, *holiday ? holiday : _("Public holiday"));
    else if (closed)
        buffer_add(buffer, *closed->name ? closed->name : _("Office closed"));
    return holiday || closed;
}

bool
day_off_any(const struct clash_days *days, struct date first, struct date last)
{
    bool any = day_list_find(&days->closed, first, last) != NULL;

    for (; !any && date_compare(first, last) <= 0; first = date_add_days(first, 1))
        any = holiday_name(days, first) != NULL;
    return any;
}

struct date
day_off_closed_until(const struct clash_days *days, struct date day, struct date first)
{
    const struct named_days *closed = day_list_find(&days->closed, day, day);
    const bool is_told = closed && (date_compare(closed->first, day) == 0 ||
                                    date_compare(first, day) == 0);

    return is_told ? closed->last : (struct date){ 0 };
}
