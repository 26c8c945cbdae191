/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item_form.c - the form of an item of a programme, whose kind follows its project */
#include <string.h>

#include "atelier/app/part_advice.h"
#include "atelier/domain/item.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* A project that is chosen is what is shown; what is of another kind shows none. */
static void
changed(struct ui *ui, struct noun_saving *saving, void *record,
        const struct field *field)
{
    struct item *item = record;

    (void)ui;
    (void)saving;
    if (strcmp(field->name, "project") == 0 && item->project != 0)
        item->kind = ITEM_PROJECT;
    else if (strcmp(field->name, "kind") == 0 && item->kind != ITEM_PROJECT)
        item->project = 0;
}

static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    item_advise(ui_atelier(ui), record, field->name, ADVICE_WHOLE, text);
}

/* Only who and which room it is depends on what else is typed. */
static void
add_fit(struct ui *ui, const void *record, const struct field *field,
        struct buffer *standing)
{
    if (field->kind == FIELD_REFERENCE)
        item_advise(ui_atelier(ui), record, field->name, ADVICE_BRIEF, standing);
}

const struct noun_form item_form = {
    .fixed = fixed,
    .changed = changed,
    .advise = advise,
    .add_fit = add_fit,
};
