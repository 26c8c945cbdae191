/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_settling.c - says what became of an entry, on whatever screen it is chosen */
#include "report/entry_settling.h"

#include <stdlib.h>

#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "widget/ask.h"

static void
say(struct ui *ui, enum report_entry_state state)
{
    if (state == ENTRY_DONE)
        ui_say(ui, _("Done.  %%K{program.undo} takes it back."));
    else if (state == ENTRY_DROPPED)
        ui_say(ui, _("Dropped.  %%K{program.undo} takes it back."));
    else
        ui_say(ui, _("Open again.  %%K{program.undo} takes it back."));
}

static void
say_remark(struct ui *ui, enum report_entry_state state)
{
    if (state == ENTRY_DONE)
        ui_say(ui, _("Taken up.  %%K{program.undo} takes it back."));
    else if (state == ENTRY_DROPPED)
        ui_say(ui, _("Left out.  %%K{program.undo} takes it back."));
    else
        ui_say(ui, _("To be decided on again.  %%K{program.undo} takes it back."));
}

static bool
settle(struct ui *ui, int64_t entry, enum report_entry_state state, int64_t meeting,
       const char *reason)
{
    struct error err = { 0 };

    return entry_settle(ui_atelier(ui), entry, state, meeting, reason, &err) ||
           ui_fail(ui, &err);
}

void
entry_settling_run(struct ui *ui, int64_t entry, enum report_entry_state state,
                   int64_t meeting)
{
    char *reason = NULL;

    if (state == ENTRY_DROPPED) {
        reason = ask(ui, _("Drop it"),
                     _("Why?  The reason stands beside it in the report."), NULL, true);
        if (!reason)
            return;
    }
    if (settle(ui, entry, state, meeting, reason))
        say(ui, state);
    free(reason);
}

void
entry_settling_run_remark(struct ui *ui, int64_t entry, enum report_entry_state state)
{
    char *reason = NULL;

    if (state == ENTRY_DROPPED) {
        reason = ask(ui, _("Leave the remark out"),
                     _("Why?  The reason stands beside it."), NULL, true);
        if (!reason)
            return;
    }
    if (settle(ui, entry, state, 0, reason))
        say_remark(ui, state);
    free(reason);
}
