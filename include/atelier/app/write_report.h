/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_report.h - the entries of a report: add, move, split, join, and what became of
 * them
 *
 * Each is one act.  Text, kind, owner, due date and what an entry is about are changed by
 * edit_change(), a single entry is removed by edit_remove(): those that belong to it
 * stay. While the report is final nothing of this is done, but settling always is.
 *
 * `rev` is that of the entry as its writer saw it, ERROR_CONFLICT where a colleague was
 * first; 0: as it is.
 */
#ifndef ATELIER_APP_WRITE_REPORT_H
#define ATELIER_APP_WRITE_REPORT_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/report_entry.h"

/* Instead of the entry after which another one comes. */
enum { ENTRY_AT_END = 0, ENTRY_AT_TOP = -1 };

/* Puts what was typed into a new entry: its kind by its sign, its indent by the blanks
 * before, its text (report_prefix.h). */
void entry_take_typed(struct report_entry *entry, const char *typed);

/* Sets id, rev and place.  It comes after `after` and all that belongs to that, as deep
 * as that one where its indent is NUMBER_NONE, and never deeper than one below what comes
 * before it.  The report has a row from then on. */
bool entry_add(struct atelier *at, struct report_entry *entry, int64_t after,
               struct error *err);

/* Several of one meeting as one act, in the order of the list. */
bool entry_add_all(struct atelier *at, struct report_entry_list *list, int64_t after,
                   struct error *err);

/* Past its neighbour of the same level, with what belongs to it. */
bool entry_move_up(struct atelier *at, int64_t entry, struct error *err);
bool entry_move_down(struct atelier *at, int64_t entry, struct error *err);

/* Behind that one and what belongs to that, and as deep. */
bool entry_move_after(struct atelier *at, int64_t entry, int64_t after,
                      struct error *err);

/* Right behind that one, before what belongs to it; 0: before all; and so deep. */
bool entry_place(struct atelier *at, int64_t entry, int64_t above, int64_t indent,
                 struct error *err);

/* One level deeper (1), so that it belongs to the one above, or less deep (-1), with what
 * belongs to it. */
bool entry_indent(struct atelier *at, int64_t entry, int by, struct error *err);

/* Cuts the text (NULL: the stored one) at that byte, or before the character that the
 * byte is inside of: what comes behind is an entry of the same kind, about the same, and
 * is *second.  Owner, due date and what became of it stay with the first. */
bool entry_split(struct atelier *at, int64_t entry, int64_t rev, const char *text,
                 size_t cut, int64_t *second, struct error *err);

/* Puts its text behind that of the one above, which takes over what it does not have yet
 * of owner, due date, who said it, and what it is about; *above is that one. */
bool entry_join(struct atelier *at, int64_t entry, int64_t rev, int64_t *above,
                struct error *err);

/* Says that it is done, dropped for a reason, or open again.  `meeting` is where it is
 * told; 0: the next of the group, else its last.  Of a remark, done is taken up and
 * dropped is left out. */
bool entry_settle(struct atelier *at, int64_t entry, enum report_entry_state state,
                  int64_t meeting, const char *reason, struct error *err);

#endif
