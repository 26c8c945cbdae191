/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_shows.c - whether a cell, as people see it, holds a word they typed */
#include "listing/cell_shows.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/listing.h"

enum { ANYWHERE_LEAST = 3 /* letters: fewer are in nearly everything */ };

/* What the cell says; NULL: nothing. */
static const char *
text_of(const struct column *column, sqlite3_value *value)
{
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return NULL;
    if (column->kind != FIELD_CHOICE)
        return (const char *)sqlite3_value_text(value);
    int64_t number = sqlite3_value_int64(value);
    if (sqlite3_value_type(value) == SQLITE_TEXT)
        number = choice_find(column->choices, (const char *)sqlite3_value_text(value));
    return number >= 0 && choice_is_one(column->choices, number)
               ? _(column->choices[number].label)
               : NULL;
}

/* Both folded. */
static bool
holds(const char *text, const char *word)
{
    const bool anywhere = strlen(word) >= ANYWHERE_LEAST;
    const char *at = word[0] == '\0' ? NULL : strstr(text, word);

    while (at && !anywhere && at != text && at[-1] != ' ')
        at = strstr(at + 1, word);
    return at;
}

static void
shows(sqlite3_context *context, int count, sqlite3_value **values)
{
    const int kind = sqlite3_value_int(values[0]);
    const int column = sqlite3_value_int(values[1]);
    const char *word = (const char *)sqlite3_value_text(values[3]);
    const char *text =
        text_of(&listing_get((enum listing_kind)kind)->columns[column], values[2]);

    (void)count;
    char *folded = fold_copy(text ? text : "");
    sqlite3_result_int(context, text && word && holds(folded, word));
    free(folded);
}

bool
cell_shows_install(struct database *db, struct error *err)
{
    return sqlite3_create_function_v2(db->sqlite, "shows", 4,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                          SQLITE_DIRECTONLY,
                                      NULL, shows, NULL, NULL, NULL) == SQLITE_OK ||
           connection_fail(db, err);
}
