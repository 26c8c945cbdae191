/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_parts.c - slots, workshops and items that an undo would leave outside of their
 * meeting */
#include "undo/undo_parts.h"

#include "atelier/base/language.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/slot_table.h"
#include "atelier/store/workshop_table.h"

/* A part with hours of its own, by the wall clock of its meeting. */
struct part {
    int64_t meeting;
    const char *name; /* borrowed */
    struct local_time start;
    struct local_time end;
};

static struct part
part_of_slot(const struct slot *slot)
{
    return (struct part){ slot->meeting, slot->label, slot->start, slot->end };
}

static struct part
part_of_item(const struct item *item)
{
    return (struct part){ item->meeting, item->title, item->start, item->end };
}

/* One in a slot is where that is, and one that is cancelled takes place nowhere. */
static bool
has_own_hours(const struct workshop *workshop)
{
    return workshop->slot == 0 && workshop->state != WORKSHOP_CANCELLED;
}

static struct part
part_of_workshop(const struct workshop *workshop)
{
    return (struct part){ workshop->meeting, workshop->title, workshop->start,
                          workshop->end };
}

static bool
is_within(const struct meeting *meeting, const struct part *part)
{
    const struct part_hours within =
        part_hours_within(part->start, part->end, meeting->start, meeting->end);

    return within.starts && within.ends;
}

static bool
has_same_hours(struct local_time start, struct local_time end,
               struct local_time other_start, struct local_time other_end)
{
    return local_time_compare(start, other_start) == 0 &&
           local_time_compare(end, other_end) == 0;
}

/* "“Maps” (Tue 16/03/2027 09:30–11:30)" */
static void
add_named(const struct part *part, struct buffer *text)
{
    struct buffer span = { 0 };

    when_format_span(part->start, part->end, &span);
    /* TRANSLATORS: a slot, its hours */
    buffer_addf(text, _("“%s” (%s)"), part->name ? part->name : "", buffer_text(&span));
    buffer_clear(&span);
}

/* Whether it is the part that comes back, or the meeting under one that stays. */
enum returning { PART_RETURNS, MEETING_RETURNS };

static bool
refuse(enum returning returning, const struct meeting *meeting, const struct part *part,
       struct error *err)
{
    struct buffer named = { 0 };
    struct buffer span = { 0 };

    add_named(part, &named);
    when_format_span(meeting->start, meeting->end, &span);
    if (returning == MEETING_RETURNS)
        error_set_field(err, ERROR_RULE, "start",
                        /* TRANSLATORS: a part with its hours; the hours of a meeting */
                        _("%s would lie outside the meeting (%s).  Move it first, or "
                          "remove it."),
                        buffer_text(&named), buffer_text(&span));
    else
        error_set_field(err, ERROR_RULE, "start",
                        /* TRANSLATORS: a part with its hours; the hours of a meeting */
                        _("%s would lie outside the meeting, which has other hours by "
                          "now (%s)."),
                        buffer_text(&named), buffer_text(&span));
    buffer_clear(&span);
    buffer_clear(&named);
    return false;
}

/* --- the meeting has its former hours again */

/* As the act that is taken back found it and left it, and as it is. */
struct return_of {
    struct meeting found;
    struct meeting left;
    struct meeting now;
};

static bool
check_stays(const struct return_of *back, const struct part *part, struct error *err)
{
    return is_within(&back->now, part) || !is_within(&back->left, part) ||
           refuse(MEETING_RETURNS, &back->now, part, err);
}

static bool
check_workshops(struct atelier *at, const struct return_of *back, struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, back->now.head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct part part = part_of_workshop(&list.items[i]);
        ok = !has_own_hours(&list.items[i]) || check_stays(back, &part, err);
    }
    workshop_list_clear(&list);
    return ok;
}

static bool
check_items(struct atelier *at, const struct return_of *back, struct error *err)
{
    struct item_list list = { 0 };
    bool ok = item_table_list(at->db, back->now.head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct part part = part_of_item(&list.items[i]);
        ok = check_stays(back, &part, err);
    }
    item_list_clear(&list);
    return ok;
}

/* Its slots were looked at when they followed it. */
static bool
check_all(struct atelier *at, const struct return_of *back, struct error *err)
{
    return has_same_hours(back->found.start, back->found.end, back->left.start,
                          back->left.end) ||
           (check_workshops(at, back, err) && check_items(at, back, err));
}

static bool
check_meeting(struct atelier *at, int64_t act, const struct journal_row *row,
              struct error *err)
{
    struct return_of back;
    bool found = false;
    bool was = false;
    bool is = false;

    record_init(&meeting_entity, &back.found);
    record_init(&meeting_entity, &back.left);
    record_init(&meeting_entity, &back.now);
    const bool ok =
        journal_table_past(at->db, &meeting_entity, row->row, act - 1, &back.found,
                           &found, err) &&
        journal_table_past(at->db, &meeting_entity, row->row, act, &back.left, &was,
                           err) &&
        journal_table_now(at->db, &meeting_entity, row->row, &back.now, &is, err) &&
        (!found || !was || !is || check_all(at, &back, err));
    record_clear(&meeting_entity, &back.now);
    record_clear(&meeting_entity, &back.left);
    record_clear(&meeting_entity, &back.found);
    return ok;
}

/* --- a part comes back */

static bool
check_comes_back(struct atelier *at, int64_t act, const struct part *part,
                 struct error *err)
{
    struct meeting found;
    struct meeting now;
    bool was = false;
    bool is = false;

    record_init(&meeting_entity, &found);
    record_init(&meeting_entity, &now);
    const bool ok =
        journal_table_past(at->db, &meeting_entity, part->meeting, act - 1, &found, &was,
                           err) &&
        journal_table_now(at->db, &meeting_entity, part->meeting, &now, &is, err) &&
        (!was || !is || is_within(&now, part) || !is_within(&found, part) ||
         refuse(PART_RETURNS, &now, part, err));
    record_clear(&meeting_entity, &now);
    record_clear(&meeting_entity, &found);
    return ok;
}

/* False where the row has no hours of its own. */
static bool
read_part(enum entity_kind kind, const void *record, struct part *part)
{
    switch (kind) {
    case ENTITY_SLOT:
        *part = part_of_slot(record);
        return true;
    case ENTITY_ITEM:
        *part = part_of_item(record);
        return true;
    default:
        *part = part_of_workshop(record);
        return has_own_hours(record);
    }
}

/* Whether the act had left the part with the hours that it has now. */
static bool
had_hours(enum entity_kind kind, const void *left, const struct part *now)
{
    struct part part;

    return read_part(kind, left, &part) &&
           has_same_hours(part.start, part.end, now->start, now->end);
}

static bool
check_part(struct atelier *at, int64_t act, const struct journal_row *row,
           struct error *err)
{
    const enum entity_kind kind = row->entity->kind;
    void *now = record_new(row->entity);
    void *left = record_new(row->entity);
    struct part part;
    bool was = false;
    bool is = false;

    bool ok = journal_table_now(at->db, row->entity, row->row, now, &is, err) &&
              journal_table_past(at->db, row->entity, row->row, act, left, &was, err);
    if (ok && is && read_part(kind, now, &part) && !(was && had_hours(kind, left, &part)))
        ok = check_comes_back(at, act, &part, err);
    record_free(row->entity, left);
    record_free(row->entity, now);
    return ok;
}

struct checking {
    struct atelier *at;
    int64_t act;
};

static bool
check_row(void *context, const struct journal_row *row, struct error *err)
{
    const struct checking *checking = context;

    switch (row->entity->kind) {
    case ENTITY_MEETING:
        return row->kind != JOURNAL_CHANGED ||
               check_meeting(checking->at, checking->act, row, err);
    case ENTITY_SLOT:
    case ENTITY_WORKSHOP:
    case ENTITY_ITEM:
        return row->kind == JOURNAL_ADDED ||
               check_part(checking->at, checking->act, row, err);
    default:
        return true;
    }
}

bool
undo_parts_check(struct atelier *at, int64_t act, struct error *err)
{
    struct checking checking = { at, act };

    return journal_table_each_row(at->db, act, check_row, &checking, err);
}
