/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_area.c - wraps, moves between lines, keeps line breaks */
#include "widget/text_area.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "widget/focus.h"

void
text_area_clear(struct text_area *area)
{
    line_edit_clear(&area->text);
    *area = (struct text_area){ 0 };
}

void
text_area_set(struct text_area *area, const char *text)
{
    line_edit_set(&area->text, text);
    area->text.caret = 0;
    area->top = 0;
}

const char *
text_area_text(const struct text_area *area)
{
    return line_edit_text(&area->text);
}

/* The end of the shown line that starts at `start`, and where the next one starts. */
static size_t
line_end(const char *text, size_t start, size_t columns, size_t *next)
{
    size_t length = strcspn(text + start, "\n");
    char *line = memory_copy_part(text + start, length);
    size_t fits = text_prefix(line, columns);

    free(line);
    if (fits >= length) {
        *next = start + length + (text[start + length] == '\n' ? 1 : 0);
        return start + length;
    }
    size_t end = fits;
    while (end > 0 && text[start + end] != ' ')
        end--;
    if (end == 0)
        end = fits > 0 ? fits : 1;
    *next = start + end + (text[start + end] == ' ' ? 1 : 0);
    return start + end;
}

struct place {
    int line;
    size_t start, end;
};

/* The shown line that an offset is on. */
static struct place
place_of(const struct text_area *area, size_t offset)
{
    const char *text = text_area_text(area);
    size_t columns = area->columns > 1 ? (size_t)area->columns - 1 : 1;
    struct place place = { 0 };

    for (;;) {
        size_t next;

        place.end = line_end(text, place.start, columns, &next);
        if (offset < next || text[place.end] == '\0')
            return place;
        place.start = next;
        place.line++;
    }
}

static size_t
width_between(const char *text, size_t start, size_t end)
{
    char *part = memory_copy_part(text + start, end - start);
    size_t width = text_width(part);

    free(part);
    return width;
}

/* Moves the caret to the same column of the line that begins at `start`. */
static void
move_to_line(struct text_area *area, struct place from, struct place to)
{
    const char *text = text_area_text(area);
    size_t column = width_between(text, from.start, area->text.caret);
    char *line = memory_copy_part(text + to.start, to.end - to.start);

    area->text.caret = to.start + text_prefix(line, column);
    free(line);
}

bool
text_area_key(struct text_area *area, const struct key *key, bool *changed)
{
    struct place here = place_of(area, area->text.caret);
    const char *text = text_area_text(area);

    *changed = false;
    if (key_is(key, "Enter")) {
        line_edit_insert(&area->text, "\n");
        *changed = true;
        return true;
    }
    if (key->press == PRESS_PASTE) {
        char *lines = text_tidy_indented(key->paste);
        const bool fits = line_edit_has_room(&area->text, lines);

        if (fits)
            line_edit_insert(&area->text, lines);
        free(lines);
        *changed = fits;
        return fits;
    }
    if (key_is(key, "Up")) {
        if (here.start == 0)
            return false;
        move_to_line(area, here, place_of(area, here.start - 1));
        return true;
    }
    if (key_is(key, "Down")) {
        if (text[here.end] == '\0')
            return false;
        move_to_line(area, here, place_of(area, here.end + 1));
        return true;
    }
    if (key_is(key, "Home Ctrl-A")) {
        area->text.caret = here.start;
        return true;
    }
    if (key_is(key, "End Ctrl-E")) {
        area->text.caret = here.end;
        return true;
    }
    return line_edit_key(&area->text, key, changed);
}

void
text_area_draw(struct text_area *area, struct area cells, bool focus)
{
    const char *text = text_area_text(area);

    area->columns = cells.columns;
    struct place caret = place_of(area, area->text.caret);
    if (!focus)
        area->top = 0;
    else if (caret.line < area->top)
        area->top = caret.line;
    else if (caret.line >= area->top + cells.rows)
        area->top = caret.line - cells.rows + 1;

    size_t start = 0;
    for (int line = 0; line < area->top + cells.rows; line++) {
        bool some = start < area->text.text.length;
        size_t next = start;
        size_t end =
            some ? line_end(text, start, (size_t)cells.columns - 1, &next) : start;

        if (line >= area->top) {
            char *part = memory_copy_part(text + start, end - start);

            focus_paint_field(cells.top + line - area->top, cells.left, cells.columns,
                              part, focus);
            free(part);
        }
        start = some ? next : start;
    }
    if (focus)
        paint_cursor(cells.top + caret.line - area->top,
                     cells.left +
                         (int)width_between(text, caret.start, area->text.caret));
}
