/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota_command.c - the quotas of a meeting: at most so many seats, or so many held */
#include <stdio.h>

#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/seat_limit.h"
#include "command/row_command.h"

static bool
list_quotas(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_SEAT_LIMIT };
    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           row_list(inv, &query, err);
}

/* The one of the options that was given: its index, -1 for none, -2 for several. */
static int
option_given(const struct invocation *inv, const char *const *names, int count)
{
    int given = -1;
    for (int i = 0; i < count; i++)
        if (invocation_option(inv, names[i]))
            given = given == -1 ? i : -2;
    return given;
}

/* For whom, as the options say; unsaid it stays what it was. */
static bool
fill_scope(struct invocation *inv, struct seat_limit *limit, struct error *err)
{
    static const char *const names[] = {
        [SEAT_LIMIT_CATEGORY] = "category",
        [SEAT_LIMIT_ORGANISATION] = "organisation",
        [SEAT_LIMIT_EACH_ORGANISATION] = "each-organisation",
    };
    const int given = option_given(inv, names, sizeof(names) / sizeof(names[0]));
    if (given == -2 || (given == -1 && limit->head.id == 0))
        return error_set(err, ERROR_INPUT,
                         _("Say whom the quota is for: one of --category, --organisation "
                           "and --each-organisation."));
    if (given == -1)
        return true;
    limit->scope = (enum seat_limit_scope)given;
    if (limit->scope != SEAT_LIMIT_CATEGORY)
        limit->category = 0;
    if (limit->scope != SEAT_LIMIT_ORGANISATION)
        limit->organisation = 0;
    return true;
}

/* How many, and of which kind. */
static bool
fill_kind(struct invocation *inv, struct seat_limit *limit, struct error *err)
{
    static const char *const names[] = {
        [SEAT_LIMIT_MOST] = "most",
        [SEAT_LIMIT_HOLD] = "hold",
    };
    const int given = option_given(inv, names, sizeof(names) / sizeof(names[0]));
    if (given == -2 || (given == -1 && limit->head.id == 0))
        return error_set(err, ERROR_INPUT,
                         _("Say how many seats: one of --most N and --hold N."));
    if (given == -1)
        return true;
    limit->kind = (enum seat_limit_kind)given;
    if (limit->kind != SEAT_LIMIT_HOLD && !invocation_option(inv, "until"))
        limit->until = (struct date){ 0 };
    return invocation_option_number(inv, names[given], &limit->people, err) &&
           field_parse(entity_field(&seat_limit_entity, "people"), limit,
                       invocation_option(inv, names[given]), err);
}

static bool
fill(struct invocation *inv, struct seat_limit *limit, struct error *err)
{
    return invocation_fill(inv, limit, err) && fill_scope(inv, limit, err) &&
           fill_kind(inv, limit, err);
}

static bool
report(struct invocation *inv, const struct seat_limit *limit, const char *what,
       struct error *err)
{
    if (!row_report(inv, &seat_limit_entity, limit->head.id, what, err))
        return false;
    row_warn(inv, limit);
    return true;
}

static bool
add_quota(struct invocation *inv, struct error *err)
{
    struct seat_limit limit;
    record_init(&seat_limit_entity, &limit);
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &limit.meeting, err) &&
              fill(inv, &limit, err) &&
              edit_add(inv->at, &seat_limit_entity, &limit, NULL, err) &&
              report(inv, &limit, _("added"), err);
    record_clear(&seat_limit_entity, &limit);
    return ok;
}

static bool
set_loaded(struct invocation *inv, struct seat_limit *limit, struct error *err)
{
    const int64_t rev = limit->head.rev;

    return fill(inv, limit, err) &&
           edit_change(inv->at, &seat_limit_entity, limit, err) &&
           report(inv, limit,
                  limit->head.rev == rev ? _("nothing changed") : _("changed"), err);
}

static bool
set_quota(struct invocation *inv, struct error *err)
{
    struct seat_limit limit;
    record_init(&seat_limit_entity, &limit);
    int64_t id;
    bool ok = invocation_row(inv, 0, ENTITY_SEAT_LIMIT, &id, err) &&
              edit_load(inv->at, &seat_limit_entity, id, &limit, err) &&
              set_loaded(inv, &limit, err);
    record_clear(&seat_limit_entity, &limit);
    return ok;
}

static const struct command_option list_options[] = {
    { "limit", "N", N_("at most so many rows") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

static const struct command_option fill_options[] = {
    { "each-organisation", NULL, N_("for each organisation alike") },
    { "most", "N", N_("at most so many seats") },
    { "hold", "N", N_("so many seats held for them") },
    { 0 },
};

const struct command quota_commands[] = {
    { .noun = "quota",
      .verb = "add",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = fill_options,
      .entity = &seat_limit_entity,
      .named = { "meeting", "scope", "kind", "people" },
      .summary = N_("limit the seats that some may take, or hold seats for them"),
      .run = add_quota },
    { .noun = "quota",
      .verb = "list",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list the quotas of a meeting, with what is taken of each"),
      .only_reads = true,
      .run = list_quotas },
    { .noun = "quota",
      .verb = "show",
      .operands = "QUOTA",
      .least = 1,
      .most = 1,
      .entity = &seat_limit_entity,
      .summary = N_("show a quota"),
      .only_reads = true,
      .run = row_show },
    { .noun = "quota",
      .verb = "set",
      .operands = "QUOTA",
      .least = 1,
      .most = 1,
      .options = fill_options,
      .entity = &seat_limit_entity,
      .named = { "meeting", "scope", "kind", "people" },
      .summary = N_("change a quota"),
      .run = set_quota },
    { .noun = "quota",
      .verb = "remove",
      .operands = "QUOTA",
      .least = 1,
      .most = 1,
      .entity = &seat_limit_entity,
      .summary = N_("remove a quota"),
      .run = row_remove },
    COMMAND_END,
};
