/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upkeep_command.c - the database as a whole: init, backup, restore, check */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/sample.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/language.h"
#include "atelier/cli/progress_line.h"
#include "print.h"

static bool
read_sample(struct invocation *inv, bool *wanted, enum sample_size *size,
            struct error *err)
{
    const char *sample = invocation_option(inv, "sample");
    *wanted = sample;
    *size = SAMPLE_SMALL;
    if (!sample || !*sample || strcmp(sample, "small") == 0)
        return true;
    *size = SAMPLE_LARGE;
    return strcmp(sample, "large") == 0 ||
           error_set_field(err, ERROR_INPUT, "sample",
                           _("--sample is small or large, not “%s”."), sample);
}

static bool
init(struct invocation *inv, struct error *err)
{
    struct atelier_options options = inv->options->atelier;

    bool sample;
    enum sample_size size;
    if (!read_sample(inv, &sample, &size, err))
        return false;
    options.shared = invocation_option(inv, "shared");
    options.room = sample ? sample_room(size) : 0;
    inv->at = atelier_found(&options, err);
    if (!inv->at)
        return false;
    struct progress_line progress = { .what = _("Filling the sample network"),
                                      .shown = -1 };
    if (sample)
        progress_line_begin(&progress);
    bool ok = !sample || sample_fill(inv->at, size, progress_line_step, &progress, err);
    progress_line_end(&progress);
    ok = ok && atelier_place(inv->at, err);
    if (ok) {
        print_line(inv, _("%s is ready; %s is its administrator."), atelier_path(inv->at),
                   atelier_login(inv->at));
        print_json(inv, json_pack("{s:s,s:s}", "database", atelier_path(inv->at),
                                  "administrator", atelier_login(inv->at)));
    }
    atelier_close(inv->at);
    inv->at = NULL;
    return ok;
}

static bool
back_up(struct invocation *inv, struct error *err)
{
    struct progress_line progress = { .what = _("Backing up"), .shown = -1 };
    if (strcmp(inv->operands[0], "-") == 0)
        return error_set_field(
            err, ERROR_INPUT, "file",
            _("A backup is read again to verify it, and standard output "
              "cannot be: name a file."));
    bool ok =
        upkeep_back_up(inv->at, inv->operands[0], progress_line_step, &progress, err);
    progress_line_end(&progress);
    if (ok) {
        print_line(inv, _("%s: backed up and verified"), inv->operands[0]);
        print_json(inv, json_pack("{s:s}", "backup", inv->operands[0]));
    }
    return ok;
}

static void
print_names(struct invocation *inv, const struct restore_lost *lost)
{
    int64_t named = 0;
    for (; named < RESTORE_LOST_NAMED && lost->names[named]; named++)
        print_line(inv, "  %s", lost->names[named]);
    if (named < lost->count)
        print_line(inv,
                   ngettext("  and %lld more", "  and %lld more",
                            (unsigned long)(lost->count - named)),
                   (long long)(lost->count - named));
}

/* What the backup cannot tell the calendars that people have. */
static void
print_lost(struct invocation *inv, const struct restore_report *report)
{
    if (report->is_unread)
        print_line(inv, _("What was there before could not be read, so calendars that "
                          "were sent something newer of a meeting may go on showing "
                          "that.  Tell the people concerned."));
    if (report->lost_meetings.count > 0) {
        print_line(
            inv,
            ngettext("%lld meeting is not in the backup.  Calendars that show it keep "
                     "it until people delete it there:",
                     "%lld meetings are not in the backup.  Calendars that show them "
                     "keep them until people delete them there:",
                     (unsigned long)report->lost_meetings.count),
            (long long)report->lost_meetings.count);
        print_names(inv, &report->lost_meetings);
    }
    if (report->lost_workshops.count > 0) {
        print_line(
            inv,
            ngettext("%lld workshop is not in the backup, though its meeting is.  "
                     "Calendars that show it keep it until people delete it there:",
                     "%lld workshops are not in the backup, though their meetings are.  "
                     "Calendars that show them keep them until people delete them there:",
                     (unsigned long)report->lost_workshops.count),
            (long long)report->lost_workshops.count);
        print_names(inv, &report->lost_workshops);
    }
}

static json_t *
json_names(const struct restore_lost *lost)
{
    json_t *names = json_array();

    for (size_t i = 0; i < RESTORE_LOST_NAMED && lost->names[i]; i++)
        json_array_append_new(names, json_string(lost->names[i]));
    return names;
}

static void
print_restored(struct invocation *inv, const char *path,
               const struct restore_report *report)
{
    if (report->kept)
        print_line(inv, _("%s was restored; what was there before is kept as %s."), path,
                   report->kept);
    else
        print_line(inv, _("%s was restored; nothing was there before."), path);
    print_lost(inv, report);
    print_json(inv,
               json_pack("{s:s,s:s?,s:b,s:I,s:o,s:I,s:o}", "restored", path, "kept",
                         report->kept, "kept_unread", report->is_unread, "lost_meetings",
                         (json_int_t)report->lost_meetings.count, "lost_titles",
                         json_names(&report->lost_meetings), "lost_workshops",
                         (json_int_t)report->lost_workshops.count, "lost_workshop_titles",
                         json_names(&report->lost_workshops)));
}

static bool
restore(struct invocation *inv, struct error *err)
{
    char *path = atelier_database_path(&inv->options->atelier);
    struct restore_report report;
    struct progress_line progress = { .what = _("Restoring"), .shown = -1 };
    progress_line_begin(&progress);
    bool ok = upkeep_restore(&inv->options->atelier, inv->operands[0], &report, err);
    progress_line_end(&progress);
    if (ok)
        print_restored(inv, path, &report);
    restore_report_clear(&report);
    free(path);
    return ok;
}

/* Problems found are a refusal of their own: exit status 4. */
static bool
check(struct invocation *inv, struct error *err)
{
    struct check_report report = { 0 };
    bool thorough = invocation_option(inv, "thorough");
    struct progress_line progress = { .what = _("Checking the database"), .shown = -1 };
    atelier_set_stop(inv->at, progress_line_tick, &progress);
    const bool checked = upkeep_check(inv->at, thorough, &report, err);
    atelier_set_stop(inv->at, NULL, NULL);
    progress_line_end(&progress);
    if (!checked)
        return false;
    const char *warning = atelier_warning(inv->at);
    if (warning)
        (void)fprintf(stderr, "%s\n", warning);

    json_t *problems = json_array();
    for (size_t i = 0; i < report.count; i++) {
        print_line(inv, "%s", report.problems[i]);
        json_array_append_new(problems, json_string(report.problems[i]));
    }
    bool ok = report.count == 0;
    if (ok)
        print_line(inv, thorough ? _("All is well.")
                                 : _("All is well.  --thorough also compares every row "
                                     "with the journal."));
    else
        error_set(err, ERROR_DATABASE,
                  ngettext("%zu problem was found; beside it stands what to do.",
                           "%zu problems were found; beside each stands what to do.",
                           report.count),
                  report.count);
    print_json(inv, json_pack("{s:o}", "problems", problems));
    check_report_clear(&report);
    return ok;
}

static const struct command_option init_options[] = {
    { "sample", "[small|large]", N_("fill it with an invented network") },
    { "shared", NULL, N_("let the members of its group write too") },
    { 0 },
};
static const struct command_option check_options[] = {
    { "thorough", NULL, N_("read every page and index; slower") },
    { 0 },
};

const struct command upkeep_commands[] = {
    { .noun = "init",
      .options = init_options,
      .summary = N_("create the database; you become its administrator"),
      .without_database = true,
      .unconfined = true,
      .run = init },
    { .noun = "backup",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .summary = N_("copy the database while others work"),
      .only_reads = true,
      .run = back_up },
    { .noun = "restore",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .summary = N_("put a backup in the place of the database"),
      .without_database = true,
      .unconfined = true,
      .run = restore },
    { .noun = "check",
      .options = check_options,
      .summary = N_("check that the file, the seats and the journal are sound"),
      .only_reads = true,
      .run = check },
    COMMAND_END,
};
