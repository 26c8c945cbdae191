/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who.c - who is in now: shown, and ended when asked for */
#include "who.h"

#include <stdlib.h>

#include "atelier/app/open_sessions.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "widget/choose.h"
#include "widget/confirm.h"

enum { LOGIN_COLUMNS = 12, FROM_COLUMNS = 19 };

static char *
line_of(struct atelier *at, const struct open_session *session)
{
    struct buffer line = { 0 };
    struct buffer cell = { 0 };

    text_add_cut(&line, session->login, LOGIN_COLUMNS, true, false);
    buffer_add(&line, "  ");
    if (!session->is_screens) {
        buffer_add(&line, _("command, or only reads"));
        return buffer_take(&line);
    }
    open_sessions_add_from(session, &cell);
    text_add_cut(&line, buffer_text(&cell), FROM_COLUMNS, true, false);
    buffer_reset(&cell);
    open_sessions_add_time(at, session->begun, &cell);
    buffer_addf(&line, _("  since %s"), buffer_text(&cell));
    buffer_reset(&cell);
    open_sessions_add_idle(at, session, &cell);
    if (cell.length > 0)
        buffer_addf(&line, _(", no key for %s"), buffer_text(&cell));
    if (session->by_gateway)
        buffer_addf(&line, _(", by the gateway"));
    buffer_clear(&cell);
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
    char **lines = memory_new(count + 1, sizeof(*lines));
    for (size_t i = 0; i < count; i++)
        lines[i] = line_of(at, &sessions[i]);
    const int chosen =
        choose(ui, _("Who is in"), _("Choose a session to end it; you are asked first."),
               (const char *const *)lines, count, 0);
    if (chosen >= 0)
        end(ui, &sessions[chosen]);
    for (size_t i = 0; i < count; i++)
        free(lines[i]);
    free(lines);
    free(sessions);
}
