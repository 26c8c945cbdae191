/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_within.c - rows that are chosen among those of one meeting: its slots, its
 * workshops, the items of its programme
 */
#include "atelier/app/reference_within.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/reference.h"
#include "atelier/app/slots.h"
#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"
#include "atelier/store/workshop_table.h"
#include "record/reference_missing.h"
#include "record/reference_several.h"
#include "session/session.h"

bool
reference_is_within(enum entity_kind entity)
{
    return entity == ENTITY_SLOT || entity == ENTITY_WORKSHOP || entity == ENTITY_ITEM;
}

struct finding_within {
    struct search_hit_list *list;
    enum entity_kind entity;
    const char *wanted; /* folded */
};

static void
offer(const struct finding_within *finding, int64_t id, const char *title,
      const char *hours)
{
    struct search_hit_list *list = finding->list;
    char *fold = fold_copy(title);
    const bool fits = text_is_blank(finding->wanted) ||
                      fold_rank(fold, NULL, finding->wanted) != FOLD_RANK_NONE;

    free(fold);
    if (!fits)
        return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = (struct search_hit){
        .entity = finding->entity,
        .row = id,
        .title = memory_copy(title),
        .detail = hours ? memory_copy(hours) : NULL,
    };
    list->found = list->count;
}

static void
offer_slots(const struct finding_within *finding, const struct slot_list *slots)
{
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        struct buffer title = { 0 };
        struct buffer hours = { 0 };
        slot_entity.title(slot, &title);
        when_format_span(slot->start, slot->end, &hours);
        offer(finding, slot->head.id, buffer_text(&title), buffer_text(&hours));
        buffer_clear(&title);
        buffer_clear(&hours);
    }
}

/* The label of its slot says more than hours that it shares with others. */
static void
offer_workshops(const struct finding_within *finding,
                const struct workshop_list *workshops, const struct slot_list *slots)
{
    for (size_t i = 0; i < workshops->count; i++) {
        const struct workshop *workshop = &workshops->items[i];
        struct buffer where = { 0 };
        for (size_t s = 0; s < slots->count; s++)
            if (slots->items[s].head.id == workshop->slot)
                slot_entity.title(&slots->items[s], &where);
        if (workshop->slot == 0)
            when_format_span(workshop->start, workshop->end, &where);
        offer(finding, workshop->head.id, workshop->title, buffer_text(&where));
        buffer_clear(&where);
    }
}

/* By the hour, as the table has them. */
static void
offer_items(const struct finding_within *finding, const struct item_list *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->items[i];
        struct buffer title = { 0 };
        struct buffer hours = { 0 };
        item_entity.title(item, &title);
        when_format_span(item->start, item->end, &hours);
        offer(finding, item->head.id, buffer_text(&title), buffer_text(&hours));
        buffer_clear(&title);
        buffer_clear(&hours);
    }
}

static bool
find_slots(struct atelier *at, int64_t meeting, const struct finding_within *finding,
           struct error *err)
{
    struct slot_list slots = { 0 };
    const bool ok = slots_of(at, meeting, &slots, err);

    if (ok)
        offer_slots(finding, &slots);
    slot_list_clear(&slots);
    return ok;
}

static bool
find_workshops(struct atelier *at, int64_t meeting, const struct finding_within *finding,
               struct error *err)
{
    struct slot_list slots = { 0 };
    struct workshop_list workshops = { 0 };
    const bool ok = slots_of(at, meeting, &slots, err) &&
                    workshop_table_list(at->db, meeting, &workshops, err);

    if (ok)
        offer_workshops(finding, &workshops, &slots);
    slot_list_clear(&slots);
    workshop_list_clear(&workshops);
    return ok;
}

static bool
find_items(struct atelier *at, int64_t meeting, const struct finding_within *finding,
           struct error *err)
{
    struct item_list items = { 0 };
    const bool ok = item_table_list(at->db, meeting, &items, err);

    if (ok)
        offer_items(finding, &items);
    item_list_clear(&items);
    return ok;
}

bool
reference_find_within(struct atelier *at, enum entity_kind entity, int64_t meeting,
                      const char *text, struct search_hit_list *list, struct error *err)
{
    char *wanted = fold_copy(text ? text : "");
    const struct finding_within finding = { list, entity, wanted };
    const bool ok =
        atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        (entity == ENTITY_SLOT       ? find_slots(at, meeting, &finding, err)
         : entity == ENTITY_WORKSHOP ? find_workshops(at, meeting, &finding, err)
                                     : find_items(at, meeting, &finding, err));

    free(wanted);
    return ok;
}

/* --- the one that is named */

static bool
is_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* In the order in which they count: those that are meant so, else the next. */
enum named { NAMED_SO, NAMED_BUT_FOR_ACCENTS, NAMED_IN_PART, NAMED_WAYS };

static enum named
named_how(const struct search_hit *hit, const char *text)
{
    if (strcmp(hit->title, text) == 0)
        return NAMED_SO;
    char *title = fold_copy(hit->title);
    char *wanted = fold_copy(text);
    const bool same = strcmp(title, wanted) == 0;
    free(wanted);
    free(title);
    return same ? NAMED_BUT_FOR_ACCENTS : NAMED_IN_PART;
}

static bool
refuse_unknown(enum entity_kind entity, const char *text, struct error *err)
{
    return error_set(err, ERROR_NOT_FOUND,
                     entity == ENTITY_SLOT
                         ? _("The meeting has no slot “%s”.  “atelier slot list MEETING” "
                             "shows those it has.")
                     : entity == ENTITY_WORKSHOP
                         ? _("The meeting has no workshop “%s”.  “atelier workshop list "
                             "MEETING” shows those it has.")
                         : _("The programme of the meeting has no item “%s”.  “atelier "
                             "item list MEETING” shows those it has."),
                     text);
}

bool
reference_get_within(struct atelier *at, enum entity_kind entity, int64_t meeting,
                     const char *text, int64_t *id, struct error *err)
{
    if (text_is_blank(text))
        return reference_blank(entity, err);
    if (meeting == 0 || is_number(text))
        return reference_get(at, entity, text, id, err);
    struct search_hit_list list = { 0 };
    bool ok = reference_find_within(at, entity, meeting, text, &list, err);
    struct buffer ids = { 0 };
    size_t count = 0;

    for (int how = NAMED_SO; ok && how < NAMED_WAYS && count == 0; how++)
        for (size_t i = 0; i < list.count; i++)
            if (named_how(&list.items[i], text) == (enum named)how) {
                *id = list.items[i].row;
                reference_several_add(&ids, *id, count++);
            }
    if (ok && count == 0)
        ok = refuse_unknown(entity, text, err);
    else if (ok && count > 1)
        ok = reference_several_refuse(text, &ids, err);
    buffer_clear(&ids);
    search_hit_list_clear(&list);
    return ok;
}
