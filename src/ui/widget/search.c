/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c - people, organisations, groups, meetings ... that hold the words typed, and
 * what was said in reports */
#include "widget/search.h"

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "widget/finder.h"
#include "widget/pager.h"

enum { HITS_MOST = 60 };

/* "Person"; of what was said "question". */
static const char *
kind_label(const struct search_hit *hit)
{
    return hit->said ? _(report_entry_kinds[hit->kind].label)
                     : _(entity_get(hit->entity)->label);
}

/* Of the kinds that were found, so that what follows them stands in one column; what was
 * said has its own. */
static size_t
kind_width(const struct search_hit_list *hits, bool said)
{
    size_t width = 0;

    for (size_t i = 0; i < hits->count; i++) {
        size_t own = text_width(kind_label(&hits->items[i]));
        if (!hits->items[i].said == !said)
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
    bool ok = browse_search_first(ui_atelier(ui), text, HITS_MOST, &hits, err);
    struct buffer detail = { 0 };
    struct buffer shown = { 0 };
    const size_t widths[] = { kind_width(&hits, false), kind_width(&hits, true) };
    for (size_t i = 0; i < hits.count; i++) {
        const struct search_hit *hit = &hits.items[i];
        const char *label = kind_label(hit);
        const size_t width = widths[hit->said ? 1 : 0];

        buffer_reset(&detail);
        buffer_addf(&detail, "%s", label);
        if (hit->detail || hit->start)
            buffer_addf(&detail, "%*s", (int)(width - text_width(label)) + 2, "");
        search_hit_add_detail(hit, &detail);
        buffer_reset(&shown);
        erased_mark_show(hit->said ? hit->said : hit->title, &shown);
        if (hit->said)
            finding_list_add_said(list, buffer_text(&shown), text, buffer_text(&detail),
                                  hit->row, (int)hit->entity);
        else
            finding_list_add(list, buffer_text(&shown), buffer_text(&detail), hit->row,
                             (int)hit->entity);
    }
    list->shown = hits.count;
    list->found = hits.found;
    list->has_uncounted = hits.has_uncounted;
    buffer_clear(&shown);
    buffer_clear(&detail);
    search_hit_list_clear(&hits);
    return ok;
}

/* The hits come again with their number: they are the smaller part of the work. */
static bool
count(struct ui *ui, void *context, const char *text, size_t *found, struct error *err)
{
    struct search_hit_list hits = { 0 };

    (void)context;
    const bool ok = browse_search(ui_atelier(ui), text, HITS_MOST, &hits, err);
    *found = hits.found;
    search_hit_list_clear(&hits);
    return ok;
}

static bool
find(struct ui *ui, struct finding *chosen)
{
    const struct finder_request request = {
        .title = _("Search everything"),
        .empty = _("Type a name, a town, a title, an e-mail, what a report says ..."),
        .fill = fill,
        .count = count,
    };

    return finder_run(ui, &request, chosen, NULL);
}

void
search_run(struct ui *ui, void (*open)(struct ui *ui, enum entity_kind kind, int64_t id))
{
    struct finding chosen = { 0 };

    if (!find(ui, &chosen))
        return;
    open(ui, (enum entity_kind)chosen.kind, chosen.id);
    finding_clear(&chosen);
}

static bool
is_told(const struct field *field, const void *record)
{
    return !(field->flags & FIELD_HIDDEN) && !field_is_absent(field, record);
}

/* A line for each field that has a value. */
static void
add_record(struct ui *ui, const struct entity *entity, const void *record,
           struct buffer *text)
{
    size_t width = 0;

    for (size_t i = 0; i < entity->field_count; i++) {
        const size_t own = text_width(_(entity->fields[i].label));
        if (is_told(&entity->fields[i], record) && own > width)
            width = own;
    }
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (!is_told(field, record))
            continue;
        text_add_cut(text, _(field->label), width, true, false);
        buffer_add(text, "  ");
        display_field(ui_atelier(ui), field, record, text);
        buffer_add_char(text, '\n');
    }
}

void
search_look_up(struct ui *ui)
{
    struct finding chosen = { 0 };
    struct error err = { 0 };

    if (!find(ui, &chosen))
        return;
    const struct entity *entity = entity_get((enum entity_kind)chosen.kind);
    void *record = record_new(entity);
    struct buffer text = { 0 };
    if (edit_load(ui_atelier(ui), entity, chosen.id, record, &err)) {
        add_record(ui, entity, record, &text);
        pager_run(ui, chosen.title, buffer_text(&text));
    } else {
        ui_fail(ui, &err);
    }
    buffer_clear(&text);
    record_free(entity, record);
    finding_clear(&chosen);
}
