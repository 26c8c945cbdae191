/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_question.c - the last seat is gone: refuse, or overbook knowingly with a reason */
#include "seat_question.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/staff.h"
#include "widget/ask.h"
#include "widget/choose.h"

bool
seat_question_is(const struct error *err)
{
    return err->kind == ERROR_QUESTION && err->field &&
           strcmp(err->field, "overbook") == 0;
}

bool
seat_question_ask(struct ui *ui, const struct error *err, char **reason)
{
    *reason = NULL;
    if (!seat_question_is(err))
        return false;

    struct error refusal = { 0 };
    if (!atelier_may(ui_atelier(ui), MAY_OVERBOOK, &refusal)) {
        const char *const leave[] = { _("Leave it") };
        choose(ui, _("No seat is free"), err->message, leave, 1, 0);
        return false;
    }
    const char *const answers[] = { _("Leave it"), _("Overbook, and say why") };
    if (choose(ui, _("No seat is free"), err->message, answers, 2, 0) != 1)
        return false;
    *reason = ask(ui, _("Overbook"), _("The reason is kept in the journal."), NULL, true);
    return *reason != NULL;
}
