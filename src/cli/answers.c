/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answers.c - questions on the command line: an option answers each */
#include "answers.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

/* The place of a word among words with bars between them; -1 when it is none of them. */
static int
find_word(const char *words, const char *word)
{
    for (int place = 0; words; place++) {
        const char *bar = strchr(words, '|');
        size_t length = bar ? (size_t)(bar - words) : strlen(words);
        if (strlen(word) == length && strncmp(words, word, length) == 0)
            return place;
        words = bar ? bar + 1 : NULL;
    }
    return -1;
}

/* "earlier or later"; each word behind the option when there is one. */
static void
add_words(const char *words, const char *option, struct buffer *text)
{
    while (words) {
        const char *bar = strchr(words, '|');
        if (option)
            buffer_addf(text, "--%s ", option);
        buffer_add_part(text, words, bar ? (size_t)(bar - words) : strlen(words));
        if (bar)
            buffer_add(text, _(" or "));
        words = bar ? bar + 1 : NULL;
    }
}

static bool
has_words(const struct question *question)
{
    return question->argument && strchr(question->argument, '|');
}

bool
answers_read(const struct invocation *inv, struct questions *sheet, struct error *err)
{
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        const struct question *question = &question_table[kind];
        const char *given = invocation_option(inv, question->option);
        if (!given)
            continue;
        int value = QUESTION_YES;
        if (question->why && text_is_blank(given))
            return error_set_field(err, ERROR_INPUT, question->option,
                                   _("--%s wants a reason, and it is empty: say why."),
                                   question->option);
        if (has_words(question) && (value = find_word(question->argument, given)) < 0) {
            struct buffer words = { 0 };
            add_words(question->argument, NULL, &words);
            error_set_field(err, ERROR_INPUT, question->option,
                            _("--%s is %s, not “%s”."), question->option,
                            buffer_text(&words), given);
            buffer_clear(&words);
            return false;
        }
        question_reply(sheet, (enum question_kind)kind, value, given);
    }
    return true;
}

static void
add_how_to_answer(const struct question *question, struct buffer *text)
{
    if (has_words(question)) {
        struct buffer words = { 0 };
        add_words(question->argument, question->option, &words);
        buffer_addf(text, _("Say %s."), buffer_text(&words));
        buffer_clear(&words);
    } else if (question->argument) {
        buffer_addf(text, _("Say --%s with a reason."), question->option);
    } else {
        buffer_addf(text, _("Say --%s if that is meant."), question->option);
    }
}

bool
answers_explain(const struct invocation *inv, const struct questions *sheet,
                struct error *err)
{
    const struct error asked = *err;
    if (err->kind != ERROR_QUESTION)
        return false;
    struct buffer text = { 0 };
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        const struct question *question = &question_table[kind];
        if (!question_is_open(sheet, (enum question_kind)kind))
            continue;
        buffer_addf(&text, "%s%s  ", text.length > 0 ? "  " : "",
                    sheet->entries[kind].sentence);
        struct error refusal = { 0 };
        if (atelier_may(inv->at, question_permission(sheet, (enum question_kind)kind),
                        sheet->subject, &refusal))
            add_how_to_answer(question, &text);
        else
            buffer_add(&text, refusal.message);
    }
    if (text.length > 0)
        error_set_field(err, ERROR_QUESTION, asked.field, "%s", buffer_text(&text));
    err->question = asked.question;
    buffer_clear(&text);
    return false;
}
