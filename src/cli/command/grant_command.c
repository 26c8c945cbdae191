/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_command.c - for which groups the role of a colleague counts, as commands */
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/staff.h"
#include "command/row_command.h"
#include "print.h"

/* A page of the groups of a colleague: nobody has that many. */
enum { GROUPS_MOST = 1000, COLUMN_GROUP = 1, COLUMN_CODE = 2 };

static bool
fetch(struct invocation *inv, int64_t staff, struct listing_page *page, struct error *err)
{
    const struct listing_query query = { .kind = LISTING_GRANT, .scope = staff };

    return listing_fetch(inv->at, &query, LISTING_FIRST, NULL, GROUPS_MOST, page, err);
}

static bool
print_groups(struct invocation *inv, int64_t staff, json_t *object, struct error *err)
{
    struct listing_page page = { 0 };
    struct buffer codes = { 0 };
    json_t *array = json_array();

    if (!fetch(inv, staff, &page, err)) {
        json_decref(array);
        return false;
    }
    for (size_t i = 0; i < page.count; i++) {
        buffer_addf(&codes, "%s%s", i > 0 ? ", " : "", page.rows[i].cells[COLUMN_CODE]);
        json_array_append_new(array, json_string(page.rows[i].cells[COLUMN_CODE]));
    }
    if (object)
        json_object_set(object, "groups", array);
    else if (page.count > 0)
        print_line(inv, _("The role counts for %s only."), buffer_text(&codes));
    else
        print_line(inv, "%s", _("The role counts for all groups."));
    json_decref(array);
    buffer_clear(&codes);
    listing_page_clear(&page);
    return true;
}

static bool
show_staff(struct invocation *inv, struct error *err)
{
    struct staff staff;
    int64_t id;

    record_init(&staff_entity, &staff);
    bool ok = invocation_row(inv, 0, ENTITY_STAFF, &id, err) &&
              edit_load(inv->at, &staff_entity, id, &staff, err);
    if (ok && inv->options->json) {
        json_t *object = print_json_record(&staff_entity, &staff);
        ok = print_groups(inv, id, object, err);
        if (ok)
            print_json(inv, object);
        else
            json_decref(object);
    } else if (ok) {
        print_record(inv, &staff_entity, &staff);
        ok = print_groups(inv, id, NULL, err);
    }
    record_clear(&staff_entity, &staff);
    return ok;
}

static bool
read_grant(struct invocation *inv, struct grant *grant, struct error *err)
{
    return invocation_row(inv, 0, ENTITY_STAFF, &grant->staff, err) &&
           invocation_row(inv, 1, ENTITY_WORKING_GROUP, &grant->group, err);
}

static bool
give(struct invocation *inv, struct error *err)
{
    struct grant grant;

    record_init(&grant_entity, &grant);
    const bool ok = read_grant(inv, &grant, err) &&
                    edit_add(inv->at, &grant_entity, &grant, NULL, err) &&
                    row_report(inv, &grant_entity, grant.head.id, _("granted"), err);
    if (ok)
        row_warn(inv, &grant);
    record_clear(&grant_entity, &grant);
    return ok;
}

/* The right of that colleague for that group; ERROR_NOT_FOUND when there is none. */
static bool
find(struct invocation *inv, struct grant *grant, struct error *err)
{
    struct listing_page page = { 0 };
    int64_t id = 0;

    if (!fetch(inv, grant->staff, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++)
        if (strtoll(page.rows[i].cells[COLUMN_GROUP], NULL, 10) == grant->group)
            id = page.rows[i].id;
    listing_page_clear(&page);
    if (id == 0)
        return error_set(err, ERROR_NOT_FOUND,
                         _("%s has no right for %s alone.  “atelier staff show %s” says "
                           "which there are."),
                         inv->operands[0], inv->operands[1], inv->operands[0]);
    return edit_load(inv->at, &grant_entity, id, grant, err);
}

static bool
take(struct invocation *inv, struct error *err)
{
    struct buffer text = { 0 };
    struct grant grant;

    record_init(&grant_entity, &grant);
    const bool ok =
        read_grant(inv, &grant, err) && find(inv, &grant, err) &&
        edit_remove(inv->at, &grant_entity, grant.head.id, grant.head.rev, err);
    if (ok) {
        display_row(inv->at, &grant_entity, &grant, &text);
        print_line(inv,
                   undo_may(inv->at) ? _("%s: removed.  “atelier undo” brings it back.")
                                     : _("%s: removed."),
                   buffer_text(&text));
        print_json(inv, json_pack("{s:I}", "removed", (json_int_t)grant.head.id));
        buffer_reset(&text);
        if (edit_leaves(inv->at, &grant_entity, &grant, &text))
            (void)fprintf(stderr, "%s\n", buffer_text(&text));
    }
    buffer_clear(&text);
    record_clear(&grant_entity, &grant);
    return ok;
}

const struct command grant_commands[] = {
    { .noun = "staff",
      .verb = "show",
      .operands = "LOGIN",
      .least = 1,
      .most = 1,
      .entity = &staff_entity,
      .summary = N_("show a member of staff, and for which groups the role counts"),
      .only_reads = true,
      .run = show_staff },
    { .noun = "staff",
      .verb = "grant",
      .operands = "LOGIN GROUP",
      .least = 2,
      .most = 2,
      .entity = &grant_entity,
      .named = { "staff", "group" },
      .summary = N_("let the role of a member of staff count for a group, and for such "
                    "alone"),
      .run = give },
    { .noun = "staff",
      .verb = "revoke",
      .operands = "LOGIN GROUP",
      .least = 2,
      .most = 2,
      .entity = &grant_entity,
      .named = { "staff", "group" },
      .summary = N_("let the role of a member of staff count for a group no more"),
      .run = take },
    COMMAND_END,
};
