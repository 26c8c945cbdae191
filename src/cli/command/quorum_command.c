/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_command.c - the quorums of a group as commands */
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/quorum.h"
#include "command/row_command.h"

static bool
list_quorums(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_QUORUM };
    return invocation_row(inv, 0, ENTITY_WORKING_GROUP, &query.scope, err) &&
           row_list(inv, &query, err);
}

static bool
add_quorum(struct invocation *inv, struct error *err)
{
    struct quorum quorum;
    record_init(&quorum_entity, &quorum);
    bool ok = invocation_row(inv, 0, ENTITY_WORKING_GROUP, &quorum.group, err) &&
              invocation_fill(inv, &quorum, err) &&
              edit_add(inv->at, &quorum_entity, &quorum, NULL, err) &&
              row_report(inv, &quorum_entity, quorum.head.id, _("added"), err);
    record_clear(&quorum_entity, &quorum);
    return ok;
}

static const struct command_option list_options[] = {
    { "limit", "N", N_("at most so many rows") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

const struct command quorum_commands[] = {
    { .noun = "quorum",
      .verb = "add",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .entity = &quorum_entity,
      .named = { "group" },
      .summary = N_("say how many people a meeting of a group asks for"),
      .run = add_quorum },
    { .noun = "quorum",
      .verb = "list",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list the quorums of a group"),
      .only_reads = true,
      .run = list_quorums },
    { .noun = "quorum",
      .verb = "show",
      .operands = "QUORUM",
      .least = 1,
      .most = 1,
      .entity = &quorum_entity,
      .summary = N_("show a quorum"),
      .only_reads = true,
      .run = row_show },
    { .noun = "quorum",
      .verb = "set",
      .operands = "QUORUM",
      .least = 1,
      .most = 1,
      .entity = &quorum_entity,
      .named = { "group" },
      .summary = N_("change a quorum"),
      .run = row_set },
    { .noun = "quorum",
      .verb = "remove",
      .operands = "QUORUM",
      .least = 1,
      .most = 1,
      .entity = &quorum_entity,
      .summary = N_("remove a quorum"),
      .run = row_remove },
    COMMAND_END,
};
