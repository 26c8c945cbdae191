/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_form.c - the form of a workshop: a slot, or hours of its own */
#include <string.h>

#include "atelier/app/part_advice.h"
#include "atelier/domain/workshop.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* What was said last is meant. */
static void
changed(struct ui *ui, struct noun_saving *saving, void *record,
        const struct field *field)
{
    struct workshop *workshop = record;

    (void)ui;
    (void)saving;
    if (strcmp(field->name, "slot") == 0 && workshop->slot != 0)
        workshop->start = workshop->end = (struct local_time){ 0 };
    else if ((strcmp(field->name, "start") == 0 &&
              !local_time_is_none(workshop->start)) ||
             (strcmp(field->name, "end") == 0 && !local_time_is_none(workshop->end)))
        workshop->slot = 0;
}

static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    workshop_advise(ui_atelier(ui), record, field->name, text);
}

const struct noun_form workshop_form = {
    .fixed = fixed,
    .changed = changed,
    .advise = advise,
};
