/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_form.c - the form of a workshop: a slot, or hours of its own */
#include <string.h>

#include "atelier/app/part_advice.h"
#include "atelier/app/slots.h"
#include "atelier/domain/workshop.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* Of a slot that is no row yet (slots.h): it lies in it by its hours, once it is saved.
 */
static void
take_hours(struct ui *ui, struct workshop *workshop)
{
    const size_t index = (size_t)(-workshop->slot - 1);
    struct slot_list list = { 0 };

    if (slots_of(ui_atelier(ui), workshop->meeting, &list, NULL) && index < list.count) {
        workshop->start = list.items[index].start;
        workshop->end = list.items[index].end;
    }
    workshop->slot = 0;
    slot_list_clear(&list);
}

/* What was said last is meant. */
static void
changed(struct ui *ui, struct noun_saving *saving, void *record,
        const struct field *field)
{
    struct workshop *workshop = record;

    (void)saving;
    if (strcmp(field->name, "slot") == 0 && workshop->slot < 0)
        take_hours(ui, workshop);
    else if (strcmp(field->name, "slot") == 0 && workshop->slot != 0)
        workshop->start = workshop->end = (struct local_time){ 0 };
    else if ((strcmp(field->name, "start") == 0 &&
              !local_time_is_none(workshop->start)) ||
             (strcmp(field->name, "end") == 0 && !local_time_is_none(workshop->end)))
        workshop->slot = 0;
}

static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    workshop_advise(ui_atelier(ui), record, field->name, ADVICE_WHOLE, text);
}

/* Only who and which room it is depends on what else is typed. */
static void
add_fit(struct ui *ui, const void *record, const struct field *field,
        struct buffer *standing)
{
    if (field->kind == FIELD_REFERENCE)
        workshop_advise(ui_atelier(ui), record, field->name, ADVICE_BRIEF, standing);
}

const struct noun_form workshop_form = {
    .fixed = fixed,
    .changed = changed,
    .advise = advise,
    .add_fit = add_fit,
};
