/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_slots.c - slots that the lunch break makes become rows when they are used */
#include "meeting/meeting_slots.h"

#include "atelier/app/slots.h"
#include "atelier/base/language.h"
#include "widget/question_ask.h"

struct making {
    struct ui *ui;
    int64_t meeting;
};

static bool
make(void *context, struct questions *sheet, struct error *err)
{
    const struct making *making = context;
    size_t made;

    return slots_make(ui_atelier(making->ui), making->meeting, sheet, &made, err);
}

/* They follow one another as they did before. */
static int64_t
row_at(struct ui *ui, int64_t meeting, size_t index, struct error *err)
{
    struct slot_list list = { 0 };
    const bool ok = slots_of(ui_atelier(ui), meeting, &list, err);
    const int64_t id = ok && index < list.count ? list.items[index].head.id : 0;

    slot_list_clear(&list);
    return id;
}

int64_t
meeting_slots_use(struct ui *ui, int64_t meeting, int64_t slot)
{
    struct making making = { .ui = ui, .meeting = meeting };
    struct questions sheet = { .subject = { ENTITY_MEETING, meeting } };
    struct error err = { 0 };
    int64_t id = slot;

    if (slot >= 0)
        return slot;
    if (question_ask_all(ui, &sheet, make, &making, &err)) {
        ui_refresh(ui);
        id = row_at(ui, meeting, (size_t)(-slot - 1), &err);
    } else {
        id = 0;
        if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
            ui_say(ui, _("Nothing changed."));
        else
            ui_fail(ui, &err);
    }
    questions_clear(&sheet);
    return id;
}

bool
meeting_slots_refuse_removal(struct ui *ui, int64_t slot)
{
    if (slot < 0)
        ui_refuse(ui, _("It is there by the hours of the meeting and the lunch break.  "
                        "The first slot that is added divides the meeting otherwise."));
    return slot < 0;
}
