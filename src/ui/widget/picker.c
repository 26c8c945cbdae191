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
    list->has_uncounted = hits->has_uncounted;
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
        list->only_offers = list->count == 0;
        finding_list_add(list, buffer_text(&label),
                         is_whole ? NULL : picking->nouns->words_of_new(picking->kind), 0,
                         FOUND_NEW);
    }
    buffer_clear(&label);
    return ok;
}

/* Before anything is typed: rows that are few would be there. */
static const char *
what_is_empty(const struct picking *picking)
{
    if (is_within(picking))
        return _("The meeting has none.");
    if (reference_has_few(picking->kind))
        return _("There is none yet.");
    return _("Type three letters of it.");
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
            .empty = what_is_empty(&picking),
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

struct ranked_colour {
    const struct css_colour *colour;
    char *word; /* folded */
    enum fold_rank rank;
};

static int
by_rank_and_word(const void *a, const void *b)
{
    const struct ranked_colour *left = a;
    const struct ranked_colour *right = b;

    return left->rank != right->rank ? (left->rank < right->rank ? -1 : 1)
                                     : strcmp(left->word, right->word);
}

/* By its word in the language of the screens, or by its name. */
static enum fold_rank
rank_colour(const struct ranked_colour *ranked, const char *typed)
{
    const enum fold_rank by_word = fold_rank(ranked->word, NULL, typed);
    const enum fold_rank by_name = fold_rank(ranked->colour->name, NULL, typed);

    return by_word < by_name ? by_word : by_name;
}

static void
add_colour(struct finding_list *list, const struct css_colour *colour)
{
    finding_list_add_sample(list, css_colour_word(colour), colour->code,
                            colour - css_colours);
}

/* One of two names for one colour is enough where one word stands for both. */
static bool
is_said_already(const struct ranked_colour *ranked, const struct ranked_colour *before)
{
    return before && strcmp(ranked->word, before->word) == 0;
}

/* Those that begin with it before those that hold it; before anything is typed, what
 * stands there already is first. */
static bool
fill_colours(struct ui *ui, void *context, const char *text, struct finding_list *list,
             struct error *err)
{
    enum { COLOURS_MOST = 200 };
    const struct css_colour *present =
        context && text_is_blank(text) ? css_colour_called(context) : NULL;
    struct ranked_colour ranked[COLOURS_MOST];
    char *typed = fold_copy(text);
    size_t count = 0;

    (void)ui;
    (void)err;
    for (const struct css_colour *colour = css_colours;
         colour->name && count < COLOURS_MOST; colour++) {
        ranked[count] = (struct ranked_colour){
            .colour = colour,
            .word = fold_copy(css_colour_word(colour)),
        };
        ranked[count].rank = rank_colour(&ranked[count], typed);
        count++;
    }
    if (count > 0)
        qsort(ranked, count, sizeof ranked[0], by_rank_and_word);
    if (present)
        add_colour(list, present);
    for (size_t i = 0; i < count; i++)
        if (ranked[i].rank != FOLD_RANK_NONE && ranked[i].colour != present &&
            !is_said_already(&ranked[i], i > 0 ? &ranked[i - 1] : NULL))
            add_colour(list, ranked[i].colour);
    for (size_t i = 0; i < count; i++)
        free(ranked[i].word);
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
    struct finding chosen = { 0 };
    char *colour = finder_run(ui, &request, &chosen, NULL)
                       ? memory_copy(css_colours[chosen.id].name)
                       : NULL;

    finding_clear(&chosen);
    free(name);
    return colour;
}
