/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_command.c - what the office decided for all: show, set */
#include <stdio.h>

#include "atelier/app/upkeep.h"
#include "atelier/base/language.h"
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

    if (upkeep_warn_of_seats(inv->at, before, after, &text))
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
    bool ok = invocation_fill(inv, &settings, err) &&
              upkeep_change_settings(inv->at, &settings, err);
    if (ok) {
        print_record(inv, &settings_entity, &settings);
        put_warning(inv, &before, &settings);
    }
    record_clear(&settings_entity, &before);
    record_clear(&settings_entity, &settings);
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
    COMMAND_END,
};
