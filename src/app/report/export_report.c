/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_report.c - the report of a meeting as a file */
#include "atelier/app/export_report.h"

#include <string.h>

#include "atelier/app/gather_report.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"
#include "atelier/domain/report.h"
#include "atelier/store/report_table.h"
#include "export/export_output.h"
#include "print/office_making.h"
#include "print/paper_making.h"
#include "session/session.h"

const struct choice report_forms[] = {
    [REPORT_AS_TEXT] = { "text", N_("text") },
    [REPORT_AS_MARKDOWN] = { "markdown", N_("Markdown") },
    [REPORT_AS_HTML] = { "html", N_("a page of the web") },
    [REPORT_AS_PDF] = { "pdf", N_("PDF") },
    { NULL, NULL },
};

int
report_form_of_name(const char *name)
{
    static const struct {
        const char *ending;
        enum report_form form;
    } endings[] = {
        { "txt", REPORT_AS_TEXT },    { "text", REPORT_AS_TEXT },
        { "md", REPORT_AS_MARKDOWN }, { "html", REPORT_AS_HTML },
        { "htm", REPORT_AS_HTML },    { "pdf", REPORT_AS_PDF },
    };

    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (path_ends_in(name, endings[i].ending))
            return (int)endings[i].form;
    return -1;
}

static bool
shows_logo(enum report_form form)
{
    return form == REPORT_AS_HTML || form == REPORT_AS_PDF;
}

/* --- what was kept */

/* An edition that an undo took back, or that is of no version yet, is none. */
static bool
load_edition(struct atelier *at, const struct report_export *wish,
             struct report_edition *edition, struct error *err)
{
    struct report report;
    struct error why = { 0 };

    record_init(&report_entity, &report);
    bool ok = report_table_find(at->db, wish->meeting, &report, err);
    const bool is_there = ok && report.head.id != 0;
    const bool is_final = is_there && report.state == REPORT_FINAL;
    const int64_t last = !is_there ? 0 : is_final ? report.version : report.version - 1;
    const bool is_asked = wish->version != 0;
    if (ok && is_asked && wish->version > last)
        ok = error_set_field(err, ERROR_NOT_FOUND, "version",
                             _("No version %lld of the report was made final."),
                             (long long)wish->version);
    else if (ok && (is_asked || is_final) &&
             !report_table_edition(at->db, report.head.id,
                                   is_asked ? wish->version : last, edition, &why))
        /* It was made final without being kept: it is as its entries say. */
        ok = (why.kind == ERROR_NOT_FOUND && !is_asked) || error_pass(err, &why);
    if (ok && edition->document && !*edition->document) { /* could not be read */
        report_edition_clear(edition);
        ok = wish->version == 0 || wish->version == report.version ||
             error_set(err, ERROR_NOT_FOUND,
                       _("What was kept of that version cannot be read any more."));
    }
    record_clear(&report_entity, &report);
    return ok;
}

/* Its picture is the one that the office has now. */
static bool
read_kept(struct atelier *at, const struct report_edition *edition, enum report_form form,
          struct report_document *document, struct error *err)
{
    struct printed_office office = { 0 };
    bool ok = report_document_read_wire(edition->document, strlen(edition->document),
                                        document, err);

    report_say_erased(document);
    if (ok && shows_logo(form)) {
        ok = office_making_read_logo(&at->settings, &office, err);
        buffer_add_part(&document->logo, buffer_text(&office.logo), office.logo.length);
        printed_office_clear(&office);
    }
    return ok;
}

static bool
read_document(struct atelier *at, const struct report_export *wish,
              const struct report_edition *edition, struct report_document *document,
              struct error *err)
{
    const struct report_wish gathered = { .meeting = wish->meeting,
                                          .without_logo = !shows_logo(wish->form) };

    return edition->document ? read_kept(at, edition, wish->form, document, err)
                             : report_gather(at, &gathered, document, err);
}

bool
report_export_read(struct atelier *at, const struct report_export *wish,
                   struct report_document *document, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, wish->meeting };
    struct report_edition edition = { 0 };
    const bool ok = atelier_may(at, MAY_READ, meeting, err) &&
                    load_edition(at, wish, &edition, err) &&
                    read_document(at, wish, &edition, document, err);

    report_edition_clear(&edition);
    return ok;
}

/* --- to its place */

static bool
put(struct atelier *at, const char *bytes, size_t length,
    const struct print_destination *to, bool *replaced, struct error *err)
{
    struct export_output output;

    if (!to->path)
        return to->sink(to->context, bytes, length);
    if (!export_output_open(&output, at, to->path, OUTPUT_FOR_OWNER,
                            to->replace ? export_output_replace_any : NULL, err))
        return false;
    const bool is_whole = export_output_write(&output, bytes, length);
    return export_output_close(&output, is_whole, replaced, err);
}

static struct paper_job *
start_job(struct atelier *at, const struct report_document *document,
          const struct print_destination *to, struct error *err)
{
    struct printed_pages pages = { 0 };
    struct buffer wire = { 0 };

    report_pages(document, &pages);
    printed_pages_add_wire(&wire, &pages);
    struct paper_job *job = paper_job_start(at, &wire, 0, to, err);
    buffer_clear(&wire);
    printed_pages_clear(&pages);
    return job;
}

static bool
write_page(struct atelier *at, enum report_form form,
           const struct report_document *document, const struct print_destination *to,
           bool *replaced, struct error *err)
{
    struct buffer page = { 0 };

    if (form == REPORT_AS_HTML)
        report_html(document, &page);
    else if (form == REPORT_AS_MARKDOWN)
        report_markdown(document, &page);
    else
        report_text(document, &page);
    const bool ok = put(at, buffer_text(&page), page.length, to, replaced, err);
    buffer_clear(&page);
    return ok;
}

static bool
write_document(struct atelier *at, const struct report_export *wish,
               const struct report_edition *edition, const struct print_destination *to,
               struct paper_job **job, bool *replaced, struct error *err)
{
    struct report_document document = { 0 };
    bool ok = read_document(at, wish, edition, &document, err);

    if (ok && wish->form == REPORT_AS_PDF)
        ok = (*job = start_job(at, &document, to, err)) != NULL;
    else if (ok)
        ok = write_page(at, wish->form, &document, to, replaced, err);
    report_document_clear(&document);
    return ok;
}

bool
report_export(struct atelier *at, const struct report_export *wish,
              const struct print_destination *destination, struct paper_job **job,
              bool *replaced, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, wish->meeting };
    struct report_edition edition = { 0 };

    *job = NULL;
    *replaced = false;
    bool ok =
        atelier_may(at, MAY_READ, meeting, err) && load_edition(at, wish, &edition, err);
    if (ok && wish->form == REPORT_AS_PDF && edition.pdf)
        ok = put(at, edition.pdf, edition.pdf_size, destination, replaced, err);
    else if (ok)
        ok = write_document(at, wish, &edition, destination, job, replaced, err);
    report_edition_clear(&edition);
    return ok;
}
