/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_command.c - who has the database open now, and the end of a session */
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/open_sessions.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "print.h"

static void
add_cell(struct buffer *line, const char *text, size_t columns)
{
    text_add_cut(line, text, columns, true, false);
    buffer_add(line, "  ");
}

static const char *
kind_of(const struct open_session *session)
{
    if (!session->is_screens)
        return _("command, or only reads");
    return session->by_gateway ? _("screens, by the gateway") : _("screens");
}

static void
print_session(struct invocation *inv, const struct open_session *session)
{
    char number[16] = "";
    struct buffer line = { 0 };
    struct buffer cell = { 0 };

    if (session->number > 0)
        (void)snprintf(number, sizeof(number), "%d", session->number);
    add_cell(&line, number, 3);
    add_cell(&line, session->login, 14);
    if (session->begun != INSTANT_NONE)
        open_sessions_add_time(inv->at, session->begun, &cell);
    add_cell(&line, buffer_text(&cell), 5);
    buffer_reset(&cell);
    open_sessions_add_idle(inv->at, session, &cell);
    add_cell(&line, buffer_text(&cell), 8);
    buffer_reset(&cell);
    if (session->is_screens)
        open_sessions_add_from(session, &cell);
    add_cell(&line, buffer_text(&cell), 15);
    add_cell(&line, session->terminal, 14);
    buffer_add(&line, kind_of(session));
    print_line(inv, "%s", buffer_text(&line));
    buffer_clear(&cell);
    buffer_clear(&line);
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
        print_line(inv, "%s",
                   _("No.  Login           Since  No key    From             Terminal    "
                     "    What"));
    for (size_t i = 0; i < count; i++) {
        print_session(inv, &sessions[i]);
        json_array_append_new(array, json_session(&sessions[i]));
    }
    print_json(inv, array);
    free(sessions);
    return true;
}

static bool
end_session(struct invocation *inv, struct error *err)
{
    int64_t number = 0;

    if (!invocation_option_number(inv, "end", &number, err) ||
        !open_sessions_end(inv->at, number > 0 && number < INT16_MAX ? (int)number : 0,
                           err))
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
