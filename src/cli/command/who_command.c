/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_command.c - who has the database open now, and the end of a session */
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/open_sessions.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "print.h"

static const char *
kind_of(const struct open_session *session)
{
    if (!session->is_screens)
        return _("command, or only reads");
    return session->by_gateway ? _("screens, by the gateway") : _("screens");
}

enum { COLUMNS = 7 };

/* A column is as wide as the longest of it: an address or a day that is cut says nothing.
 */
struct table {
    char *(*rows)[COLUMNS];
    size_t count;
    size_t widths[COLUMNS];
};

static void
set_cell(struct table *table, size_t row, size_t column, const char *text)
{
    const size_t width = text_width(text);

    table->rows[row][column] = memory_copy(text);
    if (table->widths[column] < width)
        table->widths[column] = width;
}

static void
add_titles(struct table *table)
{
    const char *const titles[COLUMNS] = {
        _("No."),        _("Login"),    _("Since"),          _("No key"),
        _("Comes from"), _("Terminal"), _("Kind of session")
    };

    for (size_t i = 0; i < COLUMNS; i++)
        set_cell(table, 0, i, titles[i]);
}

static void
add_session(struct atelier *at, const struct open_session *session, struct table *table,
            size_t row)
{
    char number[16] = "";
    struct buffer cell = { 0 };

    if (session->number > 0)
        (void)snprintf(number, sizeof(number), "%d", session->number);
    set_cell(table, row, 0, number);
    set_cell(table, row, 1, session->login);
    if (session->begun != INSTANT_NONE)
        open_sessions_add_time(at, session->begun, &cell);
    set_cell(table, row, 2, buffer_text(&cell));
    buffer_reset(&cell);
    open_sessions_add_idle(at, session, &cell);
    set_cell(table, row, 3, buffer_text(&cell));
    buffer_reset(&cell);
    if (session->is_screens)
        open_sessions_add_from(session, &cell);
    set_cell(table, row, 4, buffer_text(&cell));
    set_cell(table, row, 5, session->terminal);
    set_cell(table, row, 6, kind_of(session));
    buffer_clear(&cell);
}

/* Figures stand to the right, so that they can be compared. */
static void
add_cell(struct buffer *line, const char *text, size_t width, bool is_figure)
{
    for (size_t i = text_width(text); is_figure && i < width; i++)
        buffer_add_char(line, ' ');
    text_add_cut(line, text, is_figure ? text_width(text) : width, true, false);
}

static void
print_table(struct invocation *inv, const struct table *table)
{
    struct buffer line = { 0 };

    for (size_t row = 0; row < table->count; row++) {
        buffer_reset(&line);
        for (size_t i = 0; i + 1 < COLUMNS; i++) {
            add_cell(&line, table->rows[row][i], table->widths[i], i == 0 || i == 3);
            buffer_add(&line, "  ");
        }
        print_line(inv, "%s%s", buffer_text(&line), table->rows[row][COLUMNS - 1]);
    }
    buffer_clear(&line);
}

static void
print_sessions(struct invocation *inv, const struct open_session *sessions, size_t count)
{
    struct table table = { .count = count + 1 };

    table.rows = memory_new(table.count, sizeof(*table.rows));
    add_titles(&table);
    for (size_t i = 0; i < count; i++)
        add_session(inv->at, &sessions[i], &table, i + 1);
    print_table(inv, &table);
    for (size_t row = 0; row < table.count; row++)
        for (size_t i = 0; i < COLUMNS; i++)
            free(table.rows[row][i]);
    free(table.rows);
}

static json_t *
json_instant(instant at)
{
    char text[INSTANT_TEXT_SIZE];

    if (at == INSTANT_NONE)
        return json_null();
    instant_format(at, text);
    return json_string(text);
}

static json_t *
json_session(const struct open_session *session)
{
    return json_pack("{s:o,s:s,s:s,s:s,s:o,s:o,s:b,s:b,s:s}", "session",
                     session->number > 0 ? json_integer(session->number) : json_null(),
                     "login", session->login, "from", session->from, "terminal",
                     session->terminal, "since", json_instant(session->begun), "active",
                     json_instant(session->active), "by_gateway", session->by_gateway,
                     "screens", session->is_screens, "process", session->process);
}

static bool
list_sessions(struct invocation *inv, struct error *err)
{
    struct open_session *sessions;
    size_t count;

    if (!open_sessions_list(inv->at, &sessions, &count, err))
        return false;
    json_t *array = json_array();
    if (count == 0)
        print_line(inv, "%s", _("Nobody else is in."));
    else
        print_sessions(inv, sessions, count);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, json_session(&sessions[i]));
    print_json(inv, array);
    free(sessions);
    return true;
}

static bool
end_session(struct invocation *inv, struct error *err)
{
    int64_t number = 0;

    if (!invocation_option_number(inv, "end", &number, err) ||
        !open_sessions_end(inv->at, number, err))
        return false;
    print_line(inv, _("The session %d has ended; what was being typed there is kept."),
               (int)number);
    print_json(inv, json_pack("{s:I}", "ended", (json_int_t)number));
    return true;
}

static bool
who(struct invocation *inv, struct error *err)
{
    return invocation_option(inv, "end") ? end_session(inv, err)
                                         : list_sessions(inv, err);
}

static const struct command_option who_options[] = {
    { "end", "NUMBER", N_("end that session; one's own, or as an administrator any") },
    { 0 },
};

const struct command who_commands[] = {
    { .noun = "who",
      .options = who_options,
      .summary = N_("show who has the database open, from where and since when"),
      .only_reads = true,
      .run = who },
    COMMAND_END,
};
