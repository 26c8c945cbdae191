/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_names.h - by which names somebody is erased from the texts of others */
#ifndef ATELIER_APP_ERASE_NAMES_H
#define ATELIER_APP_ERASE_NAMES_H

#include "atelier/app/erase.h"
#include "session/session.h"

/* All that were ever stored of them.  A name that somebody else has, too, is left out,
 * and so is a family name that stands in the name of a place or an organisation; why is
 * added to `shared`.  `alone`: the family name is taken all the same. */
bool erase_names_gather(struct atelier *at, bool alone, struct erased_names *names,
                        struct buffer *shared, struct error *err);

#endif
