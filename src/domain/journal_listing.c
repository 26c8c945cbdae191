/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_listing.c - the columns of the history, of everything and of one row */
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/question.h"
#include "listing_column.h"

static const struct column journal_columns[] = {
    COLUMN("at", N_("When"), FIELD_INSTANT, 16, 16, 1),
    COLUMN("staff", N_("Who"), FIELD_TEXT, 9, 16, 1),
    { .name = "act",
      .label = N_("Act"),
      .kind = FIELD_CHOICE,
      .choices = journal_acts,
      .width = 20,
      .most = 34,
      .priority = 1 },
    HIDDEN("entity", FIELD_TEXT),
    HIDDEN("row", FIELD_NUMBER),
    { .name = "summary",
      .label = N_("What"),
      .kind = FIELD_TEXT,
      .width = 28,
      .priority = 1,
      .words = journal_add_summary },
    { .name = "reason",
      .label = N_("Reason"),
      .kind = FIELD_TEXT,
      .width = 20,
      .most = 40,
      .priority = 3,
      .is_private = true,
      .words = question_add_reasons },
    COLUMN("undone", N_("Undone"), FIELD_BOOLEAN, 6, 7, 4),
    HIDDEN("undoes", FIELD_NUMBER),
    HIDDEN("redoes", FIELD_NUMBER),
    HIDDEN("undone_by", FIELD_NUMBER),
    HIDDEN_CHOICE("taken_act", journal_acts),
    HIDDEN("by_gateway", FIELD_BOOLEAN),
};

const struct listing journal_listing = {
    .kind = LISTING_JOURNAL,
    LISTING_OF(journal_columns),
    .can_search = true,
};

const struct listing row_journal_listing = {
    .kind = LISTING_ROW_JOURNAL,
    LISTING_OF(journal_columns),
    .can_search = true,
};
