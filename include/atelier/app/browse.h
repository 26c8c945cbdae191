/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse.h - listings and searches, as the role may see them
 */
#ifndef ATELIER_APP_BROWSE_H
#define ATELIER_APP_BROWSE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/overview.h"
#include "atelier/domain/search_hit.h"
#include "atelier/domain/seats.h"
#include "atelier/domain/today.h"

/* See store/listing_table.h. */
bool listing_fetch(struct atelier *at, const struct listing_query *query,
                   enum listing_direction direction, const struct listing_key *key,
                   size_t count, struct listing_page *page, struct error *err);
bool listing_locate(struct atelier *at, const struct listing_query *query, int64_t id,
                    struct listing_key *key, struct error *err);
bool listing_count(struct atelier *at, const struct listing_query *query, int64_t most,
                   int64_t *count, struct error *err);
/* Whether more is called by the words of a query than is looked up: "mar" over a history.
 */
bool listing_is_partial(struct atelier *at, const struct listing_query *query,
                        bool *partial, struct error *err);

/* The meetings of the day at whose door this login may stand, of LISTING_MEETING_TO_COME
 * in brief. */
bool browse_day(struct atelier *at, struct listing_page *page, struct error *err);

/* Everything that holds these words: Ctrl-F. */
bool browse_search(struct atelier *at, const char *text, size_t most,
                   struct search_hit_list *list, struct error *err);
/* The same hits, without counting what else is found, for somebody who types on. */
bool browse_search_first(struct atelier *at, const char *text, size_t most,
                         struct search_hit_list *list, struct error *err);

bool browse_seats(struct atelier *at, int64_t meeting, struct seats *seats,
                  struct error *err);

/* What is said in the reports, the latest first; of that group alone unless it is 0. */
bool browse_said(struct atelier *at, const char *text, int64_t group, size_t most,
                 struct search_hit_list *list, struct error *err);

/* What the page of a row says besides its fields; to be cleared. */
bool browse_group(struct atelier *at, int64_t group, struct group_overview *overview,
                  struct error *err);
bool browse_person(struct atelier *at, int64_t person, struct person_overview *overview,
                   struct error *err);
bool browse_organisation(struct atelier *at, int64_t organisation,
                         struct organisation_overview *overview, struct error *err);

/* What waits for a decision. */
bool browse_today(struct atelier *at, size_t most, struct today_list *list,
                  struct error *err);
/* The same for a first screen, which waits for nothing: the clashes, which take long to
 * find, are found a part at a time and added to those that were found before.  A part
 * that is cut off adds nothing. */
enum { TODAY_CLASH_PARTS = 6 };
bool browse_today_clashes(struct atelier *at, size_t part, struct today_list *clashes,
                          struct error *err);
/* What waits for a decision, these clashes among it; it knows of no others. */
bool browse_today_beside(struct atelier *at, size_t most,
                         const struct today_list *clashes, struct today_list *list,
                         struct error *err);

#endif
