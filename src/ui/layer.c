/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layer.c - which screens lie on which, and how one comes to another */
#include <assert.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "loop.h"

void
ui_open(struct ui *ui, enum screen_id screen, int64_t id)
{
    ui_open_at(ui, screen, id, 0);
}

void
ui_open_at(struct ui *ui, enum screen_id screen, int64_t id, int64_t row)
{
    assert(ui->tables->screens[screen]);
    ui->move = MOVE_OPEN;
    ui->move_to = ui->tables->screens[screen];
    ui->move_id = id;
    ui->move_row = row;
    memory_replace(&ui->move_words, NULL);
}

int64_t
ui_first_row(struct ui *ui)
{
    return ui->move_row;
}

const char *
ui_first_words(struct ui *ui)
{
    return ui->move_words ? ui->move_words : "";
}

bool
ui_open_row(struct ui *ui, enum entity_kind kind, int64_t id)
{
    for (enum screen_id i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *screen = ui->tables->screens[i];

        if (screen && screen->shows == entity_get(kind)) {
            ui_open(ui, i, id);
            return true;
        }
    }
    return false;
}

static bool
is_tab_of(const struct screen *screen, enum screen_id side)
{
    const enum screen_id *tab = screen->tabs;

    while (tab && *tab != SCREEN_COUNT && *tab != side)
        tab++;
    return tab && *tab != SCREEN_COUNT;
}

void
ui_open_same(struct ui *ui, void *state, int64_t screen)
{
    (void)state;
    ui_open(ui, (enum screen_id)screen, ui_id(ui));
    if (is_tab_of(ui_top_screen(ui)->screen, (enum screen_id)screen))
        ui->move = MOVE_TAB;
}

void
ui_go(struct ui *ui, const struct screen *section)
{
    ui->move = MOVE_SECTION;
    ui->move_to = section;
    ui->move_id = 0;
    ui->move_row = 0;
    memory_replace(&ui->move_words, NULL);
}

void
layer_pop(struct ui *ui)
{
    struct layer *layer = &ui->layers[ui->count - 1];

    if (layer->owned) {
        if (layer->screen->close)
            layer->screen->close(layer->state);
        free(layer->state);
    }
    ui->count--;
    ui->reload = true;
    ui_redraw(ui);
}

void
layer_push(struct ui *ui, const struct screen *screen, void *state)
{
    assert(ui->count < LAYER_MOST);
    ui->layers[ui->count++] = (struct layer){ .screen = screen, .state = state };
    ui_redraw(ui);
}

bool
layer_open(struct ui *ui, const struct screen *screen, int64_t id)
{
    if (ui->count == LAYER_MOST) {
        ui_refuse(ui, _("Too many screens are open; go back first (%%K{program.back})."));
        return false;
    }
    void *state = memory_new(1, screen->size > 0 ? screen->size : 1);
    struct error err = { 0 };
    if (atelier_role_may(ui_atelier(ui), screen->permission, &err) &&
        (!screen->open || screen->open(state, ui, id, &err)) &&
        (!screen->reload || screen->reload(state, ui, &err))) {
        layer_push(ui, screen, state);
        ui_top(ui)->id = id;
        ui_top(ui)->owned = true;
        ui->reload = false;
        return true;
    }
    if (screen->close)
        screen->close(state);
    free(state);
    return ui_fail(ui, &err);
}

static void
leave_top(struct ui *ui)
{
    const struct layer *top = ui_top(ui);

    if (top->screen->leave)
        top->screen->leave(top->state, ui);
    layer_pop(ui);
}

/* In the place of all above `bottom`, which are left as by going back.  The new one
 * first: when it cannot open, those that it replaces stay. */
static void
open_instead(struct ui *ui, size_t bottom)
{
    if (!layer_open(ui, ui->move_to, ui->move_id))
        return;
    struct layer newest = *ui_top(ui);
    ui->count--;
    while (ui->count > bottom)
        leave_top(ui);
    ui->layers[ui->count++] = newest;
    ui->reload = false;
}

/* The page stays below its other sides, so that its bar and its marks are kept. */
static void
open_tab(struct ui *ui)
{
    const struct layer *top = ui_top(ui);
    const struct layer *below = ui->count > 1 ? top - 1 : NULL;
    const struct screen *page = ui->tables->screens[top->screen->tabs[0]];
    const bool is_page = page->shows; /* else a section: its views replace each other */

    if (top->screen == ui->move_to)
        return;
    if (is_page && top->screen == page)
        layer_open(ui, ui->move_to, ui->move_id);
    else if (is_page && ui->move_to == page && below && below->screen == page &&
             below->id == ui->move_id)
        layer_pop(ui);
    else
        open_instead(ui, ui->count - 1);
}

void
layer_move(struct ui *ui)
{
    enum move move = ui->move;

    ui->move = MOVE_NONE;
    size_t bottom = 0;
    switch (move) {
    case MOVE_NONE:
        return;
    case MOVE_BACK:
        if (ui->count > 0)
            layer_pop(ui);
        return;
    case MOVE_OPEN:
        layer_open(ui, ui->move_to, ui->move_id);
        return;
    case MOVE_TAB:
        open_tab(ui);
        return;
    case MOVE_SECTION:
        /* Never pulls a screen from under a conversation. */
        for (size_t i = 0; i < ui->count; i++)
            if (!ui->layers[i].owned)
                bottom = i + 1;
        if (bottom > 0) {
            ui_refuse(ui, _("Finish or leave what is open first (%%K{program.back})."));
            return;
        }
        open_instead(ui, 0);
        return;
    }
}

void
layer_reload(struct ui *ui)
{
    struct layer *top = ui_top(ui);

    ui->reload = false;
    ui->dirty = true;
    if (!top || !top->screen->reload)
        return;
    struct error err = { 0 };
    if (top->owned && !atelier_role_may(ui_atelier(ui), top->screen->permission, &err)) {
        ui_fail(ui, &err);
        ui_go(ui, ui_section(ui, 0));
        layer_move(ui);
        return;
    }
    if (top->screen->reload(top->state, ui, &err))
        return;
    if (err.kind == ERROR_NOT_FOUND && top->owned && ui->count > 1) {
        layer_pop(ui);
        layer_reload(ui);
        if (ui->message.length == 0) /* else an undo took it, and that is said */
            ui_refuse(ui, "%s", _("A colleague removed what was open here."));
        return;
    }
    ui_fail(ui, &err);
}
