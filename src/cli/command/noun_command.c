/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_command.c - the plain nouns: categories, organisations, venues, rooms, posts,
 * staff */
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/project.h"
#include "atelier/domain/room.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/staff.h"
#include "atelier/domain/venue.h"
#include "command/row_command.h"

static bool
list_noun(struct invocation *inv, struct error *err)
{
    /* The list command has no fields as options: its table entry names the noun. */
    struct listing_query query = { .kind = entity_find(inv->command->noun)->listing };
    return row_list(inv, &query, err);
}

static bool
list_affiliations(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_AFFILIATION };
    return invocation_row(inv, 0, ENTITY_PERSON, &query.scope, err) &&
           row_list(inv, &query, err);
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };

/* The commands of a noun, each by its words; `noun` is its name in name_entity. */
#define LIST_COMMAND(NOUN, LIST)                                                         \
    {                                                                                    \
        .noun = #NOUN, .verb = "list", .options = list_options, .summary = LIST,         \
        .only_reads = true, .run = list_noun                                             \
    }
#define ADD_COMMAND(NOUN, ADD)                                                           \
    {                                                                                    \
        .noun = #NOUN, .verb = "add", .entity = &NOUN##_entity, .summary = ADD,          \
        .run = row_add                                                                   \
    }
#define ROW_COMMAND(NOUN, VERB, OPERAND, SUMMARY)                                        \
    {                                                                                    \
        .noun = #NOUN, .verb = #VERB, .operands = OPERAND, .least = 1, .most = 1,        \
        .entity = &NOUN##_entity, .summary = SUMMARY, .run = row_##VERB                  \
    }
#define SHOW_COMMAND(NOUN, OPERAND, SUMMARY)                                             \
    {                                                                                    \
        .noun = #NOUN, .verb = "show", .operands = OPERAND, .least = 1, .most = 1,       \
        .entity = &NOUN##_entity, .summary = SUMMARY, .only_reads = true,                \
        .run = row_show                                                                  \
    }
#define ROW_COMMANDS(NOUN, OPERAND, SHOW, SET, REMOVE)                                   \
    SHOW_COMMAND(NOUN, OPERAND, SHOW), ROW_COMMAND(NOUN, set, OPERAND, SET),             \
        ROW_COMMAND(NOUN, remove, OPERAND, REMOVE)
#define NOUN_COMMANDS(NOUN, OPERAND, LIST, ADD, SHOW, SET, REMOVE)                       \
    LIST_COMMAND(NOUN, LIST), ADD_COMMAND(NOUN, ADD),                                    \
        ROW_COMMANDS(NOUN, OPERAND, SHOW, SET, REMOVE)

const struct command noun_commands[] = {
    NOUN_COMMANDS(category, "CATEGORY", N_("list the categories"), N_("add a category"),
                  N_("show a category"), N_("change a category"),
                  N_("remove a category")),
    LIST_COMMAND(organisation, N_("list the organisations")),
    { .noun = "organisation",
      .verb = "add",
      .questions = QUESTION_OPTION(DUPLICATE),
      .entity = &organisation_entity,
      .summary = N_("add an organisation"),
      .run = row_add },
    ROW_COMMANDS(organisation, "ORGANISATION", N_("show an organisation"),
                 N_("change an organisation"),
                 N_("remove an organisation that nobody belongs to")),
    NOUN_COMMANDS(venue, "VENUE", N_("list the venues"), N_("add a venue"),
                  N_("show a venue"), N_("change a venue"),
                  N_("remove a venue without rooms")),
    NOUN_COMMANDS(room, "ROOM", N_("list the rooms"), N_("add a room"), N_("show a room"),
                  N_("change a room"), N_("remove a room that no meeting uses")),
    NOUN_COMMANDS(project, "PROJECT", N_("list the projects"), N_("add a project"),
                  N_("show a project"), N_("change a project"),
                  N_("remove a project that no meeting was shown")),
    { .noun = "affiliation",
      .verb = "list",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list the posts that a person holds and held"),
      .only_reads = true,
      .run = list_affiliations },
    { .noun = "affiliation",
      .verb = "add",
      .questions = QUESTION_OPTION(POST),
      .entity = &affiliation_entity,
      .summary = N_("add a person's post in an organisation"),
      .run = row_add },
    ROW_COMMANDS(affiliation, "AFFILIATION", N_("show a post"),
                 N_("change a post, or end it with --to"),
                 N_("remove a post typed by mistake")),
    LIST_COMMAND(staff, N_("list who may use the program")),
    ADD_COMMAND(staff, N_("let a login in, with a role")),
    ROW_COMMAND(staff, set, "LOGIN", N_("change a member of staff")),
    ROW_COMMAND(staff, remove, "LOGIN", N_("take a login out")),
    COMMAND_END,
};
