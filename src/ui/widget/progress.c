/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress.c - the bar of long work */
#include "widget/progress.h"

#include "atelier/base/language.h"
#include "atelier/base/work.h"
#include "loop.h"
#include "sentence.h"
#include "terminal/terminal.h"

enum { FRAME = 200, WIDTH = 50, MEGABYTE = 1000000 };

/* Nine digits of bytes are read by nobody. */
static void
draw_counts(const struct progress *progress, struct area place)
{
    const int64_t unit = progress->is_bytes ? MEGABYTE : 1;
    const long long done = progress->done / unit, total = progress->total / unit;

    if (progress->is_bytes)
        paint_format(place.top, place.left, place.columns, STYLE_PLAIN,
                     _("%lld of %lld MB"), done, total);
    else
        paint_format(place.top, place.left, place.columns, STYLE_PLAIN, _("%lld of %lld"),
                     done, total);
}

static void
progress_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct progress *progress = state;
    struct area area = paint_middle(body, 5, WIDTH + 4);

    if (fresh)
        (void)paint_box(area, progress->title);
    struct area inside = { area.top + 1, area.left + 2, area.rows - 2, area.columns - 4 };
    paint_bar(inside.top, inside.left, inside.columns, progress->done, progress->total);
    if (progress->total > 0)
        draw_counts(progress,
                    (struct area){ inside.top + 1, inside.left, 1, inside.columns });
    sentence_paint(ui, (struct area){ inside.top + 2, inside.left, 1, inside.columns },
                   _("%K{Esc} stops."));
    paint_cursor(inside.top, inside.left);
}

static const struct screen progress_screen = {
    .name = "progress",
    .dialog = true,
    .works = true,
    .draw = progress_draw,
};

void
progress_start(struct progress *progress, struct ui *ui, const char *title)
{
    *progress =
        (struct progress){ .ui = ui, .title = title, .started = terminal_clock() };
}

bool
progress_step(void *context, int64_t done, int64_t total)
{
    struct progress *progress = context;
    int64_t now = terminal_clock();

    progress->done = done;
    progress->total = total;
    if (progress->stopped || now - progress->started < WORK_QUIET_MILLISECONDS ||
        now - progress->shown < FRAME)
        return progress->stopped;
    progress->shown = now;
    if (!progress->visible)
        progress->visible = ui_push_dialog(progress->ui, &progress_screen, progress);
    ui_paint(progress->ui);
    progress->stopped = input_escape_waits(progress->ui) || ui_is_leaving(progress->ui);
    return progress->stopped;
}

void
progress_end(struct progress *progress)
{
    if (progress->visible) {
        /* An Esc that came too late to stop it must not leave the screen that tells what
         * was done. */
        (void)input_escape_waits(progress->ui);
        ui_pop_dialog(progress->ui);
    }
    progress->visible = false;
}
