/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_score.c - how well a column fits a target, by its heading and its cells */
#include "import/heading_score.h"

/* A heading that says only its field scores 100.  “Name” is rather the family name than
 * both; yet beside a “Last name” it is the given one. */
enum {
    NAME_AS_FAMILY = 46,
    NAME_AS_BOTH = 45,
    NAME_AS_GIVEN = 25,
    CELLS_OF_CATEGORIES = 60,
    CELLS_OF_ADDRESSES = 30,
    CELLS_OF_NAMES = 40,
    CELLS_OF_ROLES = 40,
    SURE_HEADING = 80,
    PLAIN_HEADING = HEADING_WHOLE,
    ADDRESSES_WITHOUT_AT = 10, /* rather refused than lost, where no column is better */
    CATEGORIES_MOST = 12
};

static int
by_heading(const struct heading *heading, enum import_target target)
{
    if (heading->kind == HEADING_FIELD && heading->target == IMPORT_ROLE &&
        target == IMPORT_FUNCTION)
        return HEADING_FAINT; /* “Rôle”, of whoever is in no group */
    if (heading->kind == HEADING_FIELD)
        return heading->target == target ? heading->strength : 0;
    if (heading->kind != HEADING_NAME)
        return 0;
    const int score = target == IMPORT_FAMILY             ? NAME_AS_FAMILY
                      : target == IMPORT_NAME_GIVEN_FIRST ? NAME_AS_BOTH
                      : target == IMPORT_GIVEN            ? NAME_AS_GIVEN
                                                          : 0;
    return score > 0 ? score + heading->strength : 0;
}

/* O, Si or No below “Nom” or “Prénom” is a short name and no answer. */
static bool
is_short_name(const struct heading *heading, enum import_target target)
{
    return (target == IMPORT_FAMILY || target == IMPORT_GIVEN) &&
           (heading->kind == HEADING_NAME || heading->strength >= PLAIN_HEADING);
}

/* Whether the cells do not contradict the heading. */
static bool
cells_allow(const struct heading *heading, const struct import_column *cells,
            enum import_target target)
{
    switch (target) {
    case IMPORT_EMAIL:
        return cells->with_at > 0;
    case IMPORT_PHONE:
        return cells->numbered * 2 >= cells->filled ||
               (cells->numbered > 0 &&
                heading->strength >= PLAIN_HEADING); /* each remark is told */
    case IMPORT_CIVILITY:
        return cells->civilities * 2 >= cells->filled ||
               (heading->strength >= SURE_HEADING && cells->brief * 2 >= cells->filled);
    case IMPORT_COMING:
        return cells->noes > 0 || cells->answers * 2 >= cells->filled;
    case IMPORT_WISH: /* “Atelier” above yes and no says whether they come to it */
        return cells->answers * 2 < cells->filled;
    case IMPORT_AWAY:
        return cells->answers * 2 >= cells->filled;
    case IMPORT_ROLE:
        return cells->roles * 2 >= cells->filled;
    case IMPORT_FUNCTION: /* “Mandat” above 2024-2027 */
        return cells->lettered * 2 >= cells->filled &&
               cells->periods * 2 <= cells->filled &&
               (heading->target != IMPORT_ROLE ||
                (cells->roles + cells->parts) * 2 < cells->filled);
    case IMPORT_CATEGORY:
        return cells->distinct <= CATEGORIES_MOST;
    case IMPORT_FAMILY:
    case IMPORT_GIVEN:
    case IMPORT_NAME_GIVEN_FIRST:
    case IMPORT_NAME_FAMILY_FIRST:
        return cells->lettered * 2 >= cells->filled &&
               (cells->with_at - cells->addressed) * 2 <= cells->filled &&
               (cells->answers * 2 < cells->filled || is_short_name(heading, target)) &&
               (heading->kind != HEADING_NAME ||
                cells->organisations * 2 <= cells->filled);
    case IMPORT_ORGANISATION: /* “Une association ?” above yes and no */
        return cells->with_at * 2 <= cells->filled && cells->answers < cells->filled;
    case IMPORT_LANGUAGE:
        return cells->answers < cells->filled;
    default:
        return true;
    }
}

/* What the cells say where the heading says nothing. */
static int
by_cells(const struct heading *heading, const struct import_column *cells,
         enum import_target target)
{
    bool silent =
        heading->kind == HEADING_UNKNOWN ||
        (heading->kind == HEADING_FIELD &&
         (heading->target == IMPORT_NOTHING || heading->strength < CELLS_OF_ADDRESSES));

    if (target == IMPORT_EMAIL && silent)
        return cells->with_at * 2 > cells->filled ? CELLS_OF_ADDRESSES : 0;
    if (target == IMPORT_NAME_GIVEN_FIRST && silent)
        return cells->named * 2 > cells->filled ? CELLS_OF_NAMES : 0;
    if (target == IMPORT_CATEGORY && (silent || heading->kind == HEADING_ELSE))
        return cells->categories * 3 >= cells->filled * 2 ? CELLS_OF_CATEGORIES : 0;
    return 0;
}

/* “Fonction”, “Qualité” or “Statut” above “Titulaire” and “Suppléante”; a “Président”
 * alone may be one of something else. */
static bool
is_above_roles(const struct heading *heading, const struct import_column *cells)
{
    const bool may_be =
        heading->kind == HEADING_UNKNOWN ||
        (heading->kind == HEADING_FIELD &&
         (heading->target == IMPORT_NOTHING || heading->target == IMPORT_FUNCTION ||
          heading->target == IMPORT_COMING));
    return may_be && cells && cells->filled > 0 &&
           cells->roles * 3 >= cells->filled * 2 &&
           cells->memberships * 2 >= cells->filled;
}

/* “Title” above “Mme Hélène CORBIN” is above names. */
static bool
is_above_names(const struct heading *heading, const struct import_column *cells)
{
    return cells && heading->kind == HEADING_FIELD &&
           heading->target == IMPORT_CIVILITY && cells->named * 2 > cells->filled;
}

int
heading_score(const struct heading *heading, const struct import_column *cells,
              enum import_target target)
{
    static const struct heading name = { .kind = HEADING_NAME };
    if (is_above_names(heading, cells))
        heading = &name;
    if (is_above_roles(heading, cells))
        return target == IMPORT_ROLE ? CELLS_OF_ROLES : 0;
    int score = by_heading(heading, target);

    if (!cells)
        return score;
    if (cells->filled == 0) /* “Firma”, to be signed, beside an “Ente” */
        return score > 1 ? score - 1 : score;
    if (score > 0 && cells_allow(heading, cells, target))
        return score;
    if (target == IMPORT_EMAIL && score >= PLAIN_HEADING)
        return ADDRESSES_WITHOUT_AT;
    if (score > 0)
        return 0;
    return by_cells(heading, cells, target);
}
