/* SPDX-License-Identifier: GPL-3.0-or-later */
/* menu.c - menus over the top line: one for each `menu` that the tables name */
#include "widget/menu.h"

#include <stdlib.h>
#include <string.h>

#include "action_offer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/focus.h"

enum { MENUS_MOST = 12, ENTRIES_MOST = 40 };

struct menu {
    const char *names[MENUS_MOST]; /* as in the tables, not translated */
    size_t count;
    size_t open;
    const struct action *entries[ENTRIES_MOST]; /* of the open menu */
    size_t entry_count;
    size_t selected;
    const struct action *offers[OFFERS_MOST];
    size_t offer_count;
    struct layer below; /* what the actions are of */
    const struct action *chosen;
};

static const char *
menu_of(const struct action *action)
{
    return action && action->menu ? action->menu : N_("Here");
}

static void
find_menus(struct menu *menu)
{
    for (size_t offer = 0; offer < menu->offer_count; offer++) {
        const char *name = menu_of(menu->offers[offer]);
        size_t i = 0;

        while (i < menu->count && strcmp(menu->names[i], name) != 0)
            i++;
        if (i == menu->count && i < MENUS_MOST)
            menu->names[menu->count++] = name;
    }
}

static void
open_menu(struct menu *menu, size_t index)
{
    menu->open = index;
    menu->selected = menu->entry_count = 0;
    for (size_t i = 0; i < menu->offer_count; i++)
        if (strcmp(menu->names[index], menu_of(menu->offers[i])) == 0 &&
            menu->entry_count < ENTRIES_MOST)
            menu->entries[menu->entry_count++] = menu->offers[i];
}

static bool
begins_with(const char *name, const char *letter)
{
    char *a = fold_copy(name), *b = fold_copy(letter);
    bool same = b[0] != '\0' && strncmp(a, b, strlen(b)) == 0;

    free(a);
    free(b);
    return same;
}

static int
paint_names(const struct menu *menu)
{
    int column = 0, open_at = 0;

    for (size_t i = 0; i < menu->count; i++) {
        int width = (int)text_width(_(menu->names[i])) + 2;

        paint_format(0, column, width,
                     i == menu->open ? STYLE_SECTION_HERE : STYLE_SECTION,
                     i == menu->open ? "[%s]" : " %s ", _(menu->names[i]));
        if (i == menu->open)
            open_at = column;
        column += width;
    }
    paint_fill(0, column, 1000, STYLE_SECTION);
    return open_at;
}

/* Its label, and its key in a column of its own; behind the label in the plain view. What
 * cannot be done now is in brackets: greying alone would be colour alone. */
static void
paint_entry(struct area line, const struct action *action, bool here, bool blocked,
            int keys)
{
    const int room = line.columns - (paint_is_plain() ? 0 : keys + 1);
    const enum style style = focus_style(here);
    struct buffer text = { 0 };
    char key[KEY_NAME_SIZE];

    action_key(action, key);
    buffer_addf(&text, blocked ? "%s (%s)" : "%s %s", here ? ">" : " ", _(action->label));
    if (paint_is_plain() && *key)
        buffer_addf(&text, _("%s: %s"), "", key);
    paint_text(line.top, line.left, room, style, buffer_text(&text));
    if (!paint_is_plain())
        paint_text(line.top, line.left + room, keys + 1, style, key);
    buffer_clear(&text);
}

static void
menu_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct menu *menu = state;
    int left = paint_names(menu);

    (void)fresh;
    size_t width = 0;
    size_t keys = 0;
    char key[KEY_NAME_SIZE];
    for (size_t i = 0; i < menu->entry_count; i++) {
        size_t label = (size_t)paint_width(_(menu->entries[i]->label));

        action_key(menu->entries[i], key);
        width = label > width ? label : width;
        keys = text_width(key) > keys ? text_width(key) : keys;
    }
    struct area box = { .top = 1,
                        .left = left,
                        .rows = (int)menu->entry_count + 2,
                        .columns = (int)(width + keys) + 9 };
    if (box.rows > body.rows + 1)
        box.rows = body.rows + 1;
    if (box.columns > body.columns)
        box.columns = body.columns;
    if (paint_is_plain())
        box.left = 0;
    else if (box.left + box.columns > body.columns)
        box.left = body.columns - box.columns;
    struct area inside = paint_box(box, NULL);
    for (int i = 0; i < inside.rows && (size_t)i < menu->entry_count; i++) {
        const struct action *action = menu->entries[i];
        bool here = (size_t)i == menu->selected;
        bool blocked = !action_can_run(ui, &menu->below, action, NULL);

        paint_entry(
            (struct area){ inside.top + i, inside.left - 1, 1, inside.columns + 2 },
            action, here, blocked, (int)keys);
        if (here)
            paint_cursor(inside.top + i, inside.left - 1);
    }
}

static void
take(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct menu *menu = state;

    menu->chosen = menu->entries[menu->selected];
    ui_back(ui);
}

static bool
menu_key(void *state, struct ui *ui, const struct key *key)
{
    struct menu *menu = state;
    size_t before = menu->open;

    if (key_is(key, "Down Tab"))
        menu->selected = (menu->selected + 1) % menu->entry_count;
    else if (key_is(key, "Up Shift-Tab"))
        menu->selected = (menu->selected + menu->entry_count - 1) % menu->entry_count;
    else if (key_is(key, "Right"))
        open_menu(menu, (menu->open + 1) % menu->count);
    else if (key_is(key, "Left"))
        open_menu(menu, (menu->open + menu->count - 1) % menu->count);
    else if (key->press == PRESS_CLICK && key->row >= 2 &&
             (size_t)(key->row - 2) < menu->entry_count) {
        menu->selected = (size_t)(key->row - 2);
        take(ui, menu, 0);
    } else if (key->press == PRESS_TEXT || key->press == PRESS_ALT) {
        for (size_t i = 1; i <= menu->entry_count; i++) {
            size_t at = (menu->selected + i) % menu->entry_count;

            if (begins_with(_(menu->entries[at]->label), key->text)) {
                menu->selected = at;
                break;
            }
        }
    } else
        return false;
    if (menu->open != before)
        ui_redraw(ui);
    return true;
}

static const struct action actions[] = { { .name = "menu.take",
                                           .keys = "Enter",
                                           .label = N_("Do it"),
                                           .hint = N_("do it"),
                                           .run = take },
                                         { .name = "menu.leave",
                                           .keys = "Esc F10",
                                           .label = N_("Go back"),
                                           .hint = N_("back"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen menu_screen = {
    .name = "menu",
    .dialog = true,
    .actions = actions,
    .draw = menu_draw,
    .key = menu_key,
    .letters_act = true,
};

const struct action *
menu_run(struct ui *ui, const char *letter)
{
    struct menu menu = { .below = *ui_top(ui) };

    menu.offer_count = action_offers(ui, &menu.below, menu.offers);
    find_menus(&menu);
    open_menu(&menu, 0);
    for (size_t i = menu.count; letter && i > 0; i--)
        if (begins_with(_(menu.names[i - 1]), letter))
            open_menu(&menu, i - 1);
    return ui_dialog(ui, &menu_screen, &menu) ? menu.chosen : NULL;
}
