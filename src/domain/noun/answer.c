/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.c - the fields of an answer to a question of a meeting */
#include "atelier/domain/answer.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct answer, question),
        .label = N_("Question"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING_QUESTION,
    },
    {
        FIELD_OF(struct answer, registration),
        .label = N_("Registration"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_REGISTRATION,
    },
    {
        FIELD_OF(struct answer, text),
        .label = N_("Given answer"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_PRIVATE,
    },
};

/* Who and what was asked stand in other rows, and not all may read what was said. */
static void
answer_title(const void *record, struct buffer *buffer)
{
    (void)record;
    buffer_add(buffer, _("Given answer"));
}

static const struct unique uniques[] = {
    { "answer.registration, answer.question", "text",
      N_("This person has answered this question already.") },
    { 0 },
};

const struct entity answer_entity = {
    .kind = ENTITY_ANSWER,
    .number = 29,
    .name = "answer",
    .label = N_("Answer to a question"),
    .plural = N_("Answers to questions"),
    .another = N_("New answer"),
    ENTITY_OF(struct answer, fields),
    .title = answer_title,
    .listing = LISTING_COUNT, /* the list of the meeting shows them */
    .only_by_id = true,
    .uniques = uniques,
};

void
answer_list_clear(struct answer_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&answer_entity, &list->items[i]);
    free(list->items);
    *list = (struct answer_list){ 0 };
}
