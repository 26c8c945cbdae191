/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_post.h - posts that begin and end today, inside an act that others began */
#ifndef ATELIER_APP_PERSON_POST_H
#define ATELIER_APP_PERSON_POST_H

#include "atelier/domain/affiliation.h"
#include "session/session.h"

/* Not the main one any more, and ended yesterday; one that begins today was never held
 * elsewhere, and ends today. */
bool person_post_end(struct atelier *at, struct affiliation *post, struct error *err);

/* The main one from today on; function NULL: none. */
bool person_post_begin(struct atelier *at, int64_t person, int64_t organisation,
                       const char *function, struct error *err);

#endif
