/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker_form.c - the form of a speaker, who stays with the workshop */
#include "atelier/app/part_advice.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "workshop", NULL };

static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    speaker_advise(ui_atelier(ui), record, field->name, ADVICE_WHOLE, text);
}

/* Only who and which room it is depends on what else is typed. */
static void
add_fit(struct ui *ui, const void *record, const struct field *field,
        struct buffer *standing)
{
    if (field->kind == FIELD_REFERENCE)
        speaker_advise(ui_atelier(ui), record, field->name, ADVICE_BRIEF, standing);
}

const struct noun_form speaker_form = {
    .fixed = fixed,
    .advise = advise,
    .add_fit = add_fit,
};
