/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_form.c - the form of a question, which stays with its meeting */
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/import.h"
#include "atelier/domain/meeting_question.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* A column of an import may be called so too.  Where nothing is chosen, there is nothing
 * to choose from, and no seat is counted. */
static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    const struct meeting_question *question = record;
    const bool chooses = question->kind == ANSWER_ONE || question->kind == ANSWER_SEVERAL;

    (void)ui;
    if (strcmp(field->name, "text") == 0)
        import_add_question_advice(question->text, text);
    if ((strcmp(field->name, "choices") == 0 && !chooses) ||
        (strcmp(field->name, "seats") == 0 && !chooses &&
         question->kind != ANSWER_YES_NO))
        buffer_add(text, _("does not count"));
}

const struct noun_form meeting_question_form = {
    .fixed = fixed,
    .advise = advise,
};
