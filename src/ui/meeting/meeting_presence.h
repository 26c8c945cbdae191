/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_presence.h - who is there: the slot that is meant, and its figures, as the
 * screens of a meeting show them
 */
#ifndef ATELIER_UI_MEETING_PRESENCE_H
#define ATELIER_UI_MEETING_PRESENCE_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/seats.h"
#include "ui.h"

struct meeting_presence {
    int64_t chosen; /* the slot that the person chose; 0: the one that is meant now */
    int64_t slot;   /* whose marks are shown; 0: of all, when none is meant */
    size_t slots;   /* how many the meeting has */
    char *label;    /* of the slot, where there are several; else NULL */
    int64_t expected;
    struct presence_count count;
    bool due;   /* worth a column: its day has come, or somebody was marked */
    bool early; /* its day has not come */
};

void meeting_presence_clear(struct meeting_presence *presence);

/* Keeps what was chosen while the slot is there. */
bool meeting_presence_load(struct meeting_presence *presence, struct ui *ui,
                           const struct meeting *meeting, const struct seats *seats,
                           struct error *err);

/* "12 of 40 here". */
void meeting_presence_add_sum(const struct meeting_presence *presence,
                              struct buffer *buffer);
/* "12 of 40 here, 2 remote, 1 left  ·  Morning". */
void meeting_presence_add(const struct meeting_presence *presence, struct buffer *buffer);

/* Which slot is meant; false when left with Esc.  Says so where there is no choice. */
bool meeting_presence_ask(struct meeting_presence *presence, struct ui *ui,
                          int64_t meeting);

/* A second mark changed nothing: who made the first one, and when. */
void meeting_presence_say_already(struct ui *ui, const char *name,
                                  const struct presence *mark);

#endif
