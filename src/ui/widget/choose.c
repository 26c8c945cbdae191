/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose.c - a box with a text and a few answers under it */
#include "widget/choose.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "screen.h"
#include "terminal/terminal.h"
#include "widget/answer_bar.h"
#include "widget/focus.h"

enum { WIDTH_LEAST = 36, WIDTH_MOST = 72 };
/* After such a pause letters begin another word. */
enum { PAUSE_MILLISECONDS = 1500 };

struct choice_box {
    const char *title;
    const char *text;
    const char *const *answers;
    size_t count;
    size_t selected;
    size_t number; /* of its digits so far, while there may be another; 0: none */
    char *word; /* typed so far, owned, in so many letters that count; 0: a new one begins
                 */
    size_t letters;
    int64_t word_at;    /* when the last of them came */
    const char *barred; /* what the key that led here types; or NULL */
    bool types_on;      /* letters are typed on what comes behind the box */
    int result;
};

static int
box_width(const struct choice_box *box, int room)
{
    size_t width = WIDTH_LEAST, most = (size_t)(room - CHOOSE_FRAME_COLUMNS);
    size_t text = !box->text ? 0 : (size_t)paint_width(box->text);

    if (text > width)
        width = text;
    const size_t title = (size_t)paint_width(box->title) + 2;
    if (title > width)
        width = title;
    if (width > WIDTH_MOST) /* of what is read; an answer is one line, and whole */
        width = WIDTH_MOST;
    for (size_t i = 0; i < box->count; i++) {
        const size_t answer = (size_t)paint_width(box->answers[i]);
        if (answer + CHOOSE_NUMBER_COLUMNS > width)
            width = answer + CHOOSE_NUMBER_COLUMNS;
    }
    return (int)(width > most ? most : width);
}

static void
choose_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct choice_box *box = state;
    int width = box_width(box, body.columns);
    int lines = paint_wrapped_lines(width, box->text);

    (void)ui;
    (void)fresh;
    const int answers = (int)box->count + 2; /* and the frame */
    int room = body.rows - answers;
    if (lines > room)
        lines = room > 0 ? room : 0;
    const int gap = lines > 0 && lines < room;
    struct area inside =
        paint_box(paint_middle(body, lines + gap + answers, width + 4), box->title);
    struct area text = inside;
    text.rows = lines;
    if (lines > 0)
        (void)paint_wrapped(text, 0, STYLE_PLAIN, box->text);
    int row = inside.top + lines + gap;
    const size_t shown = (size_t)(inside.rows - lines - gap);
    size_t i = answer_bar_first(box->selected, shown);
    answer_bar_draw_rest(inside, i, shown, box->count);
    for (size_t end = i + shown; i < end && i < box->count; i++, row++) {
        bool here = i == box->selected;

        paint_format(row, inside.left, inside.columns, focus_style(here), "%s %*zu %s",
                     here ? ">" : " ", box->count > 9 ? 2 : 1, i + 1, box->answers[i]);
        if (here)
            paint_cursor(row, inside.left);
    }
}

/* Goes to an answer that begins so, looking from `from` behind the bar; false when none
 * does. */
static bool
go_to_beginning(struct choice_box *box, const char *beginning, size_t from)
{
    char *wanted = fold_copy(beginning);
    bool found = false;

    for (size_t i = from; i < box->count + from && !found && wanted[0] != '\0'; i++) {
        const size_t at = (box->selected + i) % box->count;
        char *answer = fold_copy(box->answers[at]);

        found = strncmp(answer, wanted, strlen(wanted)) == 0;
        if (found)
            box->selected = at;
        free(answer);
    }
    free(wanted);
    return found;
}

/* Letters are the beginning of an answer.  A second one that goes on with none begins
 * anew, so that one letter again and again walks through those it begins; behind two that
 * do, one that does not is a slip and moves nothing. */
static bool
letter_key(struct choice_box *box, const struct key *key)
{
    struct buffer longer = { 0 };
    const int64_t now = terminal_clock();

    if (key->press != PRESS_TEXT)
        return false;
    if (now - box->word_at > PAUSE_MILLISECONDS)
        box->letters = 0;
    box->word_at = now;
    buffer_add(&longer, box->letters > 0 ? box->word : "");
    buffer_add(&longer, key->text);
    const bool goes_on =
        box->letters > 0 && go_to_beginning(box, buffer_text(&longer), 0);
    if (goes_on) {
        memory_replace(&box->word, buffer_text(&longer));
        box->letters++;
    }
    buffer_clear(&longer);
    if (goes_on || box->letters > 1)
        return goes_on;
    memory_replace(&box->word, key->text);
    box->letters = go_to_beginning(box, key->text, 1) ? 1 : 0;
    return box->letters > 0;
}

/* A number of several digits is typed one by one: the bar is on what it says so far, and
 * an answer that no digit makes another one is chosen. */
static bool
number_key(struct choice_box *box, struct ui *ui, const struct key *key)
{
    if (key->press != PRESS_TEXT || key->text[0] < '0' || key->text[0] > '9')
        return false;
    const size_t number = box->number * 10 + (size_t)(key->text[0] - '0');
    if (number == 0 || number > box->count)
        return box->number > 0; /* no such answer: it is still the one under the bar */
    box->selected = number - 1;
    box->number = number * 10 <= box->count ? number : 0;
    if (box->number == 0) {
        box->result = (int)box->selected;
        ui_back(ui);
    }
    return true;
}

static bool
choose_key(void *state, struct ui *ui, const struct key *key)
{
    struct choice_box *box = state;

    if (box->barred && key->press == PRESS_TEXT && strcmp(key->text, box->barred) == 0)
        return false;
    if (number_key(box, ui, key))
        return true;
    box->number = 0;
    if (answer_bar_key(&box->selected, box->count, key)) {
        box->letters = 0;
        return true;
    }
    if (box->types_on && key->press == PRESS_TEXT) {
        ui_type_on(ui, key);
        box->result = CHOOSE_TYPED;
        ui_back(ui);
        return true;
    }
    return letter_key(box, key);
}

static void
take(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct choice_box *box = state;

    box->result = (int)box->selected;
    ui_back(ui);
}

static const struct action actions[] = { { .name = "choice.take",
                                           .keys = "Enter",
                                           .label = N_("Choose"),
                                           .hint = N_("choose"),
                                           .run = take },
                                         { .name = "choice.leave",
                                           .keys = "Esc",
                                           .label = N_("Go back"),
                                           .hint = N_("back"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen choose_screen = {
    .name = "choose",
    .dialog = true,
    .actions = actions,
    .draw = choose_draw,
    .key = choose_key,
    .letters_act = true,
};

static int
ask(struct ui *ui, struct choice_box *box)
{
    const bool done = ui_dialog(ui, &choose_screen, box);

    free(box->word);
    return done ? box->result : -1;
}

int
choose(struct ui *ui, const char *title, const char *text, const char *const *answers,
       size_t count, size_t selected)
{
    struct choice_box box = { .title = title,
                              .text = text,
                              .answers = answers,
                              .count = count,
                              .selected = selected,
                              .result = -1 };

    return ask(ui, &box);
}

int
choose_with_care(struct ui *ui, const char *title, const char *text,
                 const char *const *answers, size_t count, size_t selected)
{
    const struct key led = *ui_key(ui);
    struct choice_box box = { .title = title,
                              .text = text,
                              .answers = answers,
                              .count = count,
                              .selected = selected,
                              .barred = led.press == PRESS_TEXT ? led.text : NULL,
                              .result = -1 };

    return ask(ui, &box);
}

int
choose_or_type(struct ui *ui, const char *title, const char *text,
               const char *const *answers, size_t count, size_t selected)
{
    struct choice_box box = { .title = title,
                              .text = text,
                              .answers = answers,
                              .count = count,
                              .selected = selected,
                              .types_on = true,
                              .result = -1 };

    return ask(ui, &box);
}
