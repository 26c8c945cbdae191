/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_expand.h - an event and its exceptions, made the list of its occurrences */
#ifndef ATELIER_CALENDAR_OCCURRENCE_EXPAND_H
#define ATELIER_CALENDAR_OCCURRENCE_EXPAND_H

#include "atelier/calendar/calendar_source.h"
#include "source/ical_library.h"
#include "source/ical_time.h"

struct occurrence_expansion {
    const struct ical_library *library;
    const struct source_series *series;
    struct day_window window;
    struct ical_effort *effort;
};

bool occurrence_expand(const struct occurrence_expansion *expansion,
                       struct occurrence_list *list, struct error *err);

#endif
