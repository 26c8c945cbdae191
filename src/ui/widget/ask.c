/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask.c - a box with one line to type in */
#include "widget/ask.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "screen.h"
#include "widget/line_edit.h"

enum { WIDTH = 64 };

struct question {
    const char *title;
    const char *text;
    bool required;
    bool taken;
    void (*complete)(struct ui *ui, struct line_edit *line); /* NULL: Tab does nothing */
    struct line_edit line;
};

/* As wide as its title needs, and there is room for. */
static int
ask_width(const struct question *question, struct area body)
{
    const int title = paint_width(question->title) + 2;
    const int wanted = title > WIDTH ? title : WIDTH;

    return body.columns - 8 < wanted ? body.columns - 8 : wanted;
}

static void
ask_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct question *question = state;
    int width = ask_width(question, body);
    int lines = !question->text ? 0 : paint_wrapped_lines(width, question->text) + 1;

    (void)ui;
    if (fresh) {
        struct area text =
            paint_box(paint_middle(body, lines + 3, width + 4), question->title);
        text.rows = lines;
        (void)paint_wrapped(text, 0, STYLE_PLAIN, question->text);
    }
    struct area inside = paint_middle(body, lines + 3, width + 4);
    line_edit_draw(&question->line, inside.top + 1 + lines, inside.left + 2,
                   inside.columns - 4, true);
}

static bool
ask_key(void *state, struct ui *ui, const struct key *key)
{
    struct question *question = state;

    (void)ui;
    return line_edit_key(&question->line, key, NULL);
}

static void
take(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct question *question = state;

    if (question->required && text_is_blank(line_edit_text(&question->line))) {
        ui_refuse(ui, _("Type something first, or go back with %%K{question.leave}."));
        return;
    }
    question->taken = true;
    ui_back(ui);
}

static void
complete(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct question *question = state;

    question->complete(ui, &question->line);
}

#define TAKE                                                                             \
    {                                                                                    \
        .name = "question.take", .keys = "Enter F2 Ctrl-S", .label = N_("Answer"),       \
        .hint = N_("answer"), .run = take                                                \
    }
#define LEAVE                                                                            \
    {                                                                                    \
        .name = "question.leave", .keys = "Esc", .label = N_("Go back"),                 \
        .hint = N_("back"), .run = ui_leave                                              \
    }

static const struct action actions[] = { TAKE, LEAVE, ACTION_END };

static const struct action completed_actions[] = { TAKE,
                                                   { .name = "question.complete",
                                                     .keys = "Tab",
                                                     .label =
                                                         N_("Complete what is typed"),
                                                     .hint = N_("complete"),
                                                     .run = complete },
                                                   LEAVE,
                                                   ACTION_END };

#define ASK_SCREEN(ACTIONS)                                                              \
    {                                                                                    \
        .name = "ask", .dialog = true, .actions = ACTIONS, .draw = ask_draw,             \
        .key = ask_key                                                                   \
    }

static const struct screen ask_screen = ASK_SCREEN(actions);
static const struct screen completed_screen = ASK_SCREEN(completed_actions);

char *
ask_completed(struct ui *ui, const char *title, const char *text, const char *start,
              bool offered, bool required,
              void (*completing)(struct ui *ui, struct line_edit *line))
{
    struct question question = {
        .title = title, .text = text, .required = required, .complete = completing
    };

    line_edit_set(&question.line, start);
    if (offered)
        line_edit_select(&question.line);
    char *answer = NULL;
    if (ui_dialog(ui, !completing ? &ask_screen : &completed_screen, &question) &&
        question.taken)
        answer = text_tidy(line_edit_text(&question.line));
    line_edit_clear(&question.line);
    return answer;
}

char *
ask(struct ui *ui, const char *title, const char *text, const char *start, bool required)
{
    return ask_completed(ui, title, text, start, false, required, NULL);
}
