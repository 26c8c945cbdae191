/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who.c - who is in now: shown, and ended when asked for */
#include "who.h"

#include <stdlib.h>

#include "atelier/app/open_sessions.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "terminal/terminal.h"
#include "widget/choose.h"
#include "widget/confirm.h"

enum { NUMBER, LOGIN, FROM, SINCE, IDLE, WAY, CELLS };
enum { GAP = 2, LOGIN_MOST = 12, FROM_LEAST = 8 };

/* A line each, in columns as wide as the longest of it; where the terminal has no room
 * for them, without the words, and with logins and addresses that are cut. */
struct table {
    char *(*rows)[CELLS];
    size_t count;
    size_t widths[CELLS];
    bool is_short;
};

static void
set_cell(struct table *table, size_t row, size_t cell, struct buffer *text)
{
    const size_t width = text_width(buffer_text(text));

    if (table->widths[cell] < width)
        table->widths[cell] = width;
    table->rows[row][cell] = buffer_take(text);
}

static void
fill_row(struct atelier *at, const struct open_session *session, struct table *table,
         size_t row)
{
    struct buffer text = { 0 };

    if (session->number > 0)
        buffer_addf(&text, "#%d", session->number);
    set_cell(table, row, NUMBER, &text);
    buffer_add(&text, session->login);
    set_cell(table, row, LOGIN, &text);
    if (session->is_screens)
        open_sessions_add_from(session, &text);
    else
        buffer_add(&text, _("command, or only reads"));
    set_cell(table, row, FROM, &text);
    if (session->begun != INSTANT_NONE) {
        if (!table->is_short)
            buffer_add(&text, _("since "));
        open_sessions_add_time(at, session->begun, &text);
    }
    set_cell(table, row, SINCE, &text);
    open_sessions_add_idle(at, session, &text);
    set_cell(table, row, IDLE, &text);
    if (session->by_gateway && !table->is_short)
        buffer_add(&text, _("by the gateway"));
    set_cell(table, row, WAY, &text);
}

static void
clear_rows(struct table *table)
{
    for (size_t row = 0; row < table->count; row++)
        for (size_t cell = 0; cell < CELLS; cell++)
            free(table->rows[row][cell]);
    free(table->rows);
    *table = (struct table){ 0 };
}

static void
fill(struct atelier *at, const struct open_session *sessions, size_t count,
     struct table *table, bool is_short)
{
    *table = (struct table){ .count = count, .is_short = is_short };
    table->rows = memory_new(count + 1, sizeof(*table->rows));
    for (size_t i = 0; i < count; i++)
        fill_row(at, &sessions[i], table, i);
}

/* An empty column takes no place. */
static size_t
width_of(const struct table *table)
{
    size_t width = 0;

    for (size_t cell = 0; cell < CELLS; cell++)
        if (table->widths[cell] > 0)
            width += table->widths[cell] + GAP;
    return width > 0 ? width - GAP : 0;
}

/* The address gives way first; what is left of it begins as the whole does. */
static void
shorten(struct table *table, size_t room)
{
    if (table->widths[LOGIN] > LOGIN_MOST)
        table->widths[LOGIN] = LOGIN_MOST;
    const size_t wide = width_of(table);
    if (wide <= room)
        return;
    const size_t from = table->widths[FROM];
    const size_t over = wide - room;
    table->widths[FROM] = from > over + FROM_LEAST ? from - over : FROM_LEAST;
}

/* Figures stand to the right, so that they can be compared. */
static char *
line_of(const struct table *table, size_t row)
{
    struct buffer line = { 0 };

    for (size_t cell = 0; cell < CELLS; cell++) {
        const char *text = table->rows[row][cell];
        const bool is_figure = cell == NUMBER || cell == IDLE;
        if (table->widths[cell] == 0)
            continue;
        if (line.length > 0)
            buffer_addf(&line, "%*s", GAP, "");
        for (size_t i = text_width(text); is_figure && i < table->widths[cell]; i++)
            buffer_add_char(&line, ' ');
        text_add_cut(&line, text, is_figure ? text_width(text) : table->widths[cell],
                     true, false);
    }
    return buffer_take(&line);
}

static void
end(struct ui *ui, const struct open_session *session)
{
    struct error err = { 0 };

    if (session->number == 0) {
        ui_refuse(ui, "%s", _("A command ends by itself; it cannot be ended here."));
        return;
    }
    if (!confirm(ui, _("End it"),
                 _("End the session %d of %s?  What is being typed there is kept and "
                   "offered when they come back."),
                 session->number, session->login))
        return;
    if (open_sessions_end(ui_atelier(ui), session->number, &err))
        ui_say(ui, _("The session %d has ended; what was being typed there is kept."),
               session->number);
    else
        ui_fail(ui, &err);
}

void
who_show(struct ui *ui, void *state, int64_t argument)
{
    struct atelier *at = ui_atelier(ui);
    struct open_session *sessions;
    struct error err = { 0 };
    size_t count;

    (void)state;
    (void)argument;
    if (!open_sessions_list(at, &sessions, &count, &err)) {
        ui_fail(ui, &err);
        return;
    }
    const size_t room =
        (size_t)(terminal_columns() - CHOOSE_FRAME_COLUMNS - CHOOSE_NUMBER_COLUMNS);
    struct table table;
    fill(at, sessions, count, &table, false);
    if (width_of(&table) > room) {
        clear_rows(&table);
        fill(at, sessions, count, &table, true);
        shorten(&table, room);
    }
    char **lines = memory_new(count + 1, sizeof(*lines));
    for (size_t i = 0; i < count; i++)
        lines[i] = line_of(&table, i);
    const int chosen = choose(
        ui, _("Who is in"),
        table.is_short
            ? _("Choose a session to end it; you are asked first.  Number, login, from "
                "where, since when, how long without a key.  What ends in … is cut, and "
                "who came by the gateway is not said: a wider window or “atelier who” "
                "shows all.")
            : _("Choose a session to end it; you are asked first.  Number, login, from "
                "where, since when, how long without a key."),
        (const char *const *)lines, count, 0);
    clear_rows(&table);
    if (chosen >= 0)
        end(ui, &sessions[chosen]);
    for (size_t i = 0; i < count; i++)
        free(lines[i]);
    free(lines);
    free(sessions);
}
