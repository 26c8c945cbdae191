/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interface.c - the door to the screens, and their keys for the manual */
#include "atelier/ui/interface.h"

#include "atelier/base/language.h"
#include "loop.h"
#include "noun/noun.h"
#include "terminal/paint.h"

bool
interface_run(struct atelier *at, bool plain, struct error *err)
{
    paint_set_plain(plain);
    return ui_run(at, noun_resume, err);
}

static void
add_table(struct buffer *buffer, const char *screen, const struct action *action)
{
    for (; action != NULL && action->name != NULL; action++)
        buffer_addf(buffer, "%s\t%s\t%s\t%s\n", screen, action->name,
                    action->keys == NULL ? "" : action->keys, _(action->label));
}

void
interface_keys(struct buffer *buffer)
{
    add_table(buffer, "*", screen_actions);
    for (size_t i = 0; screen_get(i) != NULL; i++)
        add_table(buffer, screen_get(i)->name, screen_get(i)->actions);
}
