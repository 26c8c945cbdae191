/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait_notice.c - what is said while an act waits for a colleague who writes */
#include "atelier/base/language.h"
#include "loop.h"

enum {
    PATIENCE = 300,     /* milliseconds: most writes are over before anybody sees it */
    LAST_PATIENCE = 400 /* of a program that is left, or whose line has dropped */
};

bool
ui_give_up(void *context, int64_t waited)
{
    struct ui *ui = context;
    bool escaped;

    if (ui->ticking)
        return true;
    if (ui->leaving)
        return waited >= LAST_PATIENCE;
    if (waited < PATIENCE)
        return false;
    ui_say(ui, "%s", _("A colleague is writing.  Esc does not wait any longer."));
    ui_paint(ui);
    escaped = ui_escape_waits(ui);
    buffer_reset(&ui->message); /* what comes of it says more */
    ui->dirty = true;
    return escaped;
}
