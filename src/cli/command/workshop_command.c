/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_command.c - the programme of a meeting: workshops, who speaks there, items
 * that all share
 */
#include "atelier/base/language.h"
#include "atelier/domain/item.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"
#include "command/row_command.h"

/* The rows of the noun that belong to the first operand, a row of `argument`. */
static bool
list_rows(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = entity_find(inv->command->noun)->listing };
    return invocation_row(inv, 0, (enum entity_kind)inv->command->argument, &query.scope,
                          err) &&
           row_list(inv, &query, err);
}

/* A row of the noun that belongs to the first operand: its field is named first in
 * `named`. */
static bool
add_row(struct invocation *inv, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    const struct field *owner = entity_field(entity, inv->command->named[0]);
    int64_t id;
    if (!invocation_row(inv, 0, (enum entity_kind)inv->command->argument, &id, err))
        return false;

    void *record = record_new(entity);
    field_set_number(owner, record, id);
    const bool ok = row_add_begun(inv, record, err);
    record_free(entity, record);
    return ok;
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };

#define OF_OWNER(NOUN, OWNER, KIND, QUESTIONS, LIST, ADD)                                \
    { .noun = #NOUN,                                                                     \
      .verb = "list",                                                                    \
      .operands = #KIND,                                                                 \
      .least = 1,                                                                        \
      .most = 1,                                                                         \
      .options = list_options,                                                           \
      .argument = ENTITY_##KIND,                                                         \
      .summary = LIST,                                                                   \
      .only_reads = true,                                                                \
      .run = list_rows },                                                                \
    {                                                                                    \
        .noun = #NOUN, .verb = "add", .operands = #KIND, .least = 1, .most = 1,          \
        .entity = &NOUN##_entity, .named = { #OWNER }, .argument = ENTITY_##KIND,        \
        .questions = QUESTIONS, .summary = ADD, .run = add_row                           \
    }
#define ON_ROW(NOUN, VERB, OPERAND, SUMMARY)                                             \
    .noun = #NOUN, .verb = #VERB, .operands = OPERAND, .least = 1, .most = 1,            \
    .entity = &NOUN##_entity, .summary = SUMMARY, .run = row_##VERB
#define ON_ROWS(NOUN, OWNER, OPERAND, QUESTIONS, SHOW, SET, REMOVE)                      \
    { ON_ROW(NOUN, show, OPERAND, SHOW), .only_reads = true },                           \
        { ON_ROW(NOUN, set, OPERAND, SET), .named = { #OWNER },                          \
          .questions = QUESTIONS },                                                      \
    {                                                                                    \
        ON_ROW(NOUN, remove, OPERAND, REMOVE)                                            \
    }

const struct command workshop_commands[] = {
    OF_OWNER(workshop, meeting, MEETING, QUESTION_OPTION(CLOCK),
             N_("list the workshops of a meeting, with their seats"),
             N_("add a workshop to a meeting, in a slot or with hours of its own")),
    ON_ROWS(workshop, meeting, "WORKSHOP", QUESTION_OPTION(CLOCK), N_("show a workshop"),
            N_("change or move a workshop"),
            N_("remove a workshop that nobody has chosen")),
    OF_OWNER(speaker, workshop, WORKSHOP, 0, N_("list who speaks in a workshop"),
             N_("let a person speak in a workshop")),
    ON_ROWS(speaker, workshop, "SPEAKER", 0, N_("show a speaker of a workshop"),
            N_("change what a speaker speaks about"),
            N_("take a speaker out of a workshop")),
    OF_OWNER(item, meeting, MEETING, QUESTION_OPTION(CLOCK),
             N_("list what all of a meeting share: plenaries, breaks, projects"),
             N_("add a plenary, a break or a project to a programme")),
    ON_ROWS(item, meeting, "ITEM", QUESTION_OPTION(CLOCK),
            N_("show an item of a programme"),
            N_("change or move an item of a programme"),
            N_("remove an item from a programme")),
    COMMAND_END,
};
