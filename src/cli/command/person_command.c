/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_command.c - people: add with their post, list, and the usual */
#include "answers.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "command/row_command.h"
#include "print.h"

static bool
add_person(struct invocation *inv, struct error *err)
{
    const char *organisation = invocation_option(inv, "organisation");

    struct person person;
    record_init(&person_entity, &person);
    struct questions sheet = { 0 };
    int64_t category = 0;
    bool ok = edit_prepare(inv->at, &person_entity, &person, err) &&
              invocation_fill(inv, &person, err) &&
              record_check(&person_entity, &person, err) &&
              invocation_option_row(inv, "category", ENTITY_CATEGORY, &category, err) &&
              answers_read(inv, &sheet, err) &&
              (edit_add_person(inv->at, &person, organisation, category,
                               invocation_option(inv, "function"), &sheet, err) ||
               answers_explain(inv, &sheet, err)) &&
              row_report(inv, &person_entity, person.head.id, _("added"), err);
    questions_clear(&sheet);
    record_clear(&person_entity, &person);
    return ok;
}

static bool
list_people(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_PERSON };
    if (!invocation_option_row(inv, "organisation", ENTITY_ORGANISATION, &query.scope,
                               err))
        return false;
    if (query.scope)
        query.kind = LISTING_ORGANISATION_PERSON;
    return row_list(inv, &query, err);
}

static bool
list_meetings(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_PERSON_MEETING };
    return invocation_row(inv, 0, ENTITY_PERSON, &query.scope, err) &&
           row_list(inv, &query, err);
}

static const struct command_option add_options[] = {
    { "organisation", "NAME", N_("where they come from; created when it is not known") },
    { "category", "CATEGORY", N_("of an organisation that is created") },
    { "function", "TEXT", N_("what they do there") },
    { 0 },
};
static const struct command_option list_options[] = {
    { "organisation", "ORGANISATION", N_("only people of this organisation") },
    ROW_LIST_OPTIONS,
    { 0 },
};
static const struct command_option meeting_options[] = { ROW_LIST_OPTIONS, { 0 } };

#define ON_PERSON(VERB, RUN, SUMMARY)                                                    \
    {                                                                                    \
        .noun = "person", .verb = VERB, .operands = "PERSON", .least = 1, .most = 1,     \
        .entity = &person_entity, .summary = SUMMARY, .run = RUN                         \
    }

const struct command person_commands[] = {
    { .noun = "person",
      .verb = "add",
      .options = add_options,
      .questions = QUESTION_OPTION(DUPLICATE),
      .entity = &person_entity,
      .summary = N_("add a person, with their post"),
      .run = add_person },
    { .noun = "person",
      .verb = "list",
      .options = list_options,
      .summary = N_("list people, or find them with --search"),
      .only_reads = true,
      .run = list_people },
    { .noun = "person",
      .verb = "show",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .entity = &person_entity,
      .summary = N_("show a person"),
      .only_reads = true,
      .run = row_show },
    ON_PERSON("set", row_set, N_("change a person")),
    ON_PERSON("remove", row_remove, N_("remove a person who is on no list")),
    { .noun = "person",
      .verb = "meetings",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = meeting_options,
      .summary = N_("list the meetings that a person came to or is invited to"),
      .only_reads = true,
      .run = list_meetings },
    COMMAND_END,
};
