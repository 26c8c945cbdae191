/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_site_command.c - reports, programme and calendars as a site of the web */
#include "command/report_site_command.h"

#include "atelier/app/publish_site.h"
#include "atelier/base/language.h"
#include "print.h"

const struct command_option report_publish_options[] = {
    { "directory", "DIR", N_("the folder of the site; made if it is missing") },
    { "dry-run", NULL, N_("say what would be written, and write nothing") },
    { 0 },
};

enum { SHOWN = 20 }; /* names, before the rest is counted */

static json_t *
names_as_json(const struct published_names *names)
{
    json_t *array = json_array();

    for (size_t i = 0; i < names->count; i++)
        json_array_append_new(array, json_string(names->items[i]));
    return array;
}

static void
print_names(struct invocation *inv, const struct published_names *names, const char *what)
{
    for (size_t i = 0; i < names->count && i < SHOWN; i++)
        print_line(inv, _("%s: %s"), names->items[i], what);
    if (names->count > SHOWN)
        print_line(inv,
                   ngettext("and %zu more: %s", "and %zu more: %s", names->count - SHOWN),
                   names->count - SHOWN, what);
}

static void
print_outcome(struct invocation *inv, const struct published_outcome *outcome, bool dry)
{
    print_names(inv, &outcome->written, dry ? _("would be written") : _("written"));
    print_names(inv, &outcome->removed, dry ? _("would be removed") : _("removed"));
    print_names(inv, &outcome->left,
                _("of the site no more, and changed by somebody: it stays"));
    print_line(inv,
               ngettext("%zu file is unchanged.", "%zu files are unchanged.",
                        outcome->unchanged),
               outcome->unchanged);
    print_json(inv, json_pack("{s:b,s:o,s:o,s:o,s:I}", "dry_run", dry, "written",
                              names_as_json(&outcome->written), "removed",
                              names_as_json(&outcome->removed), "left",
                              names_as_json(&outcome->left), "unchanged",
                              (json_int_t)outcome->unchanged));
}

bool
report_publish_run(struct invocation *inv, struct error *err)
{
    const struct publish_wish wish = {
        .folder = invocation_option(inv, "directory"),
        .only_looks = invocation_option(inv, "dry-run") != NULL,
    };
    struct published_outcome outcome = { 0 };

    if (!wish.folder || !*wish.folder)
        return error_set_field(err, ERROR_INPUT, "directory",
                               _("Name the folder of the site: --directory DIR."));
    const bool ok = site_publish(inv->at, &wish, &outcome, err);
    if (ok)
        print_outcome(inv, &outcome, wish.only_looks);
    published_outcome_clear(&outcome);
    return ok;
}
