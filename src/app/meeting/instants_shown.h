/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_shown.h - the instants that a list of meetings shows are those of today's
 * rules, whoever may write them or not */
#ifndef ATELIER_APP_INSTANTS_SHOWN_H
#define ATELIER_APP_INSTANTS_SHOWN_H

#include "atelier/domain/listing.h"
#include "session/session.h"

/* Changes them in the rows of a page; a list without them stays as it is. */
bool instants_show_page(struct atelier *at, const struct listing *listing,
                        struct listing_page *page, struct error *err);

#endif
