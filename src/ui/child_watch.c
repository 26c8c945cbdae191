/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child_watch.c - children that work beside the screens, while keys go on being answered
 */
#include "child_watch.h"

#include "atelier/base/language.h"
#include "loop.h"
#include "terminal/terminal.h"

/* All its descriptors are closed, and its end is to come. */
enum { END_LOOKED_FOR_AFTER = 20 };

_Static_assert(WATCHED_MOST *CHILD_DESCRIPTORS <= TERMINAL_OTHERS_MOST,
               "all that is watched can be waited for");

bool
child_watch(struct ui *ui, struct child *child, child_watch_ended *ended, void *context)
{
    if (ui->watched_count == WATCHED_MOST) {
        child_free(child);
        ui_refuse(ui, "%s", _("Too much is under way already; wait for some of it."));
        return false;
    }
    ui->watched[ui->watched_count++] =
        (struct watched){ .child = child, .ended = ended, .context = context };
    return true;
}

size_t
child_watch_poll(const struct ui *ui, struct pollfd *polled, int *timeout)
{
    *timeout = -1;
    size_t count = 0;
    for (size_t i = 0; i < ui->watched_count; i++) {
        size_t some = child_poll(ui->watched[i].child, polled + count);
        if (some == 0)
            *timeout = END_LOOKED_FOR_AFTER;
        count += some;
    }
    return count;
}

void
child_watch_step(struct ui *ui)
{
    for (size_t i = 0; i < ui->watched_count;) {
        struct watched watched = ui->watched[i];

        if (child_step(watched.child)) {
            i++;
            continue;
        }
        ui->watched[i] = ui->watched[--ui->watched_count];
        watched.ended(ui, watched.context, watched.child);
        child_free(watched.child);
        ui->dirty = true;
    }
}

void
child_watch_clear(struct ui *ui)
{
    while (ui->watched_count > 0) {
        struct watched watched = ui->watched[--ui->watched_count];

        child_stop(watched.child);
        watched.ended(ui, watched.context, watched.child);
        child_free(watched.child);
    }
}
