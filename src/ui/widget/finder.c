/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finder.c - finds while one types */
#include "widget/finder.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/excerpt.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "screen.h"
#include "sentence.h"
#include "terminal/terminal.h"
#include "widget/focus.h"
#include "widget/line_edit.h"

enum {
    WIDTH = 74,
    WIDE = 116,
    ROWS = 14,
    TALL_PERCENT = 66, /* of a high screen */
    DETAIL_PERCENT = 62,
    SAID_DETAIL_PERCENT = 48,
    COUNT_COLUMNS = 16,
    COUNT_AFTER = 150 /* milliseconds without a key */
};

struct finder {
    const struct finder_request *request;
    struct line_edit line;
    struct finding_list list;
    size_t selected, top, height;
    bool stale;       /* the list does not fit the line yet */
    int64_t count_at; /* when what is uncounted is counted */
    bool taken;
};

void
finding_list_add(struct finding_list *list, const char *title, const char *detail,
                 int64_t id, int kind)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = (struct finding){
        .title = memory_copy(title),
        .detail = memory_copy(detail),
        .id = id,
        .kind = kind,
    };
}

void
finding_list_add_said(struct finding_list *list, const char *said, const char *typed,
                      const char *detail, int64_t id, int kind)
{
    finding_list_add(list, said, detail, id, kind);
    list->items[list->count - 1].around = memory_copy(typed);
}

void
finding_list_add_sample(struct finding_list *list, const char *name, const char *code,
                        int64_t id)
{
    finding_list_add(list, name, code, id, 0);
    list->items[list->count - 1].sample = true;
}

void
finding_clear(struct finding *finding)
{
    free(finding->title);
    free(finding->detail);
    free(finding->around);
    *finding = (struct finding){ 0 };
}

static void
finding_list_clear(struct finding_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        finding_clear(&list->items[i]);
    free(list->items);
    *list = (struct finding_list){ 0 };
}

/* `hurry`: the next key cuts it off; it is stale then, and tried again. */
static void
find(struct finder *finder, struct ui *ui, bool hurry)
{
    ui_hurry(ui, hurry);
    struct finding_list list = { 0 };
    struct error err = { 0 };
    bool ok = finder->request->fill(ui, finder->request->context,
                                    line_edit_text(&finder->line), &list, &err);
    ui_hurry(ui, false);
    if (!ok && err.kind == ERROR_CANCELLED) {
        finding_list_clear(&list);
        return; /* stale still: tried again when no key waits */
    }
    if (!ok)
        ui_fail(ui, &err);
    finder->stale = false;
    finding_list_clear(&finder->list);
    finder->list = list;
    finder->selected = finder->top = 0;
    finder->count_at = terminal_clock() + COUNT_AFTER;
}

/* What there is besides the hits, which stay as they are shown. */
static void
count(struct finder *finder, struct ui *ui)
{
    struct finding_list *list = &finder->list;
    struct error err = { 0 };
    size_t found = 0;

    ui_hurry(ui, true);
    const bool ok = finder->request->count(ui, finder->request->context,
                                           line_edit_text(&finder->line), &found, &err);
    ui_hurry(ui, false);
    if (!ok && err.kind == ERROR_CANCELLED)
        return; /* tried again when no key waits */
    if (!ok)
        ui_fail(ui, &err);
    else if (found > list->found)
        list->found = found;
    list->has_uncounted = false;
}

static int
width_of(const char *text, size_t length)
{
    char *part = memory_copy_part(text, length);
    const int width = (int)text_width(part);

    free(part);
    return width;
}

/* The cells of all details, which stand in one column: what the widest needs, and no more
 * than their share where a title is long. */
static int
detail_width(const struct finding_list *list, int columns)
{
    int detail = 0, title = 0;

    for (size_t i = 0; i < list->count; i++) {
        const struct finding *finding = &list->items[i];
        int own = !finding->detail ? 0 : (int)text_width(finding->detail);
        int name = own > 0 ? (int)text_width(finding->title) : 0;

        detail = own > detail ? own : detail;
        title = name > title ? name : title;
    }
    int most = columns * DETAIL_PERCENT / 100;
    if (columns - title - 3 > most)
        most = columns - title - 3;
    return detail < most ? detail : most;
}

/* The words are marked, but under the bar, and where letters become others of ASCII. */
static void
paint_said(const struct finding *finding, int row, int column, int columns,
           enum style style)
{
    struct excerpt excerpt = { .count = 0 };

    excerpt_make(finding->title, finding->around, (size_t)columns, &excerpt);
    paint_text(row, column, columns, style, buffer_text(&excerpt.text));
    for (size_t i = 0; i < excerpt.count && style == STYLE_PLAIN && !paint_is_ascii();
         i++) {
        const struct excerpt_mark *mark = &excerpt.marks[i];
        const char *text = buffer_text(&excerpt.text);
        paint_restyle(row, column + width_of(text, mark->start),
                      width_of(text + mark->start, mark->length), STYLE_STRONG);
    }
    excerpt_clear(&excerpt);
}

/* What stood in columns of its own follows behind a comma. */
static void
add_in_one_column(const char *detail, struct buffer *text)
{
    detail += strspn(detail, " ");
    while (*detail) {
        const size_t length = strcspn(detail, " ");
        const size_t blanks = strspn(detail + length, " ");

        buffer_addf(text, "%.*s", (int)length, detail);
        detail += length + blanks;
        if (*detail)
            buffer_add(text, blanks > 1 ? ", " : " ");
    }
}

/* What a short detail, the key of an action, leaves of the line; else all. */
static size_t
plain_title_most(const char *detail, int columns)
{
    enum { SIGNS_AND_BLANKS = 3 };
    const size_t own = text_width(detail) + SIGNS_AND_BLANKS;

    return *detail && own < (size_t)columns / 3 ? (size_t)columns - own : (size_t)columns;
}

/* In the plain view, which has one column. */
static void
paint_plainly(const struct finding *finding, int row, int column, int columns,
              enum style style)
{
    struct buffer line = { 0 }, detail = { 0 }, title = { 0 };

    add_in_one_column(finding->detail ? finding->detail : "", &detail);
    text_add_cut(&title, finding->title, plain_title_most(buffer_text(&detail), columns),
                 false, false);
    if (detail.length > 0)
        buffer_addf(&line, _("%s: %s"), buffer_text(&title), buffer_text(&detail));
    else
        buffer_add(&line, finding->title);
    paint_text(row, column, columns, style, buffer_text(&line));
    buffer_clear(&title);
    buffer_clear(&detail);
    buffer_clear(&line);
}

static void
paint_finding(const struct finder *finder, size_t index, int row, struct area inside,
              int detail)
{
    const struct finding *finding = &finder->list.items[index];
    bool here = index == finder->selected;
    enum style style = focus_style(here);

    if (paint_is_plain() && !finding->around) {
        paint_text(row, inside.left, 2, style, here ? "> " : "  ");
        paint_plainly(finding, row, inside.left + 2, inside.columns - 2, style);
        return;
    }
    /* What has no detail has the line for itself. */
    if (!finding->detail || !*finding->detail)
        detail = 0;
    paint_text(row, inside.left, 2, style, here ? "> " : "  ");
    if (finding->around && detail > inside.columns * SAID_DETAIL_PERCENT / 100)
        detail = inside.columns * SAID_DETAIL_PERCENT / 100;
    int gap = detail > 0 ? 1 : 0;
    int title = inside.columns - 2 - gap - detail;
    if (finding->around)
        paint_said(finding, row, inside.left + 2, title, style);
    else
        paint_text(row, inside.left + 2, title, style, finding->title);
    paint_text(row, inside.left + 2 + title, gap, style, "");
    paint_text(row, inside.left + inside.columns - detail, detail, style,
               finding->detail);
    if (finding->sample)
        paint_sample(row, inside.left + inside.columns - detail - 1 - PAINT_SAMPLE,
                     finding->detail);
}

/* "14 of 31" at the end of the line, where what is typed leaves room, "first 14" as long
 * as nobody counted the others; the columns it takes. */
static int
draw_count(const struct finder *finder, struct area inside)
{
    const struct finding_list *list = &finder->list;
    struct buffer text = { 0 };

    if (list->has_uncounted)
        buffer_addf(&text, ngettext("first %zu", "first %zu", list->shown), list->shown);
    else if (list->found > list->shown)
        buffer_addf(&text, _("%zu of %zu"), list->shown, list->found);
    else if (list->found > 0)
        buffer_addf(&text, ngettext("%zu found", "%zu found", list->found), list->found);
    const int columns = text.length > 0 ? COUNT_COLUMNS : 0;
    if (columns > 0)
        paint_right(inside.top, inside.left + inside.columns - columns, columns,
                    STYLE_QUIET, buffer_text(&text));
    buffer_clear(&text);
    return columns;
}

static const char *
what_is_empty(const struct finder *finder)
{
    const struct finder_request *request = finder->request;

    if (text_is_blank(line_edit_text(&finder->line)) && request->empty)
        return request->empty;
    return request->none ? request->none : _("Nothing fits what is typed.");
}

/* Where there is nothing, and below what may be added before anything is typed. */
static void
draw_what_is_empty(const struct finder *finder, struct area inside)
{
    const int rows = (int)finder->list.count;
    const int below = rows == 0 ? 0 : rows + 1;
    const bool says_more = finder->request->empty && finder->list.only_offers &&
                           text_is_blank(line_edit_text(&finder->line));

    if (finder->stale || (rows > 0 && !says_more) || below >= (int)finder->height)
        return;
    (void)paint_wrapped_top((struct area){ inside.top + 2 + below, inside.left + 2,
                                           inside.rows - 2 - below, inside.columns - 2 },
                            STYLE_PLAIN, what_is_empty(finder));
}

static void
finder_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct finder *finder = state;
    /* A sliver of what lies below would only disturb; names are cut where there is no
     * more room. */
    const int wide = body.columns - 24 < WIDE ? body.columns - 24 : WIDE;
    const int width = body.columns < WIDTH + 16 ? body.columns
                      : wide > WIDTH            ? wide + 4
                                                : WIDTH + 4;
    const int roomy = body.rows * TALL_PERCENT / 100 - 4;
    struct area area = paint_middle(body, (roomy > ROWS ? roomy : ROWS) + 4, width);
    struct area inside = { area.top + 1, area.left + 2, area.rows - 2, area.columns - 4 };

    (void)ui;
    if (fresh)
        (void)paint_box(area, finder->request->title);
    finder->height = (size_t)(inside.rows - 2);
    if (finder->selected < finder->top)
        finder->top = finder->selected;
    if (finder->selected >= finder->top + finder->height)
        finder->top = finder->selected - finder->height + 1;
    int detail = detail_width(&finder->list, inside.columns);
    for (size_t i = 0; i < finder->height; i++) {
        int row = inside.top + 2 + (int)i;

        if (finder->top + i < finder->list.count)
            paint_finding(finder, finder->top + i, row, inside, detail);
        else
            paint_fill(row, inside.left, inside.columns, STYLE_PLAIN);
    }
    draw_what_is_empty(finder, inside);
    const int count = draw_count(finder, inside);
    line_edit_draw(&finder->line, inside.top, inside.left, inside.columns - count, true);
}

static void
move_by(struct finder *finder, long rows)
{
    long at = (long)finder->selected + rows, last = (long)finder->list.count - 1;

    if (at > last)
        at = last;
    finder->selected = at < 0 ? 0 : (size_t)at;
}

/* A key that comes before the hits do is meant for them, not for those of the letter
 * before. */
static void
move(struct finder *finder, struct ui *ui, long rows)
{
    if (finder->stale)
        find(finder, ui, false);
    move_by(finder, rows);
}

/* The first line that says something; `more` when others follow it.  To be freed. */
static char *
first_line(const char *text, bool *more)
{
    const char *start = text + strspn(text, " \t\r\n");
    size_t length = strcspn(start, "\r\n");

    *more = !text_is_blank(start + length);
    return memory_copy_part(start, length);
}

static void
say_one_line(const struct finder *finder, struct ui *ui)
{
    const char *lines = finder->request->lines;
    struct buffer text = { 0 };

    sentence_add(ui, lines ? lines : _("Only the first line was taken."), &text);
    ui_refuse(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}

/* Several lines are several searches, not one: the first is begun. */
static bool
paste(struct finder *finder, struct ui *ui, const struct key *key, bool *changed)
{
    struct key first = *key;
    bool more;
    char *line = first_line(key->paste, &more);

    first.paste = line;
    bool taken = line_edit_key(&finder->line, &first, changed);
    if (taken && more)
        say_one_line(finder, ui);
    free(line);
    return taken;
}

static bool
finder_key(void *state, struct ui *ui, const struct key *key)
{
    struct finder *finder = state;
    bool changed = false;
    long page = (long)finder->height - 1;

    if (key_is(key, "Down Tab") || key->press == PRESS_WHEEL_DOWN)
        move(finder, ui, 1);
    else if (key_is(key, "Up Shift-Tab") || key->press == PRESS_WHEEL_UP)
        move(finder, ui, -1);
    else if (key_is(key, "PgDn"))
        move(finder, ui, page);
    else if (key_is(key, "PgUp"))
        move(finder, ui, -page);
    else if (key->press == PRESS_PASTE ? paste(finder, ui, key, &changed)
                                       : line_edit_key(&finder->line, key, &changed))
        finder->stale = finder->stale || changed;
    else
        return false;
    return true;
}

static int
finder_tick_in(void *state)
{
    const struct finder *finder = state;

    if (finder->stale)
        return 0;
    if (!finder->list.has_uncounted || !finder->request->count)
        return -1;
    const int64_t left = finder->count_at - terminal_clock();
    return left > 0 ? (int)left : 0;
}

static void
finder_tick(void *state, struct ui *ui)
{
    struct finder *finder = state;

    if (finder->stale)
        find(finder, ui, true);
    else if (finder->list.has_uncounted && finder->request->count)
        count(finder, ui);
}

static void
take(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct finder *finder = state;

    /* Enter may come before the list: never take an answer to something else. */
    if (finder->stale)
        find(finder, ui, false);
    if (finder->list.count == 0) {
        ui_refuse(ui, _("Nothing fits what is typed; change it, or go back with "
                        "%%K{finder.leave}."));
        return;
    }
    finder->taken = true;
    ui_back(ui);
}

static const struct action actions[] = { { .name = "finder.take",
                                           .keys = "Enter",
                                           .label = N_("Choose"),
                                           .hint = N_("choose"),
                                           .run = take },
                                         { .name = "finder.leave",
                                           .keys = "Esc",
                                           .label = N_("Go back"),
                                           .hint = N_("back"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen finder_screen = {
    .name = "finder",
    .dialog = true,
    .actions = actions,
    .draw = finder_draw,
    .key = finder_key,
    .tick_in = finder_tick_in,
    .tick = finder_tick,
};

bool
finder_run(struct ui *ui, const struct finder_request *request, struct finding *chosen,
           char **typed)
{
    struct finder finder = { .request = request, .line.most = LINE_EDIT_SEARCH };
    bool more = false;
    char *first = first_line(!request->typed ? "" : request->typed, &more);

    line_edit_set(&finder.line, first);
    free(first);
    if (more)
        say_one_line(&finder, ui);
    find(&finder, ui, true);
    bool taken = ui_dialog(ui, &finder_screen, &finder) && finder.taken;
    if (taken) {
        *chosen = finder.list.items[finder.selected];
        finder.list.items[finder.selected] = (struct finding){ 0 };
        if (typed)
            *typed = memory_copy(line_edit_text(&finder.line));
    }
    finding_list_clear(&finder.list);
    line_edit_clear(&finder.line);
    return taken;
}
