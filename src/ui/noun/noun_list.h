/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_list.h - the screen that lists the rows of a noun, and what can be done there
 *
 * A whole one is src/ui/screen/venue_list.c: its words, in a table of actions and
 * NOUN_LIST() below it.  What else the noun can do stands in its table as usual.
 */
#ifndef ATELIER_UI_NOUN_LIST_H
#define ATELIER_UI_NOUN_LIST_H

#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

/* Opens the noun's own screen. */
#define NOUN_LIST_OPEN(NAME, SCREEN, MENU)                                               \
    {                                                                                    \
        .name = NAME, .keys = "Enter", .menu = (MENU), .label = N_("Open"),              \
        .hint = N_("open"), .needs = NEEDS_ROW, .argument = SCREEN_##SCREEN,             \
        .run = list_open_row                                                             \
    }
/* KEYS: "e", or "Enter e" where rows have no screen of their own. */
#define NOUN_LIST_CHANGE(NAME, KEYS, NOUN, MENU)                                         \
    {                                                                                    \
        .name = NAME, .keys = KEYS, .menu = (MENU), .label = N_("Change"),               \
        .hint = N_("change"), .sought = N_("edit, correct, rename"),                     \
        .needs = NEEDS_ROW | NEEDS_WRITING, .argument = ENTITY_##NOUN,                   \
        .run = noun_edit_row                                                             \
    }
#define NOUN_LIST_ADD(NAME, NOUN, MENU, LABEL)                                           \
    {                                                                                    \
        .name = NAME, .keys = "n Ins", .menu = (MENU), .label = (LABEL),                 \
        .hint = NC_("hint", "new"), .sought = N_("new, add, create"),                    \
        .needs = NEEDS_WRITING, .argument = ENTITY_##NOUN, .run = noun_add_row           \
    }
/* HELP says which ones may go.  HINT: N_("remove"), or NULL where that would
 * invite to remove what is ended or called off instead. */
#define NOUN_LIST_REMOVE(NAME, NOUN, MENU, HINT, HELP)                                   \
    {                                                                                    \
        .name = NAME, .keys = "d Del", .menu = (MENU), .label = N_("Remove"),            \
        .hint = (HINT), .sought = N_("delete, erase"), .help = (HELP),                   \
        .needs = NEEDS_ROW | NEEDS_WRITING, .argument = ENTITY_##NOUN, .guarded = true,  \
        .run = noun_remove_row                                                           \
    }

/* The screen noun_list, of all rows of the noun and the `actions` above; EMPTY says what
 * to do when there is none. */
#define NOUN_LIST(noun, NOUN, TITLE, EMPTY)                                              \
    static bool noun##_list_open(void *state, struct ui *ui, int64_t id,                 \
                                 struct error *err)                                      \
    {                                                                                    \
        (void)ui;                                                                        \
        (void)id;                                                                        \
        (void)err;                                                                       \
        return list_screen_open(state, LISTING_##NOUN, 0, _(EMPTY));                     \
    }                                                                                    \
    const struct screen noun##_list_screen = {                                           \
        .name = #noun "_list",                                                           \
        .title = (TITLE),                                                                \
        .size = sizeof(struct list),                                                     \
        .open = noun##_list_open,                                                        \
        .actions = actions,                                                              \
        LIST_SCREEN,                                                                     \
    }

#endif
