/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_screen.c - what a screen whose state begins with a list leaves to it */
#include "atelier/base/language.h"
#include "widget/list.h"

bool
list_screen_open(void *state, enum listing_kind kind, int64_t scope, const char *empty)
{
    struct list *list = state;

    list_init(list, kind);
    list->query.scope = scope;
    list->empty = empty;
    return true;
}

bool
list_screen_load(void *state, struct ui *ui, struct error *err)
{
    return list_load(state, ui, err);
}

void
list_screen_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    list_draw(state, ui, area, fresh);
}

bool
list_screen_key(void *state, struct ui *ui, const struct key *key)
{
    struct list *list = state;

    return (list->takes && list->takes(list, ui, key)) || list_key(list, ui, key);
}

void
list_screen_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    list_add_info(state, buffer);
}

void
list_screen_close(void *state)
{
    list_clear(state);
}

int
list_screen_tick_in(void *state)
{
    const struct list *list = state;

    return list->stale ? 0 : -1;
}

void
list_screen_tick(void *state, struct ui *ui)
{
    list_refresh(state, ui);
}

const char *
list_screen_lacks(const void *state, unsigned needs)
{
    const struct list *list = state;

    return (needs & NEEDS_ROW) == 0 || list->count > 0
               ? NULL
               : _("There is no row to do this with.");
}

void
list_open_row(struct ui *ui, void *state, int64_t screen)
{
    ui_open(ui, (enum screen_id)screen, list_selected(state));
}

void
list_open_reference(struct ui *ui, void *state, int64_t kind)
{
    const struct entity *entity = entity_get((enum entity_kind)kind);

    ui_open_row(ui, entity->kind, list_cell_number(state, entity->name));
}

void
list_toggle_history(struct list *list, struct ui *ui, const char *with,
                    const char *without)
{
    list->query.history = !list->query.history;
    list_reset(list);
    ui_say(ui, "%s", list->query.history ? with : without);
}
