/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_form.c - the form of a registration, whose meeting and person stay, with a
 * field for each question of the meeting
 *
 * Behind the registration lie its answers, a slot each; the name of a field says to
 * which question.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/edit.h"
#include "atelier/app/part_advice.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", "person", NULL };

union slot {
    char *text;
    int64_t number;
    unsigned choice;
};

static const char prefix[] = "answer_";

/* Of a field that is no answer 0. */
static int64_t
question_of(const struct field *field)
{
    return strncmp(field->name, prefix, sizeof(prefix) - 1) == 0
               ? strtoll(field->name + sizeof(prefix) - 1, NULL, 10)
               : 0;
}

/* --- the fields */

/* The first is no answer. */
static struct choice *
make_choices(const struct meeting_question *question)
{
    struct choice *choices = NULL;
    size_t count = 0;
    size_t capacity = 0;
    char *choice;

    choices = memory_grow(choices, &capacity, 2, sizeof(*choices));
    choices[count++] = (struct choice){ memory_copy(" "), memory_copy("-") };
    for (size_t i = 0; (choice = meeting_question_choice(question, i)) != NULL; i++) {
        struct buffer words = { 0 };
        meeting_question_show(question, choice, &words);
        choices = memory_grow(choices, &capacity, count + 2, sizeof(*choices));
        choices[count++] = (struct choice){ choice, buffer_take(&words) };
    }
    return choices;
}

/* --- what is said beside an answer */

/* Choices that others have filled: "meat 12 of 12". */
static void
add_full(struct ui *ui, const struct meeting_question *question, const char *own,
         struct buffer *text)
{
    struct answer_count_list counts = { 0 };
    struct error ignored = { 0 };
    size_t full = 0;

    if (question->seats != NUMBER_NONE &&
        answer_counts(ui_atelier(ui), question, &counts, &ignored))
        for (size_t i = 0; i < counts.count; i++) {
            const struct answer_count *count = &counts.items[i];
            if (count->takers < question->seats ||
                (own && meeting_question_takes(own, count->choice)))
                continue;
            buffer_add(text, full++ == 0 ? _("full: ") : ", ");
            meeting_question_show(question, count->choice, text);
            /* TRANSLATORS: seats taken, of how many */
            buffer_addf(text, _(" %" PRId64 " of %" PRId64), count->takers,
                        question->seats);
        }
    answer_count_list_clear(&counts);
    error_clear(&ignored);
}

/* As it is kept: what the person has answered holds its seat. */
static char *
kept_answer(struct ui *ui, int64_t registration, int64_t question)
{
    struct answer_list answers = { 0 };
    struct error ignored = { 0 };
    char *text = NULL;

    if (answer_list(ui_atelier(ui), registration, &answers, &ignored) &&
        answer_to(&answers, question))
        text = memory_copy(answer_to(&answers, question)->text);
    answer_list_clear(&answers);
    error_clear(&ignored);
    return text;
}

/* Whether everybody is to answer, what there is to choose from of several, what is full.
 */
static char *
help_of(struct ui *ui, int64_t registration, const struct meeting_question *question)
{
    struct buffer help = { 0 };
    struct buffer full = { 0 };
    char *own = kept_answer(ui, registration, question->head.id);

    if (question->required)
        buffer_add(&help, _("required"));
    if (question->kind == ANSWER_SEVERAL) {
        buffer_add(&help, help.length > 0 ? " · " : "");
        buffer_addf(&help, _("several of: %s"), question->choices);
    }
    add_full(ui, question, own, &full);
    if (full.length > 0)
        buffer_addf(&help, "%s%s", help.length > 0 ? " · " : "", buffer_text(&full));
    buffer_clear(&full);
    free(own);
    return help.length > 0 ? buffer_take(&help) : NULL;
}

static struct field
make_field(struct ui *ui, int64_t registration, const struct meeting_question *question,
           size_t index)
{
    struct buffer name = { 0 };
    struct field field = {
        .label = memory_copy(question->text),
        .help = help_of(ui, registration, question),
        .kind = question->kind == ANSWER_NUMBER ? FIELD_NUMBER : FIELD_TEXT,
        .flags = FIELD_OWN_WORDS,
        .offset = sizeof(struct registration) + index * sizeof(union slot),
    };

    if (question->kind == ANSWER_ONE || question->kind == ANSWER_YES_NO) {
        field.kind = FIELD_CHOICE;
        field.choices = make_choices(question);
    }
    buffer_addf(&name, "%s%" PRId64, prefix, question->head.id);
    field.name = buffer_take(&name);
    return field;
}

static struct field *
registration_widen(struct ui *ui, const void *row, struct entity *entity)
{
    const struct registration *registration = row;
    struct meeting_question_list list = { 0 };
    struct error ignored = { 0 };
    struct field *fields = NULL;

    if (registration &&
        question_list(ui_atelier(ui), registration->meeting, &list, &ignored) &&
        list.count > 0) {
        const size_t own = entity->field_count;
        fields = memory_new(own + list.count, sizeof(*fields));
        memcpy(fields, entity->fields, own * sizeof(*fields));
        for (size_t i = 0; i < list.count; i++)
            fields[own + i] = make_field(ui, registration->head.id, &list.items[i], i);
        entity->size = sizeof(struct registration) + list.count * sizeof(union slot);
        entity->fields = fields;
        entity->field_count = own + list.count;
    }
    error_clear(&ignored);
    meeting_question_list_clear(&list);
    return fields;
}

static void
discard(const char *text)
{
    union {
        const char *borrowed;
        char *owned;
    } either = { .borrowed = text };

    free(either.owned);
}

static void
registration_narrow(const struct entity *widened)
{
    for (size_t i = 0; i < widened->field_count; i++) {
        const struct field *field = &widened->fields[i];
        if (question_of(field) == 0)
            continue;
        discard(field->name);
        discard(field->label);
        discard(field->help);
        for (size_t c = 0; field->choices && field->choices[c].name; c++) {
            discard(field->choices[c].name);
            discard(field->choices[c].label);
        }
        discard((const char *)field->choices);
    }
}

/* --- the answers */

static bool
registration_load(struct ui *ui, const struct entity *widened, void *record,
                  struct error *err)
{
    const struct registration *registration = record;
    struct answer_list answers = { 0 };
    const bool ok = answer_list(ui_atelier(ui), registration->head.id, &answers, err);

    for (size_t i = 0; ok && i < widened->field_count; i++) {
        const int64_t question = question_of(&widened->fields[i]);
        const struct answer *answer =
            question != 0 ? answer_to(&answers, question) : NULL;
        if (answer)
            (void)field_restore(&widened->fields[i], record, answer->text);
    }
    answer_list_clear(&answers);
    return ok;
}

/* What the field holds, as it is typed; the caller frees. */
static char *
typed_in(const struct field *field, const void *record)
{
    struct buffer text = { 0 };

    if (field->kind != FIELD_CHOICE || field_number(field, record) != 0)
        (void)field_format(field, record, &text);
    return buffer_take(&text);
}

static bool
save_answered(struct ui *ui, const struct entity *widened, void *record,
              struct questions *sheet, struct error *err)
{
    const size_t most = widened->field_count;
    struct answer_typed *typed = memory_new(most, sizeof(*typed));
    char **texts = memory_new(most, sizeof(*texts));
    size_t count = 0;

    for (size_t i = 0; i < most; i++) {
        const struct field *field = &widened->fields[i];
        if (question_of(field) == 0)
            continue;
        texts[count] = typed_in(field, record);
        typed[count] =
            (struct answer_typed){ question_of(field), texts[count], field->name };
        count++;
    }
    const bool ok =
        register_change_answered(ui_atelier(ui), record, typed, count, sheet, err);
    for (size_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
    free(typed);
    return ok;
}

static bool
registration_change(struct ui *ui, struct noun_saving *saving, void *record,
                    struct questions *sheet, struct error *err)
{
    return save_answered(ui, saving->widened, record, sheet, err);
}

/* Where else they are expected then, if they come. */
static void
advise_coming(struct ui *ui, const struct registration *registration, struct buffer *text)
{
    if (registration_is_live(registration->state) &&
        registration->state != REGISTRATION_WAITING)
        registration_advise(ui_atelier(ui), registration->meeting, registration->person,
                            text);
}

static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    const struct registration *registration = record;
    struct meeting_question question;
    struct error ignored = { 0 };

    if (strcmp(field->name, "role") == 0)
        advise_coming(ui, registration, text);
    if (question_of(field) == 0)
        return;
    record_init(&meeting_question_entity, &question);
    if (edit_load(ui_atelier(ui), &meeting_question_entity, question_of(field), &question,
                  &ignored)) {
        char *typed = typed_in(field, record);
        char *own = kept_answer(ui, registration->head.id, question.head.id);
        struct buffer read = { 0 };
        if (!meeting_question_read(&question, typed, &read, &ignored))
            buffer_addf(text, "! %s", ignored.message);
        else
            add_full(ui, &question, own, text);
        if (*typed == '\0' && question.required)
            buffer_addf(text, "%s%s", text->length > 0 ? " · " : "",
                        _("required, not answered yet"));
        buffer_clear(&read);
        free(own);
        free(typed);
    }
    error_clear(&ignored);
    record_clear(&meeting_question_entity, &question);
}

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
    .widen = registration_widen,
    .narrow = registration_narrow,
    .load_widened = registration_load,
    .change_widened = registration_change,
    .save = registration_save,
    .advise = advise,
    .advises_at_once = true,
};
