/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_edit.c - typing, moving, deleting and undoing in one line */
#include "widget/line_edit.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "terminal/paint.h"
#include "widget/focus.h"

static void
forget(struct line_edit *edit)
{
    for (size_t i = 0; i < edit->undo_count; i++)
        free(edit->undo[i].text);
    edit->undo_count = 0;
    edit->typing = false;
}

void
line_edit_clear(struct line_edit *edit)
{
    forget(edit);
    buffer_clear(&edit->text);
    *edit = (struct line_edit){ 0 };
}

void
line_edit_set(struct line_edit *edit, const char *text)
{
    forget(edit);
    buffer_reset(&edit->text);
    buffer_add(&edit->text, text);
    edit->caret = edit->text.length;
    edit->first = 0;
    edit->whole = false;
}

void
line_edit_select(struct line_edit *edit)
{
    edit->caret = edit->text.length;
    edit->whole = edit->text.length > 0;
}

void
line_edit_go_to_end(struct line_edit *edit)
{
    edit->caret = edit->text.length;
    edit->whole = edit->typing = false;
}

const char *
line_edit_text(const struct line_edit *edit)
{
    return buffer_text(&edit->text);
}

static void
remember(struct line_edit *edit)
{
    if (edit->undo_count == LINE_EDIT_UNDO) {
        free(edit->undo[0].text);
        memmove(edit->undo, edit->undo + 1, sizeof(edit->undo[0]) * (LINE_EDIT_UNDO - 1));
        edit->undo_count--;
    }
    edit->undo[edit->undo_count].text = memory_copy(line_edit_text(edit));
    edit->undo[edit->undo_count].caret = edit->caret;
    edit->undo_count++;
}

/* Replaces the bytes from `start` to `end` and leaves the caret behind the new ones. */
static void
splice(struct line_edit *edit, size_t start, size_t end, const char *text)
{
    struct buffer whole = { 0 };

    buffer_add_part(&whole, line_edit_text(edit), start);
    buffer_add(&whole, text);
    edit->caret = whole.length;
    buffer_add(&whole, line_edit_text(edit) + end);
    buffer_clear(&edit->text);
    edit->text = whole;
}

bool
line_edit_has_room(const struct line_edit *edit, const char *text)
{
    const size_t most = edit->most > 0 ? edit->most : LINE_EDIT_MOST;

    return (edit->whole ? 0 : edit->text.length) + strlen(text) <= most;
}

static void
insert(struct line_edit *edit, const char *text)
{
    if (line_edit_has_room(edit, text))
        splice(edit, edit->caret, edit->caret, text);
}

size_t
line_edit_letters_fit(const struct line_edit *edit, const char *text)
{
    char *part = memory_copy(text);
    size_t length = strlen(part);
    size_t count = 0;

    while (length > 0 && !line_edit_has_room(edit, part))
        part[--length] = '\0';
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)part[i] & 0xc0) != 0x80;
    free(part);
    return count;
}

void
line_edit_insert(struct line_edit *edit, const char *text)
{
    remember(edit);
    insert(edit, text);
    edit->typing = false;
}

static void
drop_selected(struct line_edit *edit)
{
    if (edit->whole)
        splice(edit, 0, edit->text.length, "");
}

/* False, and nothing is changed, when the text is longer than a line may be. */
static bool
insert_paste(struct line_edit *edit, const char *paste)
{
    char *text = text_tidy(paste);
    bool fits = line_edit_has_room(edit, text);

    if (fits) {
        remember(edit);
        drop_selected(edit);
        insert(edit, text);
        edit->typing = false;
    }
    free(text);
    return fits;
}

static size_t
word_start(const struct line_edit *edit)
{
    const char *text = line_edit_text(edit);
    size_t at = edit->caret;

    while (at > 0 && text[at - 1] == ' ')
        at--;
    while (at > 0 && text[at - 1] != ' ')
        at--;
    return at;
}

static bool
undo(struct line_edit *edit)
{
    if (edit->undo_count == 0)
        return false;
    edit->undo_count--;
    buffer_reset(&edit->text);
    buffer_add(&edit->text, edit->undo[edit->undo_count].text);
    edit->caret = edit->undo[edit->undo_count].caret;
    free(edit->undo[edit->undo_count].text);
    edit->typing = false;
    return true;
}

static bool
move(struct line_edit *edit, const struct key *key)
{
    const char *text = line_edit_text(edit);

    if (key_is(key, "Left Ctrl-B"))
        edit->caret = text_previous(text, edit->caret);
    else if (key_is(key, "Right"))
        edit->caret = text_next(text, edit->caret);
    else if (key_is(key, "Home Ctrl-A"))
        edit->caret = 0;
    else if (key_is(key, "End Ctrl-E"))
        edit->caret = edit->text.length;
    else
        return false;
    edit->typing = false;
    return true;
}

/* The bytes that a deleting key takes away; false when it is not such a key. */
static bool
deletion(const struct line_edit *edit, const struct key *key, size_t *start, size_t *end)
{
    const char *text = line_edit_text(edit);
    bool whole = edit->whole && key_is(key, "Backspace Del");

    *start = *end = edit->caret;
    if (whole)
        *start = 0, *end = edit->text.length;
    else if (key_is(key, "Backspace"))
        *start = text_previous(text, edit->caret);
    else if (key_is(key, "Del Ctrl-D"))
        *end = text_next(text, edit->caret);
    else if (key_is(key, "Ctrl-U"))
        *start = 0;
    else if (key_is(key, "Ctrl-K"))
        *end = edit->text.length;
    else if (key_is(key, "Ctrl-W"))
        *start = word_start(edit);
    else
        return false;
    return true;
}

static bool
take_key(struct line_edit *edit, const struct key *key, bool *changed)
{
    *changed = false;
    if (key->press == PRESS_TEXT && !line_edit_has_room(edit, key->text))
        return true;
    if (key->press == PRESS_TEXT) {
        if (!edit->typing || strcmp(key->text, " ") == 0)
            remember(edit);
        edit->typing = true;
        drop_selected(edit);
        insert(edit, key->text);
        *changed = true;
        return true;
    }
    if (key->press == PRESS_PASTE) {
        *changed = insert_paste(edit, key->paste);
        return *changed;
    }
    if (move(edit, key))
        return true;
    size_t start;
    size_t end;
    if (deletion(edit, key, &start, &end)) {
        if (start == end)
            return true;
        remember(edit);
        splice(edit, start, end, "");
        edit->caret = start;
        edit->typing = false;
        *changed = true;
        return true;
    }
    if (key_is(key, "Ctrl-Z")) {
        *changed = undo(edit);
        return true;
    }
    return false;
}

bool
line_edit_key(struct line_edit *edit, const struct key *key, bool *changed)
{
    bool unused;

    if (!take_key(edit, key, !changed ? &unused : changed))
        return false;
    edit->whole = false;
    return true;
}

static size_t
width_of_part(const char *text, size_t start, size_t end)
{
    char *part = memory_copy_part(text + start, end - start);
    size_t width = text_width(part);

    free(part);
    return width;
}

void
line_edit_draw(struct line_edit *edit, int row, int column, int columns, bool focus)
{
    const char *text = line_edit_text(edit);
    size_t room = columns > 4 ? (size_t)columns : 4;

    /* The caret needs a cell behind the text, and … one before it. */
    if (edit->first > edit->caret || !focus)
        edit->first = 0;
    if (edit->first == 0 && width_of_part(text, 0, edit->caret) + 1 > room)
        edit->first = text_next(text, 0);
    while (edit->first > 0 && edit->first < edit->caret &&
           1 + width_of_part(text, edit->first, edit->caret) + 1 > room)
        edit->first = text_next(text, edit->first);
    if (!focus)
        edit->first = 0;

    size_t lead = edit->first > 0 ? 1 : 0;
    struct buffer shown = { 0 };
    if (lead > 0)
        buffer_add(&shown, paint_is_ascii() ? "<" : "…");
    buffer_add(&shown, text + edit->first);
    focus_paint_field(row, column, columns, buffer_text(&shown), focus);
    if (focus && edit->whole)
        focus_mark_whole(row, column, columns, buffer_text(&shown));
    buffer_clear(&shown);
    if (focus)
        paint_cursor(
            row, column + (int)(lead + width_of_part(text, edit->first, edit->caret)));
}
