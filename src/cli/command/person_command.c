/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_command.c - people: add with their post, list, and the usual */
#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "atelier/app/change_post.h"
#include "atelier/app/edit.h"
#include "atelier/app/shared_address.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person.h"
#include "command/row_command.h"
#include "print.h"

/* What says something of a post is not lost because the post itself was not said. */
static bool
check_post_options(const struct invocation *inv, struct error *err)
{
    static const char *const names[] = { "category", "function" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (invocation_option(inv, names[i]) && !invocation_option(inv, "organisation"))
            return error_set_field(err, ERROR_INPUT, names[i],
                                   _("--%s says something of their organisation: say "
                                     "--organisation too."),
                                   names[i]);
    return true;
}

static void
put_warning(struct invocation *inv, const struct person *before,
            const struct person *person)
{
    struct buffer text = { 0 };

    if (shared_address_warn(inv->at, before, person, &text))
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
}

static bool
add_person(struct invocation *inv, struct error *err)
{
    const char *organisation = invocation_option(inv, "organisation");

    struct person person;
    record_init(&person_entity, &person);
    struct questions sheet = { 0 };
    int64_t category = 0;
    bool ok = check_post_options(inv, err) &&
              edit_prepare(inv->at, &person_entity, &person, err) &&
              invocation_fill(inv, &person, err) &&
              record_check(&person_entity, &person, err) &&
              invocation_option_row(inv, "category", ENTITY_CATEGORY, &category, err) &&
              answers_read(inv, &sheet, err) &&
              (edit_add_person(inv->at, &person, organisation, category,
                               invocation_option(inv, "function"), &sheet, err) ||
               answers_explain(inv, &sheet, err)) &&
              row_report(inv, &person_entity, person.head.id, _("added"), err);
    if (ok)
        put_warning(inv, NULL, &person);
    questions_clear(&sheet);
    record_clear(&person_entity, &person);
    return ok;
}

/* What of the post is not given stays. */
static bool
read_post(struct invocation *inv, const struct post *before, struct post *after,
          struct error *err)
{
    const char *organisation = invocation_option(inv, "organisation");
    const char *function = invocation_option(inv, "function");

    after->organisation = before->organisation;
    if (organisation)
        after->organisation = 0;
    if (organisation && *organisation &&
        !invocation_option_row(inv, "organisation", ENTITY_ORGANISATION,
                               &after->organisation, err))
        return false;
    const bool leaves = organisation && !*organisation;
    if (function)
        after->function = text_is_blank(function) ? NULL : text_tidy(function);
    else if (!leaves)
        memory_replace(&after->function, before->function);
    return true;
}

static bool
is_same_post(const struct post *a, const struct post *b)
{
    return a->organisation == b->organisation &&
           strcmp(a->function ? a->function : "", b->function ? b->function : "") == 0;
}

static bool
set_person(struct invocation *inv, struct error *err)
{
    struct questions sheet = { 0 };
    struct post before = { 0 };
    struct post after = { 0 };
    struct person old;
    struct person person;
    int64_t id;

    if (!invocation_row(inv, 0, ENTITY_PERSON, &id, err))
        return false;
    record_init(&person_entity, &old);
    record_init(&person_entity, &person);
    bool ok = edit_load(inv->at, &person_entity, id, &person, err);
    const int64_t rev = person.head.rev;
    record_copy(&person_entity, &old, &person);
    ok = ok && invocation_fill(inv, &person, err) && answers_read(inv, &sheet, err) &&
         post_load(inv->at, id, &before, err) && read_post(inv, &before, &after, err) &&
         (post_change(inv->at, &person, &before, &after, &sheet, err) ||
          answers_explain(inv, &sheet, err)) &&
         row_report_change(inv, &person_entity, &person,
                           is_same_post(&before, &after) ? rev : -1, err);
    if (ok)
        put_warning(inv, &old, &person);
    questions_clear(&sheet);
    free(before.function);
    free(after.function);
    record_clear(&person_entity, &person);
    record_clear(&person_entity, &old);
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
static const struct command_option set_options[] = {
    { "organisation", "ORGANISATION", N_("where they are now; empty: nowhere any more") },
    { "function", "TEXT", N_("what they do there") },
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
    { .noun = "person",
      .verb = "set",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = set_options,
      .questions = QUESTION_OPTION(POST) | QUESTION_OPTION(COMING) |
                   QUESTION_OPTION(QUOTA) | QUESTION_OPTION(OVERTAKE),
      .entity = &person_entity,
      .summary = N_("change a person, and the post of today"),
      .run = set_person },
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
