/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_bulk.h - one thing done with several people of a list, as a conversation: what
 * will happen first, what must be asked, what came of it */
#ifndef ATELIER_UI_MEETING_BULK_H
#define ATELIER_UI_MEETING_BULK_H

#include "atelier/app/register_bulk.h"
#include "widget/list.h"

/* The rows are the request's; its questions and whether it asks are set here.  Whoever
 * was left as they were keeps their mark in the list.  False: nothing was done. */
bool meeting_bulk(struct ui *ui, int64_t meeting, struct bulk_request *request,
                  struct list *list);

/* The meeting to which people of that one move, 0 when left: among those to come, those
 * of its group first. */
int64_t meeting_bulk_pick(struct ui *ui, int64_t meeting);

#endif
