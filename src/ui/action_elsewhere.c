/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action_elsewhere.c - the actions of the other screens, and the way there */
#include "action_elsewhere.h"

#include <string.h>

#include "action_offer.h"
#include "atelier/base/language.h"
#include "widget/list.h"

/* The noun that the screen must be given a row of; NULL when it needs none. */
static const struct entity *
noun_of(const struct screen *screen)
{
    return screen->about ? screen->about : screen->shows;
}

/* Whether the row that is shown here is what the screen wants to be given. */
static bool
is_given_here(const struct ui *ui, const struct screen *screen)
{
    const struct row_ref row = layer_row(&ui->layers[ui->count - 1]);
    const struct entity *noun = noun_of(screen);

    return noun && row.id != 0 && row.entity == noun->kind;
}

/* The section whose rows open the screen of that noun; NULL when none does. */
static const struct screen *
section_listing(const struct ui *ui, const struct entity *noun)
{
    const struct screen *section;

    for (size_t i = 0; (section = ui_section(ui, i)); i++)
        for (const struct action *action = section->actions; action && action->name;
             action++)
            if (action->run == list_open_row &&
                ui->tables->screens[action->argument]->shows == noun)
                return section;
    return NULL;
}

static bool
is_section(const struct ui *ui, const struct screen *screen)
{
    size_t i = 0;

    while (ui_section(ui, i) && ui_section(ui, i) != screen)
        i++;
    return ui_section(ui, i);
}

/* An action of the same name does the same, wherever it stands. */
static bool
is_known(const struct action *action, const struct action *const *here, size_t here_count,
         const struct action_elsewhere *found, size_t count)
{
    for (size_t i = 0; i < here_count; i++)
        if (strcmp(here[i]->name, action->name) == 0)
            return true;
    for (size_t i = 0; i < count; i++)
        if (strcmp(found[i].action->name, action->name) == 0)
            return true;
    return false;
}

size_t
action_elsewhere_list(const struct ui *ui, const struct action *const *here,
                      size_t here_count, struct action_elsewhere found[ELSEWHERE_MOST])
{
    size_t count = 0;

    /* Straight ways first: an action of several screens is done where it is nearest. */
    for (int roundabout = 0; roundabout < 2; roundabout++)
        for (enum screen_id id = 0; id < SCREEN_COUNT; id++) {
            const struct screen *screen = ui->tables->screens[id];
            if (!screen || screen->begin) /* a question first: it is a way of its own */
                continue;
            bool straight = !noun_of(screen) || is_given_here(ui, screen);
            const struct screen *by =
                straight ? NULL : section_listing(ui, noun_of(screen));
            if (straight ? roundabout : !roundabout || !by)
                continue;
            for (const struct action *action = screen->actions;
                 action && action->name && count < ELSEWHERE_MOST; action++)
                if ((action->needs & ui->withheld) == 0 &&
                    action_is_permitted(ui, screen, action) &&
                    !is_known(action, here, here_count, found, count))
                    found[count++] = (struct action_elsewhere){ action, id, by };
        }
    return count;
}

void
action_elsewhere_add_place(const struct ui *ui, const struct action_elsewhere *there,
                           struct buffer *buffer)
{
    const struct screen *screen = ui->tables->screens[there->screen];
    const char *own = screen->shows ? NULL : screen->title;

    if (there->by)
        buffer_add(buffer, _(there->by->title));
    else if (!own)
        own = noun_of(screen)->label;
    if (there->by && own)
        buffer_add(buffer, " › ");
    if (own)
        buffer_add(buffer, _(own));
}

void
action_elsewhere_run(struct ui *ui, const struct action_elsewhere *there)
{
    const struct screen *screen = ui->tables->screens[there->screen];

    ui->awaited = there->action;
    ui->awaited_on = there->screen;
    ui->awaited_by = there->by;
    if (there->by || is_section(ui, screen))
        ui_go(ui, there->by ? there->by : screen);
    else if (noun_of(screen))
        ui_open_same(ui, NULL, there->screen);
    else
        ui_open(ui, there->screen, 0);
}

/* The bar is on a row that nobody has chosen yet. */
static void
say_what_is_missing(struct ui *ui, const struct action_elsewhere *there)
{
    char key[KEY_NAME_SIZE];
    struct buffer place = { 0 };

    action_key(there->action, key);
    action_elsewhere_add_place(ui, there, &place);
    if (key[0] == '\0')
        ui_say(ui,
               _("%s: %s.  Choose the row, or open it; %%K{program.palette} finds it "
                 "there again."),
               buffer_text(&place), _(there->action->label));
    else if (there->by)
        ui_say(ui, _("%s: %s.  Open the row that it is about, then press %s there."),
               buffer_text(&place), _(there->action->label), key);
    else
        ui_say(ui, _("%s: %s.  Choose the row, then press %s."), buffer_text(&place),
               _(there->action->label), key);
    buffer_clear(&place);
}

void
action_elsewhere_arrive(struct ui *ui)
{
    const struct action_elsewhere there = { ui->awaited, ui->awaited_on, ui->awaited_by };
    const struct screen *wanted = there.by ? there.by : ui->tables->screens[there.screen];
    const struct layer top = *ui_top(ui);

    ui->awaited = NULL;
    if (top.screen != wanted) /* it did not open, and said why */
        return;
    if (there.by || there.action->needs & NEEDS_ROW)
        say_what_is_missing(ui, &there);
    else
        action_run(ui, &top, there.action);
    ui->dirty = true;
}
