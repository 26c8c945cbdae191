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
noun_screen_add_fields(struct noun_screen *screen, struct ui *ui,
                       const struct entity *entity, const char *const *names,
                       struct error *err)
{
    void *record = record_new(entity);
    bool ok = edit_load(ui_atelier(ui), entity, screen->list.query.scope, record, err);

    if (ok)
        add_facts(&screen->facts, ui, entity, record, names);
    record_free(entity, record);
    return ok;
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

    list_draw(&screen->list, ui, record_summary_draw(&screen->facts, area, fresh), fresh);
}
