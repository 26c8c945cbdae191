/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action_offer.h - which actions a login is offered, and why one cannot be done now
 *
 * What the tables of the interface withhold appears nowhere, and its key says so.  What
 * the role may not do, or what has no row to do it with, stands in the menu in brackets;
 * whoever may not read is shown nothing but what is theirs.
 */
#ifndef ATELIER_UI_ACTION_OFFER_H
#define ATELIER_UI_ACTION_OFFER_H

#include "loop.h"

enum { OFFERS_MOST = 80 };

/* What can be done on every screen, or in every dialog, of which this is one. */
const struct action *action_always(const struct ui *ui, const struct layer *layer);

/* What can be done on every list, when it is one; else NULL. */
const struct action *action_of_list(const struct ui *ui, const struct layer *layer);

/* The sections, where one can go to them: on every screen, in no dialog; else NULL. */
const struct action *action_of_sections(const struct ui *ui, const struct layer *layer);

/* Whether the action is to be seen at all on that layer. */
bool action_is_offered(const struct ui *ui, const struct layer *layer,
                       const struct action *action);

/* Whether the login may do it on that screen, whatever it shows. */
bool action_is_permitted(const struct ui *ui, const struct screen *screen,
                         const struct action *action);

/* All that are: first the layer's own, then those of every list, the
 * sections, and those of every screen.  Returns how many. */
size_t action_offers(const struct ui *ui, const struct layer *layer,
                     const struct action *offers[OFFERS_MOST]);

/* Whether it can be done now; else adds why not, `why` NULL: for nobody to read. */
bool action_can_run(struct ui *ui, const struct layer *layer, const struct action *action,
                    struct buffer *why);

/* Runs it, or says why it cannot be done. */
void action_run(struct ui *ui, const struct layer *layer, const struct action *action);

#endif
