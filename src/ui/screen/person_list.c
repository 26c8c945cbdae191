/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_list.c - everybody the office knows */
#include "atelier/base/language.h"
#include "noun/noun_list.h"
#include "person/person_actions.h"

static const struct action actions[] = {
    NOUN_LIST_OPEN("person.open", PERSON, N_("Person")),
    NOUN_LIST_ADD("person.add", PERSON, N_("Person"), N_("Add a person")),
    { .name = "person.edit",
      .keys = "e",
      .menu = N_("Person"),
      .label = N_("Change"),
      .hint = N_("change"),
      .sought = PERSON_EDIT_SOUGHT,
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_edit_row },
    NOUN_LIST_REMOVE("person.remove", PERSON, N_("Person"), N_("remove"),
                     N_("For somebody added by mistake, who is on no list.")),
    PERSON_MERGE(NEEDS_ROW, person_merge_marked),
    PERSON_ERASE(NEEDS_ROW, person_erase_row),
    { .name = "organisation.list",
      .keys = "O",
      .menu = N_("View"),
      .label = N_("Organisations"),
      .hint = N_("organisations"),
      .argument = SCREEN_ORGANISATION_LIST,
      .run = ui_open_same },
    { .name = "person.import",
      .keys = "i",
      .menu = N_("View"),
      .label = N_("Import people"),
      .help =
          N_("From a CSV file, a workbook (.xlsx) or address cards (.vcf): shows what it "
             "will do, and does it after a yes."),
      .hint = N_("import"),
      .needs = NEEDS_FILES,
      .permission = ACT_PERSON_IMPORT_NEEDS,
      .argument = SCREEN_IMPORT_PEOPLE,
      .run = ui_open_same },
    ACTION_END
};

NOUN_LIST(person, PERSON, N_("People"),
          N_("Nobody is known yet.  Press %K{person.add} to add somebody, "
             "%K{person.import} to import people."));
