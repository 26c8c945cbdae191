/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_data_command.c - all that is stored on somebody, as they may ask for it */
#include <stdio.h>
#include <string.h>

#include "atelier/app/person_data.h"
#include "atelier/base/language.h"
#include "command.h"
#include "invocation.h"
#include "print.h"

static bool
write_out(struct invocation *inv, int64_t person, struct error *err)
{
    struct buffer json = { 0 };
    const bool ok = person_data_add(inv->at, person, &json, err);

    if (ok)
        (void)fputs(buffer_text(&json), stdout);
    buffer_clear(&json);
    return ok;
}

static bool
data(struct invocation *inv, struct error *err)
{
    const char *path = invocation_option(inv, "output");
    int64_t person;

    if (!invocation_row(inv, 0, ENTITY_PERSON, &person, err))
        return false;
    if (!path || strcmp(path, "-") == 0)
        return write_out(inv, person, err);
    if (!person_data_write(inv->at, person, path, err))
        return false;
    print_line(inv, _("All that is stored on them is in %s."), path);
    print_json(inv, json_pack("{s:s,s:I}", "output", path, "person", (json_int_t)person));
    return true;
}

static const struct command_option options[] = {
    { "output", "FILE", N_("write to this file; - is the standard output") },
    { 0 },
};

const struct command person_data_commands[] = {
    { .noun = "person",
      .verb = "data",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = options,
      .summary = N_("all that is stored on a person, as JSON that people can read"),
      .run = data },
    COMMAND_END,
};
