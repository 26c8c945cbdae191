/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c - people, organisations, groups, meetings ... that hold the words typed */
#include "widget/search.h"

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/finder.h"

enum { HITS_MOST = 60 };

/* Of the kinds that were found, so that what follows them stands in one column. */
static size_t
kind_width(const struct search_hit_list *hits)
{
    size_t width = 0;

    for (size_t i = 0; i < hits->count; i++) {
        size_t own = text_width(_(entity_get(hits->items[i].entity)->label));
        width = own > width ? own : width;
    }
    return width;
}

static bool
fill(struct ui *ui, void *context, const char *text, struct finding_list *list,
     struct error *err)
{
    (void)context;
    if (text_is_blank(text))
        return true;
    struct search_hit_list hits = { 0 };
    bool ok = browse_search(ui_atelier(ui), text, HITS_MOST, &hits, err);
    struct buffer detail = { 0 };
    const size_t width = kind_width(&hits);
    for (size_t i = 0; i < hits.count; i++) {
        const struct search_hit *hit = &hits.items[i];

        const char *label = _(entity_get(hit->entity)->label);

        buffer_reset(&detail);
        buffer_addf(&detail, "%s", label);
        if (hit->detail || hit->start)
            buffer_addf(&detail, "%*s", (int)(width - text_width(label)) + 2, "");
        search_hit_add_detail(hit, &detail);
        finding_list_add(list, hit->title, buffer_text(&detail), hit->row,
                         (int)hit->entity);
    }
    buffer_clear(&detail);
    search_hit_list_clear(&hits);
    return ok;
}

void
search_run(struct ui *ui, void (*open)(struct ui *ui, enum entity_kind kind, int64_t id))
{
    struct finder_request request = {
        .title = _("Search everything"),
        .empty = _("Type a name, a town, a title, an e-mail ..."),
        .fill = fill,
    };
    struct finding chosen = { 0 };

    if (!finder_run(ui, &request, &chosen, NULL))
        return;
    open(ui, (enum entity_kind)chosen.kind, chosen.id);
    finding_clear(&chosen);
}
