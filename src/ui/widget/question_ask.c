/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_ask.c - asks what an act must know, and does it again with the answers */
#include "widget/question_ask.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "widget/ask.h"
#include "widget/choose.h"

enum reply { REPLY_GIVEN, REPLY_NO, REPLY_BACK };

/* Says what is the matter; who may do more takes the place of how to do it. */
static enum reply
refuse(struct ui *ui, const struct question *question, const char *sentence,
       const char *role)
{
    const char *const leave[] = { _("Leave it") };
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

/* The choices stand first, the yes last; without choices one can leave it. */
static enum reply
ask_one(struct ui *ui, struct questions *sheet, enum question_kind kind)
{
    const struct question *question = &question_table[kind];
    const struct question_entry *entry = &sheet->entries[kind];
    const size_t first = entry->choice_count > 0 ? entry->choice_count : 1;
    const char **answers = memory_new(first + 1, sizeof(*answers));

    answers[0] = _("Leave it");
    for (size_t i = 0; i < entry->choice_count; i++)
        answers[i] = entry->choices[i].text;
    if (question->yes)
        answers[first] = _(question->yes);
    enum reply reply = REPLY_BACK;
    struct error refusal = { 0 };
    if (!atelier_may(ui_atelier(ui), question->permission, sheet->subject, &refusal)) {
        reply = refuse(ui, question, entry->sentence, refusal.message);
    } else if (!question->yes && entry->choice_count == 0) {
        reply = ask_by_reason(ui, sheet, kind);
    } else {
        int answer = choose(ui, _(question->title), entry->sentence, answers,
                            first + (question->yes ? 1 : 0), 0);
        if (answer >= 0 && (size_t)answer < entry->choice_count) {
            question_reply(sheet, kind, entry->choices[answer].value, NULL);
            reply = REPLY_GIVEN;
        } else if (answer == (int)first && question->why) {
            reply = ask_reason(ui, sheet, kind, _(question->why));
        } else if (answer == (int)first) {
            question_reply(sheet, kind, QUESTION_YES, NULL);
            reply = REPLY_GIVEN;
        } else if (answer == 0) {
            reply = REPLY_NO;
        }
    }
    free(answers);
    return reply;
}

bool
question_ask_all(struct ui *ui, struct questions *sheet,
                 bool (*act)(void *context, struct questions *sheet, struct error *err),
                 void *context, struct error *err)
{
    while (!act(context, sheet, err)) {
        if (err->kind != ERROR_QUESTION)
            return false;
        bool asked = false;
        for (int kind = 0; kind < QUESTION_COUNT; kind++) {
            if (!question_is_open(sheet, (enum question_kind)kind))
                continue;
            enum reply reply = ask_one(ui, sheet, (enum question_kind)kind);
            if (reply == REPLY_BACK) {
                error_clear(err);
                err->kind = ERROR_CANCELLED;
            }
            if (reply != REPLY_GIVEN)
                return false;
            asked = true;
        }
        if (!asked)
            return false;
        error_clear(err);
    }
    return true;
}
