/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print.c - what is printed from the page of a meeting or of a month, on paper or
 * into a file, while the screen goes on */
#include "meeting/meeting_print.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_list.h"
#include "atelier/app/file_name.h"
#include "atelier/app/print_cards.h"
#include "atelier/app/print_pages.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/printer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/path.h"
#include "atelier/domain/sheet_rows.h"
#include "child_watch.h"
#include "sentence.h"
#include "widget/choose.h"
#include "widget/confirm.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"

/* What is under way, until its last child has ended. */
struct printing {
    enum meeting_document what;
    struct sheet_job *sheet; /* one of them */
    struct paper_job *paper;
    char *path;             /* NULL: on the printer */
    struct buffer document; /* for the printer */
    int64_t number;         /* the version of the sheet, or how many cards there are */
};

static const char *
title_of(enum meeting_document what)
{
    switch (what) {
    case MEETING_SHEET:
        return _("Print the attendance sheet");
    case MEETING_BADGES:
        return _("Print badges");
    case MEETING_PLACE_CARDS:
        return _("Print place cards");
    case MEETING_CERTIFICATES:
        return _("Print certificates of attendance");
    case MEETING_PROGRAMME:
        return _("Print the programme");
    case MEETING_MONTH:
        return _("Print the month");
    }
    return "";
}

static bool
is_of_pages(enum meeting_document what)
{
    return what == MEETING_CERTIFICATES || what == MEETING_PROGRAMME ||
           what == MEETING_MONTH;
}

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

    if (!child_succeeded(child, &err))
        fail(ui, &err);
    else if (printing->what == MEETING_SHEET)
        ui_say(ui, _("Version %" PRId64 " of the sheet went to the printer."),
               printing->number);
    else if (is_of_pages(printing->what))
        ui_say(ui, "%s", _("It went to the printer."));
    else
        ui_say(ui,
               ngettext("%" PRId64 " card went to the printer.",
                        "%" PRId64 " cards went to the printer.",
                        (unsigned long)printing->number),
               printing->number);
    printing_free(printing);
}

static void
send_to_printer(struct ui *ui, struct printing *printing)
{
    struct error err = { 0 };
    struct child *child = printer_start(ui_atelier(ui), title_of(printing->what),
                                        &printing->document, &err);

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
say_written(struct ui *ui, const struct printing *printing, const struct buffer *missed)
{
    struct buffer name = { 0 };
    struct buffer text = { 0 };

    file_path_add(&name, atelier_folder(ui_atelier(ui)), printing->path);
    if (printing->what == MEETING_SHEET)
        buffer_addf(&text, _("Version %" PRId64 " of the sheet written to %s."),
                    printing->number, buffer_text(&name));
    else if (printing->what == MEETING_CERTIFICATES)
        buffer_addf(&text,
                    ngettext("%" PRId64 " certificate written to %s.",
                             "%" PRId64 " certificates written to %s.",
                             (unsigned long)printing->number),
                    printing->number, buffer_text(&name));
    else if (is_of_pages(printing->what))
        buffer_addf(&text, _("Written to %s."), buffer_text(&name));
    else
        buffer_addf(&text,
                    ngettext("%" PRId64 " card written to %s.",
                             "%" PRId64 " cards written to %s.",
                             (unsigned long)printing->number),
                    printing->number, buffer_text(&name));
    if (missed->length > 0) {
        buffer_add(&text, "  ");
        buffer_add_part(&text, buffer_text(missed), strcspn(buffer_text(missed), "\n"));
    }
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&name);
}

/* --- the child that draws it */

static void
discard(struct printing *printing)
{
    if (printing->sheet)
        sheet_job_discard(printing->sheet);
    if (printing->paper)
        paper_job_discard(printing->paper);
    printing_free(printing);
}

static bool
end_job(struct printing *printing, const struct child *child, struct buffer *missed,
        struct error *err)
{
    struct sheet_outcome sheet = { 0 };
    struct paper_outcome paper = { 0 };
    const bool ok = printing->sheet ? sheet_job_end(printing->sheet, child, &sheet, err)
                                    : paper_job_end(printing->paper, child, &paper, err);

    printing->number = printing->sheet ? sheet.version : paper.count;
    if (ok)
        print_missed_add(child, missed);
    sheet_outcome_clear(&sheet);
    paper_outcome_clear(&paper);
    return ok;
}

static void
end_drawing(struct ui *ui, void *context, const struct child *child)
{
    struct printing *printing = context;
    struct buffer missed = { 0 };
    struct error err = { 0 };

    if (!printing->path && child_succeeded(child, NULL) && !may_lack(ui, child)) {
        discard(printing);
        return;
    }
    const bool ok = end_job(printing, child, &missed, &err);
    if (!ok)
        fail(ui, &err);
    else if (printing->path)
        say_written(ui, printing, &missed);
    buffer_clear(&missed);
    if (ok && !printing->path)
        send_to_printer(ui, printing);
    else
        printing_free(printing);
}

static struct pages_request
request_of(struct ui *ui, const struct print_wish *wanted)
{
    if (wanted->what == MEETING_MONTH)
        return (struct pages_request){
            .kind = PAGES_MONTH,
            .wish = { .first = wanted->month,
                      .last = date_add_days(date_add_months(wanted->month, 1), -1) },
        };
    return (struct pages_request){
        .kind = wanted->what == MEETING_PROGRAMME ? PAGES_PROGRAMME : PAGES_CERTIFICATES,
        .meeting = ui_id(ui),
        .only = wanted->persons,
    };
}

static struct child *
start_cards(struct ui *ui, const struct print_wish *wanted, struct printing *printing,
            const struct print_destination *to, struct error *err)
{
    const struct cards_request cards = {
        .meeting = ui_id(ui),
        .only = wanted->marked,
        .kind = printing->what == MEETING_BADGES ? CARD_BADGE : CARD_PLACE,
    };

    printing->paper = cards_job_start(ui_atelier(ui), &cards, to, err);
    return printing->paper ? paper_job_child(printing->paper) : NULL;
}

/* The child, NULL when there is none. */
static struct child *
start(struct ui *ui, const struct print_wish *wanted, struct printing *printing,
      const struct print_destination *to, struct error *err)
{
    if (is_of_pages(wanted->what)) {
        const struct pages_request pages = request_of(ui, wanted);
        printing->paper = pages_job_start(ui_atelier(ui), &pages, to, err);
        return printing->paper ? paper_job_child(printing->paper) : NULL;
    }
    if (wanted->what != MEETING_SHEET)
        return start_cards(ui, wanted, printing, to, err);
    const struct sheet_request sheet = { .meeting = ui_id(ui),
                                         .blank = SHEET_BLANK_USUAL };
    printing->sheet = sheet_job_start(ui_atelier(ui), &sheet, to, err);
    return printing->sheet ? sheet_job_child(printing->sheet) : NULL;
}

/* False: it could not be begun. */
static bool
begin(struct ui *ui, const struct print_wish *wanted, const char *path, bool replace,
      struct error *err)
{
    struct printing *printing = memory_new(1, sizeof(*printing));
    *printing = (struct printing){ .what = wanted->what,
                                   .path = path ? memory_copy(path) : NULL };
    const struct print_destination to = {
        .path = path, .replace = replace, .sink = keep, .context = printing
    };
    struct child *child = start(ui, wanted, printing, &to, err);

    if (!child) {
        printing_free(printing);
        return false;
    }
    if (child_watch(ui, child, end_drawing, printing))
        ui_say(ui, "%s", _("It is being printed; you can go on."));
    else
        discard(printing);
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
print_to(struct ui *ui, const struct print_wish *wanted, const char *path)
{
    struct error err = { 0 };

    if (begin(ui, wanted, path, false, &err))
        return true;
    if (err.kind == ERROR_EXISTS) {
        error_clear(&err);
        if (!may_replace(ui, path))
            return false;
        if (begin(ui, wanted, path, true, &err))
            return true;
    }
    fail(ui, &err);
    return false;
}

/* The rows of the sheet, as they are now. */
static bool
export_rows(struct ui *ui, const char *path, enum list_form form, bool replace,
            struct list_outcome *outcome, struct error *err)
{
    const struct sheet_request request = { .meeting = ui_id(ui),
                                           .blank = SHEET_BLANK_USUAL };
    struct printed_sheet sheet = { 0 };
    struct sheet_rows rows = { 0 };
    bool ok = sheet_read(ui_atelier(ui), &request, &sheet, err);

    if (ok) {
        sheet_rows_fill(&rows, &sheet);
        const struct list_export list = { .listing = &rows.listing,
                                          .page = &rows.page,
                                          .form = form };
        ok = export_list_file(ui_atelier(ui), &list, path, replace, outcome, err);
    }
    sheet_rows_clear(&rows);
    printed_sheet_clear(&sheet);
    return ok;
}

static bool
write_rows(struct ui *ui, const char *path, enum list_form form, bool replace)
{
    struct list_outcome outcome = { 0 };
    struct error err = { 0 };
    const bool ok = export_rows(ui, path, form, replace, &outcome, &err);

    if (!ok && err.kind == ERROR_EXISTS && !replace) {
        error_clear(&err);
        return may_replace(ui, path) && write_rows(ui, path, form, true);
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
write_document(struct ui *ui, const struct print_wish *wanted, const char *path)
{
    enum list_form form;

    if (path_ends_in(path, "pdf"))
        return print_to(ui, wanted, path);
    if (wanted->what != MEETING_SHEET)
        ui_refuse(ui, "%s", _("End the name in .pdf."));
    else if (list_form_of_path(path, &form) && form != LIST_JSON)
        return write_rows(ui, path, form, false);
    else
        ui_refuse(
            ui, "%s",
            _("End the name in .pdf for paper, in .xlsx or .csv for a spreadsheet."));
    return false;
}

/* In the name that is proposed. */
static const char *
name_of(enum meeting_document what)
{
    switch (what) {
    case MEETING_SHEET:
        return _("sheet");
    case MEETING_BADGES:
        return _("badges");
    case MEETING_PLACE_CARDS:
        return _("place cards");
    case MEETING_CERTIFICATES:
        return _("certificates");
    case MEETING_PROGRAMME:
        return _("programme");
    case MEETING_MONTH:
        return _("calendar");
    }
    return "";
}

static const char *
words_of(enum meeting_document what)
{
    switch (what) {
    case MEETING_SHEET:
        return _("File, like ~/sheet.pdf for paper to be signed; ~/sheet.xlsx or .csv "
                 "for a spreadsheet.  Once it is signed, %K{meeting.scan} on the page of "
                 "the meeting notes where its scan lies.");
    case MEETING_BADGES:
        return _("File, like ~/badges.pdf.");
    case MEETING_PLACE_CARDS:
        return _("File, like ~/cards.pdf.");
    case MEETING_CERTIFICATES:
        return _(
            "File, like ~/certificates.pdf: one for each who was marked as present.");
    case MEETING_PROGRAMME:
    case MEETING_MONTH:
        return _("File, like ~/paper.pdf.");
    }
    return "";
}

static void
propose_name(struct ui *ui, const struct print_wish *wanted, struct buffer *name)
{
    if (wanted->what == MEETING_MONTH)
        buffer_addf(name, "%s-%04d-%02d.pdf", name_of(wanted->what), wanted->month.year,
                    wanted->month.month);
    else
        file_name_add(ui_atelier(ui), ui_id(ui), name_of(wanted->what), "pdf", name);
}

/* "Print badges: 3 marked · Heat and noise (03/03/2027)" */
static void
add_title(struct ui *ui, const struct print_wish *wanted, struct buffer *title)
{
    const size_t count = wanted->marked.count;
    struct buffer deed = { 0 };

    if (count == 0)
        buffer_add(&deed, title_of(wanted->what));
    else
        buffer_addf(&deed, /* TRANSLATORS: "Print badges", how many people */
                    ngettext("%s: the %zu marked person alone",
                             "%s: the %zu marked people alone", (unsigned long)count),
                    title_of(wanted->what), count);
    if (wanted->what == MEETING_MONTH)
        buffer_add(title, buffer_text(&deed));
    else
        file_ask_add_title(ui, buffer_text(&deed), ui_row(ui), title);
    buffer_clear(&deed);
}

/* Of the sheet: what was printed of it last, and whether that is still true. */
static void
add_standing(struct ui *ui, const struct print_wish *wanted, struct buffer *text)
{
    struct sheet_standing standing = { 0 };
    struct buffer last = { 0 };
    struct error ignored = { 0 };

    if (wanted->what != MEETING_SHEET ||
        !sheet_standing_load(ui_atelier(ui), ui_id(ui), 0, &standing, &ignored) ||
        standing.version == 0) {
        error_clear(&ignored);
        return;
    }
    sheet_standing_add(ui_atelier(ui), &standing, &last);
    if (standing.is_stale)
        buffer_addf(text, /* TRANSLATORS: "version 2 of 12/03 17:40; 3 people changed" */
                    _("What was printed last is out of date: %s.  This prints the next "
                      "version."),
                    buffer_text(&last));
    else
        buffer_addf(text, /* TRANSLATORS: "version 2 of 12/03 17:40" */
                    _("Printed last: %s.  Nothing has changed since: it is printed again "
                      "as it was."),
                    buffer_text(&last));
    buffer_clear(&last);
}

static void
ask_file(struct ui *ui, const struct print_wish *wanted)
{
    struct buffer name = { 0 };
    struct buffer title = { 0 };
    struct buffer words = { 0 };
    char *path = NULL;
    bool done = false;

    propose_name(ui, wanted, &name);
    add_title(ui, wanted, &title);
    add_standing(ui, wanted, &words);
    if (words.length > 0)
        buffer_add(&words, "\n\n");
    sentence_add(ui, words_of(wanted->what), &words);
    while (!done) {
        char *typed = file_ask_new(ui, buffer_text(&title), buffer_text(&words), path,
                                   buffer_text(&name));
        free(path);
        path = typed;
        done = !path || write_document(ui, wanted, path);
    }
    buffer_clear(&words);
    buffer_clear(&title);
    buffer_clear(&name);
    free(path);
}

void
meeting_print_wish(struct ui *ui, const struct print_wish *wanted)
{
    enum { PRINTER, FILE_NAMED };
    const char *const answers[] = { _("The printer of the office"), _("A file") };
    struct buffer title = { 0 };
    struct buffer text = { 0 };
    int answer = FILE_NAMED;

    add_title(ui, wanted, &title);
    add_standing(ui, wanted, &text);
    if (printer_is_there(ui_atelier(ui)))
        answer = choose(ui, buffer_text(&title),
                        text.length > 0 ? buffer_text(&text) : NULL, answers, 2, PRINTER);
    buffer_clear(&text);
    buffer_clear(&title);
    if (answer == FILE_NAMED)
        ask_file(ui, wanted);
    if (answer != PRINTER)
        return;
    struct error err = { 0 };
    if (!begin(ui, wanted, NULL, false, &err))
        fail(ui, &err);
}

void
meeting_print(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    meeting_print_wish(ui,
                       &(struct print_wish){ .what = (enum meeting_document)argument });
}

void
meeting_print_month(struct ui *ui, struct date day)
{
    day.day = 1;
    meeting_print_wish(ui, &(struct print_wish){ .what = MEETING_MONTH, .month = day });
}
