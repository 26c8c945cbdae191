/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_read.c - what was typed for an answer, as it is stored, and back */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting_question.h"

/* --- texts in parts */

/* The next part of a text, tidied; the caller frees.  NULL: it is at its end. */
static char *
next_part(const char **text, const char *separators)
{
    while (**text != '\0') {
        const size_t length = strcspn(*text, separators);
        char *part = text_tidy_bytes(*text, length);

        *text += length;
        *text += **text != '\0';
        if (*part != '\0')
            return part;
        free(part);
    }
    return NULL;
}

static bool
is_alike(const char *a, const char *b)
{
    char *first = fold_copy(a);
    char *second = fold_copy(b);
    /* A choice of marks alone, "+" and "-", has no letters to fold. */
    const bool alike = *first != '\0' || *second != '\0' ? strcmp(first, second) == 0
                                                         : strcmp(a, b) == 0;

    free(second);
    free(first);
    return alike;
}

static bool
holds(const char *text, const char *wanted)
{
    bool held = false;

    for (char *part; !held && (part = next_part(&text, ";")) != NULL; free(part))
        held = is_alike(part, wanted);
    return held;
}

void
meeting_question_tidy(struct meeting_question *question)
{
    struct buffer tidy = { 0 };
    const char *rest = question->choices ? question->choices : "";

    for (char *part; (part = next_part(&rest, ";")) != NULL; free(part))
        if (!holds(buffer_text(&tidy), part))
            buffer_addf(&tidy, "%s%s", tidy.length > 0 ? ANSWER_PART : "", part);
    free(question->choices);
    question->choices = tidy.length > 0 ? buffer_take(&tidy) : NULL;
    buffer_clear(&tidy);
}

char *
meeting_question_choice(const struct meeting_question *question, size_t number)
{
    static const char *const yes_or_no[] = { "yes", "no" };
    const char *rest = question->choices ? question->choices : "";
    char *part = NULL;

    if (question->kind == ANSWER_YES_NO)
        return number < 2 ? memory_copy(yes_or_no[number]) : NULL;
    if (question->kind != ANSWER_ONE && question->kind != ANSWER_SEVERAL)
        return NULL;
    for (size_t i = 0; i <= number; i++) {
        free(part);
        part = next_part(&rest, ";");
    }
    return part;
}

bool
meeting_question_takes(const char *answer, const char *choice)
{
    return holds(answer, choice);
}

/* --- what was typed */

static bool
refuse_choice(const struct meeting_question *question, const char *typed,
              struct error *err)
{
    return error_set_field(err, ERROR_INPUT, "text",
                           _("“%s” is no answer to “%s”; choose from: %s."), typed,
                           question->text, question->choices);
}

/* The choice that somebody typed, as the question writes it; the caller frees. */
static char *
find_choice(const struct meeting_question *question, const char *typed)
{
    char *choice;

    for (size_t i = 0; (choice = meeting_question_choice(question, i)) != NULL; i++) {
        if (is_alike(choice, typed))
            return choice;
        free(choice);
    }
    return NULL;
}

static bool
read_one(const struct meeting_question *question, const char *typed,
         struct buffer *answer, struct error *err)
{
    char *choice = find_choice(question, typed);

    if (!choice)
        return refuse_choice(question, typed, err);
    buffer_add(answer, choice);
    free(choice);
    return true;
}

/* Commas part them too, where no semicolon does and it is not a choice as a whole. */
static const char *
separators_of(const struct meeting_question *question, const char *typed)
{
    char *whole = find_choice(question, typed);
    const bool is_whole = whole != NULL;

    free(whole);
    return is_whole || strchr(typed, ';') ? ";" : ",";
}

static bool
check_parts(const struct meeting_question *question, const char *typed, struct error *err)
{
    const char *separators = separators_of(question, typed);
    bool ok = true;

    for (char *part; ok && (part = next_part(&typed, separators)) != NULL; free(part)) {
        char *choice = find_choice(question, part);
        if (!choice)
            ok = refuse_choice(question, part, err);
        free(choice);
    }
    return ok;
}

static bool
read_several(const struct meeting_question *question, const char *typed,
             struct buffer *answer, struct error *err)
{
    const char *separators = separators_of(question, typed);
    const char *between = "";
    char *choice;

    if (!check_parts(question, typed, err))
        return false;
    for (size_t i = 0; (choice = meeting_question_choice(question, i)) != NULL; i++) {
        const char *rest = typed;
        bool taken = false;
        for (char *part; !taken && (part = next_part(&rest, separators)) != NULL;
             free(part))
            taken = is_alike(part, choice);
        if (taken) {
            buffer_addf(answer, "%s%s", between, choice);
            between = ANSWER_PART;
        }
        free(choice);
    }
    return true;
}

/* In the language of whoever types, in English and in French: lists come from elsewhere.
 */
static bool
read_yes_no(const struct meeting_question *question, const char *typed,
            struct buffer *answer, struct error *err)
{
    static const char *const yeses[] = { "yes", "y", "oui", "o", "1", "true", "x" };
    static const char *const noes[] = { "no", "n", "non", "0", "false" };

    if (is_alike(typed, _("yes"))) {
        buffer_add(answer, "yes");
        return true;
    }
    if (is_alike(typed, _("no"))) {
        buffer_add(answer, "no");
        return true;
    }
    for (size_t i = 0; i < sizeof(yeses) / sizeof(yeses[0]); i++)
        if (is_alike(typed, yeses[i])) {
            buffer_add(answer, "yes");
            return true;
        }
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++)
        if (is_alike(typed, noes[i])) {
            buffer_add(answer, "no");
            return true;
        }
    return error_set_field(err, ERROR_INPUT, "text",
                           _("“%s” is no answer to “%s”: %s or %s."), typed,
                           question->text, _("yes"), _("no"));
}

static bool
read_number(const struct meeting_question *question, const char *typed,
            struct buffer *answer, struct error *err)
{
    enum { MOST = 1000000000 };
    char *end = NULL;

    errno = 0;
    const long long number = strtoll(typed, &end, 10);
    if (*typed == '\0' || *end != '\0' || errno != 0 || number > MOST || number < -MOST)
        return error_set_field(err, ERROR_INPUT, "text",
                               _("“%s” is no answer to “%s”: a whole number is."), typed,
                               question->text);
    buffer_addf(answer, "%lld", number);
    return true;
}

bool
meeting_question_read(const struct meeting_question *question, const char *typed,
                      struct buffer *answer, struct error *err)
{
    char *tidy = text_tidy(typed ? typed : "");
    bool ok = true;

    switch (*tidy == '\0' ? ANSWER_TEXT : question->kind) {
    case ANSWER_TEXT:
        buffer_add(answer, tidy);
        break;
    case ANSWER_ONE:
        ok = read_one(question, tidy, answer, err);
        break;
    case ANSWER_SEVERAL:
        ok = read_several(question, tidy, answer, err);
        break;
    case ANSWER_YES_NO:
        ok = read_yes_no(question, tidy, answer, err);
        break;
    case ANSWER_NUMBER:
        ok = read_number(question, tidy, answer, err);
        break;
    }
    free(tidy);
    return ok;
}

void
meeting_question_show(const struct meeting_question *question, const char *answer,
                      struct buffer *buffer)
{
    if (question->kind == ANSWER_YES_NO)
        buffer_add(buffer, strcmp(answer, "yes") == 0 ? _("yes") : _("no"));
    else
        buffer_add(buffer, answer);
}
