/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event_of.h - a meeting of ours as an event of a calendar */
#ifndef ATELIER_APP_CALENDAR_EVENT_OF_H
#define ATELIER_APP_CALENDAR_EVENT_OF_H

#include "atelier/base/buffer.h"
#include "atelier/calendar/calendar_event.h"
#include "atelier/domain/setting.h"
#include "atelier/store/calendar_table.h"

/* The texts that an event borrows; kept between events so that memory stays flat. */
struct calendar_texts {
    struct buffer summary;
    struct buffer description;
    struct buffer location;
    struct buffer reason;
    struct buffer contact;
    const char *categories[1];
};

/* Borrows from the row, the settings and the texts. */
void calendar_event_of(struct calendar_event *event, const struct calendar_row *row,
                       const struct settings *settings, instant settings_at,
                       struct calendar_texts *texts);
/* The same but for the summary and the description, which the texts have already, and a
 * reason of its own. */
void calendar_event_around(struct calendar_event *event, const struct calendar_row *row,
                           const char *reason, const struct settings *settings,
                           instant settings_at, struct calendar_texts *texts);
void calendar_texts_clear(struct calendar_texts *texts);

#endif
