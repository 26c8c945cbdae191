/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_shows.c - what a cell says to people: for the words they type, and for an order */
#include "listing/cell_shows.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/when.h"

enum { ANYWHERE_LEAST = 3 /* letters: fewer are in nearly everything */ };

/* What the cell says; NULL: nothing. */
static const char *
text_of(const struct column *column, sqlite3_value *value)
{
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return NULL;
    if (column->kind == FIELD_BOOLEAN)
        return sqlite3_value_int(value) != 0 ? _("yes") : _("no");
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

/* Both folded: one of the words is just that. */
static bool
has_word(const char *text, const char *word)
{
    const size_t length = strlen(word);

    for (const char *at = strstr(text, word); at && length > 0; at = strstr(at + 1, word))
        if ((at == text || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* A day, an hour and the place of a zone as the screen has them: "24/12/2026 09:30",
 * "Bucharest". */
static void
add_words(const struct column *column, const char *text, struct buffer *words)
{
    struct date date;
    struct local_time time;

    if (column->kind == FIELD_DATE && date_parse(text, &date))
        when_format_date(date, WHEN_SHORT, words);
    else if (column->kind == FIELD_LOCAL_TIME && local_time_parse(text, &time))
        when_format_local_time(time, words);
    else if (column->kind == FIELD_ZONE)
        when_format_place(text, words);
    else
        buffer_add(words, text);
}

/* The same as people say it, "Thursday 24 December 2026", "9:30", "9h30", "14h": found
 * by whole words alone, as "Marc" is no March. */
static void
add_said(const struct column *column, const char *text, struct buffer *said)
{
    struct date date;
    struct local_time time;

    if (column->kind == FIELD_DATE && date_parse(text, &date)) {
        when_format_date(date, WHEN_LONG, said);
    } else if (column->kind == FIELD_LOCAL_TIME && local_time_parse(text, &time)) {
        when_format_date(time.date, WHEN_LONG, said);
        buffer_addf(said, " %d:%02d %dh%02d %02dh%02d", time.hour, time.minute, time.hour,
                    time.minute, time.hour, time.minute);
        if (time.minute == 0)
            buffer_addf(said, " %dh", time.hour);
    }
}

static bool
is_said(const struct column *column, const char *text, const char *word)
{
    struct buffer said = { 0 };

    add_said(column, text, &said);
    char *folded = fold_copy(buffer_text(&said));
    const bool is = has_word(folded, word);
    free(folded);
    buffer_clear(&said);
    return is;
}

static bool
shows_word(const struct column *column, const char *text, const char *word)
{
    struct buffer words = { 0 };

    add_words(column, text, &words);
    char *folded = fold_copy(buffer_text(&words));
    const bool shown = holds(folded, word) || is_said(column, text, word);
    free(folded);
    buffer_clear(&words);
    return shown;
}

static void
shows(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct listing *listing =
        listing_get((enum listing_kind)sqlite3_value_int(values[0]));
    const struct column *column = &listing->columns[sqlite3_value_int(values[1])];
    const char *word = (const char *)sqlite3_value_text(values[3]);
    const char *text = text_of(column, values[2]);

    (void)count;
    sqlite3_result_int(context, text && word && shows_word(column, text, word));
}

/* The mark of somebody by the word that the column of those present has, and by that of
 * the choice: "here" and "present" find the same. */
static void
mark_shows(sqlite3_context *context, int count, sqlite3_value **values)
{
    const int64_t kind = sqlite3_value_int64(values[0]);
    const bool remote = sqlite3_value_int(values[1]) != 0;
    const char *word = (const char *)sqlite3_value_text(values[2]);

    (void)count;
    if (!word || sqlite3_value_type(values[0]) == SQLITE_NULL ||
        !choice_is_one(presence_kinds, kind)) {
        sqlite3_result_int(context, 0);
        return;
    }
    struct buffer words = { 0 };
    buffer_addf(&words, "%s %s", _(presence_kinds[kind].label),
                presence_column_word((enum presence_kind)kind, remote));
    char *folded = fold_copy(buffer_text(&words));
    sqlite3_result_int(context, holds(folded, word));
    free(folded);
    buffer_clear(&words);
}

/* What the cells of a column are put in order by: folded, a choice by its
 * word, numbers by their value. */
static void
sort_text(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct listing *listing =
        listing_get((enum listing_kind)sqlite3_value_int(values[0]));
    const char *text =
        text_of(&listing->columns[sqlite3_value_int(values[1])], values[2]);

    (void)count;
    if (text)
        sqlite3_result_text(context, fold_order_key(text), -1, free);
}

static void
name_order(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text = (const char *)sqlite3_value_text(values[0]);

    (void)count;
    if (text)
        sqlite3_result_text(context, fold_order_key(text), -1, free);
}

static bool
install(struct database *db, const char *name, int values,
        void (*function)(sqlite3_context *, int, sqlite3_value **), struct error *err)
{
    return sqlite3_create_function_v2(db->sqlite, name, values,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                          SQLITE_DIRECTONLY,
                                      NULL, function, NULL, NULL, NULL) == SQLITE_OK ||
           connection_fail(db, err);
}

bool
cell_shows_install(struct database *db, struct error *err)
{
    return install(db, "shows", 4, shows, err) &&
           install(db, "mark_shows", 3, mark_shows, err) &&
           install(db, "sort_text", 3, sort_text, err) &&
           install(db, "name_order", 1, name_order, err);
}
