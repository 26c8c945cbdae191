/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_header.c - which column of a spreadsheet means what: all of them weighed
 * together */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/import.h"
#include "import/column_assignment.h"
#include "import/heading.h"
#include "import/heading_score.h"

const struct choice import_targets[] = {
    [IMPORT_NOTHING] = { "nothing", N_("passed over") },
    [IMPORT_FAMILY] = { "family", N_("Family name") },
    [IMPORT_GIVEN] = { "given", N_("Given name") },
    [IMPORT_NAME_GIVEN_FIRST] = { "name-given-first", N_("Given and family name") },
    [IMPORT_NAME_FAMILY_FIRST] = { "name-family-first", N_("Family and given name") },
    [IMPORT_CIVILITY] = { "civility", N_("Civility") },
    [IMPORT_EMAIL] = { "email", N_("E-mail") },
    [IMPORT_PHONE] = { "phone", N_("Telephone") },
    [IMPORT_ORGANISATION] = { "organisation", N_("Organisation") },
    [IMPORT_FUNCTION] = { "function", N_("Function") },
    [IMPORT_CATEGORY] = { "category", N_("Category") },
    [IMPORT_TERRITORY] = { "territory", N_("Territory") },
    [IMPORT_LANGUAGE] = { "language", N_("Language") },
    [IMPORT_NEEDS] = { "needs", N_("Needs") },
    [IMPORT_NOTE] = { "note", N_("Note") },
    [IMPORT_ANSWER] = { "coming", N_("Coming or not") },
    [IMPORT_TARGET_COUNT] = { NULL, NULL },
};

static bool
can_be_joined(enum import_target target)
{
    return target == IMPORT_NOTHING || target == IMPORT_PHONE || target == IMPORT_NEEDS ||
           target == IMPORT_NOTE || target == IMPORT_ANSWER;
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

enum import_target
import_target_guess(const char *header)
{
    struct heading heading = heading_read(header);

    return heading.kind == HEADING_FIELD  ? heading.target
           : heading.kind == HEADING_NAME ? IMPORT_FAMILY
                                          : IMPORT_NOTHING;
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
    int *scores; /* IMPORT_TARGET_COUNT rows of `count` */
};

static int
score_of(const struct guess *guess, enum import_target target, size_t column)
{
    const struct import_column *cells = guess->columns ? &guess->columns[column] : NULL;

    return heading_score(&guess->headings[column], cells, target);
}

static void
fill_scores(struct guess *guess, enum shape shape)
{
    for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
        for (size_t c = 0; c < guess->count; c++) {
            enum import_target target = (enum import_target)t;
            guess->scores[(size_t)t * guess->count + c] =
                can_be_joined(target) || !is_in_shape(target, shape)
                    ? 0
                    : score_of(guess, target, c);
        }
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

/* Several telephones, needs and notes have room beside each other. */
static void
add_joined(const struct guess *guess, struct import_mapping *mapping)
{
    for (size_t c = 0; c < guess->count; c++)
        for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
            if (mapping->targets[c] == IMPORT_NOTHING && t != IMPORT_NOTHING &&
                can_be_joined((enum import_target)t) &&
                score_of(guess, (enum import_target)t, c) > 0)
                mapping->targets[c] = (enum import_target)t;
}

size_t
import_mapping_guess_columns(struct import_mapping *mapping, const char *const *headers,
                             const struct import_column *columns, size_t count)
{
    import_mapping_clear(mapping);
    mapping->targets = memory_new(count, sizeof mapping->targets[0]);
    mapping->count = count;
    struct guess guess = {
        .headings = memory_new(count, sizeof *guess.headings),
        .columns = columns,
        .count = count,
        .scores = memory_new(count * IMPORT_TARGET_COUNT, sizeof *guess.scores),
    };
    for (size_t c = 0; c < count; c++)
        guess.headings[c] = heading_read(headers[c]);
    assign_best(&guess, mapping);
    add_joined(&guess, mapping);

    size_t known = 0;
    for (size_t c = 0; c < count; c++)
        known += mapping->targets[c] != IMPORT_NOTHING &&
                 (guess.headings[c].kind == HEADING_NAME ||
                  (guess.headings[c].kind == HEADING_FIELD &&
                   guess.headings[c].target == mapping->targets[c]));
    free(guess.headings);
    free(guess.scores);
    return known;
}

size_t
import_mapping_guess(struct import_mapping *mapping, const char *const *headers,
                     size_t count)
{
    return import_mapping_guess_columns(mapping, headers, NULL, count);
}

bool
import_mapping_check(const struct import_mapping *mapping, struct error *err)
{
    if (count_target(mapping, IMPORT_FAMILY) +
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

void
import_mapping_clear(struct import_mapping *mapping)
{
    free(mapping->targets);
    *mapping = (struct import_mapping){ 0 };
}
