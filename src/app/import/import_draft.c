/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draft.c - an import that was left, to go on with when its file is opened again
 */
#include "atelier/app/import_draft.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/drafts.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/import_draft_text.h"
#include "import/import_headings.h"
#include "import/import_mend.h"
#include "import/kept_file.h"

void
import_draft_clear(struct import_draft *draft)
{
    if (draft->state)
        import_draft_state_clear(draft->state);
    free(draft->state);
    *draft = (struct import_draft){ 0 };
}

/* --- where it is kept */

static void
add_screen(const struct import_goal *goal, struct buffer *screen)
{
    buffer_add(screen, "import");
    if (goal->meeting)
        buffer_addf(screen, ".meeting.%" PRId64, goal->meeting);
    else if (goal->group)
        buffer_addf(screen, ".group.%" PRId64, goal->group);
}

static bool
find_kept(struct atelier *at, const char *path, const struct import_goal *goal,
          struct draft *kept, struct error *err)
{
    struct buffer screen = { 0 };
    add_screen(goal, &screen);
    const bool ok = kept_file_find(at, buffer_text(&screen), path, kept, err);
    buffer_clear(&screen);
    return ok;
}

/* --- keeping */

/* Whether a person only looked at the file: opening it again does as much. */
static bool
is_untouched(const struct import *import)
{
    return import->mend_count == 0 && import->decision_count == 0 && !import->encoding &&
           !import->mapping.keep_capitals && !import->creates &&
           import->goal.role == MEMBERSHIP_MEMBER &&
           (import_headings_are_remembered(import) ||
            (import_headings_are_guessed(import) && !import->remembered.holds &&
             !import->forgotten));
}

bool
import_draft_any(const struct import *import)
{
    return !is_untouched(import);
}

bool
import_draft_keep(const struct import *import, struct error *err)
{
    if (is_untouched(import))
        return import_draft_drop(import, err);
    char *path = kept_file_path(import->at, import->path);
    struct buffer screen = { 0 };
    struct buffer text = { 0 };
    add_screen(&import->goal, &screen);
    import_draft_text_add(import, path, &text);
    const bool ok =
        kept_file_keep(import->at, buffer_text(&screen), path, buffer_text(&text), err);
    buffer_clear(&screen);
    buffer_clear(&text);
    free(path);
    return ok;
}

bool
import_draft_drop(const struct import *import, struct error *err)
{
    char *path = kept_file_path(import->at, import->path);
    struct draft kept = { 0 };
    const bool ok = find_kept(import->at, path, &import->goal, &kept, err) &&
                    drafts_drop(import->at, kept.id, err);
    draft_clear(&kept);
    free(path);
    return ok;
}

/* --- going on */

bool
import_draft_find(struct atelier *at, const char *path, const struct import_goal *goal,
                  struct import_draft *draft, struct error *err)
{
    char *whole = kept_file_path(at, path);
    struct draft kept = { 0 };
    const bool ok = find_kept(at, whole, goal, &kept, err);
    if (ok && kept.id != 0) {
        draft->state = memory_new(1, sizeof(*draft->state));
        draft->id = kept.id;
        draft->at = kept.at;
        if (!import_draft_text_read(kept.fields, draft->state) ||
            strcmp(draft->state->path, whole) != 0)
            import_draft_clear(draft);
    }
    draft_clear(&kept);
    free(whole);
    return ok;
}

char *
import_draft_last(struct atelier *at, const struct import_goal *goal, instant *left_at)
{
    struct import_draft_state state = { 0 };
    struct draft kept = { 0 };
    struct buffer screen = { 0 };
    struct error ignored = { 0 };
    char *path = NULL;

    add_screen(goal, &screen);
    if (kept_file_find_last(at, buffer_text(&screen), &kept, &ignored) && kept.id != 0 &&
        import_draft_text_read(kept.fields, &state) && state.written_count == 0 &&
        state.path)
        path = memory_copy(state.path);
    *left_at = kept.at;
    import_draft_state_clear(&state);
    buffer_clear(&screen);
    draft_clear(&kept);
    return path;
}

struct import *
import_draft_open(struct atelier *at, const char *path, const struct import_goal *goal,
                  struct import_draft *draft, struct error *err)
{
    const struct import_draft_state *state = draft->state;
    const struct import_choice choice = { .encoding = state->encoding,
                                          .sheet = state->sheet,
                                          .leave_hidden = state->leave_hidden };
    struct import *import = import_open_as(at, path, goal, &choice, err);
    if (import)
        draft->changed = import->file->hash != state->hash ||
                         (uint64_t)import->file->read.st_size != state->size;
    return import;
}

/* Whether every row and column that it speaks of is there. */
static bool
check_fit(const struct import_draft_state *state, struct import *import,
          struct error *err)
{
    const size_t rows = import->file->rows.count;
    const size_t columns = import->mapping.count;
    bool fits = state->target_count == columns && state->head < rows;
    for (size_t i = 0; fits && i < state->mend_count; i++)
        fits = state->mends[i].row < rows && state->mends[i].count == columns;
    for (size_t i = 0; fits && i < state->decision_count; i++)
        fits = state->decisions[i].row < rows;
    for (size_t i = 0; fits && i < state->written_count; i++)
        fits = state->written[i].row < rows;
    if (fits) {
        if (!table_store_row(&import->file->rows, state->head, &import->cells, err))
            return false;
        fits = import->cells.count == columns;
    }
    return fits || error_set(err, ERROR_INPUT,
                             _("What was left of this import does not fit the file: its "
                               "rows begin anew."));
}

static void
take_columns(const struct import_draft_state *state, struct import *import)
{
    for (size_t c = 0; c < state->target_count; c++)
        import->mapping.targets[c] = state->targets[c];
    import_set_headless(import, state->headless);
    import->mapping.keep_capitals = state->keep_capitals;
    memory_replace(&import->forgotten, state->forgotten);
    if (import->forgotten)
        import_heading_clear(&import->remembered);
}

/* Into an import that was just opened: it has no mended rows or decisions yet. */
static void
take_rows(struct import_draft_state *state, struct import *import)
{
    struct error ignored = { 0 };

    import->goal.role = state->role;
    import->judged_at = state->judged_at;
    (void)import_set_creates(import, state->creates, &ignored);
    for (size_t i = 0; i < state->mend_count; i++)
        import_mend_put(import, state->mends[i]);
    state->mend_count = 0;
    import->decisions = state->decisions;
    import->decision_count = state->decision_count;
    import->decision_capacity = state->decision_capacity;
    state->decisions = NULL;
    state->decision_count = state->decision_capacity = 0;
    free(import->written);
    import->written = state->written;
    import->written_count = state->written_count;
    import->written_capacity = state->written_capacity;
    state->written = NULL;
    state->written_count = state->written_capacity = 0;
}

bool
import_draft_take_up(struct import_draft *draft, struct import *import, struct error *err)
{
    struct import_draft_state *state = draft->state;

    if (draft->changed) {
        if (state->target_count == import->mapping.count &&
            state->headings == import_draft_headings(import))
            take_columns(state, import);
        return true;
    }
    if (!check_fit(state, import, err) ||
        !table_store_row(&import->file->rows, state->head, &import->headers, err))
        return false;
    import->head = state->head;
    take_columns(state, import);
    take_rows(state, import);
    return true;
}

/* --- going back */

char *
import_draft_text(const struct import *import)
{
    struct buffer text = { 0 };
    import_draft_text_add(import, import->path, &text);
    return buffer_take(&text);
}

/* What is typed in a form and not saved is newer than the text, and stays. */
static void
forget_rows(struct import *import, struct import_draft_state *state)
{
    size_t kept = 0;

    import_mend_drop_saved(import);
    for (size_t i = 0; i < state->mend_count; i++)
        if (state->mends[i].unsaved)
            import_mend_free(&state->mends[i]);
        else
            state->mends[kept++] = state->mends[i];
    state->mend_count = kept;
    free(import->decisions);
    import->decisions = NULL;
    import->decision_count = import->decision_capacity = 0;
    import->creates = IMPORT_CREATES_ORGANISATIONS;
}

bool
import_draft_go_back(struct import *import, const char *text, struct error *err)
{
    struct import_draft_state state = { 0 };
    struct import_draft draft = { .state = &state };
    bool ok = import_draft_text_read(text, &state) && check_fit(&state, import, err);

    if (ok) {
        forget_rows(import, &state);
        ok = import_draft_take_up(&draft, import, err);
    }
    import_draft_state_clear(&state);
    return ok;
}
