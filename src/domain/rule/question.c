/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question.c - what an act asks before it is done, and what it was told */
#include "atelier/domain/question.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"

const struct question question_table[QUESTION_COUNT] = {
#define QUESTION(KIND, OPTION, ARGUMENT, HELP, TITLE, YES, WHY, PERMISSION, NAMED)       \
    [QUESTION_##KIND] = { .option = (OPTION),                                            \
                          .argument = (ARGUMENT),                                        \
                          .help = (HELP),                                                \
                          .title = (TITLE),                                              \
                          .yes = (YES),                                                  \
                          .why = (WHY),                                                  \
                          .permission = (PERMISSION),                                    \
                          .named = (NAMED) },
#include "atelier/domain/questions.def"
#undef QUESTION
};

static void
forget_choices(struct question_entry *entry)
{
    for (size_t i = 0; i < entry->choice_count; i++)
        free(entry->choices[i].text);
    free(entry->choices);
    entry->choices = NULL;
    entry->choice_count = entry->choice_capacity = 0;
}

static void
forget_answer(struct question_entry *entry)
{
    free(entry->reason);
    entry->reason = NULL;
    entry->value = QUESTION_YES;
    entry->answered = entry->decided = false;
}

void
questions_clear(struct questions *sheet)
{
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        struct question_entry *entry = &sheet->entries[kind];
        forget_choices(entry);
        forget_answer(entry);
        free(entry->sentence);
    }
    *sheet = (struct questions){ 0 };
}

bool
question_put(struct questions *sheet, enum question_kind kind, struct error *err,
             const char *format, ...)
{
    struct error question = { 0 };
    va_list arguments;
    va_start(arguments, format);
    error_set_list(&question, ERROR_QUESTION, NULL, format, arguments);
    va_end(arguments);
    question.question = (int)kind;
    if (sheet) {
        struct question_entry *entry = &sheet->entries[kind];
        forget_choices(entry);
        forget_answer(entry);
        memory_replace(&entry->sentence, question.message);
        entry->put = true;
    }
    if (err)
        *err = question;
    return false;
}

/* Each kind says which it is: a new one is no seat of itself. */
bool
question_is_about_seat(enum question_kind kind)
{
    switch (kind) {
    case QUESTION_OVERTAKE:
    case QUESTION_SEAT:
    case QUESTION_QUOTA:
        return true;
    case QUESTION_CLOCK:
    case QUESTION_DUPLICATE:
    case QUESTION_COLLEAGUE:
    case QUESTION_POST:
    case QUESTION_COMING:
    case QUESTION_UNSEEN:
    case QUESTION_COUNT:
        break;
    }
    return false;
}

bool
question_means_no_seat(const struct error *refusal)
{
    return refusal->kind == ERROR_QUESTION &&
           question_is_about_seat((enum question_kind)refusal->question);
}

enum permission
question_permission(const struct questions *sheet, enum question_kind kind)
{
    const bool lets_in = sheet && sheet->has_come &&
                         (question_is_about_seat(kind) || kind == QUESTION_DUPLICATE);

    return lets_in ? ACT_REGISTRATION_WALK_IN_NEEDS : question_table[kind].permission;
}

bool
question_wants_seat(const struct questions *sheet)
{
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        const struct question_entry *answer =
            question_is_about_seat((enum question_kind)kind)
                ? question_answer(sheet, (enum question_kind)kind)
                : NULL;
        if (answer && answer->value == QUESTION_YES)
            return true;
    }
    return false;
}

void
question_offer(struct questions *sheet, enum question_kind kind, const char *text,
               int64_t value)
{
    if (!sheet)
        return;
    struct question_entry *entry = &sheet->entries[kind];
    entry->choices = memory_grow(entry->choices, &entry->choice_capacity,
                                 entry->choice_count + 1, sizeof(*entry->choices));
    entry->choices[entry->choice_count++] =
        (struct question_choice){ .text = memory_copy(text), .value = value };
}

bool
question_is_offered(const struct questions *sheet, enum question_kind kind, int64_t value)
{
    const struct question_entry *entry = sheet ? &sheet->entries[kind] : NULL;
    for (size_t i = 0; entry && i < entry->choice_count; i++)
        if (entry->choices[i].value == value)
            return true;
    return false;
}

void
question_reply(struct questions *sheet, enum question_kind kind, int64_t value,
               const char *reason)
{
    struct question_entry *entry = &sheet->entries[kind];
    forget_answer(entry);
    entry->answered = true;
    entry->value = value;
    entry->reason = text_is_blank(reason) ? NULL : text_tidy(reason);
}

const struct question_entry *
question_answer(const struct questions *sheet, enum question_kind kind)
{
    const struct question_entry *entry = sheet ? &sheet->entries[kind] : NULL;
    if (!entry || !entry->answered)
        return NULL;
    if (question_table[kind].why && entry->value == QUESTION_YES && !entry->reason)
        return NULL;
    return entry;
}

bool
question_is_open(const struct questions *sheet, enum question_kind kind)
{
    return sheet->entries[kind].put && !question_answer(sheet, kind);
}

void
question_decide(struct questions *sheet, enum question_kind kind)
{
    if (question_answer(sheet, kind))
        sheet->entries[kind].decided = true;
}

const char *
question_reason(const struct questions *sheet, enum question_kind kind)
{
    return sheet && sheet->entries[kind].decided ? sheet->entries[kind].reason : NULL;
}

/* The question whose option stands there before a colon; NULL: none. */
static const struct question *
find_named(const char *at, size_t *length)
{
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        const struct question *question = &question_table[kind];
        *length = strlen(question->option);
        if (question->named && strncmp(at, question->option, *length) == 0 &&
            strncmp(at + *length, ": ", 2) == 0)
            return question;
    }
    return NULL;
}

void
question_add_reasons(const char *stored, struct buffer *buffer)
{
    const char *at = stored;

    while (at && *at) {
        const char *end = strstr(at, "; ");
        size_t length = 0;
        const struct question *question = find_named(at, &length);
        const char *text = question ? at + length + 2 : at;
        struct buffer part = { 0 };

        buffer_add_part(&part, text, end ? (size_t)(end - text) : strlen(text));
        if (question) {
            struct buffer why = { 0 };
            erased_mark_show(buffer_text(&part), &why);
            /* TRANSLATORS: what was decided, and why; a blank before : in French */
            buffer_addf(buffer, _("%s: %s"), _(question->named), buffer_text(&why));
            buffer_clear(&why);
        } else {
            erased_mark_show(buffer_text(&part), buffer);
        }
        buffer_add(buffer, end ? _("; ") : "");
        buffer_clear(&part);
        at = end ? end + 2 : NULL;
    }
}
