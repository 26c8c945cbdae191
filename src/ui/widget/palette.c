/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.c - actions by the words of their label, then of their place, menu or name */
#include "widget/palette.h"

#include <stdlib.h>

#include "action_elsewhere.h"
#include "action_offer.h"
#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/finder.h"
#include "widget/help.h"

/* Numbered through: first those of the screen, then those elsewhere. */
struct palette {
    const struct action *offers[OFFERS_MOST];
    size_t offer_count;
    struct action_elsewhere elsewhere[ELSEWHERE_MOST];
    size_t elsewhere_count;
    size_t menu_width; /* of the menus' names, so that the keys stand in one column */
    const struct layer *top;
};

/* Of the finding that leads into the help, by the words that no action has. */
enum { KIND_ACTION, KIND_HELP };

static const struct action *
action_at(const struct palette *palette, size_t index)
{
    return index < palette->offer_count
               ? palette->offers[index]
               : palette->elsewhere[index - palette->offer_count].action;
}

/* Where it is when it is elsewhere, else nothing. */
static void
add_place(const struct ui *ui, const struct palette *palette, size_t index,
          struct buffer *place)
{
    if (index >= palette->offer_count)
        action_elsewhere_add_place(ui, &palette->elsewhere[index - palette->offer_count],
                                   place);
}

/* Behind what is found by its name: what only its help tells of, with those words, then
 * with the letters somewhere in them. */
enum { RANK_HELP = FOLD_RANK_NONE, RANK_HELP_WITHIN, RANK_NONE };

static int
rank_help(const struct action *action, const char *name, const char *around,
          const char *wanted)
{
    char *help = fold_copy(!action->help ? "" : _(action->help));
    char *surroundings = fold_copy(around);
    struct buffer both = { 0 };
    int rank = RANK_NONE;

    buffer_addf(&both, "%s %s", surroundings, help);
    if (fold_rank(help, NULL, wanted) <= FOLD_RANK_WORDS)
        rank = RANK_HELP;
    else if (fold_rank(name, buffer_text(&both), wanted) < FOLD_RANK_NONE)
        rank = RANK_HELP_WITHIN;
    buffer_clear(&both);
    free(surroundings);
    free(help);
    return rank;
}

static int
rank(const struct action *action, const char *place, const char *wanted)
{
    struct buffer around = { 0 };
    char *name = fold_copy(_(action->label));

    buffer_addf(&around, "%s %s %s %s", place, !action->menu ? "" : _(action->menu),
                action->name, !action->sought ? "" : _(action->sought));
    char *folded = fold_copy(buffer_text(&around));
    int rank = (int)fold_rank(name, folded, wanted);
    free(folded);
    if (rank == FOLD_RANK_NONE)
        rank = rank_help(action, name, buffer_text(&around), wanted);
    free(name);
    buffer_clear(&around);
    return rank;
}

static void
add(struct finding_list *list, const struct palette *palette, size_t index,
    const char *place)
{
    const struct action *action = action_at(palette, index);
    const char *menu = place[0] == '\0' && action->menu ? _(action->menu) : "";
    struct buffer title = { 0 }, detail = { 0 };
    char key[KEY_NAME_SIZE];

    action_key(action, key);
    if (place[0] != '\0')
        buffer_addf(&title, "%s › ", place);
    buffer_addf(&detail, "%s%*s", menu, (int)(palette->menu_width - text_width(menu)) + 2,
                "");
    buffer_add(&title, _(action->label));
    buffer_add(&detail, key);
    finding_list_add(list, buffer_text(&title), buffer_text(&detail), (int64_t)index,
                     KIND_ACTION);
    buffer_clear(&title);
    buffer_clear(&detail);
}

/* How something is done takes several actions, and is called by other words. */
static void
add_help(struct ui *ui, const struct palette *palette, const char *text,
         struct finding_list *list)
{
    struct buffer title = { 0 };

    if (!help_knows(ui, palette->top, text))
        return;
    buffer_addf(&title, _("Look for “%s” in the help"), text);
    finding_list_add(list, buffer_text(&title), NULL, 0, KIND_HELP);
    buffer_clear(&title);
}

static bool
fill(struct ui *ui, void *context, const char *text, struct finding_list *list,
     struct error *err)
{
    const struct palette *palette = context;
    const size_t count = palette->offer_count + palette->elsewhere_count;
    int ranks[OFFERS_MOST + ELSEWHERE_MOST];
    char *wanted = fold_copy(text);
    struct buffer place = { 0 };

    (void)err;
    for (size_t i = 0; i < count; i++) {
        buffer_reset(&place);
        add_place(ui, palette, i, &place);
        ranks[i] = rank(action_at(palette, i), buffer_text(&place), wanted);
    }
    for (int now = FOLD_RANK_BEGINS; now < RANK_NONE; now++)
        for (size_t i = 0; i < count; i++)
            if (ranks[i] == now) {
                buffer_reset(&place);
                add_place(ui, palette, i, &place);
                add(list, palette, i, buffer_text(&place));
            }
    if (list->count == 0)
        add_help(ui, palette, text, list);
    buffer_clear(&place);
    free(wanted);
    return true;
}

/* What the login may not do is not looked for; what cannot be done just now is. */
static void
find_offers(const struct ui *ui, struct palette *palette, const struct layer *top)
{
    const struct action *offers[OFFERS_MOST];
    const size_t count = action_offers(ui, top, offers);

    for (size_t i = 0; i < count; i++)
        if (action_is_permitted(ui, top->screen, offers[i])) {
            size_t width = !offers[i]->menu ? 0 : text_width(_(offers[i]->menu));

            if (width > palette->menu_width)
                palette->menu_width = width;
            palette->offers[palette->offer_count++] = offers[i];
        }
    palette->elsewhere_count =
        action_elsewhere_list(ui, offers, count, palette->elsewhere);
}

void
palette_run(struct ui *ui)
{
    const struct layer top = *ui_top(ui);
    struct palette palette = { .top = &top };
    struct finder_request request = {
        .title = _("What to do?"),
        .fill = fill,
        .context = &palette,
    };
    struct finding chosen = { 0 };

    find_offers(ui, &palette, &top);
    char *typed = NULL;
    if (!finder_run(ui, &request, &chosen, &typed))
        return;
    const size_t index = (size_t)chosen.id;
    const bool is_help = chosen.kind == KIND_HELP;
    finding_clear(&chosen);
    if (is_help)
        help_run_for(ui, typed);
    free(typed);
    if (is_help)
        return;
    if (index < palette.offer_count)
        action_run(ui, &top, palette.offers[index]);
    else
        action_elsewhere_run(ui, &palette.elsewhere[index - palette.offer_count]);
}
