/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_judge.h - what clashes among the meetings that a list shows by day
 *
 * Asked once the rows are on the screen and nobody walks on, and cut off by the next key:
 * of a month with a million registrations it costs thirty times the picture.
 */
#ifndef ATELIER_UI_AGENDA_JUDGE_H
#define ATELIER_UI_AGENDA_JUDGE_H

#include "atelier/domain/agenda.h"
#include "widget/list.h"

struct agenda_judge {
    struct agenda agenda; /* the meetings that were judged */
    int64_t first, last;  /* of the rows for which it was asked */
    size_t count;
    bool is_stale;               /* they were read again */
    int64_t due_first, due_last; /* of the rows that wait for it */
    int64_t from;                /* not before this, by terminal_clock() */
};

/* From when what is read now may be judged, by terminal_clock(), and in how many
 * milliseconds that is. */
int64_t agenda_judge_from(void);
int agenda_judge_in(int64_t from);

/* Whether it is to be asked of rows that the list has now, and in how many milliseconds;
 * -1: it need not. */
bool agenda_judge_is_due(const struct agenda_judge *judge, const struct list *list);
int agenda_judge_due_in(struct agenda_judge *judge, const struct list *list);

/* Asks; the list paints its rows anew where there are other signs. */
void agenda_judge(struct agenda_judge *judge, struct list *list, struct ui *ui);

bool agenda_judge_has_clash(const struct agenda_judge *judge, int64_t meeting);
void agenda_judge_clear(struct agenda_judge *judge);

#endif
