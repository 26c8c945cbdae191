/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_file.c - the report of a meeting leaves as a file: for paper, for the web, as
 * text */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_report.h"
#include "atelier/app/file_name.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "child_watch.h"
#include "report/report_page.h"
#include "widget/confirm.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"

/* A PDF that a child draws, until it has ended. */
struct drawing {
    struct paper_job *job;
    char *path;
};

static void
say_written(struct ui *ui, const char *path, bool replaced, const struct buffer *missed)
{
    struct buffer name = { 0 };
    struct buffer text = { 0 };

    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    if (replaced)
        buffer_addf(&text, _("Written to %s; the older file is replaced."),
                    buffer_text(&name));
    else
        buffer_addf(&text, _("Written to %s."), buffer_text(&name));
    if (missed && missed->length > 0) {
        buffer_add(&text, "  ");
        buffer_add_part(&text, buffer_text(missed), strcspn(buffer_text(missed), "\n"));
    }
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&name);
}

static void
drawing_free(struct drawing *drawing)
{
    free(drawing->path);
    free(drawing);
}

static void
end_drawing(struct ui *ui, void *context, const struct child *child)
{
    struct drawing *drawing = context;
    struct paper_outcome outcome = { 0 };
    struct error err = { 0 };

    if (paper_job_end(drawing->job, child, &outcome, &err))
        say_written(ui, drawing->path, outcome.replaced, &outcome.missed);
    else if (!ui_is_leaving(ui))
        ui_fail(ui, &err);
    paper_outcome_clear(&outcome);
    error_clear(&err);
    drawing_free(drawing);
}

static void
draw(struct ui *ui, struct paper_job *job, const char *path)
{
    struct drawing *drawing = memory_new(1, sizeof *drawing);

    *drawing = (struct drawing){ .job = job, .path = memory_copy(path) };
    if (child_watch(ui, paper_job_child(job), end_drawing, drawing)) {
        ui_say(ui, "%s", _("It is being printed; you can go on."));
        return;
    }
    paper_job_discard(job);
    drawing_free(drawing);
}

static bool
write(struct ui *ui, const struct report_export *wish, const char *path, bool replace,
      struct error *err)
{
    const struct print_destination to = { .path = path, .replace = replace };
    struct paper_job *job = NULL;
    bool replaced = false;

    if (!report_export(ui_atelier(ui), wish, &to, &job, &replaced, err))
        return false;
    if (job)
        draw(ui, job, path);
    else
        say_written(ui, path, replaced, NULL);
    return true;
}

/* False: another name is wanted. */
static bool
write_to(struct ui *ui, int64_t meeting, const char *path)
{
    const int form = report_form_of_name(path);
    const struct report_export wish = { .meeting = meeting,
                                        .form = (enum report_form)form };
    struct error err = { 0 };

    if (form < 0) {
        ui_refuse(ui, "%s",
                  _("End the name in .pdf for paper, in .html for a page of the web, in "
                    ".md or .txt for text."));
        return false;
    }
    bool ok = write(ui, &wish, path, false, &err);
    if (!ok && err.kind == ERROR_EXISTS &&
        confirm(ui, _("Replace the file"), _("%s is there already.  Replace it?"),
                path)) {
        error_clear(&err);
        ok = write(ui, &wish, path, true, &err);
    }
    if (!ok)
        ui_fail(ui, &err);
    error_clear(&err);
    return ok;
}

void
report_file_ask(struct ui *ui, int64_t meeting, const char *ending)
{
    const bool confined = atelier_folder(ui_atelier(ui));
    struct buffer name = { 0 };
    struct buffer title = { 0 };
    char *path = NULL;
    bool done = false;

    file_ask_add_title(ui, _("Write the report to a file"),
                       (struct row_ref){ ENTITY_MEETING, meeting }, &title);
    /* TRANSLATORS: of a file: urb-2026-12-02-report.pdf */
    file_name_add(ui_atelier(ui), meeting, _("report"), confined ? "pdf" : ending, &name);
    while (!done) {
        char *typed =
            file_ask_new(ui, buffer_text(&title),
                         _("File, like ~/report.pdf for paper, ~/report.html for a page "
                           "of the web; .txt or .md for text."),
                         path, buffer_text(&name));
        free(path);
        path = typed;
        done = !path || write_to(ui, meeting, path);
    }
    buffer_clear(&name);
    buffer_clear(&title);
    free(path);
}

void
report_file_this(struct ui *ui, void *state, int64_t argument)
{
    const struct report_page *page = state;

    (void)argument;
    report_file_ask(ui, page->meeting, "pdf");
}
