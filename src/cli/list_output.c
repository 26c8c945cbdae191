/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_output.c - where a list goes and in which form, as its options say */
#include "list_output.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atelier/app/export_list.h"
#include "atelier/app/export_text.h"
#include "atelier/base/language.h"
#include "atelier/cli/progress_line.h"
#include "print.h"
#include "text_output.h"

/* What the options ask for. */
struct wish {
    const char *file; /* NULL: standard output */
    bool is_text;     /* as people read it, to the file */
    bool has_form;
    enum list_form form;
};

static bool
refuse_form(const char *word, struct error *err)
{
    return error_set_field(err, ERROR_INPUT, "format",
                           _("--format is text, csv, xlsx or json, not “%s”."), word);
}

/* The form that was asked for by its name. */
static bool
read_form(const struct invocation *inv, struct wish *wish, struct error *err)
{
    const char *word = invocation_option(inv, "format");
    enum list_form named = LIST_CSV;

    wish->is_text = word && strcasecmp(word, "text") == 0;
    if (word && !wish->is_text && !list_form_of_word(word, &named))
        return refuse_form(word, err);
    if (invocation_option(inv, "csv") && (wish->is_text || named != LIST_CSV))
        return error_set_field(err, ERROR_INPUT, "format",
                               _("--csv and --format ask for two forms; give one."));
    wish->has_form = (word && !wish->is_text) || invocation_option(inv, "csv");
    wish->form = named;
    return true;
}

static bool
read_wish(const struct invocation *inv, struct wish *wish, struct error *err)
{
    const char *output = invocation_option(inv, "output");

    if (!read_form(inv, wish, err))
        return false;
    wish->file = output && strcmp(output, "-") != 0 ? output : NULL;
    if (!wish->file && invocation_option(inv, "replace"))
        return error_set_field(err, ERROR_INPUT, "replace",
                               inv->options->is_request
                                   ? _("--replace does not count through the gateway, "
                                       "which writes no file.")
                                   : _("--replace needs --output FILE."));
    if (wish->file && !wish->has_form && export_text_of_path(wish->file))
        wish->is_text = true;
    if (wish->file && !wish->has_form && !wish->is_text) {
        wish->has_form = list_form_of_path(wish->file, &wish->form);
        return wish->has_form ||
               error_set_field(
                   err, ERROR_INPUT, "output",
                   atelier_folder(inv->at)
                       ? _("“%s” does not say its form: end the name in .csv or .xlsx.")
                       : _("“%s” does not say its form: end the name in .txt, .csv, "
                           ".xlsx or .json, or add --format."),
                   wish->file);
    }
    if (!wish->file && inv->options->json) {
        if (wish->is_text || (wish->has_form && wish->form != LIST_JSON))
            return error_set_field(
                err, ERROR_INPUT, "format",
                inv->options->is_request
                    ? _("--json and --%s ask for two forms; give one.")
                    : _("--json and --%s ask for two forms; give one, or name a file "
                        "with --output."),
                invocation_option(inv, "csv") ? "csv" : "format");
        wish->has_form = true;
        wish->form = LIST_JSON;
    }
    return wish->file || wish->form != LIST_XLSX || !isatty(STDOUT_FILENO) ||
           error_set_field(err, ERROR_INPUT, "output",
                           inv->options->is_request
                               ? _("A workbook is not for the terminal: come without "
                                   "-t, and write > FILE.xlsx behind the whole, on your "
                                   "own computer.")
                               : _("A workbook is not for the terminal: name a file "
                                   "with --output."));
}

/* What it could not take is said at the end, with the reason: see cli_run(). */
static bool
write_out(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)fwrite(bytes, 1, length, stdout);
    return true;
}

static bool
write_to_output(struct invocation *inv, const struct list_export *list, struct error *err)
{
    int64_t rows = 0;

    if (!export_list(inv->at, list, write_out, NULL, &rows, err))
        return false;
    if (rows == 0 && list->form == LIST_CSV)
        (void)fputs(_("There is nothing in this list.\n"), stderr);
    return true;
}

static bool
write_to_file(struct invocation *inv, const struct list_export *list, const char *path,
              struct error *err)
{
    struct list_outcome outcome = { 0 };
    const bool replace = invocation_option(inv, "replace");

    if (!export_list_file(inv->at, list, path, replace, &outcome, err))
        return !replace && err->kind == ERROR_EXISTS
                   ? error_set(err, ERROR_EXISTS,
                               _("%s is there already; name another file, or add "
                                 "--replace."),
                               path)
                   : false;
    print_line(inv,
               outcome.replaced
                   ? ngettext("%s: %" PRId64 " row written; the older file is replaced",
                              "%s: %" PRId64 " rows written; the older file is replaced",
                              (unsigned long)outcome.rows)
                   : ngettext("%s: %" PRId64 " row written",
                              "%s: %" PRId64 " rows written",
                              (unsigned long)outcome.rows),
               path, outcome.rows);
    print_json(inv, json_pack("{s:s,s:I,s:b}", "output", path, "rows",
                              (json_int_t)outcome.rows, "replaced", outcome.replaced));
    return true;
}

static bool
write_list(struct invocation *inv, struct list_export *list, const struct wish *wish,
           struct error *err)
{
    struct progress_line line = { .what = _("Writing the list"), .shown = -1 };

    list->form = wish->form;
    if (!wish->file)
        return write_to_output(inv, list, err);
    list->telling = (struct telling){ progress_line_step, &line };
    const bool ok = write_to_file(inv, list, wish->file, err);
    list->telling = (struct telling){ 0 };
    progress_line_end(&line);
    return ok;
}

static bool
begin_text(struct invocation *inv, const struct wish *wish, struct error *err)
{
    return !wish->file || text_output_begin(inv, wish->file, err);
}

bool
list_output(struct invocation *inv, const struct listing_query *query, int64_t most,
            bool *as_table, struct error *err)
{
    struct wish wish = { 0 };

    if (!read_wish(inv, &wish, err))
        return false;
    *as_table = !wish.has_form;
    if (!wish.has_form)
        return begin_text(inv, &wish, err) && print_listing(inv, query, most, err);
    struct list_export list = { .query = *query, .most = most };
    return write_list(inv, &list, &wish, err);
}

bool
list_output_page(struct invocation *inv, const struct listing *listing,
                 const struct listing_page *page, bool *as_table, struct error *err)
{
    struct wish wish = { 0 };
    struct list_export list = { .listing = listing, .page = page };

    if (!read_wish(inv, &wish, err))
        return false;
    *as_table = !wish.has_form;
    return wish.has_form ? write_list(inv, &list, &wish, err)
                         : begin_text(inv, &wish, err);
}
