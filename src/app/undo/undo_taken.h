/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_taken.h - a seat that an act gave to who waited, and that another undo has taken
 * back already
 */
#ifndef ATELIER_APP_UNDO_TAKEN_H
#define ATELIER_APP_UNDO_TAKEN_H

#include "atelier/domain/registration.h"
#include "session/session.h"

/* What an act did to a registration: as the act found it, as it left it, and as it is;
 * `now` is NULL where it is gone. */
struct undo_gift {
    int64_t act;
    const struct registration *before;
    const struct registration *after;
    const struct registration *now;
};

/* Whether nothing of it is left to undo.  An undo and a redo take back what is in their
 * way, the offer of somebody whom they are not about, and neither gives it again: the act
 * that made it has no effect any more. */
bool undo_taken_is(struct atelier *at, const struct undo_gift *gift, bool *is,
                   struct error *err);

/* Whether no act has moved the rank since that one: an undo gave another place, as the
 * one of before was taken (undo_rank.h). */
bool undo_taken_is_place_anew(struct atelier *at, int64_t act, int64_t registration);

#endif
