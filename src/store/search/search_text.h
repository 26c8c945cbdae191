/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_text.h - finds the entries of reports that hold the words typed
 *
 * The latest come first, and no more are read than are shown.  Each word has a list of
 * its rows, by its first letters too (0031-reports-searched.sql): a longer word is held
 * against the words of each row as well.
 */
#ifndef ATELIER_STORE_SEARCH_TEXT_H
#define ATELIER_STORE_SEARCH_TEXT_H

#include "atelier/domain/search_hit.h"
#include "atelier/store/database.h"

struct search_text_wish {
    int64_t group; /* of it alone; 0: of all */
    size_t most;   /* hits */
    bool counts;   /* how many more there are, too: that takes longer than the hits */
};

/* Adds the hits to the list. */
bool search_text_find(struct database *db, const char *typed,
                      const struct search_text_wish *wish, struct search_hit_list *list,
                      struct error *err);

#endif
