/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_making.c - the slots of a meeting, made from its hours and the office's lunch
 * break
 */
#include "meeting/slot_making.h"

#include "atelier/app/slots.h"
#include "atelier/base/language.h"
#include "atelier/domain/slot_cut.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "meeting/plan_clock.h"
#include "session/operation.h"

/* By enum calendar_language. */
static const struct slot_words half_words[CALENDAR_LANGUAGE_COUNT] = {
    [CALENDAR_ENGLISH] = { "Morning", "Afternoon", "Day" },
    [CALENDAR_FRENCH] = { "Matin", "Après-midi", "Journée" },
};

void
slot_making_cut(struct atelier *at, const struct meeting *meeting, struct slot_list *list)
{
    struct lunch lunch;
    struct error none = { 0 };

    (void)lunch_read(at->settings.lunch, &lunch, &none); /* judged when it was saved */
    slot_list_cut(meeting, lunch, &half_words[at->settings.calendar_language], list);
    for (size_t i = 0; i < list->count; i++)
        slot_settle_label(NULL, &list->items[i]);
}

static bool
write_all(struct atelier *at, struct slot_list *list, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < list->count; i++)
        ok = row_insert(at->db, &slot_entity, &list->items[i], at->login, atelier_now(at),
                        err);
    return ok;
}

bool
slot_making_write(struct atelier *at, const struct meeting *meeting,
                  struct slot_list *list, struct error *err)
{
    slot_making_cut(at, meeting, list);
    return write_all(at, list, err);
}

/* The hours that are the same for all days may meet a change of the clocks. */
static bool
cut_and_settle(struct atelier *at, const struct meeting *meeting, struct slot_list *list,
               struct questions *questions, struct error *err)
{
    bool ok = true;

    slot_making_cut(at, meeting, list);
    for (size_t i = 0; ok && i < list->count; i++) {
        struct slot *slot = &list->items[i];
        const struct plan_clock_part part = { .meeting = slot->meeting,
                                              .start = &slot->start,
                                              .end = &slot->end };
        const struct slot cut = *slot;
        ok = plan_clock_settle_part(at, &part, questions, err);
        slot_settle_label(&cut, slot);
    }
    return ok;
}

static bool
check_none(struct atelier *at, const struct meeting *meeting, struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, meeting->head.id, &list, err);

    if (ok && list.count > 0)
        ok = error_set(err, ERROR_RULE,
                       _("The meeting has its slots; change them, or remove them all "
                         "first."));
    else if (ok && !meeting_is_open(meeting))
        ok = error_set(err, ERROR_RULE,
                       _("The meeting is %s: its slots stay as they are."),
                       _(meeting_states[meeting->state].label));
    slot_list_clear(&list);
    return ok;
}

bool
slots_make(struct atelier *at, int64_t id, struct questions *questions, size_t *made,
           struct error *err)
{
    *made = 0;
    if (!operation_begin(at, ACT_SLOT_MAKE_NEEDS, (struct row_ref){ ENTITY_MEETING, id },
                         err))
        return false;
    struct meeting meeting;
    struct slot_list list = { 0 };
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, id, &meeting, err) &&
                    check_none(at, &meeting, err) &&
                    cut_and_settle(at, &meeting, &list, questions, err) &&
                    write_all(at, &list, err);
    *made = ok ? list.count : 0;
    slot_list_clear(&list);
    const struct operation_note note = {
        .act = ACT_SLOT_MAKE,
        .entity = ENTITY_MEETING,
        .row = id,
        .summary = meeting.title,
    };
    const bool done = operation_end(at, ok, &note, err);
    record_clear(&meeting_entity, &meeting);
    return done;
}
