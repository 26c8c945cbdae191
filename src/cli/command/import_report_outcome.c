/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report_outcome.c - what an import wrote or would write: people, organisations,
 * places on a list or in a group */
#include "command/import_report.h"

#include <inttypes.h>

#include "atelier/base/language.h"

static json_t *
new_names_json(const struct import *import, enum import_created what)
{
    json_t *array = json_array();
    const struct import_new_name *name = NULL;
    while ((name = import_new_next(import, what, name)))
        json_array_append_new(
            array, json_pack("{s:s, s:I}", "name", name->name, "rows", name->rows));
    return array;
}

static const char *
say_created(unsigned long count, bool dry_run)
{
    return dry_run ? ngettext("It would be created.", "They would be created.", count)
                   : ngettext("It is created.", "They are created.", count);
}

static const char *
say_organisations(const struct import *import, unsigned long count, bool dry_run)
{
    if (import_creates(import) == IMPORT_CREATES_NOTHING)
        return ngettext("It is not created: people come without it.",
                        "They are not created: people come without them.", count);
    return say_created(count, dry_run);
}

static const char *
say_categories(const struct import *import, unsigned long count, bool dry_run)
{
    struct error ignored = { 0 };

    if (import_creates(import) == IMPORT_CREATES_NOTHING)
        return ngettext("It is not created.", "They are not created.", count);
    if (import_creates(import) == IMPORT_CREATES_CATEGORIES)
        return say_created(count, dry_run);
    if (import_may_create_categories(import, &ignored))
        return ngettext("“--create categories” creates it; without it its "
                        "organisations come without a category.  “--map” says if the "
                        "column holds something else.",
                        "“--create categories” creates them; without it their "
                        "organisations come without a category.  “--map” says if the "
                        "column holds something else.",
                        count);
    return ngettext("Its organisations come without a category; an administrator can "
                    "add it.  “--map” says if the column holds something else.",
                    "Their organisations come without a category; an administrator "
                    "can add them.  “--map” says if the column holds something else.",
                    count);
}

static void
put_new_names(struct invocation *inv, const struct import *import,
              enum import_created what, bool dry_run)
{
    struct buffer names = { 0 };
    const unsigned long count = (unsigned long)import_new_names(import, what);

    import_add_new_names(import, what, &names);
    if (count > 0)
        print_line(inv, "%s.  %s", buffer_text(&names),
                   what == IMPORT_CREATED_ORGANISATION
                       ? say_organisations(import, count, dry_run)
                       : say_categories(import, count, dry_run));
    buffer_clear(&names);
}

void
import_report_new_names(struct invocation *inv, const struct import *import, bool dry_run,
                        json_t *object)
{
    put_new_names(inv, import, IMPORT_CREATED_ORGANISATION, dry_run);
    put_new_names(inv, import, IMPORT_CREATED_CATEGORY, dry_run);
    json_object_set_new(object, "new_organisations",
                        new_names_json(import, IMPORT_CREATED_ORGANISATION));
    json_object_set_new(object, "new_categories",
                        new_names_json(import, IMPORT_CREATED_CATEGORY));
}

static void
show_roles(struct invocation *inv, const struct import *import,
           const struct import_outcome *outcome, json_t *object)
{
    struct buffer roles = { 0 };
    import_add_roles(import, outcome, &roles);
    if (import_has_roles(import) && outcome->joined > 0)
        print_line(inv, _("As their rows say: %s."), buffer_text(&roles));
    if (outcome->unsaid > 0)
        print_line(inv,
                   ngettext("%" PRId64 " row says no role: %s, as --role says.",
                            "%" PRId64 " rows say no role: %s, as --role says.",
                            (unsigned long)outcome->unsaid),
                   outcome->unsaid, _(membership_roles[import_goal(import)->role].label));
    buffer_clear(&roles);
    json_t *joined = json_object();
    for (int role = 0; role < MEMBERSHIP_ROLE_COUNT; role++)
        json_object_set_new(joined, membership_roles[role].name,
                            json_integer(outcome->joined_as[role]));
    json_object_set_new(object, "joined_as", joined);
    json_object_set_new(object, "without_role", json_integer(outcome->unsaid));
}

static void
show_joined(struct invocation *inv, const struct import *import,
            const struct import_outcome *outcome, bool dry_run, json_t *object)
{
    print_line(inv,
               dry_run
                   ? _("Would join the group: %" PRId64 ", members already: %" PRId64 ".")
                   : _("Joined the group: %" PRId64 ", members already: %" PRId64 "."),
               outcome->joined, outcome->members);
    if (outcome->otherwise > 0)
        print_line(
            inv,
            ngettext("%" PRId64 " of these members has another role, and keeps it.",
                     "%" PRId64 " of these members have another role, and keep it.",
                     (unsigned long)outcome->otherwise),
            outcome->otherwise);
    show_roles(inv, import, outcome, object);
    if (outcome->joined > 1 && outcome->joined_as[MEMBERSHIP_CHAIR] == outcome->joined)
        print_line(inv,
                   dry_run ? _("All %" PRId64 " would be chairs of the group.")
                           : _("All %" PRId64 " are chairs of the group."),
                   outcome->joined);
    json_object_set_new(object, "other_role", json_integer(outcome->otherwise));
    json_object_set_new(object, "joined", json_integer(outcome->joined));
    json_object_set_new(object, "members", json_integer(outcome->members));
}

void
import_report_outcome(struct invocation *inv, const struct import *import,
                      const struct import_outcome *outcome, bool dry_run, json_t *object)
{
    print_line(inv,
               dry_run ? _("Would be added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 ".")
                       : _("Added: %" PRId64 ", changed: %" PRId64
                           ", organisations created: %" PRId64 ", registered: %" PRId64
                           ", without a seat: %" PRId64 "."),
               outcome->added, outcome->changed, outcome->organisations,
               outcome->registered, outcome->full);
    if (outcome->categories > 0)
        print_line(inv,
                   dry_run ? _("Categories that would be created: %" PRId64 ".")
                           : _("Categories created: %" PRId64 "."),
                   outcome->categories);
    if (outcome->waiting > 0)
        print_line(inv, _("On the waiting list, of those registered: %" PRId64 "."),
                   outcome->waiting);
    if (outcome->wished > 0)
        print_line(
            inv,
            dry_run ? _("People whose wishes for workshops would be noted: %" PRId64 ".")
                    : _("People whose wishes for workshops are noted: %" PRId64 "."),
            outcome->wished);
    if (outcome->answered > 0)
        print_line(inv,
                   dry_run ? _("People whose answers would be noted: %" PRId64 ".")
                           : _("People whose answers are noted: %" PRId64 "."),
                   outcome->answered);
    if (outcome->unanswered > 0)
        print_line(inv, _("Answers without a seat: %" PRId64 "."), outcome->unanswered);
    json_object_set_new(object, "added", json_integer(outcome->added));
    json_object_set_new(object, "changed", json_integer(outcome->changed));
    json_object_set_new(object, "organisations", json_integer(outcome->organisations));
    json_object_set_new(object, "categories", json_integer(outcome->categories));
    json_object_set_new(object, "registered", json_integer(outcome->registered));
    json_object_set_new(object, "waiting", json_integer(outcome->waiting));
    json_object_set_new(object, "full", json_integer(outcome->full));
    json_object_set_new(object, "wished", json_integer(outcome->wished));
    json_object_set_new(object, "answered", json_integer(outcome->answered));
    json_object_set_new(object, "unanswered", json_integer(outcome->unanswered));
    if (import_goal(import)->group)
        show_joined(inv, import, outcome, dry_run, object);
}
