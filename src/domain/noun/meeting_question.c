/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question.c - the fields of a question that a meeting asks, and what one row
 * must keep to
 */
#include "atelier/domain/meeting_question.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/seats.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice meeting_question_kinds[] = {
    [ANSWER_TEXT] = { "text", N_("text") },
    [ANSWER_ONE] = { "one", N_("one of several") },
    [ANSWER_SEVERAL] = { "several", N_("several of them") },
    [ANSWER_YES_NO] = { "yes-no", N_("yes or no") },
    [ANSWER_NUMBER] = { "number", N_("a number") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct meeting_question, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct meeting_question, text),
        .label = N_("Question"),
        .help = N_("e.g. Meal; it heads a column of the list"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct meeting_question, kind),
        .label = N_("Kind"),
        .help = N_("what an answer is"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .choices = meeting_question_kinds,
    },
    {
        FIELD_OF(struct meeting_question, choices),
        .label = N_("To choose from"),
        .help = N_("e.g. meat; fish; none"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting_question, required),
        .label = N_("Required"),
        .help = N_("who did not answer is told of; nobody is kept off the list"),
        .kind = FIELD_BOOLEAN,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct meeting_question, seats),
        .label = N_("Seats"),
        .help = N_("how many may give the same answer; empty: any number"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN | FIELD_PEOPLE | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting_question, place),
        .label = N_("Place"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
};

static bool
has_choices(enum meeting_question_kind kind)
{
    return kind == ANSWER_ONE || kind == ANSWER_SEVERAL;
}

static bool
meeting_question_check(const void *record, struct error *err)
{
    const struct meeting_question *question = record;
    char *second =
        has_choices(question->kind) ? meeting_question_choice(question, 1) : NULL;
    const bool enough = second != NULL;

    free(second);
    if (has_choices(question->kind) && !enough)
        return error_set_field(err, ERROR_INPUT, "choices",
                               _("Say what to choose from, at least two: “meat; fish”."));
    if (!has_choices(question->kind) && question->choices)
        return error_set_field(err, ERROR_INPUT, "choices",
                               _("There is nothing to choose from in such an answer; "
                                 "leave it empty."));
    if ((question->kind == ANSWER_TEXT || question->kind == ANSWER_NUMBER) &&
        question->seats != NUMBER_NONE)
        return error_set_field(err, ERROR_INPUT, "seats",
                               _("Seats are counted where there is something to choose "
                                 "from; leave it empty."));
    return seats_check(question->seats, "seats", err);
}

static void
meeting_question_title(const void *record, struct buffer *buffer)
{
    const struct meeting_question *question = record;

    if (question->text)
        buffer_add(buffer, question->text);
}

static const struct unique uniques[] = {
    { "question.meeting, question.text", "text",
      N_("The meeting asks a question of this text already.") },
    { 0 },
};

const struct entity meeting_question_entity = {
    .kind = ENTITY_MEETING_QUESTION,
    .number = 28,
    .name = "question",
    .label = N_("Question"),
    .plural = N_("Questions"),
    .another = N_("New question"),
    ENTITY_OF(struct meeting_question, fields),
    .check = meeting_question_check,
    .title = meeting_question_title,
    .listing = LISTING_MEETING_QUESTION,
    .only_by_id = true,
    .unknown_id =
        N_("No question has the id %s.  “atelier question list MEETING” shows them."),
    .unknown_name = N_("A question is named by its id, not “%s”.  “atelier question list "
                       "MEETING” shows them."),
    .uniques = uniques,
};

void
meeting_question_list_clear(struct meeting_question_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&meeting_question_entity, &list->items[i]);
    free(list->items);
    *list = (struct meeting_question_list){ 0 };
}

bool
meeting_question_is_asked(const struct meeting_question_list *list, const char *text,
                          int64_t itself)
{
    char *fold = fold_copy(text);
    bool found = false;

    for (size_t i = 0; i < list->count && !found; i++) {
        char *other = fold_copy(list->items[i].text);
        found = list->items[i].head.id != itself && strcmp(fold, other) == 0;
        free(other);
    }
    free(fold);
    return found;
}

/* --- its lists */

static const struct column meeting_question_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    COLUMN("text", N_("Question"), FIELD_TEXT, 20, 40, 1),
    CHOICE("kind", N_("Kind"), meeting_question_kinds, 15, 2),
    COLUMN("choices", N_("To choose from"), FIELD_TEXT, 16, 40, 4),
    COLUMN("required", N_("Required"), FIELD_BOOLEAN, 8, 8, 3),
    COUNT("seats", N_("Seats"), 6, 3),
    COUNT("answered", N_("Answered"), 8, 1),
    COUNT("missing", N_("Missing"), 8, 1),
    COLUMN("answers", N_("Answers"), FIELD_TEXT, 24, 0, 1),
};

const struct listing meeting_question_listing = {
    .kind = LISTING_MEETING_QUESTION,
    LISTING_OF(meeting_question_columns),
    .can_search = true,
};
