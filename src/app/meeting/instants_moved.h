/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_moved.h - the instants of a meeting by today's rules of its zone */
#ifndef ATELIER_APP_INSTANTS_MOVED_H
#define ATELIER_APP_INSTANTS_MOVED_H

#include "atelier/domain/meeting.h"
#include "session/session.h"

/*
 * Whether today's rules give a meeting to come other instants than it has, which are then
 * in *span.  False for one that is over, by these rules and by those it follows: it took
 * place when it did.  False and an error when its zone cannot be read; err may be NULL.
 */
bool instants_moved(struct atelier *at, const struct meeting *meeting, struct span *span,
                    struct error *err);

/* The meetings in a zone (NULL: in any) that may be to come: rules move an instant by
 * hours, so some of them are over.  The caller frees *ids. */
bool instants_to_come(struct atelier *at, const char *zone, int64_t **ids, size_t *count,
                      struct error *err);

#endif
