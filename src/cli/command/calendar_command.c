/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_command.c - calendars for everybody's mail and calendar programs */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/export_list.h"
#include "atelier/app/torn_line.h"
#include "atelier/base/language.h"
#include "command/pages_command.h"
#include "print.h"

static bool
write_out(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stdout) == length;
}

static bool
read_scope(struct invocation *inv, struct row_ref *scope, struct error *err)
{
    static const struct {
        const char *option;
        enum entity_kind entity;
    } scopes[] = { { "meeting", ENTITY_MEETING },
                   { "group", ENTITY_WORKING_GROUP },
                   { "person", ENTITY_PERSON },
                   { "workshop", ENTITY_WORKSHOP },
                   { "room", ENTITY_ROOM } };
    int named = invocation_option(inv, "all") != NULL;

    for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++) {
        int64_t id;
        if (!invocation_option_row(inv, scopes[i].option, scopes[i].entity, &id, err))
            return false;
        if (id)
            *scope = (struct row_ref){ scopes[i].entity, id };
        named += id != 0;
    }
    return named == 1 || error_set(err, ERROR_INPUT,
                                   _("Say what to export: --meeting, --workshop, --room, "
                                     "--group, --person or --all, one of them."));
}

static void
say_written(struct invocation *inv, const struct export_outcome *outcome)
{
    struct buffer what = { 0 };
    const unsigned long meetings = (unsigned long)outcome->counts.meetings;
    const unsigned long workshops = (unsigned long)outcome->counts.workshops;

    if (meetings > 0 || workshops == 0)
        buffer_addf(&what, ngettext("%lu meeting", "%lu meetings", meetings), meetings);
    if (meetings > 0 && workshops > 0)
        buffer_add(&what, ", ");
    if (workshops > 0)
        buffer_addf(&what, ngettext("%lu workshop", "%lu workshops", workshops),
                    workshops);
    print_line(inv,
               outcome->replaced ? _("%s: %s written; the older calendar is replaced")
                                 : _("%s: %s written"),
               outcome->path, buffer_text(&what));
    buffer_clear(&what);
    print_json(inv, json_pack("{s:s,s:I,s:I,s:b}", "output", outcome->path, "meetings",
                              (json_int_t)outcome->counts.meetings, "workshops",
                              (json_int_t)outcome->counts.workshops, "replaced",
                              outcome->replaced));
}

/* Beside what was written: the calendar itself may be the output. */
static void
say_drafts(int64_t drafts)
{
    if (drafts > 0)
        (void)fprintf(stderr,
                      ngettext("%" PRId64
                               " draft is left out: confirm it to export it.\n",
                               "%" PRId64 " drafts are left out: confirm them to export "
                               "them.\n",
                               (unsigned long)drafts),
                      drafts);
}

static void
say_organiser(const struct invocation *inv)
{
    if (!export_names_organiser(inv->at))
        (void)fprintf(stderr, "%s\n",
                      _("The calendar names no organiser: give the office's address with "
                        "“atelier settings set --organiser-email”."));
    if (!export_names_domain(inv->at))
        (void)fprintf(
            stderr, "%s\n",
            _("Its identifiers end in “atelier.invalid”, for the office has not "
              "said its domain: it comes with that address, or by “atelier "
              "settings set --domain”."));
}

static void
say_torn(const struct invocation *inv, const struct export_counts *counts)
{
    struct buffer text = { 0 };

    if (torn_line_say(inv->at, counts, &text))
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
}

/* A slip that would be found out in the spreadsheet. */
static bool
refuse_list(const char *output, struct error *err)
{
    enum list_form form;

    return !list_form_of_path(output, &form) ||
           error_set(err, ERROR_INPUT,
                     _("“%s” would be a list, and this writes a calendar (.ics).  The "
                       "list of meetings comes by “atelier meeting list --output FILE”."),
                     output);
}

/* Without --output, and with --output -, the calendar is the standard output. */
static bool
export_to(struct invocation *inv, struct error *err)
{
    struct row_ref scope = ROW_NONE;
    const char *output = invocation_option(inv, "output");

    if (!read_scope(inv, &scope, err))
        return false;
    struct export_counts counts;
    if (!output || strcmp(output, "-") == 0) {
        if (!export_calendar_count(inv->at, scope, write_out, NULL, &counts, err))
            return false;
        say_torn(inv, &counts);
        say_organiser(inv);
        return true;
    }

    struct export_outcome outcome;
    if (!refuse_list(output, err) ||
        !export_calendar_file(inv->at, scope, output, &outcome, err))
        return false;
    say_written(inv, &outcome);
    say_torn(inv, &outcome.counts);
    say_drafts(outcome.drafts);
    say_organiser(inv);
    export_outcome_clear(&outcome);
    return true;
}

static const struct command_option export_options[] = {
    { "meeting", "MEETING", N_("this meeting, with its workshops") },
    { "workshop", "WORKSHOP", N_("this workshop") },
    { "room", "ROOM", N_("the confirmed meetings and the workshops in this room") },
    { "group", "GROUP", N_("the confirmed meetings of this working group") },
    { "person", "PERSON",
      N_("the meetings to which this person comes or may come, and the workshops in "
         "which they sit, lead or speak") },
    { "all", NULL, N_("every meeting, drafts too") },
    { "output", "FILE",
      N_("write there; in a folder, a file named after what it holds") },
    { 0 },
};

const struct command calendar_commands[] = {
    { .noun = "calendar",
      .verb = "export",
      .options = export_options,
      .summary = N_("write a calendar file (RFC 5545)"),
      .only_reads = true,
      .run = export_to },
    { .noun = "calendar",
      .verb = "print",
      .options = month_options,
      .summary = N_("print a month as a PDF"),
      .only_reads = true,
      .run = month_print_run },
    COMMAND_END,
};
