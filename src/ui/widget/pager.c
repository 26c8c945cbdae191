/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pager.c - wrapped text that moves by lines and pages */
#include "widget/pager.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "screen.h"
#include "sentence.h"

void
pager_clear(struct pager *pager)
{
    free(pager->text);
    *pager = (struct pager){ 0 };
}

void
pager_set(struct pager *pager, const char *text)
{
    memory_replace(&pager->text, text);
}

void
pager_add_label(struct buffer *text, const char *label, size_t columns)
{
    if (paint_is_plain()) {
        buffer_addf(text, _("%s: %s"), label, "");
        return;
    }
    text_add_cut(text, label, columns, true, false);
    buffer_add(text, "  ");
}

void
pager_add_value(struct buffer *text, const char *value, size_t columns)
{
    for (; *value != '\0'; value++) {
        buffer_add_char(text, *value);
        for (size_t i = 0; *value == '\n' && !paint_is_plain() && i < columns + 2; i++)
            buffer_add_char(text, ' ');
    }
    buffer_add_char(text, '\n');
}

bool
pager_key(struct pager *pager, const struct key *key)
{
    int page = pager->height > 1 ? pager->height - 1 : 1;
    int last = pager->lines > pager->height ? pager->lines - pager->height : 0;

    if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        pager->top++;
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        pager->top--;
    else if (key_is(key, "PgDn Space"))
        pager->top += page;
    else if (key_is(key, "PgUp"))
        pager->top -= page;
    else if (key_is(key, "Home"))
        pager->top = 0;
    else if (key_is(key, "End"))
        pager->top = last;
    else
        return false;
    if (pager->top > last)
        pager->top = last;
    if (pager->top < 0)
        pager->top = 0;
    return true;
}

enum { HANG_MOST = 30 };

/* Bytes before the words of a line like "  key    words": where two blanks end. */
static size_t
words_at(const char *line)
{
    size_t at = 0;

    for (size_t i = 0; line[i] != '\0' && text_width(line) > 0; i++)
        if (line[i] == ' ' && line[i + 1] == ' ') {
            while (line[i] == ' ')
                i++;
            at = i;
            break;
        } else if (i > HANG_MOST)
            break;
    return at;
}

/* Paints a line; what does not fit goes on below its words.  Returns its rows. */
static int
paint_line(struct area rest, int skip, enum style style, const char *line)
{
    size_t start = strspn(line, " "), at = start + words_at(line + start);
    char *lead = memory_copy_part(line, at);
    int width = (int)text_width(lead);

    if (width == 0 || width > rest.columns / 2 || line[at] == '\0') {
        free(lead);
        return paint_wrapped(rest, skip, style, line);
    }
    struct area words = { rest.top, rest.left + width, rest.rows, rest.columns - width };
    int lines = paint_wrapped_lines(words.columns, line + at);
    for (int i = skip; i < lines && i - skip < rest.rows; i++)
        paint_text(rest.top + i - skip, rest.left, width, style, i == 0 ? lead : "");
    (void)paint_wrapped(words, skip, style, line + at);
    free(lead);
    return lines;
}

void
pager_draw(struct pager *pager, struct area area)
{
    const char *text = !pager->text ? "" : pager->text;
    int row = -pager->top;

    pager->height = area.rows;
    pager->lines = 0;
    for (;;) {
        size_t length = strcspn(text, "\n");
        bool head = strncmp(text, "# ", 2) == 0;
        char *line = memory_copy_part(text + (head ? 2 : 0), length - (head ? 2 : 0));
        struct area rest = { area.top + (row > 0 ? row : 0), area.left,
                             area.rows - (row > 0 ? row : 0), area.columns };
        int lines =
            paint_line(rest, row < 0 ? -row : 0, head ? STYLE_STRONG : STYLE_PLAIN, line);

        free(line);
        row += lines;
        pager->lines += lines;
        if (text[length] == '\0')
            break;
        text += length + 1;
    }
    for (; row < area.rows; row++)
        if (row >= 0)
            paint_fill(area.top + row, area.left, area.columns, STYLE_PLAIN);
    int last = pager->lines > pager->height ? pager->lines - pager->height : 0;
    if (pager->top > last) {
        pager->top = last;
        pager_draw(pager, area);
    }
    paint_cursor(area.top, area.left);
}

void
pager_draw_body(struct pager *pager, struct area area)
{
    paint_clear((struct area){ area.top, area.left, area.rows, 1 });
    area.left++;
    area.columns--;
    pager_draw(pager, area);
}

void
pager_draw_end(const struct pager *pager, struct ui *ui, struct area frame)
{
    if (pager->lines <= pager->height)
        return;
    bool more = pager->top + pager->height < pager->lines;
    struct buffer text = { 0 };

    sentence_add(ui, more ? _(" more below (%K{PgDn}) ") : _(" the end "), &text);
    paint_text(frame.top + frame.rows - 1, frame.left + 2,
               (int)text_width(buffer_text(&text)), STYLE_PLAIN, buffer_text(&text));
    buffer_clear(&text);
}

enum { BOX_COLUMNS_MOST = 100 };

struct pager_box {
    const char *title;
    struct pager pager;
    bool (*taken)(void *context, const struct key *key); /* NULL: no key but its own */
    void *context;
    bool goes_on;
};

/* As high as its text, as far as there is room. */
static struct area
box_area(struct pager_box *box, struct area body)
{
    int columns = body.columns > BOX_COLUMNS_MOST ? BOX_COLUMNS_MOST : body.columns;
    int top = box->pager.top;

    pager_draw(&box->pager, (struct area){ body.top, body.left, 0, columns - 4 });
    box->pager.top = top;
    return paint_middle(body, box->pager.lines + 2, columns);
}

static void
box_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct pager_box *box = state;
    struct area area = box_area(box, body);
    struct area inside = { area.top + 1, area.left + 2, area.rows - 2, area.columns - 4 };

    (void)fresh;
    (void)paint_box(area, box->title);
    pager_draw(&box->pager, inside);
    pager_draw_end(&box->pager, ui, area);
}

static bool
box_key(void *state, struct ui *ui, const struct key *key)
{
    struct pager_box *box = state;

    if (box->taken && box->taken(box->context, key)) {
        ui_back(ui);
        return true;
    }
    return pager_key(&box->pager, key);
}

static const struct action actions[] = { { .name = "text.leave",
                                           .keys = "Esc q Enter F1 ?",
                                           .label = N_("Go back"),
                                           .hint = N_("back"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen pager_screen = {
    .name = "text",
    .dialog = true,
    .actions = actions,
    .draw = box_draw,
    .key = box_key,
};

static void
go_on(struct ui *ui, void *state, int64_t argument)
{
    struct pager_box *box = state;

    (void)argument;
    box->goes_on = true;
    ui_back(ui);
}

static const struct action actions_before_question[] = { { .name = "text.go_on",
                                                           .keys = "Enter F2",
                                                           .label = N_("Go on"),
                                                           .hint = N_("go on"),
                                                           .run = go_on },
                                                         { .name = "text.leave",
                                                           .keys = "Esc q",
                                                           .label = N_("Go back"),
                                                           .hint = N_("back"),
                                                           .run = ui_leave },
                                                         ACTION_END };

static const struct screen pager_before_question = {
    .name = "text",
    .dialog = true,
    .actions = actions_before_question,
    .draw = box_draw,
    .key = box_key,
};

bool
pager_run_on(struct ui *ui, const char *title, const char *text)
{
    struct pager_box box = { .title = title };

    pager_set(&box.pager, text);
    const bool answered = ui_dialog(ui, &pager_before_question, &box);
    pager_clear(&box.pager);
    return answered && box.goes_on;
}

void
pager_run(struct ui *ui, const char *title, const char *text)
{
    pager_run_until(ui, title, text, NULL, NULL);
}

void
pager_run_until(struct ui *ui, const char *title, const char *text,
                bool (*taken)(void *context, const struct key *key), void *context)
{
    struct pager_box box = { .title = title, .taken = taken, .context = context };

    pager_set(&box.pager, text);
    (void)ui_dialog(ui, &pager_screen, &box);
    pager_clear(&box.pager);
}
