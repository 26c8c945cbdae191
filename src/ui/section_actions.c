/* SPDX-License-Identifier: GPL-3.0-or-later */
/* section_actions.c - the sections of the top line as actions */
#include "section_actions.h"

#include <stdio.h>

#include "atelier/base/language.h"
#include "loop.h"
#include "tab.h"

/* A digit, and what its key gives without Shift on an AZERTY keyboard.  Those of 6 and 9,
 * - and ç, are left to actions. */
static const char *const digits[SECTION_ACTIONS_MOST] = { "1 &", "2 é", "3 \"",
                                                          "4 '", "5 (", "6",
                                                          "7 è", "8 _", "9" };

static void
go(struct ui *ui, void *state, int64_t section)
{
    (void)state;
    ui_go(ui, ui_section(ui, (size_t)section));
}

void
section_actions_fill(struct section_actions *actions,
                     const struct screen *const *sections)
{
    *actions = (struct section_actions){ 0 };
    for (size_t i = 0; i < SECTION_ACTIONS_MOST && sections[i]; i++) {
        (void)snprintf(actions->names[i], sizeof(actions->names[i]), "section.%s",
                       sections[i]->name);
        actions->items[i] = (struct action){ .name = actions->names[i],
                                             .keys = digits[i],
                                             .menu = N_("Sections"),
                                             .label = sections[i]->title,
                                             .permission = sections[i]->permission,
                                             .argument = (int64_t)i,
                                             .run = go };
    }
}

void
section_step(struct ui *ui, void *state, int64_t steps)
{
    size_t count = 0, here = 0;

    (void)state;
    if (tab_is_one(ui)) {
        tab_step(ui, steps);
        return;
    }
    for (; ui_section(ui, count); count++)
        if (ui->layers[0].screen == ui_section(ui, count))
            here = count;
    if (count > 0)
        ui_go(ui, ui_section(ui, (here + count + (size_t)steps) % count));
}

const char *
section_why_no_step(struct ui *ui, void *state, int64_t steps)
{
    (void)state;
    (void)steps;
    return ui_top_screen(ui) == ui->layers || tab_is_one(ui)
               ? NULL
               : _("Sections lie side by side on the first level; "
                   "%K{program.back} goes back towards it.");
}
