/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_presence.c - who is there: the slot that is meant, and its figures, as the
 * screens of a meeting show them
 */
#include "meeting/meeting_presence.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/slots.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "widget/choose.h"

void
meeting_presence_clear(struct meeting_presence *presence)
{
    free(presence->label);
    *presence = (struct meeting_presence){ 0 };
}

static const struct slot *
find_slot(const struct slot_list *list, int64_t id)
{
    for (size_t i = 0; id && i < list->count; i++)
        if (list->items[i].head.id == id)
            return &list->items[i];
    return NULL;
}

/* The first mark writes the slots that the lunch break makes, one after the other as they
 * were (slots.h). */
static void
settle_chosen(struct meeting_presence *presence, const struct slot_list *list)
{
    const size_t index = presence->chosen < 0 ? (size_t)(-presence->chosen - 1) : 0;

    if (presence->chosen < 0 && index < list->count)
        presence->chosen = list->items[index].head.id;
    if (!find_slot(list, presence->chosen))
        presence->chosen = 0;
}

static bool
settle_slot(struct meeting_presence *presence, struct ui *ui,
            const struct meeting *meeting, const struct slot_list *list,
            struct error *err)
{
    int64_t meant;

    if (!attend_slot_now(ui_atelier(ui), meeting, list, &meant, err))
        return false;
    settle_chosen(presence, list);
    presence->slot = presence->chosen ? presence->chosen : meant;
    presence->slots = list->count;
    const struct slot *slot = list->count > 1 ? find_slot(list, presence->slot) : NULL;
    memory_replace(&presence->label, slot ? slot->label : NULL);
    return true;
}

static bool
has_marks(const struct presence_count *count)
{
    return count->present > 0 || count->excused > 0 || count->absent > 0;
}

bool
meeting_presence_load(struct meeting_presence *presence, struct ui *ui,
                      const struct meeting *meeting, const struct seats *seats,
                      struct error *err)
{
    struct atelier *at = ui_atelier(ui);
    struct slot_list list = { 0 };
    struct local_time now;

    bool ok = slots_of(at, meeting->head.id, &list, err) &&
              settle_slot(presence, ui, meeting, &list, err) &&
              attend_count(at, meeting->head.id, presence->slot, &presence->count, err) &&
              atelier_local_time(at, atelier_now(at), meeting->zone, &now, err);
    slot_list_clear(&list);
    if (!ok)
        return false;
    presence->expected = seats->state[REGISTRATION_ACCEPTED];
    presence->early = date_compare(now.date, meeting->start.date) < 0;
    presence->due = presence->chosen || has_marks(&presence->count) ||
                    (!presence->early && meeting_takes_place(meeting));
    return true;
}

void
meeting_presence_add_sum(const struct meeting_presence *presence, struct buffer *buffer)
{
    const int64_t present = presence->count.present;

    buffer_addf(buffer,
                ngettext("%" PRId64 " of %" PRId64 " here",
                         "%" PRId64 " of %" PRId64 " here", (unsigned long)present),
                present, presence->expected);
}

void
meeting_presence_add(const struct meeting_presence *presence, struct buffer *buffer)
{
    const struct presence_count *count = &presence->count;
    const int64_t left = presence->slot && count->present > count->inside
                             ? count->present - count->inside
                             : 0;
    meeting_presence_add_sum(presence, buffer);
    if (count->remote > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " remote", ", %" PRId64 " remote",
                             (unsigned long)count->remote),
                    count->remote);
    if (left > 0)
        buffer_addf(
            buffer,
            ngettext(", %" PRId64 " left", ", %" PRId64 " left", (unsigned long)left),
            left);
    if (count->excused > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " excused", ", %" PRId64 " excused",
                             (unsigned long)count->excused),
                    count->excused);
    if (presence->label)
        buffer_addf(buffer, "  ·  %s", presence->label);
    else if (presence->slots > 1)
        buffer_addf(buffer, "  ·  %s", _("in all slots"));
}

/* "Morning  Tue 16/03/2027 09:30–12:30"; the caller frees them and what they lie in. */
static char **
name_slots(const struct slot_list *list)
{
    char **names = memory_new(list->count, sizeof(*names));
    for (size_t i = 0; i < list->count; i++) {
        struct buffer name = { 0 };
        buffer_addf(&name, "%s  ", list->items[i].label);
        when_format_span(list->items[i].start, list->items[i].end, &name);
        names[i] = buffer_take(&name);
    }
    return names;
}

static void
choose_slot(struct meeting_presence *presence, struct ui *ui,
            const struct slot_list *list, int *at)
{
    char **names = name_slots(list);
    size_t selected = 0;

    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == presence->slot)
            selected = i;
    *at = choose(ui, _("Slot"), _("Marks of presence are shown and made in one slot."),
                 (const char *const *)names, list->count, selected);
    for (size_t i = 0; i < list->count; i++)
        free(names[i]);
    free(names);
}

bool
meeting_presence_ask(struct meeting_presence *presence, struct ui *ui, int64_t meeting)
{
    struct slot_list list = { 0 };
    struct error err = { 0 };
    int at = -1;

    if (!slots_of(ui_atelier(ui), meeting, &list, &err))
        ui_fail(ui, &err);
    else if (list.count < 2)
        ui_say(ui, "%s", _("The meeting is one whole: it is not divided into slots."));
    else
        choose_slot(presence, ui, &list, &at);
    if (at >= 0) {
        presence->chosen = presence->slot = list.items[at].head.id;
        memory_replace(&presence->label, list.items[at].label);
    }
    slot_list_clear(&list);
    return at >= 0;
}

void
meeting_presence_say_already(struct ui *ui, const char *name, const struct presence *mark)
{
    struct atelier *at = ui_atelier(ui);
    struct local_time when = local_time_from_instant(mark->at);
    struct local_time now = local_time_from_instant(atelier_now(at));
    struct buffer day = { 0 };

    (void)atelier_local_time(at, mark->at, NULL, &when, NULL);
    (void)atelier_local_time(at, atelier_now(at), NULL, &now, NULL);
    if (date_compare(when.date, now.date) == 0) {
        ui_say(ui, _("%s: %s already, marked by %s at %02d:%02d."), name,
               presence_word(mark->kind, mark->remote), mark->by, when.hour, when.minute);
        return;
    }
    when_format_local_time(when, &day);
    ui_say(ui, _("%s: %s already, marked by %s on %s."), name,
           presence_word(mark->kind, mark->remote), mark->by, buffer_text(&day));
    buffer_clear(&day);
}
