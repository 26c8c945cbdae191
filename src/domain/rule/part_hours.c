/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_hours.c - the hours of what lies within a meeting, by the wall clock */
#include "atelier/domain/part_hours.h"

#include "atelier/base/language.h"

/* Clocks are put back in the night, by three hours at most. */
bool
part_hours_can_be(struct local_time start, struct local_time end)
{
    enum { MOST_PUT_BACK = 3 * 60, NIGHT_BEGINS = 22, NIGHT_ENDS = 4 };
    const bool is_night = end.hour < NIGHT_ENDS || end.hour >= NIGHT_BEGINS;

    return local_time_compare(start, end) < 0 ||
           (is_night && local_time_minutes(end, start) < MOST_PUT_BACK);
}

bool
part_hours_check(struct local_time start, struct local_time end, struct error *err)
{
    return part_hours_can_be(start, end) ||
           error_set_field(err, ERROR_RULE, "end",
                           _("The end must be after the start; correct one of them."));
}

struct part_hours
part_hours_within(struct local_time start, struct local_time end,
                  struct local_time whole_start, struct local_time whole_end)
{
    const bool is_turned = local_time_compare(whole_start, whole_end) >= 0;

    return (struct part_hours){
        .starts = local_time_compare(start, whole_start) >= 0 &&
                  (is_turned || local_time_compare(start, whole_end) < 0),
        .ends = local_time_compare(end, whole_end) <= 0,
    };
}
