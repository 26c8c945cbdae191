/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_command.c - working groups and their members */
#include <inttypes.h>

#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/base/language.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/when.h"
#include "atelier/domain/working_group.h"
#include "command/row_command.h"
#include "print.h"

static bool
add_group(struct invocation *inv, struct error *err)
{
    struct working_group group;
    record_init(&working_group_entity, &group);
    const struct field *code = entity_field(&working_group_entity, "code");
    bool ok = edit_prepare(inv->at, &working_group_entity, &group, err) &&
              field_parse(code, &group, inv->operands[0], err) &&
              invocation_fill(inv, &group, err) &&
              edit_add(inv->at, &working_group_entity, &group, NULL, err) &&
              row_report(inv, &working_group_entity, group.head.id, _("added"), err);
    record_clear(&working_group_entity, &group);
    return ok;
}

static bool
list_groups(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_WORKING_GROUP };
    return row_list(inv, &query, err);
}

static bool
list_members(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_MEMBERSHIP };
    return invocation_row(inv, 0, ENTITY_WORKING_GROUP, &query.scope, err) &&
           row_list(inv, &query, err);
}

static bool
join_group(struct invocation *inv, struct error *err)
{
    struct membership membership;
    record_init(&membership_entity, &membership);
    bool ok = edit_prepare(inv->at, &membership_entity, &membership, err) &&
              invocation_row(inv, 0, ENTITY_WORKING_GROUP, &membership.group, err) &&
              invocation_row(inv, 1, ENTITY_PERSON, &membership.person, err) &&
              invocation_fill(inv, &membership, err) &&
              membership_join(inv->at, &membership, err) &&
              row_report(inv, &membership_entity, membership.head.id, _("joined"), err);
    record_clear(&membership_entity, &membership);
    return ok;
}

static bool
leave_group(struct invocation *inv, struct error *err)
{
    struct date last = atelier_today(inv->at);
    const char *to = invocation_option(inv, "to");

    int64_t group;
    int64_t person;
    int64_t membership;
    return invocation_row(inv, 0, ENTITY_WORKING_GROUP, &group, err) &&
           invocation_row(inv, 1, ENTITY_PERSON, &person, err) &&
           (!to || when_parse_date(to, last, &last, err)) &&
           (membership_find(inv->at, group, person, last, &membership, err) ||
            membership_find(inv->at, group, person, atelier_today(inv->at), &membership,
                            err)) &&
           membership_leave(inv->at, membership, last, err) &&
           row_report(inv, &membership_entity, membership, _("leaves"), err);
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };

static const struct command_option leave_options[] = {
    { "to", "DATE", N_("the last day of the membership; today when left out") },
    { 0 },
};

const struct command group_commands[] = {
    { .noun = "group",
      .verb = "add",
      .operands = "CODE",
      .least = 1,
      .most = 1,
      .entity = &working_group_entity,
      .named = { "code" },
      .summary = N_("found a working group"),
      .run = add_group },
    { .noun = "group",
      .verb = "list",
      .options = list_options,
      .summary = N_("list the working groups"),
      .only_reads = true,
      .run = list_groups },
    { .noun = "group",
      .verb = "show",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .entity = &working_group_entity,
      .summary = N_("show a working group"),
      .only_reads = true,
      .run = row_show },
    { .noun = "group",
      .verb = "set",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .entity = &working_group_entity,
      .summary = N_("change a working group"),
      .run = row_set },
    { .noun = "group",
      .verb = "remove",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .entity = &working_group_entity,
      .summary = N_("remove a working group without meetings, members and quorums"),
      .run = row_remove },
    { .noun = "group",
      .verb = "members",
      .operands = "GROUP",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list the members of a working group"),
      .only_reads = true,
      .run = list_members },
    { .noun = "group",
      .verb = "join",
      .operands = "GROUP PERSON",
      .least = 2,
      .most = 2,
      .entity = &membership_entity,
      .named = { "group", "person" },
      .summary = N_("make a person a member, from a day on"),
      .run = join_group },
    { .noun = "group",
      .verb = "leave",
      .operands = "GROUP PERSON",
      .least = 2,
      .most = 2,
      .options = leave_options,
      .summary = N_("end a membership"),
      .run = leave_group },
    COMMAND_END,
};
