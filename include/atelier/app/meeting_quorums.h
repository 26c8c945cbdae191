/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_quorums.h - whether enough people come to a meeting: the quorums of its group
 */
#ifndef ATELIER_APP_MEETING_QUORUMS_H
#define ATELIER_APP_MEETING_QUORUMS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/quorum_tally.h"

/* How many there are of each quorum of the meeting's group; none when it has none. */
bool meeting_quorums_tally(struct atelier *at, const struct meeting *meeting,
                           struct quorum_tally_list *list, struct error *err);

/* Adds "City 3/4 coming, 0/4 present". */
void meeting_quorums_describe(struct atelier *at, const struct quorum_tally *tally,
                              struct buffer *text);

/* Adds a sentence, a line each, for each quorum that is not reached when that is worth
 * a word; it forbids nothing.  False: nothing to say. */
bool meeting_quorums_warn(struct atelier *at, const struct meeting *meeting,
                          const struct quorum_tally_list *list, struct buffer *text);

#endif
