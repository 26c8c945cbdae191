/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_form.c - the form of a registration, whose meeting and person stay */
#include "atelier/app/register.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", "person", NULL };

/* People come onto a list by registering: there is always a row. */
static bool
registration_save(struct ui *ui, struct noun_saving *saving, void *record,
                  struct questions *sheet, struct error *err)
{
    (void)saving;
    return register_change(ui_atelier(ui), record, sheet, err);
}

/* Another meeting or person is another registration, and people come onto a list by
 * registering only. */
const struct noun_form registration_form = {
    .fixed = fixed,
    .never_anew = true,
    .save = registration_save,
};
