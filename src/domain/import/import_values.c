/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_values.c - the cells of one row as values: cleaned, and joined where several
 * columns hold one */
#include "import/import_values.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/email_address.h"
#include "atelier/domain/person_name.h"
#include "import/import_coming.h"
#include "import/import_contact.h"
#include "import/import_ditto.h"
#include "import/import_no_address.h"
#include "import/import_phone.h"

/* The code of a language that a spreadsheet names in words or writes large; else the
 * text itself. */
static const char *
language_word(const char *folded, const char *text)
{
    static const char *const words[][4] = {
        { "fr", "francais", "french", "francaise" },
        { "en", "anglais", "english", "anglaise" },
        { "de", "allemand", "german", "deutsch" },
        { "es", "espagnol", "spanish", "espanol" },
        { "it", "italien", "italian", "italiano" },
        { "nl", "neerlandais", "dutch", "nederlands" },
        { "pl", "polonais", "polish", "polski" },
        { "pt", "portugais", "portuguese", "portugues" },
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (size_t j = 0; j < 4; j++)
            if (strcmp(folded, words[i][j]) == 0)
                return words[i][0];
    return strlen(folded) == 2 ? folded : text;
}

static void
normalise_language(char **value)
{
    if (!*value)
        return;
    char *folded = fold_copy(*value);
    char *code = memory_copy(language_word(folded, *value));
    free(folded);
    free(*value);
    *value = code;
}

/* Takes a text, which may be NULL, behind what is there already. */
static void
join_value(char **value, char *tidy, const char *between)
{
    if (!tidy || tidy[0] == '\0') {
        free(tidy);
        return;
    }
    if (!*value) {
        *value = tidy;
        return;
    }
    struct buffer joined = { 0 };
    buffer_add(&joined, *value);
    buffer_add(&joined, between);
    buffer_add(&joined, tidy);
    free(tidy);
    free(*value);
    *value = buffer_take(&joined);
}

static bool
is_of_name(enum import_target target)
{
    return target == IMPORT_FAMILY || target == IMPORT_GIVEN ||
           target == IMPORT_NAME_GIVEN_FIRST || target == IMPORT_NAME_FAMILY_FIRST;
}

/* NULL, NaN, None: what programs write where they have nothing.  Someone may be called
 * so in a family name. */
static bool
is_nothing(const char *cell, enum import_target target)
{
    static const char *const words[] = { "NULL", "null", "(null)",    "<null>",
                                         "NaN",  "nan",  "undefined", "None" };

    for (size_t i = 0; target != IMPORT_NOTE && i < sizeof(words) / sizeof(words[0]); i++)
        if (cell[0] == words[i][0] && strcmp(cell, words[i]) == 0)
            return !is_of_name(target) || target == IMPORT_GIVEN;
    return false;
}

static void
add_value(char **value, const char *cell, bool lines, const char *between)
{
    join_value(value, lines ? text_tidy_lines(cell) : text_tidy(cell), between);
}

/* d’ and l’ stand against the name behind them: “d’Hondt”. */
static const char *
behind_particle(const char *particle)
{
    static const char *const ends[] = { "d'", "d’", "l'", "l’" };
    const size_t length = particle ? strlen(particle) : 0;

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const size_t end = strlen(ends[i]);
        if (length >= end && strcasecmp(particle + length - end, ends[i]) == 0)
            return "";
    }
    return " ";
}

/* A particle of its own column goes before the name, wherever it stands. */
static void
join_family(char **family, char *tidy)
{
    char *known = *family;
    if (!known || !person_name_is_particles(tidy) || person_name_is_particles(known)) {
        join_value(family, tidy, behind_particle(known));
        return;
    }
    *family = tidy;
    join_value(family, known, behind_particle(tidy));
}

/* “Frau” goes before “Dr.”, and is said once. */
static void
join_civility(char **civility, char *tidy)
{
    char *known = *civility;
    if (known && civility_is_same(known, tidy)) {
        free(tidy);
    } else if (known && civility_comes_first(tidy, known)) {
        *civility = tidy;
        join_value(civility, known, " ");
    } else {
        join_value(civility, tidy, " ");
    }
}

/* A cell behind what is there already. */
static void
take_cell(char **value, enum import_target target, const char *cell)
{
    switch (target) {
    case IMPORT_FAMILY:
        join_family(value, text_tidy(cell));
        break;
    case IMPORT_CIVILITY:
        join_civility(value, text_tidy(cell));
        break;
    default:
        add_value(value, cell, target == IMPORT_NOTE,
                  target == IMPORT_NOTE    ? "\n"
                  : target == IMPORT_GIVEN ? " "
                                           : ", ");
        break;
    }
}

/* A yes to “Besoin PMR” is that need, and a no is none; under no heading a cell says
 * itself. */
static const char *
need_said(const struct import_mapping *mapping, size_t column, const char *cell)
{
    const enum import_answer answer = import_cell_answer(cell);

    if (answer == IMPORT_ANSWER_NO)
        return "";
    if (answer == IMPORT_ANSWER_YES && mapping->asked && mapping->asked[column][0])
        return mapping->asked[column];
    return cell;
}

/* A yes to “Absent” is a no to coming, in the words of the heading; what else stands
 * there, a reason, is one in its own.  NULL: they come. */
static const char *
away_said(const struct import_mapping *mapping, size_t column, const char *cell)
{
    const enum import_answer answer = import_cell_answer(cell);

    if (answer == IMPORT_ANSWER_NO)
        return NULL;
    if (answer == IMPORT_ANSWER_NONE)
        return cell;
    return mapping->asked && mapping->asked[column][0]
               ? mapping->asked[column]
               : _(import_targets[IMPORT_AWAY].label);
}

static void
take_away(struct import_row *row, const struct import_mapping *mapping, size_t column,
          const char *cell)
{
    const char *said = away_said(mapping, column, cell);

    if (said)
        add_value(&row->values[IMPORT_COMING], said, false, ", ");
}

/* The first address of a cell, and the telephone beside it.  A name before it stands in
 * for the one that is missing; what is no address is left for the check of the values. */
static void
take_email(struct import_row *row, const char *cell, char **name, struct buffer *told)
{
    struct email_address email = { 0 };
    struct error ignored;
    char *tidy = text_tidy(cell);
    char *address;
    char *phone;

    if (import_cell_says_no_address(tidy)) {
        buffer_add(told, told->length > 0 ? _("; ") : "");
        buffer_addf(told, _("without “%s”, which is not an e-mail address"), tidy);
        free(tidy);
        return;
    }
    if (import_contact_part(tidy, &address, &phone)) {
        free(tidy);
        tidy = address;
        join_value(&row->values[IMPORT_PHONE], phone, ", ");
    }
    if (email_address_read(&email, tidy, "email", &ignored)) {
        memory_replace(&tidy, email.address);
        if (email.others) {
            buffer_addf(told, "%s", told->length > 0 ? _("; ") : "");
            buffer_addf(told, _("e-mail %s is the first of several; without %s"),
                        email.address, email.others);
        }
        if (email.name && !strchr(email.name, '@')) /* 'zoe@example.org' <zoe@…> */
            memory_replace(name, email.name);
    }
    join_value(&row->values[IMPORT_EMAIL], tidy, ", ");
    email_address_clear(&email);
}

/* The second address, where there is no first one; else that it is left out. */
static void
settle_email(struct import_row *row, char **name, struct buffer *told)
{
    char *second = row->values[IMPORT_SECOND_EMAIL];
    const char *first = row->values[IMPORT_EMAIL];

    row->values[IMPORT_SECOND_EMAIL] = NULL;
    if (second && !first)
        take_email(row, second, name, told);
    else if (second && !strstr(second, first)) {
        buffer_add(told, told->length > 0 ? _("; ") : "");
        buffer_addf(told, _("without the second e-mail %s"), second);
    }
    free(second);
}

/* Zoé DURAND <zoe@example.org>, in a row whose cells for the name are empty. */
static void
take_email_name(struct import_row *row, char *name)
{
    if (row->values[IMPORT_FAMILY] || row->values[IMPORT_NAME_GIVEN_FIRST] ||
        row->values[IMPORT_NAME_FAMILY_FIRST])
        free(name);
    else
        row->values[IMPORT_NAME_GIVEN_FIRST] = name;
}

static void
take_phone(struct import_row *row, const struct import_mapping *mapping,
           const char *const *cells, size_t column, struct buffer *told)
{
    const enum import_zero zero = import_phone_zero(mapping, cells);
    const bool as_it_is = mapping->keep_telephones;

    join_value(&row->values[IMPORT_PHONE],
               import_phone_take(cells[column], as_it_is, zero, told), ", ");
    if (!row->asked && !as_it_is)
        row->asked = import_phone_doubt(cells[column], zero);
}

/* Words beside the list, in a column that nobody named, are told with their place:
 * numbers of the rows are not. */
static void
tell_unnamed(const struct import_mapping *mapping, const char *const *cells, size_t count,
             struct buffer *told)
{
    enum { CELL_COLUMNS = 30 };

    for (size_t c = 0; mapping->asked && c < count && c < mapping->count; c++) {
        if (mapping->targets[c] != IMPORT_NOTHING || mapping->asked[c][0] ||
            !letter_is_in(cells[c]))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, cells[c], CELL_COLUMNS, false, false);
        buffer_add(told, told->length > 0 ? _("; ") : "");
        buffer_addf(told, _("without “%s”, column %zu, which has no heading"),
                    buffer_text(&cut), c + 1);
        buffer_clear(&cut);
    }
}

/* No organisation is called “idem”. */
static void
ask_ditto(struct import_row *row, const char *cell)
{
    struct buffer why = { 0 };

    if (row->asked)
        return;
    buffer_addf(&why,
                _("“%s” stands for what is above it, which is not read; correct it, or "
                  "take the row without it."),
                cell);
    row->asked = buffer_take(&why);
}

/* Who was asked and did not answer comes as whoever said yes: that is told. */
static void
tell_open(struct import_row *row, const char *cell, struct buffer *told)
{
    if (!import_coming_is_open(cell))
        return;
    row->open = true;
    buffer_add(told, told->length > 0 ? _("; ") : "");
    buffer_addf(told, _("“%s” is no answer yet: comes, unless invited here already"),
                cell);
}

/* Who has a role that no group knows gets the one for all. */
static void
tell_role(const struct import_row *row, struct buffer *told)
{
    const char *value = row->values[IMPORT_ROLE];
    enum membership_role role;

    if (!value || import_role_read(value, &role))
        return;
    buffer_add(told, told->length > 0 ? _("; ") : "");
    buffer_addf(told, _("“%s” is no role in a group: the role for all is taken"), value);
}

void
import_values_read(struct import_row *row, const struct import_mapping *mapping,
                   const char *const *cells, size_t count)
{
    struct buffer told = { 0 };
    char *name = NULL;

    for (size_t i = 0; i < mapping->count; i++) {
        enum import_target target = mapping->targets[i];

        if (target == IMPORT_NOTHING || target == IMPORT_WISH ||
            target == IMPORT_ANSWER ||
            import_cell_is_blank(cells[i], is_of_name(target)) ||
            is_nothing(cells[i], target))
            continue;
        if (target == IMPORT_COMING && !import_cell_is_no(cells[i])) {
            tell_open(row, cells[i], &told);
            continue;
        }
        if (target != IMPORT_NOTE && import_cell_is_ditto(cells[i])) {
            ask_ditto(row, cells[i]);
            continue;
        }
        const char *cell =
            target == IMPORT_NEEDS ? need_said(mapping, i, cells[i]) : cells[i];
        if (target == IMPORT_PHONE)
            take_phone(row, mapping, cells, i, &told);
        else if (target == IMPORT_EMAIL)
            take_email(row, cells[i], &name, &told);
        else if (target == IMPORT_AWAY)
            take_away(row, mapping, i, cells[i]);
        else
            take_cell(&row->values[target], target, cell);
    }
    settle_email(row, &name, &told);
    take_email_name(row, name);
    normalise_language(&row->values[IMPORT_LANGUAGE]);
    tell_role(row, &told);
    tell_unnamed(mapping, cells, count, &told);
    if (told.length > 0)
        row->told = buffer_take(&told);
    buffer_clear(&told);
}

void
import_values_add_note(struct import_row *row, const char *text)
{
    add_value(&row->values[IMPORT_NOTE], text, true, "\n");
}
