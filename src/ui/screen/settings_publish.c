/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_publish.c - writes the site that everybody may read, into a folder */
#include "screen/settings_publish.h"

#include <stdlib.h>

#include "atelier/app/publish_site.h"
#include "atelier/base/language.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/progress.h"

const char *
settings_publish_why_not(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    return atelier_folder(ui_atelier(ui))
               ? _("This session keeps to its own folder of files, which nobody else "
                   "reads.")
               : NULL;
}

static void
say(struct ui *ui, const char *folder, const struct published_outcome *outcome)
{
    struct buffer name = { 0 };
    struct buffer text = { 0 };

    file_path_add(&name, atelier_folder(ui_atelier(ui)), folder);
    /* TRANSLATORS: a folder; how many files were written, removed and left as they are */
    buffer_addf(&text, _("%s: %zu written, %zu removed, %zu unchanged"),
                buffer_text(&name), outcome->written.count, outcome->removed.count,
                outcome->unchanged);
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&name);
}

static bool
publish(struct ui *ui, const char *folder)
{
    struct progress progress;
    const struct publish_wish wish = { .folder = folder,
                                       .telling = { progress_step, &progress } };
    struct published_outcome outcome = { 0 };
    struct error err = { 0 };

    progress_start(&progress, ui, _("Publishing"));
    const bool ok = site_publish(ui_atelier(ui), &wish, &outcome, &err);
    progress_end(&progress);
    if (ok)
        say(ui, folder, &outcome);
    else
        ui_fail(ui, &err);
    published_outcome_clear(&outcome);
    return ok || err.kind == ERROR_CANCELLED;
}

void
settings_publish(struct ui *ui, void *state, int64_t argument)
{
    char *path = NULL;
    bool done = false;

    (void)state;
    (void)argument;
    while (!done) {
        char *typed = file_ask(ui, _("Site for everybody to read"),
                               _("Its folder, which nobody else may write to: the "
                                 "programme, calendars and final reports go there."),
                               path, true);
        free(path);
        path = typed;
        done = !path || publish(ui, path);
    }
    free(path);
}
