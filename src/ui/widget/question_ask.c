/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_ask.c - asks what an act must know, and does it again with the answers */
#include "widget/question_ask.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "widget/ask.h"
#include "widget/choose.h"

enum reply { REPLY_GIVEN, REPLY_NO, REPLY_BACK };

static const char *
leaving(const struct questions *sheet)
{
    return sheet->leave ? sheet->leave : _("Leave it");
}

/* Says what is the matter; who may do more takes the place of how to do it. */
static enum reply
refuse(struct ui *ui, const struct question *question, const struct questions *sheet,
       const char *sentence, const char *role)
{
    const char *const leave[] = { leaving(sheet) };
    struct buffer text = { 0 };
    buffer_addf(&text, "%s %s", sentence, role);
    int answer = choose(ui, _(question->title), buffer_text(&text), leave, 1, 0);
    buffer_clear(&text);
    return answer < 0 ? REPLY_BACK : REPLY_NO;
}

static enum reply
ask_reason(struct ui *ui, struct questions *sheet, enum question_kind kind,
           const char *text)
{
    char *reason = ask(ui, _(question_table[kind].title), text, NULL, true);
    if (!reason)
        return REPLY_BACK;
    question_reply(sheet, kind, QUESTION_YES, reason);
    free(reason);
    return REPLY_GIVEN;
}

/* In one box: to give the reason is the yes. */
static enum reply
ask_by_reason(struct ui *ui, struct questions *sheet, enum question_kind kind)
{
    struct buffer text = { 0 };

    buffer_addf(&text, "%s  %s", sheet->entries[kind].sentence,
                _(question_table[kind].why));
    const enum reply reply = ask_reason(ui, sheet, kind, buffer_text(&text));
    buffer_clear(&text);
    return reply;
}

/* What one may answer, as it is shown; the values stand beside the words. */
struct answers {
    const char **words;
    int *choices; /* which choice it is, or one of enum other_answer */
    size_t count;
};

enum other_answer { ANSWER_LEAVE = -1, ANSWER_YES = -2 };

static void
add_answer(struct answers *answers, const char *words, int choice)
{
    answers->words[answers->count] = words;
    answers->choices[answers->count++] = choice;
}

static void
add_choices(struct answers *answers, const struct question_entry *entry)
{
    for (size_t i = 0; i < entry->choice_count; i++)
        add_answer(answers, entry->choices[i].text, (int)i);
}

/* Whoever has come stands there: to let them in is what most would do. */
static bool
lets_in_first(const struct questions *sheet, enum question_kind kind)
{
    return sheet->has_come && question_is_about_seat(kind);
}

/* The choices stand first, the yes last.  Without choices one can leave it; and where the
 * yes takes a reason, which no choice does, to leave it stands first, but for whoever has
 * come. */
static void
add_answers(struct answers *answers, const struct questions *sheet,
            enum question_kind kind, bool may)
{
    const struct question *question = &question_table[kind];
    const struct question_entry *entry = &sheet->entries[kind];
    const bool leaves = entry->choice_count == 0 || question->why != NULL;
    const bool has_yes = question->yes && may;
    const bool yes_first = leaves && has_yes && lets_in_first(sheet, kind);

    if (yes_first)
        add_answer(answers, _(question->yes), ANSWER_YES);
    if (leaves)
        add_answer(answers, leaving(sheet), ANSWER_LEAVE);
    else
        add_choices(answers, entry);
    if (has_yes && !yes_first)
        add_answer(answers, _(question->yes), ANSWER_YES);
    if (leaves)
        add_choices(answers, entry);
}

static enum reply
take_answer(struct ui *ui, struct questions *sheet, enum question_kind kind, int choice)
{
    const struct question *question = &question_table[kind];
    const struct question_entry *entry = &sheet->entries[kind];

    if (choice == ANSWER_LEAVE)
        return REPLY_NO;
    if (choice == ANSWER_YES && question->why)
        return ask_reason(ui, sheet, kind, _(question->why));
    question_reply(sheet, kind,
                   choice == ANSWER_YES ? QUESTION_YES : entry->choices[choice].value,
                   NULL);
    return REPLY_GIVEN;
}

static enum reply
ask_one(struct ui *ui, struct questions *sheet, enum question_kind kind)
{
    const struct question *question = &question_table[kind];
    const struct question_entry *entry = &sheet->entries[kind];
    struct error refusal = { 0 };
    const bool may = atelier_may(ui_atelier(ui), question_permission(sheet, kind),
                                 sheet->subject, &refusal);

    if (!may && (entry->choice_count == 0 || !question->why))
        return refuse(ui, question, sheet, entry->sentence, refusal.message);
    if (!question->yes && entry->choice_count == 0)
        return ask_by_reason(ui, sheet, kind);
    const size_t most = entry->choice_count + 2;
    struct answers answers = { .words = memory_new(most, sizeof(*answers.words)),
                               .choices = memory_new(most, sizeof(*answers.choices)) };
    add_answers(&answers, sheet, kind, may);
    const int answer =
        choose(ui, _(question->title), entry->sentence, answers.words, answers.count, 0);
    const enum reply reply =
        answer < 0 ? REPLY_BACK : take_answer(ui, sheet, kind, answers.choices[answer]);
    free(answers.words);
    free(answers.choices);
    return reply;
}

/* --- several reasons why there is no seat: one question, one answer */

static bool
is_of_seat(const struct questions *sheet, int kind)
{
    return question_is_about_seat((enum question_kind)kind) &&
           question_is_open(sheet, (enum question_kind)kind) &&
           sheet->entries[kind].choice_count == 0;
}

static bool
may_all(struct ui *ui, const struct questions *sheet, struct error *refusal)
{
    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        if (is_of_seat(sheet, kind) &&
            !atelier_may(ui_atelier(ui),
                         question_permission(sheet, (enum question_kind)kind),
                         sheet->subject, refusal))
            return false;
    return true;
}

/* Their sentences, one behind the other; how many there are. */
static size_t
add_sentences(const struct questions *sheet, struct buffer *text)
{
    size_t count = 0;

    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        if (is_of_seat(sheet, kind))
            buffer_addf(text, "%s%s", count++ > 0 ? "  " : "",
                        sheet->entries[kind].sentence);
    return count;
}

static enum reply
reply_to_all(struct ui *ui, struct questions *sheet)
{
    char *reason = ask(ui, _("Give a seat all the same"),
                       _("Why all the same?  The history keeps the reason."), NULL, true);

    if (!reason)
        return REPLY_BACK;
    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        if (is_of_seat(sheet, kind))
            question_reply(sheet, (enum question_kind)kind, QUESTION_YES, reason);
    free(reason);
    return REPLY_GIVEN;
}

/* REPLY_GIVEN as well when there are not several. */
static enum reply
ask_about_seat(struct ui *ui, struct questions *sheet, bool *asked)
{
    const char *const all_the_same = _("Give a seat all the same, and say why");
    const int yes = lets_in_first(sheet, QUESTION_SEAT) ? 0 : 1;
    const char *const words[] = { yes == 0 ? all_the_same : leaving(sheet),
                                  yes == 0 ? leaving(sheet) : all_the_same };
    struct buffer text = { 0 };
    struct error refusal = { 0 };
    enum reply reply = REPLY_GIVEN;

    *asked = add_sentences(sheet, &text) > 1;
    if (*asked && !may_all(ui, sheet, &refusal)) {
        reply = refuse(ui, &question_table[QUESTION_SEAT], sheet, buffer_text(&text),
                       refusal.message);
    } else if (*asked) {
        const int answer = choose(ui, _(question_table[QUESTION_SEAT].title),
                                  buffer_text(&text), words, 2, 0);
        reply = answer < 0      ? REPLY_BACK
                : answer == yes ? reply_to_all(ui, sheet)
                                : REPLY_NO;
    }
    buffer_clear(&text);
    return reply;
}

/* False when somebody went back, or said no; then *err says which. */
static bool
ask_open(struct ui *ui, struct questions *sheet, bool *asked, struct error *err)
{
    enum reply reply = ask_about_seat(ui, sheet, asked);

    for (int kind = 0; reply == REPLY_GIVEN && kind < QUESTION_COUNT; kind++)
        if (question_is_open(sheet, (enum question_kind)kind)) {
            reply = ask_one(ui, sheet, (enum question_kind)kind);
            *asked = true;
            if (sheet->entries[QUESTION_SEAT].value == SEAT_KEEP_LIST)
                break; /* who waits needs no other yes */
        }
    if (reply == REPLY_BACK) {
        error_clear(err);
        err->kind = ERROR_CANCELLED;
    }
    return reply == REPLY_GIVEN;
}

bool
question_ask_all(struct ui *ui, struct questions *sheet,
                 bool (*act)(void *context, struct questions *sheet, struct error *err),
                 void *context, struct error *err)
{
    while (!act(context, sheet, err)) {
        bool asked = false;

        if (err->kind != ERROR_QUESTION || !ask_open(ui, sheet, &asked, err) || !asked)
            return false;
        error_clear(err);
    }
    return true;
}
