/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print.c - the attendance sheet from the page of a meeting, while the screen
 * goes on */
#include "meeting/meeting_print.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/app/export_list.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/printer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "child_watch.h"
#include "widget/choose.h"
#include "widget/confirm.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"

enum { BLANK_ROWS = 4 };

/* What is under way, until its last child has ended. */
struct printing {
    struct sheet_job *job;
    char *path;             /* NULL: on the printer */
    struct buffer document; /* for the printer */
    int64_t version;
};

static void
printing_free(struct printing *printing)
{
    free(printing->path);
    buffer_clear(&printing->document);
    free(printing);
}

static void
fail(struct ui *ui, struct error *err)
{
    ui_fail(ui, err);
    error_clear(err);
}

/* --- on the printer */

static bool
keep(void *context, const char *bytes, size_t length)
{
    struct printing *printing = context;

    buffer_add_part(&printing->document, bytes, length);
    return true;
}

static void
end_sending(struct ui *ui, void *context, const struct child *child)
{
    struct printing *printing = context;
    struct error err = { 0 };

    if (child_succeeded(child, &err))
        ui_say(ui, _("Version %" PRId64 " of the sheet went to the printer."),
               printing->version);
    else
        fail(ui, &err);
    printing_free(printing);
}

static void
send_to_printer(struct ui *ui, struct printing *printing)
{
    struct error err = { 0 };
    struct child *child =
        printer_start(ui_atelier(ui), _("Attendance sheet"), &printing->document, &err);

    if (child && child_watch(ui, child, end_sending, printing))
        return;
    if (!child)
        fail(ui, &err);
    printing_free(printing);
}

/* Paper cannot be taken back: what it would lack is said before. */
static bool
may_lack(struct ui *ui, const struct child *child)
{
    struct buffer missed = { 0 };

    print_missed_add(child, &missed);
    const bool ok = missed.length == 0 ||
                    confirm(ui, _("Print it all the same"), "%s", buffer_text(&missed));
    buffer_clear(&missed);
    return ok;
}

/* --- in a file */

static void
say_written(struct ui *ui, const char *path, const struct sheet_outcome *outcome)
{
    struct buffer name = { 0 };
    struct buffer text = { 0 };

    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    buffer_addf(&text, _("Version %" PRId64 " of the sheet written to %s."),
                outcome->version, buffer_text(&name));
    if (outcome->missed.length > 0) {
        const char *missed = buffer_text(&outcome->missed);
        buffer_add(&text, "  ");
        buffer_add_part(&text, missed, strcspn(missed, "\n"));
    }
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&name);
}

/* --- the child that draws it */

static void
end_drawing(struct ui *ui, void *context, const struct child *child)
{
    struct printing *printing = context;
    struct sheet_outcome outcome;
    struct error err = { 0 };

    if (!printing->path && child_succeeded(child, NULL) && !may_lack(ui, child)) {
        sheet_job_discard(printing->job);
        printing_free(printing);
        return;
    }
    const bool ok = sheet_job_end(printing->job, child, &outcome, &err);
    printing->version = outcome.version;
    if (!ok)
        fail(ui, &err);
    else if (printing->path)
        say_written(ui, printing->path, &outcome);
    sheet_outcome_clear(&outcome);
    if (ok && !printing->path)
        send_to_printer(ui, printing);
    else
        printing_free(printing);
}

/* False: it could not be begun. */
static bool
begin(struct ui *ui, const char *path, bool replace, struct error *err)
{
    const struct sheet_request request = { .meeting = ui_id(ui), .blank = BLANK_ROWS };
    struct printing *printing = memory_new(1, sizeof(*printing));
    *printing = (struct printing){ .path = path ? memory_copy(path) : NULL };
    const struct print_destination to = {
        .path = path, .replace = replace, .sink = keep, .context = printing
    };

    printing->job = sheet_job_start(ui_atelier(ui), &request, &to, err);
    if (!printing->job) {
        printing_free(printing);
        return false;
    }
    if (child_watch(ui, sheet_job_child(printing->job), end_drawing, printing)) {
        ui_say(ui, "%s", _("The sheet is being printed; you can go on."));
        return true;
    }
    sheet_job_discard(printing->job);
    printing_free(printing);
    return true;
}

/* --- which file */

static bool
may_replace(struct ui *ui, const char *path)
{
    return confirm(ui, _("Replace the file"), _("%s is there already.  Replace it?"),
                   path);
}

/* False, here and below: another name is wanted. */
static bool
print_to(struct ui *ui, const char *path)
{
    struct error err = { 0 };

    if (begin(ui, path, false, &err))
        return true;
    if (err.kind == ERROR_EXISTS) {
        error_clear(&err);
        if (!may_replace(ui, path))
            return false;
        if (begin(ui, path, true, &err))
            return true;
    }
    fail(ui, &err);
    return false;
}

static bool
write_list(struct ui *ui, const char *path, enum list_form form, bool replace)
{
    const struct list_export list = {
        .query = { .kind = LISTING_REGISTRATION,
                   .scope = ui_id(ui),
                   .states = sheet_states(ui_atelier(ui)) },
        .form = form,
    };
    struct list_outcome outcome = { 0 };
    struct error err = { 0 };
    const bool ok =
        export_list_file(ui_atelier(ui), &list, path, replace, &outcome, &err);

    if (!ok && err.kind == ERROR_EXISTS && !replace) {
        error_clear(&err);
        return may_replace(ui, path) && write_list(ui, path, form, true);
    }
    if (ok) {
        struct buffer name = { 0 };
        file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
        ui_say(ui,
               ngettext("%" PRId64 " row written to %s.",
                        "%" PRId64 " rows written to %s.", (unsigned long)outcome.rows),
               outcome.rows, buffer_text(&name));
        buffer_clear(&name);
    } else
        fail(ui, &err);
    return ok;
}

static bool
write_sheet(struct ui *ui, const char *path)
{
    const char *ending = strrchr(path, '.');
    enum list_form form;

    if (ending && strcasecmp(ending, ".pdf") == 0)
        return print_to(ui, path);
    if (list_form_of_path(path, &form) && form != LIST_JSON)
        return write_list(ui, path, form, false);
    ui_refuse(ui, "%s",
              _("End the name in .pdf for paper, in .xlsx or .csv for a spreadsheet."));
    return false;
}

static void
ask_file(struct ui *ui)
{
    char *path = NULL;
    bool done = false;

    while (!done) {
        char *typed =
            file_ask(ui, _("Print the attendance sheet"),
                     _("File, like ~/sheet.pdf for paper to be signed; ~/sheet.xlsx "
                       "or .csv for a spreadsheet."),
                     path, true);
        free(path);
        path = typed;
        done = !path || write_sheet(ui, path);
    }
    free(path);
}

void
meeting_print_sheet(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    enum { PRINTER, FILE_NAMED };
    const char *const answers[] = { _("The printer of the office"), _("A file") };
    int answer = FILE_NAMED;

    if (printer_is_there(ui_atelier(ui)))
        answer = choose(ui, _("Print the attendance sheet"), NULL, answers, 2, PRINTER);
    if (answer == FILE_NAMED)
        ask_file(ui);
    if (answer != PRINTER)
        return;
    struct error err = { 0 };
    if (!begin(ui, NULL, false, &err))
        fail(ui, &err);
}
