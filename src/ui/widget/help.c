/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.c - what can be done here and how things are done, found by typing */
#include "widget/help.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/help_text.h"
#include "widget/line_edit.h"
#include "widget/pager.h"

enum { COLUMNS_MOST = 100, SEARCH_ROWS = 2 };

struct help {
    const struct layer *about;
    struct line_edit line;
    struct pager pager;
};

static void
fill(struct help *help, struct ui *ui)
{
    struct buffer text = { 0 };

    help_text_add(ui, help->about, line_edit_text(&help->line), &text);
    pager_set(&help->pager, text.length > 0
                                ? buffer_text(&text)
                                : _("Nothing fits what is typed.  Try one other word, or "
                                    "a part of it; the manual says more: man atelier."));
    help->pager.top = 0;
    buffer_clear(&text);
}

static void
help_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct help *help = state;
    int columns = body.columns > COLUMNS_MOST ? COLUMNS_MOST : body.columns;
    struct area area = paint_middle(body, body.rows, columns);
    struct area inside = { area.top + 1, area.left + 2, area.rows - 2, area.columns - 4 };
    struct area text = { inside.top + SEARCH_ROWS, inside.left, inside.rows - SEARCH_ROWS,
                         inside.columns };
    const char *label = _("Search:");
    int lead = (int)text_width(label) + 1;

    (void)fresh;
    (void)paint_box(area, _("Help"));
    pager_draw(&help->pager, text);
    pager_draw_end(&help->pager, ui, area);
    paint_text(inside.top, inside.left, lead, STYLE_PLAIN, label);
    line_edit_draw(&help->line, inside.top, inside.left + lead, inside.columns - lead,
                   true);
}

/* A blank, / and Enter are of a text only when there is one; the keys that leave never
 * are. */
static bool
help_key(void *state, struct ui *ui, const struct key *key)
{
    struct help *help = state;
    const bool is_blank = text_is_blank(line_edit_text(&help->line));
    bool changed = false;

    if (key_is(key, "?"))
        return false;
    if (key_is(key, is_blank ? "/" : "Enter"))
        return true;
    if ((is_blank || !key_is(key, "Space")) && pager_key(&help->pager, key))
        return true;
    if (!line_edit_key(&help->line, key, &changed))
        return false;
    if (changed)
        fill(help, ui);
    return true;
}

static void
leave(struct ui *ui, void *state, int64_t argument)
{
    struct help *help = state;

    (void)argument;
    if (ui->last_key.press != PRESS_ESCAPE ||
        text_is_blank(line_edit_text(&help->line))) {
        ui_back(ui);
        return;
    }
    line_edit_set(&help->line, "");
    fill(help, ui);
}

static const struct action actions[] = { { .name = "help.leave",
                                           .keys = "Esc Enter F1 ?",
                                           .label = N_("Go back"),
                                           .hint = N_("back"),
                                           .run = leave },
                                         ACTION_END };

static const struct screen help_screen = {
    .name = "help",
    .dialog = true,
    .actions = actions,
    .draw = help_draw,
    .key = help_key,
};

void
help_run(struct ui *ui)
{
    help_run_for(ui, "");
}

bool
help_knows(const struct ui *ui, const struct layer *layer, const char *wanted)
{
    struct buffer text = { 0 };

    help_text_add(ui, layer, wanted, &text);
    const bool knows = text.length > 0;
    buffer_clear(&text);
    return knows;
}

void
help_run_for(struct ui *ui, const char *wanted)
{
    const struct layer about = *ui_top(ui);
    struct help help = { .about = &about, .line.most = LINE_EDIT_SEARCH };

    line_edit_set(&help.line, wanted);
    fill(&help, ui);
    (void)ui_dialog(ui, &help_screen, &help);
    pager_clear(&help.pager);
    line_edit_clear(&help.line);
}
