/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.c - actions by any words of their label, menu or name */
#include "widget/palette.h"

#include <stdlib.h>
#include <string.h>

#include "action_offer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "widget/finder.h"

struct palette {
    const struct action *offers[OFFERS_MOST];
    size_t count;
};

/* Whether each word of `wanted` begins a word of `text`; both folded. */
static bool
fits(const char *text, const char *wanted)
{
    while (*wanted != '\0') {
        size_t length = strcspn(wanted, " ");
        const char *at = text;
        bool found = length == 0;

        while (!found && *at != '\0') {
            found = strncmp(at, wanted, length) == 0;
            at += strcspn(at, " ");
            at += strspn(at, " ");
        }
        if (!found)
            return false;
        wanted += length;
        wanted += strspn(wanted, " ");
    }
    return true;
}

static void
add_if_fits(struct finding_list *list, const struct action *action, const char *wanted,
            size_t index)
{
    struct buffer words = { 0 };

    buffer_addf(&words, "%s %s %s", _(action->label),
                !action->menu ? "" : _(action->menu), action->name);
    char *folded = fold_copy(buffer_text(&words));
    struct buffer detail = { 0 };
    if (fits(folded, wanted)) {
        char key[KEY_NAME_SIZE];
        action_key(action, key);
        if (action->menu)
            buffer_addf(&detail, "%s   ", _(action->menu));
        buffer_addf(&detail, "%s", key);
        finding_list_add(list, _(action->label), buffer_text(&detail), (int64_t)index, 0);
    }
    free(folded);
    buffer_clear(&words);
    buffer_clear(&detail);
}

static bool
fill(struct ui *ui, void *context, const char *text, struct finding_list *list,
     struct error *err)
{
    const struct palette *palette = context;
    char *wanted = fold_copy(text);

    (void)ui;
    (void)err;
    for (size_t i = 0; i < palette->count; i++)
        add_if_fits(list, palette->offers[i], wanted, i);
    free(wanted);
    return true;
}

const struct action *
palette_run(struct ui *ui)
{
    struct palette palette = { 0 };
    struct finder_request request = {
        .title = _("What to do?"),
        .fill = fill,
        .context = &palette,
    };

    palette.count = action_offers(ui, ui_top(ui), palette.offers);
    struct finding chosen = { 0 };
    if (!finder_run(ui, &request, &chosen, NULL))
        return NULL;
    const struct action *action = palette.offers[chosen.id];
    finding_clear(&chosen);
    return action;
}
