/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_search.c - what is found by words, as the role may see it */
#include "atelier/app/browse.h"
#include "atelier/store/search_table.h"
#include "record/elsewhere.h"
#include "session/session.h"

bool
browse_search(struct atelier *at, const char *text, size_t most,
              struct search_hit_list *list, struct error *err)
{
    const bool ok = atelier_may(at, MAY_READ, ROW_NONE, err) &&
                    search_table_find(at->db, text, session_reads_private(at),
                                      atelier_today(at), most, list, err);
    elsewhere_settle_hits(at, list);
    return ok;
}

bool
browse_search_first(struct atelier *at, const char *text, size_t most,
                    struct search_hit_list *list, struct error *err)
{
    const bool ok = atelier_may(at, MAY_READ, ROW_NONE, err) &&
                    search_table_find_first(at->db, text, session_reads_private(at),
                                            atelier_today(at), most, list, err);
    elsewhere_settle_hits(at, list);
    return ok;
}

bool
browse_said(struct atelier *at, const char *text, int64_t group, size_t most,
            struct search_hit_list *list, struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           search_table_find_said(at->db, text, group, most, list, err);
}
