/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tab.c - the sides of one row: their strip, and the step from one to the next */
#include "tab.h"

#include "action_offer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "loop.h"

bool
tab_is_one(struct ui *ui)
{
    return ui_top_screen(ui)->screen->tabs;
}

/* Where among its tabs the screen is; their number goes to *count. */
static size_t
tab_here(const struct ui *ui, const struct screen *screen, size_t *count)
{
    size_t here = 0;

    for (*count = 0; screen->tabs[*count] != SCREEN_COUNT; (*count)++)
        if (ui->tables->screens[screen->tabs[*count]] == screen)
            here = *count;
    return here;
}

void
tab_step(struct ui *ui, int64_t steps)
{
    const struct screen *screen = ui_top_screen(ui)->screen;
    size_t count;
    const size_t here = tab_here(ui, screen, &count);

    ui_open_same(ui, NULL, screen->tabs[(here + count + (size_t)steps) % count]);
}

void
tab_step_at(struct ui *ui, int64_t steps, int64_t row, const char *words)
{
    tab_step(ui, steps);
    ui->move_row = row;
    memory_replace(&ui->move_words, words);
}

const struct screen *
tab_with_key(const struct ui *ui, const struct screen *screen, const struct key *key,
             const struct action **action)
{
    if (!screen->tabs)
        return NULL;
    size_t count;
    const size_t here = tab_here(ui, screen, &count);
    for (size_t i = 2; i < 2 * count; i++) { /* the next, that before, ... */
        const size_t at = i % 2 == 0 ? here + i / 2 : here + count - i / 2;
        const struct screen *tab = ui->tables->screens[screen->tabs[at % count]];

        *action = action_find(tab->actions, key);
        if (*action && ((*action)->needs & ui->withheld) == 0 &&
            action_is_permitted(ui, tab, *action))
            return tab;
    }
    return NULL;
}

const char *
tab_name(const struct screen *tab)
{
    return _(tab->side ? tab->side : tab->title);
}

/* How the name of a side is written. */
static void
add_name(const struct screen *tab, bool bracketed, bool narrow, struct buffer *words)
{
    const char *name = tab_name(tab);

    if (narrow)
        buffer_addf(words, bracketed ? "[%s]" : " %s", name);
    else
        buffer_addf(words, bracketed ? "[%s]" : " %s ", name);
}

/* So that the state of what they are sides of has its place beside them. */
static bool
is_narrow(const struct ui *ui, const struct screen *screen, int columns)
{
    enum { BESIDE = 26 };
    struct buffer words = { 0 };

    for (const enum screen_id *tab = screen->tabs; *tab != SCREEN_COUNT; tab++)
        add_name(ui->tables->screens[*tab], false, false, &words);
    const bool narrow = (int)text_width(buffer_text(&words)) + BESIDE > columns;
    buffer_clear(&words);
    return narrow;
}

int
tab_draw(struct ui *ui, int row, int column, int columns)
{
    const struct screen *screen = ui_top_screen(ui)->screen;
    const int end = column + columns;
    const bool is_bracketed = !paint_is_coloured() || paint_is_plain();
    const bool narrow = is_narrow(ui, screen, columns);
    struct buffer words = { 0 };
    size_t count;
    const size_t here = tab_here(ui, screen, &count);

    for (size_t i = 0; i < count && column < end; i++) {
        buffer_reset(&words);
        const struct screen *tab = ui->tables->screens[screen->tabs[i]];
        add_name(tab, i == here && is_bracketed, narrow, &words);
        int width = (int)text_width(buffer_text(&words));
        width = width < end - column ? width : end - column;
        paint_text(row, column, width,
                   i != here      ? STYLE_PLAIN
                   : is_bracketed ? STYLE_STRONG
                                  : STYLE_SECTION_HERE,
                   buffer_text(&words));
        column += width;
    }
    buffer_clear(&words);
    return column;
}
