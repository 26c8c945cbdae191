/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_command.c - the plain nouns: categories, organisations, venues, rooms, posts,
 * staff */
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
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

#define NOUN_ADD(NOUN, ENTITY, ADD)                                                      \
    {                                                                                    \
        .noun = NOUN, .verb = "add", .entity = &(ENTITY), .summary = ADD, .run = row_add \
    }

#define NOUN_WRITES(NOUN, ENTITY, OPERAND, ADD, SHOW, SET, REMOVE)                       \
    NOUN_ADD(NOUN, ENTITY, ADD), NOUN_CHANGES(NOUN, ENTITY, OPERAND, SHOW, SET, REMOVE)

#define NOUN_CHANGES(NOUN, ENTITY, OPERAND, SHOW, SET, REMOVE)                           \
    { .noun = NOUN,                                                                      \
      .verb = "show",                                                                    \
      .operands = OPERAND,                                                               \
      .least = 1,                                                                        \
      .most = 1,                                                                         \
      .entity = &(ENTITY),                                                               \
      .summary = SHOW,                                                                   \
      .run = row_show },                                                                 \
        { .noun = NOUN,                                                                  \
          .verb = "set",                                                                 \
          .operands = OPERAND,                                                           \
          .least = 1,                                                                    \
          .most = 1,                                                                     \
          .entity = &(ENTITY),                                                           \
          .summary = SET,                                                                \
          .run = row_set },                                                              \
    {                                                                                    \
        .noun = NOUN, .verb = "remove", .operands = OPERAND, .least = 1, .most = 1,      \
        .entity = &(ENTITY), .summary = REMOVE, .run = row_remove                        \
    }

#define NOUN_LIST(NOUN, LIST)                                                            \
    {                                                                                    \
        .noun = NOUN, .verb = "list", .options = list_options, .summary = LIST,          \
        .run = list_noun                                                                 \
    }

const struct command noun_commands[] = {
    NOUN_LIST("category", N_("list the categories")),
    NOUN_WRITES("category", category_entity, "CATEGORY", N_("add a category"),
                N_("show a category"), N_("change a category"), N_("remove a category")),
    NOUN_LIST("organisation", N_("list the organisations")),
    { .noun = "organisation",
      .verb = "add",
      .questions = QUESTION_OPTION(DUPLICATE),
      .entity = &organisation_entity,
      .summary = N_("add an organisation"),
      .run = row_add },
    NOUN_CHANGES("organisation", organisation_entity, "ORGANISATION",
                 N_("show an organisation"), N_("change an organisation"),
                 N_("remove an organisation that nobody belongs to")),
    NOUN_LIST("venue", N_("list the venues")),
    NOUN_WRITES("venue", venue_entity, "VENUE", N_("add a venue"), N_("show a venue"),
                N_("change a venue"), N_("remove a venue without rooms")),
    NOUN_LIST("room", N_("list the rooms")),
    NOUN_WRITES("room", room_entity, "ROOM", N_("add a room"), N_("show a room"),
                N_("change a room"), N_("remove a room that no meeting uses")),
    { .noun = "affiliation",
      .verb = "list",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list the posts that a person holds and held"),
      .run = list_affiliations },
    NOUN_WRITES("affiliation", affiliation_entity, "AFFILIATION",
                N_("add a person's post in an organisation"), N_("show a post"),
                N_("change a post, or end it with --to"),
                N_("remove a post typed by mistake")),
    NOUN_LIST("staff", N_("list who may use the program")),
    NOUN_WRITES("staff", staff_entity, "LOGIN", N_("let a login in, with a role"),
                N_("show a member of staff"), N_("change a member of staff"),
                N_("take a login out")),
    COMMAND_END,
};
