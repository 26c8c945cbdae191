/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_command.c - what the office decided for all: show, set */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/change_settings.h"
#include "atelier/base/input_file.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_list.h"
#include "print.h"

static bool
show_settings(struct invocation *inv, struct error *err)
{
    (void)err;
    print_record(inv, &settings_entity, atelier_settings(inv->at));
    return true;
}

static void
put_warning(struct invocation *inv, const struct settings *before,
            const struct settings *after)
{
    struct buffer text = { 0 };

    if (settings_warn_of_seats(inv->at, before, after, &text))
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
}

static bool
set_settings(struct invocation *inv, struct error *err)
{
    struct settings settings;
    struct settings before;
    record_init(&settings_entity, &settings);
    record_init(&settings_entity, &before);
    record_copy(&settings_entity, &settings, atelier_settings(inv->at));
    record_copy(&settings_entity, &before, &settings);
    bool ok =
        invocation_fill(inv, &settings, err) && settings_change(inv->at, &settings, err);
    if (ok) {
        print_record(inv, &settings_entity, &settings);
        put_warning(inv, &before, &settings);
    }
    record_clear(&settings_entity, &before);
    record_clear(&settings_entity, &settings);
    return ok;
}

/* "-": what is sent on standard input. */
static int
open_text(const char *path, struct error *err)
{
    struct stat is;

    return strcmp(path, "-") == 0 && !isatty(STDIN_FILENO)
               ? dup(STDIN_FILENO)
               : input_file_open(NULL, path, &is, err);
}

/* As UTF-8, with the line ends of any system; the caller frees. */
static char *
read_text(const char *path, struct error *err)
{
    enum { BYTES_MOST = 100000 };
    const int fd = open_text(path, err);
    struct buffer text = { 0 };
    char block[4096];
    ssize_t got = 0;

    if (fd < 0)
        return NULL;
    while (text.length <= BYTES_MOST && (got = read(fd, block, sizeof(block))) > 0)
        buffer_add_part(&text, block, (size_t)got);
    (void)close(fd);
    bool ok = got >= 0 || error_set(err, ERROR_SYSTEM, _("%s cannot be read."), path);
    if (ok && text.length == 0 && strcmp(path, "-") == 0)
        ok = error_set(err, ERROR_INPUT, _("Nothing came in on standard input."));
    if (ok && text.length > BYTES_MOST)
        ok = error_set(err, ERROR_INPUT, _("%s is too long for a list of days."), path);
    if (ok && !text_is_valid(buffer_text(&text), text.length))
        ok = error_set(err, ERROR_INPUT, _("%s is not text in UTF-8; save it as such."),
                       path);
    char *tidy = ok ? text_tidy_lines(buffer_text(&text)) : NULL;
    buffer_clear(&text);
    return tidy;
}

static bool
take_holidays(struct invocation *inv, struct error *err)
{
    struct settings settings;
    struct day_list days = { 0 };
    char *text = read_text(inv->operands[0], err);

    if (!text)
        return false;
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(inv->at));
    memory_replace(&settings.own_holidays, text_is_blank(text) ? NULL : text);
    const bool ok =
        day_list_read(text, &days, err) && settings_change(inv->at, &settings, err);
    if (ok) {
        print_line(
            inv,
            ngettext("%zu holiday of one's own, instead of those that were there.",
                     "%zu holidays of one's own, instead of those that were there.",
                     days.count),
            days.count);
        print_json(inv, json_pack("{s:I}", "holidays", (json_int_t)days.count));
    }
    day_list_clear(&days);
    record_clear(&settings_entity, &settings);
    free(text);
    return ok;
}

const struct command settings_commands[] = {
    { .noun = "settings",
      .verb = "show",
      .summary = N_("show what the office decided for all"),
      .only_reads = true,
      .run = show_settings },
    { .noun = "settings",
      .verb = "set",
      .entity = &settings_entity,
      .summary = N_("change what the office decided for all"),
      .run = set_settings },
    { .noun = "settings",
      .verb = "holidays",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .summary = N_("take holidays of one's own from a file, a day and its name a line"),
      .unconfined = true,
      .run = take_holidays },
    COMMAND_END,
};
