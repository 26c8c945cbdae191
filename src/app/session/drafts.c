/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts.c - what must outlive a dropped line: drafts of forms and imports */
#include "atelier/app/drafts.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/base/process.h"
#include "atelier/store/draft_table.h"
#include "session/session.h"

/* A reader types too, in a search: whoever may not write is not told here. */
static bool
may_keep(const struct atelier *at)
{
    return !atelier_is_read_only(at) && !(at->is_clock_set && database_is_shared(at->db));
}

/* The caller frees. */
static char *
own_mark(void)
{
    struct buffer mark = { 0 };

    process_add_mark(&mark);
    return buffer_take(&mark);
}

bool
drafts_is_in_use(const struct draft *draft)
{
    return draft->owner && process_runs_elsewhere(draft->owner);
}

/* One of that name whose window is gone becomes ours. */
static bool
take_name(struct atelier *at, const struct draft *draft)
{
    struct draft other = { 0 };
    struct error ignored = { 0 };
    const bool ok = draft_table_find(at->db, at->login, draft->screen, draft->row, &other,
                                     &ignored) &&
                    other.id != 0 && !drafts_is_in_use(&other) &&
                    draft_table_take(at->db, &other, draft->owner, &ignored);

    draft_clear(&other);
    return ok;
}

bool
drafts_keep(struct atelier *at, struct draft *draft, struct error *err)
{
    if (!may_keep(at))
        return true;
    memory_replace(&draft->staff, at->login);
    free(draft->owner);
    draft->owner = own_mark();
    draft->at = atelier_now(at);
    const bool is_new = draft->id == 0;
    struct error why = { 0 };
    return draft_table_save(at->db, draft, &why) ||
           (is_new && why.kind == ERROR_CONFLICT && take_name(at, draft) &&
            draft_table_save(at->db, draft, err)) ||
           error_pass(err, &why);
}

bool
drafts_take(struct atelier *at, struct draft *draft, struct error *err)
{
    if (!may_keep(at))
        return true;
    char *mark = own_mark();
    const bool ok = draft_table_take(at->db, draft, mark, err);
    free(mark);
    return ok;
}

bool
drafts_find(struct atelier *at, const char *screen, int64_t row, struct draft *draft,
            struct error *err)
{
    return draft_table_find(at->db, at->login, screen, row, draft, err);
}

bool
drafts_next(struct atelier *at, const struct draft *newer, struct draft *draft,
            struct error *err)
{
    return draft_table_next(at->db, at->login, newer, draft, err);
}

bool
drafts_drop(struct atelier *at, int64_t id, struct error *err)
{
    if (id == 0 || !may_keep(at))
        return true;
    struct draft draft = { 0 };
    const bool ok =
        draft_table_load(at->db, at->login, id, &draft, err) &&
        (drafts_is_in_use(&draft) || draft_table_remove(at->db, at->login, id, err));
    draft_clear(&draft);
    return ok;
}
