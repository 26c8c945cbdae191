/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_question.c - the last seat is gone: refuse, or overbook knowingly with a reason */
#include "meeting/seat_question.h"

#include <string.h>

#include "atelier/base/language.h"
#include "widget/ask.h"
#include "widget/choose.h"

bool
seat_question_is(const struct error *err)
{
    return err->kind == ERROR_QUESTION && err->field &&
           strcmp(err->field, "overbook") == 0;
}

/* Says what is full; who may do more takes the place of how to do it. */
static void
refuse(struct ui *ui, const char *full, const char *role)
{
    const char *const leave[] = { _("Leave it") };
    const char *end = strstr(full, ". ");
    struct buffer text = { 0 };

    buffer_add_part(&text, full, end ? (size_t)(end + 1 - full) : strlen(full));
    buffer_addf(&text, " %s", role);
    choose(ui, _("No seat is free"), buffer_text(&text), leave, 1, 0);
    buffer_clear(&text);
}

bool
seat_question_ask(struct ui *ui, int64_t meeting, const struct error *err, char **reason)
{
    *reason = NULL;
    if (!seat_question_is(err))
        return false;

    struct error refusal = { 0 };
    if (!atelier_may(ui_atelier(ui), MAY_OVERBOOK,
                     (struct row_ref){ ENTITY_MEETING, meeting }, &refusal)) {
        refuse(ui, err->message, refusal.message);
        return false;
    }
    const char *const answers[] = { _("Leave it"), _("Overbook, and say why") };
    if (choose(ui, _("No seat is free"), err->message, answers, 2, 0) != 1)
        return false;
    *reason = ask(ui, _("Overbook"), _("The reason is kept in the journal."), NULL, true);
    return *reason != NULL;
}
