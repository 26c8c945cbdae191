/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.c - rows of a noun that fit what is typed, and a new one as the last entry */
#include "widget/picker.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/reference.h"
#include "atelier/app/reference_within.h"
#include "atelier/app/zone_find.h"
#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/css_colour.h"
#include "widget/finder.h"

enum { HITS_MOST = 50 };

enum { FOUND_ROW, FOUND_NEW };

struct picking {
    enum entity_kind kind;
    const struct picker_nouns *nouns; /* NULL: nothing is created */
    bool by_name; /* a new one is what was typed, which must be something */
};

/* How it stands there already, else what is wrong with it there. */
static void
add_standing(struct ui *ui, const struct picker_nouns *nouns, struct row_ref row,
             struct buffer *standing)
{
    if (nouns->add_standing)
        nouns->add_standing(ui, nouns->place, row, standing);
    if (standing->length > 0 || !nouns->add_fit || !nouns->asked.entity)
        return;
    field_set_number(nouns->asked.field, nouns->asked.record, row.id);
    nouns->add_fit(ui, &nouns->asked, standing);
}

/* `nouns` NULL: nothing is known of them besides. */
static void
add_hits(struct ui *ui, struct finding_list *list, enum entity_kind kind,
         const struct picker_nouns *nouns, const struct search_hit_list *hits)
{
    struct buffer label = { 0 };

    list->shown = hits->count;
    list->found = hits->found;
    for (size_t i = 0; i < hits->count; i++) {
        const struct search_hit *hit = &hits->items[i];

        buffer_reset(&label);
        if (nouns)
            add_standing(ui, nouns, (struct row_ref){ kind, hit->row }, &label);
        if (label.length > 0 && (hit->detail || hit->start))
            buffer_add(&label, " · ");
        search_hit_add_detail(hit, &label);
        finding_list_add(list, hit->title, buffer_text(&label), hit->row, FOUND_ROW);
    }
    buffer_clear(&label);
}

/* Chosen among those of one meeting, where they are added too. */
static bool
is_within(const struct picking *picking)
{
    return picking->nouns && picking->nouns->within.entity == ENTITY_MEETING &&
           reference_is_within(picking->kind);
}

static bool
offers_new(const struct picking *picking, const char *text)
{
    return picking->nouns && !is_within(picking) &&
           !(picking->by_name && text_is_blank(text));
}

static bool
fill(struct ui *ui, void *context, const char *text, struct finding_list *list,
     struct error *err)
{
    const struct picking *picking = context;
    struct search_hit_list hits = { 0 };
    bool ok =
        is_within(picking)
            ? reference_find_within(ui_atelier(ui), picking->kind,
                                    picking->nouns->within.id, text, &hits, err)
            : reference_find(ui_atelier(ui), picking->kind, text, HITS_MOST, &hits, err);

    add_hits(ui, list, picking->kind, picking->nouns, &hits);
    search_hit_list_clear(&hits);
    struct buffer label = { 0 };
    if (ok && offers_new(picking, text)) {
        const bool is_whole = strpbrk(text, ",@"); /* it needs the width itself */
        if (text_is_blank(text))
            buffer_add(&label, _("+ Add a new one"));
        else
            buffer_addf(&label, _("+ Add “%s”"), text);
        finding_list_add(list, buffer_text(&label),
                         is_whole ? NULL : picking->nouns->words_of_new(picking->kind), 0,
                         FOUND_NEW);
    }
    buffer_clear(&label);
    return ok;
}

/* What was chosen or created; *text: what stands in the line.  *again: it is gone back
 * to from a form that was left. */
static int64_t
pick_once(struct ui *ui, const struct finder_request *request, enum entity_kind kind,
          const struct picker_nouns *nouns, char **text, bool *again)
{
    struct finding chosen = { 0 };
    char *typed = NULL;
    int64_t id = 0;

    *again = false;
    if (finder_run(ui, request, &chosen, &typed)) {
        bool create = chosen.kind == FOUND_NEW && nouns;
        id = create ? nouns->create(ui, nouns->context, kind, typed) : chosen.id;
        *again = create && id == 0 && !ui_is_leaving(ui);
        memory_replace(text, typed);
    }
    finding_clear(&chosen);
    free(typed);
    return id;
}

int64_t
picker_run(struct ui *ui, const char *title, enum entity_kind kind, const char *typed,
           const struct picker_nouns *nouns)
{
    struct picking picking = { .kind = kind, .nouns = nouns };
    char *text = memory_copy(typed);
    bool again;
    int64_t id;

    do {
        const struct finder_request request = {
            .title = title,
            .empty = is_within(&picking) ? _("The meeting has none of that name.")
                                         : _("Type three letters of it."),
            .typed = text,
            .lines = nouns ? nouns->words(kind) : NULL,
            .fill = fill,
            .context = &picking,
        };
        id = pick_once(ui, &request, kind, nouns, &text, &again);
    } while (again);
    free(text);
    return id;
}

char *
picker_name(struct ui *ui, const char *title, enum entity_kind kind, const char *typed,
            const struct picker_nouns *nouns)
{
    struct picking picking = { .kind = kind, .nouns = nouns, .by_name = true };
    const struct finder_request request = {
        .title = title,
        .empty = _("Type three letters of it."),
        .typed = typed,
        .lines = nouns ? nouns->words(kind) : NULL,
        .fill = fill,
        .context = &picking,
    };
    struct finding chosen = { 0 };
    char *text = NULL;
    char *name = NULL;

    if (finder_run(ui, &request, &chosen, &text))
        name = chosen.kind == FOUND_NEW ? text_tidy(text) : memory_copy(chosen.title);
    finding_clear(&chosen);
    free(text);
    return name;
}

static bool
fill_zones(struct ui *ui, void *context, const char *text, struct finding_list *list,
           struct error *err)
{
    enum { ZONES_MOST = 500 };
    struct search_hit_list hits = { 0 };
    bool ok = zone_find(ui_atelier(ui), text, context, ZONES_MOST, &hits, err);

    add_hits(ui, list, ENTITY_COUNT, NULL, &hits);
    search_hit_list_clear(&hits);
    return ok;
}

/* Those that begin with it before those that hold it; before anything is typed, what
 * stands there already is first. */
static bool
fill_colours(struct ui *ui, void *context, const char *text, struct finding_list *list,
             struct error *err)
{
    const char *present = text_is_blank(text) ? css_colour_code(context) : NULL;
    char *typed = fold_copy(text);

    (void)ui;
    (void)err;
    if (present)
        finding_list_add_sample(list, context, present);
    for (enum fold_rank rank = FOLD_RANK_BEGINS; rank < FOLD_RANK_NONE; rank++)
        for (const struct css_colour *colour = css_colours; colour->name; colour++)
            if (fold_rank(colour->name, NULL, typed) == rank &&
                (!present || strcmp(colour->name, context) != 0))
                finding_list_add_sample(list, colour->name, colour->code);
    list->shown = list->found = list->count;
    free(typed);
    return true;
}

/* The title of what was chosen, to be freed; NULL when left. */
static char *
pick_title(struct ui *ui, const struct finder_request *request)
{
    struct finding chosen = { 0 };
    char *title = NULL;

    if (finder_run(ui, request, &chosen, NULL))
        title = memory_copy(chosen.title);
    finding_clear(&chosen);
    return title;
}

char *
picker_zone(struct ui *ui, const char *title, const char *present, const char *typed)
{
    char *name = memory_copy(present);
    const struct finder_request request = {
        .title = title,
        .empty = _("Type three letters of a city or a country."),
        .typed = typed,
        .fill = fill_zones,
        .context = name,
    };
    char *zone = pick_title(ui, &request);

    free(name);
    return zone;
}

char *
picker_colour(struct ui *ui, const char *title, const char *present, const char *typed)
{
    char *name = memory_copy(present);
    const struct finder_request request = {
        .title = title,
        .typed = typed,
        .fill = fill_colours,
        .context = name,
    };
    char *colour = pick_title(ui, &request);

    free(name);
    return colour;
}
