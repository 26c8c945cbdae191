/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keep.c - what must outlive a dropped line: drafts of forms and imports */
#include "atelier/app/keep.h"

#include "atelier/base/memory.h"
#include "atelier/store/draft_table.h"
#include "session/session.h"

/* A reader types too, in a search: whoever may not write is not told here. */
static bool
may_keep(const struct atelier *at)
{
    return !atelier_is_read_only(at) && !(at->is_clock_set && database_is_shared(at->db));
}

bool
keep_draft(struct atelier *at, struct draft *draft, struct error *err)
{
    if (!may_keep(at))
        return true;
    memory_replace(&draft->staff, at->login);
    draft->at = atelier_now(at);
    return draft_table_save(at->db, draft, err);
}

bool
keep_find(struct atelier *at, const char *screen, int64_t row, struct draft *draft,
          struct error *err)
{
    return draft_table_find(at->db, at->login, screen, row, draft, err);
}

bool
keep_next(struct atelier *at, const struct draft *newer, struct draft *draft,
          struct error *err)
{
    return draft_table_next(at->db, at->login, newer, draft, err);
}

bool
keep_drop(struct atelier *at, int64_t id, struct error *err)
{
    if (id == 0 || !may_keep(at))
        return true;
    return draft_table_remove(at->db, at->login, id, err);
}
