/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_screen.c - the screen of one row of a noun: its facts above a list */
#include "noun/noun_screen.h"

#include "atelier/app/edit.h"

static void
add_facts(struct record_summary *facts, struct ui *ui, const struct entity *entity,
          const void *record, const char *const *names)
{
    for (; *names; names++)
        if (**names)
            record_summary_add_fields(facts, ui, entity, record, names, 1);
        else
            record_summary_add(facts, "");
}

bool
noun_screen_load(struct noun_screen *screen, struct ui *ui, const struct entity *entity,
                 const char *const *facts, struct error *err)
{
    void *record = record_new(entity);
    bool ok = edit_load(ui_atelier(ui), entity, screen->list.query.scope, record, err);

    record_summary_clear(&screen->facts);
    if (ok)
        add_facts(&screen->facts, ui, entity, record, facts);
    record_free(entity, record);
    return ok && list_load(&screen->list, ui, err);
}

void
noun_screen_close(void *state)
{
    struct noun_screen *screen = state;

    record_summary_clear(&screen->facts);
    list_clear(&screen->list);
}

void
noun_screen_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct noun_screen *screen = state;

    list_draw(&screen->list, ui, record_summary_draw(&screen->facts, area), fresh);
}
