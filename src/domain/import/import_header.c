/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_header.c - which column of a spreadsheet means what: all of them weighed
 * together */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/column_assignment.h"
#include "import/heading_languages.h"
#include "import/heading_score.h"
#include "import/heading_wish.h"
#include "import/import_address_name.h"

const struct choice import_targets[] = {
    [IMPORT_NOTHING] = { "nothing", N_("passed over") },
    [IMPORT_FAMILY] = { "family", N_("Family name") },
    [IMPORT_GIVEN] = { "given", N_("Given name") },
    [IMPORT_NAME_GIVEN_FIRST] = { "name-given-first", N_("Given and family name") },
    [IMPORT_NAME_FAMILY_FIRST] = { "name-family-first", N_("Family and given name") },
    [IMPORT_CIVILITY] = { "civility", N_("Civility") },
    [IMPORT_EMAIL] = { "email", N_("E-mail") },
    [IMPORT_SECOND_EMAIL] = { "second-email", N_("E-mail, if the first is blank") },
    [IMPORT_PHONE] = { "phone", N_("Telephone") },
    [IMPORT_ORGANISATION] = { "organisation", N_("Organisation") },
    [IMPORT_FUNCTION] = { "function", N_("Function") },
    [IMPORT_CATEGORY] = { "category", N_("Category") },
    [IMPORT_TERRITORY] = { "territory", N_("Territory") },
    [IMPORT_LANGUAGE] = { "language", N_("Language") },
    [IMPORT_NEEDS] = { "needs", N_("Needs") },
    [IMPORT_NOTE] = { "note", N_("Note") },
    [IMPORT_COMING] = { "coming", N_("Coming or not") },
    [IMPORT_AWAY] = { "away", N_("Absent or not") },
    [IMPORT_WISH] = { "wish", N_("Wish for a workshop") },
    [IMPORT_ANSWER] = { "answer", N_("Answer to a question") },
    [IMPORT_ROLE] = { "role", N_("Role in the group") },
    [IMPORT_TARGET_COUNT] = { NULL, NULL },
};

/* Of these any number of columns is taken. */
static bool
is_gathered(enum import_target target)
{
    return target == IMPORT_NOTHING || target == IMPORT_PHONE || target == IMPORT_NEEDS ||
           target == IMPORT_NOTE || target == IMPORT_SECOND_EMAIL ||
           target == IMPORT_COMING || target == IMPORT_AWAY || target == IMPORT_WISH ||
           target == IMPORT_ANSWER;
}

/* These too, but one column is enough. */
static bool
can_be_joined(enum import_target target)
{
    return is_gathered(target) || target == IMPORT_FAMILY || target == IMPORT_GIVEN ||
           target == IMPORT_CIVILITY;
}

static size_t
count_target(const struct import_mapping *mapping, enum import_target target)
{
    size_t count = 0;

    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->targets[i] == target)
            count++;
    return count;
}

static enum import_target
target_of(const struct heading_words *words, const char *header)
{
    const struct heading heading = heading_read_languages(words, header);

    return heading.kind == HEADING_FIELD  ? heading.target
           : heading.kind == HEADING_NAME ? IMPORT_FAMILY
                                          : IMPORT_NOTHING;
}

enum import_target
import_target_guess(const char *header)
{
    struct heading_words words;

    heading_words_init(&words);
    return target_of(&words, header);
}

static bool
is_of_person(enum import_target target)
{
    switch (target) {
    case IMPORT_FAMILY:
    case IMPORT_GIVEN:
    case IMPORT_NAME_GIVEN_FIRST:
    case IMPORT_NAME_FAMILY_FIRST:
    case IMPORT_CIVILITY:
    case IMPORT_EMAIL:
    case IMPORT_PHONE:
    case IMPORT_ORGANISATION:
    case IMPORT_FUNCTION:
    case IMPORT_CATEGORY:
    case IMPORT_TERRITORY:
    case IMPORT_LANGUAGE:
        return true;
    default:
        return false;
    }
}

enum import_target
import_target_named(const char *header)
{
    struct heading_words words;

    heading_words_init(&words);
    const struct heading heading = heading_read_languages(&words, header);
    if (heading.kind == HEADING_NAME)
        return IMPORT_FAMILY;
    return heading.kind == HEADING_FIELD && heading.strength >= HEADING_WHOLE &&
                   is_of_person(heading.target)
               ? heading.target
               : IMPORT_NOTHING;
}

void
import_add_question_advice(const char *question, struct buffer *text)
{
    const enum import_target target = import_target_named(question);

    if (target != IMPORT_NOTHING)
        buffer_addf(text, _("Imports take the first column of that name for “%s”."),
                    _(import_targets[target].label));
}

bool
import_cells_are_headings(const struct heading_words *words, const char *const *cells,
                          size_t count)
{
    size_t filled = 0;

    for (size_t c = 0; c < count; c++) {
        if (text_is_blank(cells[c]))
            continue;
        if (target_of(words, cells[c]) == IMPORT_NOTHING)
            return false;
        filled++;
    }
    return filled > 0;
}

/* An address, a number or nothing: it costs less to see than to read its words. */
static bool
is_value(const char *cell)
{
    const char *at = cell ? strchr(cell, '@') : NULL;
    return !cell || (at && strchr(at, '.')) || !cell[strspn(cell, " +.-/0123456789")];
}

size_t
import_headings_known(const struct heading_words *words, const char *const *cells,
                      size_t count, size_t least)
{
    size_t known = 0;

    for (size_t c = 0; c < count && known + (count - c) >= least; c++) {
        if (is_value(cells[c]))
            continue;
        const enum heading_kind kind = heading_read_languages(words, cells[c]).kind;
        known += kind == HEADING_NAME || kind == HEADING_FIELD;
    }
    return known;
}

bool
import_headings_any(const struct heading_words *words, const char *const *cells,
                    size_t count)
{
    bool any = false;

    for (size_t c = 0; c < count && !any; c++) {
        const struct heading heading = heading_read_languages(words, cells[c]);
        any = heading.kind == HEADING_NAME ||
              (heading.kind == HEADING_FIELD && heading.target != IMPORT_NOTHING);
    }
    return any;
}

/* The ways in which the columns of a file can hold the names. */
enum shape {
    SHAPE_PARTED,      /* a column each, or the family name alone */
    SHAPE_GIVEN_FIRST, /* both in one column */
    SHAPE_FAMILY_FIRST,
    SHAPE_GIVEN_TWICE, /* both in one column, the given name in its own as well */
    SHAPE_FAMILY_TWICE,
    SHAPE_COUNT
};

static bool
is_in_shape(enum import_target target, enum shape shape)
{
    switch (target) {
    case IMPORT_FAMILY:
        return shape == SHAPE_PARTED;
    case IMPORT_GIVEN:
        return shape != SHAPE_GIVEN_FIRST && shape != SHAPE_FAMILY_FIRST;
    case IMPORT_NAME_GIVEN_FIRST:
        return shape == SHAPE_GIVEN_FIRST || shape == SHAPE_GIVEN_TWICE;
    case IMPORT_NAME_FAMILY_FIRST:
        return shape == SHAPE_FAMILY_FIRST || shape == SHAPE_FAMILY_TWICE;
    default:
        return true;
    }
}

/* What a shape costs beside its columns: a name without the other half of it is less
 * likely, and so are two columns that say the same. */
static int
shape_cost(enum shape shape, const size_t *choice)
{
    enum { LONELY = 20, TWICE = 80 };
    if (shape == SHAPE_PARTED)
        return choice[IMPORT_GIVEN] == ASSIGNED_NONE ? LONELY : 0;
    return shape == SHAPE_GIVEN_TWICE || shape == SHAPE_FAMILY_TWICE ? TWICE : 0;
}

struct guess {
    struct heading *headings;
    const struct import_column *columns;
    size_t count;
    int *fits;   /* IMPORT_TARGET_COUNT rows of `count`, whatever the shape */
    int *scores; /* the same of one shape */
};

static int
score_of(const struct guess *guess, enum import_target target, size_t column)
{
    const struct import_column *cells = guess->columns ? &guess->columns[column] : NULL;

    return heading_score(&guess->headings[column], cells, target);
}

static void
fill_fits(struct guess *guess)
{
    for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
        for (size_t c = 0; c < guess->count && !is_gathered((enum import_target)t); c++)
            guess->fits[(size_t)t * guess->count + c] =
                score_of(guess, (enum import_target)t, c);
}

static void
fill_scores(struct guess *guess, enum shape shape)
{
    const size_t bytes = guess->count * sizeof(*guess->scores);

    for (size_t t = 0; t < IMPORT_TARGET_COUNT; t++)
        if (is_in_shape((enum import_target)t, shape))
            memcpy(guess->scores + t * guess->count, guess->fits + t * guess->count,
                   bytes);
        else
            memset(guess->scores + t * guess->count, 0, bytes);
}

/* A shape without a family name holds nobody, but its other columns are something. */
static int
assign_shape(struct guess *guess, enum shape shape, size_t *choice)
{
    enum { NOBODY = 1000 };
    int total = 0;

    fill_scores(guess, shape);
    column_assignment(guess->scores, IMPORT_TARGET_COUNT, guess->count, choice);
    for (size_t t = 0; t < IMPORT_TARGET_COUNT; t++)
        if (choice[t] != ASSIGNED_NONE)
            total += guess->scores[t * guess->count + choice[t]];
    bool named = choice[IMPORT_FAMILY] != ASSIGNED_NONE ||
                 choice[IMPORT_NAME_GIVEN_FIRST] != ASSIGNED_NONE ||
                 choice[IMPORT_NAME_FAMILY_FIRST] != ASSIGNED_NONE;
    return total - shape_cost(shape, choice) - (named ? 0 : NOBODY);
}

static void
assign_best(struct guess *guess, struct import_mapping *mapping)
{
    size_t best[IMPORT_TARGET_COUNT];
    fill_fits(guess);
    int best_total = assign_shape(guess, SHAPE_PARTED, best);

    for (int shape = SHAPE_PARTED + 1; shape < SHAPE_COUNT; shape++) {
        size_t choice[IMPORT_TARGET_COUNT];
        int total = assign_shape(guess, (enum shape)shape, choice);
        if (total > best_total) {
            best_total = total;
            memcpy(best, choice, sizeof(best));
        }
    }
    for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
        if (best[t] != ASSIGNED_NONE)
            mapping->targets[best[t]] = (enum import_target)t;
}

/* “Dupont Jean”, “Martin Anne”: names without capitals, of which more than one ends in a
 * usual given name, and hardly any begins with one. */
static bool
ends_in_given(const struct import_column *column)
{
    enum { LEAST = 2, FOR_ONE = 4 };

    return column->given_first + column->family_first == 0 &&
           column->given_behind >= LEAST &&
           column->given_behind >= column->given_ahead * FOR_ONE &&
           column->given_behind * 3 >= column->filled;
}

/* Where no heading says which name comes first, the capitals of half the rows do, or the
 * given names. */
static void
turn_names(const struct guess *guess, struct import_mapping *mapping)
{
    for (size_t c = 0; guess->columns && c < guess->count; c++)
        if (mapping->targets[c] == IMPORT_NAME_GIVEN_FIRST &&
            !guess->headings[c].in_order &&
            (ends_in_given(&guess->columns[c]) ||
             (guess->columns[c].family_first > guess->columns[c].given_first &&
              guess->columns[c].family_first * 2 >= guess->columns[c].filled)))
            mapping->targets[c] = IMPORT_NAME_FAMILY_FIRST;
}

/* Several telephones, needs and notes have room beside each other; those of whom one may
 * write to only where there is no other. */
static void
add_gathered(const struct guess *guess, struct import_mapping *mapping, int least)
{
    for (int t = IMPORT_NOTHING + 1; t < IMPORT_TARGET_COUNT; t++) {
        enum import_target target = (enum import_target)t;
        if (!is_gathered(target) ||
            (least <= HEADING_FAINT && count_target(mapping, target) > 0))
            continue;
        for (size_t c = 0; c < guess->count; c++)
            if (mapping->targets[c] == IMPORT_NOTHING &&
                score_of(guess, target, c) >= least)
                mapping->targets[c] = target;
    }
}

static size_t
column_of(const struct import_mapping *mapping, enum import_target target)
{
    for (size_t c = 0; c < mapping->count; c++)
        if (mapping->targets[c] == target)
            return c;
    return ASSIGNED_NONE;
}

/* “Apellido 2” beside “Apellido 1”; a title beside a civility; a second address: it is
 * taken where the first one is not there, and told where it is. */
static bool
is_part_of(const struct guess *guess, size_t column, enum import_target target)
{
    const struct heading *heading = &guess->headings[column];

    if (heading->kind == HEADING_PART)
        return heading->target == target;
    if (target == IMPORT_EMAIL)
        return guess->columns && heading->kind == HEADING_FIELD &&
               (guess->columns[column].with_at > 0 ||
                guess->columns[column].filled == 0) &&
               heading->strength > HEADING_FAINT && score_of(guess, target, column) > 0;
    return (target == IMPORT_CIVILITY || (target == IMPORT_FAMILY && heading->spare)) &&
           score_of(guess, target, column) > 0;
}

static void
add_parts(const struct guess *guess, struct import_mapping *mapping)
{
    static const enum import_target joined[][2] = {
        { IMPORT_FAMILY, IMPORT_FAMILY },
        { IMPORT_CIVILITY, IMPORT_CIVILITY },
        { IMPORT_EMAIL, IMPORT_SECOND_EMAIL },
    };

    for (size_t i = 0; i < sizeof(joined) / sizeof(joined[0]); i++) {
        size_t first = column_of(mapping, joined[i][0]);
        for (size_t c = 0; first != ASSIGNED_NONE && c < guess->count; c++)
            if (mapping->targets[c] == IMPORT_NOTHING &&
                is_part_of(guess, c, joined[i][0]))
                mapping->targets[c] = joined[i][1];
    }
}

static bool
says(const struct heading *heading, enum import_target target)
{
    return heading->target == target ||
           (heading->target == IMPORT_NAME_GIVEN_FIRST &&
            target == IMPORT_NAME_FAMILY_FIRST) ||
           (heading->target == IMPORT_EMAIL && target == IMPORT_NAME_GIVEN_FIRST);
}

/* Where no column is for the names, they may stand before the addresses: both are read
 * out of one cell. */
static void
take_names_of_addresses(const struct guess *guess, struct import_mapping *mapping)
{
    const size_t email = column_of(mapping, IMPORT_EMAIL);

    if (guess->columns && email != ASSIGNED_NONE && mapping->count > 1 &&
        guess->columns[email].addressed * 2 > guess->columns[email].filled &&
        !import_mapping_check(mapping, NULL))
        mapping->targets[email] = IMPORT_NAME_GIVEN_FIRST;
}

/* “Besoin PMR (O/N) ?” asks for “Besoin PMR”. */
static char *
asked_by(const char *header)
{
    char *asked = text_tidy(header ? header : "");
    char *bracket = strrchr(asked, '(');
    size_t length = strlen(asked);

    if (bracket && bracket > asked && strchr(bracket, '/'))
        length = (size_t)(bracket - asked);
    while (length > 0 && strchr(" ?:*", asked[length - 1]))
        length--;
    asked[length] = '\0';
    return asked;
}

static void
forget_asked(struct import_mapping *mapping)
{
    char **asked = mapping->asked;

    mapping->asked = NULL;
    for (size_t c = 0; asked && c < mapping->count; c++)
        free(asked[c]);
    free(asked);
}

static void
keep_asked(struct import_mapping *mapping, const char *const *headers)
{
    mapping->asked = memory_new(mapping->count + 1, sizeof(char *));
    for (size_t c = 0; c < mapping->count; c++)
        mapping->asked[c] = asked_by(headers[c]);
}

void
import_mapping_ask(struct import_mapping *mapping, const char *const *headers)
{
    forget_asked(mapping);
    if (headers)
        keep_asked(mapping, headers);
}

static void
read_headings(struct guess *guess, const struct heading_words *words,
              const char *const *headers)
{
    for (size_t c = 0; c < guess->count; c++)
        guess->headings[c] = heading_read_languages(words, headers[c]);
}

size_t
import_mapping_guess_columns(struct import_mapping *mapping,
                             const struct heading_words *words,
                             const char *const *headers,
                             const struct import_column *columns, size_t count)
{
    import_mapping_clear(mapping);
    mapping->targets = memory_new(count, sizeof mapping->targets[0]);
    mapping->count = count;
    struct guess guess = {
        .headings = memory_new(count, sizeof *guess.headings),
        .columns = columns,
        .count = count,
        .fits = memory_new(count * IMPORT_TARGET_COUNT, sizeof *guess.fits),
        .scores = memory_new(count * IMPORT_TARGET_COUNT, sizeof *guess.scores),
    };
    keep_asked(mapping, headers);
    struct heading_words *own = words ? NULL : heading_words_new();
    read_headings(&guess, words ? words : own, headers);
    heading_words_free(own);
    assign_best(&guess, mapping);
    take_names_of_addresses(&guess, mapping);
    turn_names(&guess, mapping);
    add_parts(&guess, mapping);
    add_gathered(&guess, mapping, HEADING_FAINT + 1);
    add_gathered(&guess, mapping, 1);

    size_t known = 0;
    for (size_t c = 0; c < count; c++)
        known += mapping->targets[c] != IMPORT_NOTHING &&
                 (guess.headings[c].kind == HEADING_NAME ||
                  guess.headings[c].kind == HEADING_PART ||
                  (guess.headings[c].kind == HEADING_FIELD &&
                   says(&guess.headings[c], mapping->targets[c])));
    free(guess.headings);
    free(guess.fits);
    free(guess.scores);
    return known;
}

size_t
import_mapping_guess(struct import_mapping *mapping, const char *const *headers,
                     size_t count)
{
    return import_mapping_guess_columns(mapping, NULL, headers, NULL, count);
}

bool
import_mapping_check(const struct import_mapping *mapping, struct error *err)
{
    if (!import_address_is_all(mapping) &&
        count_target(mapping, IMPORT_FAMILY) +
                count_target(mapping, IMPORT_NAME_GIVEN_FIRST) +
                count_target(mapping, IMPORT_NAME_FAMILY_FIRST) ==
            0)
        return error_set_field(
            err, ERROR_INPUT, "mapping",
            mapping->count == 1
                ? _("The file has one column only, and it is not said "
                    "to hold the family name.  Columns are "
                    "separated by semicolons, commas, tabs or bars.")
                : _("No column holds the family name; say which one does."));
    for (int target = IMPORT_NOTHING; target < IMPORT_TARGET_COUNT; target++)
        if (!can_be_joined((enum import_target)target) &&
            count_target(mapping, (enum import_target)target) > 1)
            return error_set_field(
                err, ERROR_INPUT, "mapping",
                _("Two columns are said to hold “%s”; choose one of them."),
                _(import_targets[target].label));
    return true;
}

size_t
import_mapping_wishes(const struct import_mapping *mapping, size_t *columns)
{
    unsigned *numbers = memory_new(mapping->count + 1, sizeof(*numbers));
    size_t count = 0;

    for (size_t c = 0; c < mapping->count; c++) {
        if (mapping->targets[c] != IMPORT_WISH)
            continue;
        unsigned number = 0;
        (void)heading_wish_read(mapping->asked ? mapping->asked[c] : "", &number);
        size_t at = count++;
        for (; at > 0 && numbers[at - 1] > number; at--) {
            numbers[at] = numbers[at - 1];
            columns[at] = columns[at - 1];
        }
        numbers[at] = number;
        columns[at] = c;
    }
    free(numbers);
    return count;
}

void
import_mapping_clear(struct import_mapping *mapping)
{
    forget_asked(mapping);
    free(mapping->targets);
    *mapping = (struct import_mapping){ 0 };
}
