/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_actions.c - what can be done with every list: marked, copied, written to a file */
#include "widget/list_actions.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action_offer.h"
#include "atelier/app/export_list.h"
#include "atelier/app/file_name.h"
#include "atelier/base/language.h"
#include "sentence.h"
#include "terminal/clipboard.h"
#include "widget/confirm.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/list_addresses.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"
#include "widget/list_sort.h"
#include "widget/progress.h"

bool
list_is_on_top(struct ui *ui)
{
    return action_of_list(ui, ui_top(ui)) != NULL;
}

/* --- to a file */

static bool
write_file(struct list *list, struct ui *ui, const char *path, bool replace,
           struct list_outcome *outcome, struct error *err)
{
    struct progress progress;
    struct list_export export = { .query = list->query,
                                  .telling = { progress_step, &progress } };

    export.query.search = list->search;
    if (list->mark_count > 0) { /* also those that a filter hides */
        export.only = (struct row_choice){ list->marks, list->mark_count };
        export.query.search = NULL;
        export.query.states = 0;
    }
    if (!list_form_of_path(path, &export.form))
        return error_set(err, ERROR_INPUT,
                         atelier_folder(ui_atelier(ui))
                             ? _("End the name in .xlsx or .csv.")
                             : _("End the name in .xlsx or .csv for a spreadsheet, in "
                                 ".json for a program."));
    progress_start(&progress, ui, _("Writing the list"));
    bool ok = export_list_file(ui_atelier(ui), &export, path, replace, outcome, err);
    progress_end(&progress);
    return ok;
}

static void
say_written(struct ui *ui, const char *path, const struct list_outcome *outcome)
{
    struct buffer name = { 0 };
    unsigned long rows = (unsigned long)outcome->rows;

    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    if (outcome->replaced)
        ui_say(ui,
               ngettext("%" PRId64 " row written to %s; the older file is replaced.",
                        "%" PRId64 " rows written to %s; the older file is replaced.",
                        rows),
               outcome->rows, buffer_text(&name));
    else
        ui_say(ui,
               ngettext("%" PRId64 " row written to %s.",
                        "%" PRId64 " rows written to %s.", rows),
               outcome->rows, buffer_text(&name));
    buffer_clear(&name);
}

bool
list_write(struct list *list, struct ui *ui, const char *path)
{
    struct list_outcome outcome = { 0 };
    struct error err = { 0 };
    bool ok = write_file(list, ui, path, false, &outcome, &err);

    if (!ok && err.kind == ERROR_EXISTS &&
        confirm(ui, _("Replace the file"), _("%s is there already.  Replace it?"),
                path)) {
        error_clear(&err);
        ok = write_file(list, ui, path, true, &outcome, &err);
    }
    if (ok)
        say_written(ui, path, &outcome);
    else
        ui_fail(ui, &err);
    error_clear(&err);
    return ok;
}

/* Called after what its rows are, and of a meeting after that. */
static void
propose_name(const struct list *list, struct ui *ui, struct buffer *name)
{
    const enum listing_kind kind = list->query.kind;
    const char *what = _("List");

    for (int i = 0; i < ENTITY_COUNT; i++)
        if (entity_get((enum entity_kind)i)->listing == kind)
            what = _(entity_get((enum entity_kind)i)->plural);
    file_name_add(
        ui_atelier(ui),
        kind == LISTING_REGISTRATION || kind == LISTING_PRESENCE ? list->query.scope : 0,
        what, "xlsx", name);
}

void
list_export_rows(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;
    struct buffer name = { 0 };
    struct buffer deed = { 0 };
    struct buffer title = { 0 };
    char *path = NULL;
    bool done = false;

    (void)argument;
    if (list->mark_count > 0 && !list_may_take_hidden(state, ui))
        return;
    propose_name(state, ui, &name);
    list_title_marked(state, _("Export the list"), &deed);
    file_ask_add_title(ui, buffer_text(&deed), ui_row(ui), &title);
    buffer_clear(&deed);
    while (!done) {
        char *typed = file_ask_new(ui, buffer_text(&title),
                                   _("File, like ~/list.xlsx or ~/list.csv for a "
                                     "spreadsheet, ~/list.json for a program."),
                                   path, buffer_text(&name));
        free(path);
        path = typed;
        done = !path || list_write(state, ui, path);
    }
    buffer_clear(&title);
    buffer_clear(&name);
    free(path);
}

/* --- marks, addresses */

static const char *
why_no_marks(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return ((const struct list *)state)->many
               ? NULL
               : _("Nothing can be done with several rows of this list at once.");
}

static void
mark_all(struct ui *ui, void *state, int64_t argument)
{
    struct error err = { 0 };
    bool all = false;

    (void)argument;
    if (!list_mark_all(state, ui, &all, &err)) {
        ui_fail(ui, &err);
        return;
    }
    const int64_t *ids;
    const size_t count = list_marked(state, &ids);
    ui_say(ui,
           all ? ngettext("%zu row is marked; %%K{Esc} unmarks it.",
                          "%zu rows are marked; %%K{Esc} unmarks them.", count)
               : ngettext("Only the first %zu row is marked; the list has more.",
                          "Only the first %zu rows are marked; the list has more.",
                          count),
           count);
}

static const char *
why_no_addresses(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return list_has_addresses(((const struct list *)state)->listing)
               ? NULL
               : _("This list has no e-mail addresses.");
}

/* Nothing is marked, and the bar stands on one row of several. */
static bool
is_of_bar(const struct list *list)
{
    return list->mark_count == 0 &&
           (list->count > 1 || list->more_before || list->more_after);
}

static void
add_nobody(const struct list_addresses *found, struct buffer *sentence)
{
    if (found->without == 0)
        return;
    buffer_add(sentence, "  ");
    if (found->nobody.length > 0)
        buffer_addf(sentence,
                    ngettext("%zu person has none: %s%s.", "%zu people have none: %s%s.",
                             found->without),
                    found->without, buffer_text(&found->nobody),
                    found->without > LIST_ADDRESSES_NAMED ? ", …" : "");
    else
        buffer_addf(
            sentence,
            ngettext("%zu person has none.", "%zu people have none.", found->without),
            found->without);
}

static void
say_copied(struct list *list, struct ui *ui, const struct list_addresses *found)
{
    struct buffer sentence = { 0 };

    if (is_of_bar(list))
        sentence_add(ui,
                     _("1 address copied, of the row under the bar; "
                       "%K{list.mark_all} marks all rows."),
                     &sentence);
    else
        buffer_addf(
            &sentence,
            ngettext("%zu address copied.", "%zu addresses copied.", found->count),
            found->count);
    add_nobody(found, &sentence);
    if (found->again > 0) {
        buffer_add(&sentence, "  ");
        buffer_addf(&sentence,
                    ngettext("%zu has the address of another.",
                             "%zu have the address of another.", found->again),
                    found->again);
    }
    ui_say(ui, "%s", buffer_text(&sentence));
    buffer_clear(&sentence);
}

static void
copy_addresses(struct ui *ui, void *state, int64_t argument)
{
    struct list_addresses found = { 0 };
    struct error err = { 0 };

    (void)argument;
    if (!list_addresses(state, ui, &found, &err)) {
        ui_fail(ui, &err);
    } else if (found.count == 0 && is_of_bar(state)) {
        ui_refuse(ui, _("The row under the bar has no address: nothing was copied.  "
                        "%%K{list.mark_all} marks all rows."));
    } else if (found.count == 0) {
        ui_refuse(ui,
                  ngettext("%zu row has no address: nothing was copied.",
                           "%zu rows have no address: nothing was copied.",
                           found.without),
                  found.without);
    } else if (found.text.length > CLIPBOARD_MOST) {
        ui_refuse(ui,
                  _("%zu addresses are more than a clipboard takes: mark fewer rows, or "
                    "write the list to a file with %%K{list.export}."),
                  found.count);
    } else {
        clipboard_set(buffer_text(&found.text), found.text.length);
        say_copied(state, ui, &found);
    }
    list_addresses_clear(&found);
}

static const char *
why_no_sort(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return ((const struct list *)state)->sorts
               ? NULL
               : _("These rows stand in the order of the file.");
}

static void
sort_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_sort_choose(state, ui);
}

static const char *
why_no_filter(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return ((const struct list *)state)->listing->can_search
               ? NULL
               : _("There are too few rows here to search for words.");
}

static void
filter_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    list_search(state, "");
}

static void
mark_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_mark(state, ui);
}

const struct action list_actions[] = {
    {
        .name = "list.filter",
        .keys = "/",
        .menu = N_("View"),
        .label = N_("Show only rows that hold some words"),
        .sought = N_("filter, search, find"),
        .also = N_("filter"),
        .lasting = true,
        .help = N_("Any words of a row, without their accents; %K{Esc} shows all rows."),
        .blocked = why_no_filter,
        .run = filter_rows,
    },
    {
        .name = "list.sort",
        .keys = "s",
        .menu = N_("View"),
        .label = N_("Sort by a column"),
        .also = N_("sort"),
        .help = N_("The order that there is, chosen once more, is turned round."),
        .blocked = why_no_sort,
        .run = sort_rows,
    },
    {
        .name = "list.mark",
        .keys = "Space",
        .menu = N_("View"),
        .label = N_("Mark the row, for doing something with several"),
        .also = N_("mark"),
        .needs = NEEDS_ROW,
        .blocked = why_no_marks,
        .run = mark_row,
    },
    {
        .name = "list.mark_all",
        .keys = "*",
        .menu = N_("View"),
        .label = N_("Mark all rows"),
        .help = N_("Those that the list shows now; a filter leaves out the others."),
        .needs = NEEDS_ROW,
        .blocked = why_no_marks,
        .run = mark_all,
    },
    {
        .name = "list.copy",
        .keys = "y",
        .menu = N_("View"),
        .label = N_("Copy the e-mail addresses"),
        .sought = N_("send a mail, write to"),
        .help = N_("Of the marked rows, or of the one under the bar, for the field To of "
                   "a mail.  The terminal must allow programs to copy (OSC 52)."),
        .needs = NEEDS_ROW,
        .blocked = why_no_addresses,
        .guarded = true,
        .run = copy_addresses,
    },
    {
        .name = "list.export",
        .keys = "x",
        .menu = N_("View"),
        .label = N_("Export the list"),
        .help =
            N_("Writes the marked rows, or all that the list shows, as it sorts them, "
               "for a spreadsheet or a program."),
        .needs = NEEDS_FILES,
        .run = list_export_rows,
    },
    ACTION_END
};
