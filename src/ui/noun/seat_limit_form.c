/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_form.c - the form of a quota, whose scope follows whom it names */
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/seat_limit.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* Whoever is chosen is whom it is for; what is for others names nobody. */
static void
changed(struct ui *ui, struct noun_saving *saving, void *record,
        const struct field *field)
{
    struct seat_limit *limit = record;

    (void)ui;
    (void)saving;
    if (strcmp(field->name, "category") == 0 && limit->category)
        limit->scope = SEAT_LIMIT_CATEGORY;
    else if (strcmp(field->name, "organisation") == 0 && limit->organisation)
        limit->scope = SEAT_LIMIT_ORGANISATION;
    else if (strcmp(field->name, "scope") != 0)
        return;
    if (limit->scope != SEAT_LIMIT_CATEGORY)
        limit->category = 0;
    if (limit->scope != SEAT_LIMIT_ORGANISATION)
        limit->organisation = 0;
}

/* Neither counts for each organisation alike; what is typed there is meant all the same.
 * Fewer than have a seat: who came last. */
static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    const struct seat_limit *limit = record;

    if (strcmp(field->name, "people") == 0 && limit->head.id != 0)
        (void)edit_warning(ui_atelier(ui), &seat_limit_entity, limit, text);
    else if (limit->scope == SEAT_LIMIT_EACH_ORGANISATION &&
             (strcmp(field->name, "category") == 0 ||
              strcmp(field->name, "organisation") == 0))
        buffer_add(text, _("does not count"));
}

const struct noun_form seat_limit_form = {
    .fixed = fixed,
    .changed = changed,
    .advise = advise,
};
