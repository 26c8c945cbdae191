/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_column.c - what the cells of a column are like */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/letter.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "atelier/domain/person_name.h"
#include "atelier/domain/phone_number.h"
#include "import/import_cells.h"
#include "import/import_folded.h"
#include "import/import_period.h"
#include "name/name_word.h"

enum { TELEPHONE_DIGITS = 4, BRIEF_WORDS = 3, BRIEF_BYTES = 24, ANSWER_BYTES = 40 };

/* FNV-1a: enough to tell a dozen values apart. */
static uint32_t
hash(const char *text)
{
    uint32_t hash = 0x811c9dc5U;

    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x01000193U;
    return hash;
}

static void
count_distinct(struct import_column *column, uint32_t key)
{
    for (size_t i = 0; i < column->distinct; i++)
        if (column->seen[i] == key)
            return;
    if (column->distinct < IMPORT_DISTINCT_MOST)
        column->seen[column->distinct++] = key;
}

/* O, non, x, 1, excusée: an answer, whatever the heading asks. */
static bool
is_answer(const struct import_folded *cell)
{
    static const char *const answers[] = {
        "p",          "a",         "abs",       "pres",      "present",    "presente",
        "absent",     "absente",   "excuse",    "excusee",   "confirme",   "confirmee",
        "confirmed",  "inscrit",   "inscrite",  "valide",    "validee",    "validated",
        "accepte",    "acceptee",  "accepted",  "attending", "going",      "coming",
        "registered", "paye",      "payee",     "paid",      "checked in", "approved",
        "angemeldet", "bestatigt", "aangemeld", "invited",   "invite",     "invitee",
        "withdrawn",  "denied",    "declined",  "obecny",    "obecna",
    };
    if (import_folded_answer(cell) != IMPORT_ANSWER_NONE)
        return true;
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
        if (cell->folded[0] == answers[i][0] && strcmp(cell->folded, answers[i]) == 0)
            return true;
    return false;
}

static size_t
count_civilities(const struct name_words *words)
{
    size_t count = 0;
    while (count < words->count && name_word_civility(words->items[count]) != CIVILITY_NO)
        count++;
    return count;
}

/* "Mme Hélène CORBIN", but not "M. le Maire", "Prof. Dr." or "M. et Mme". */
static bool
is_named(const struct name_words *words, size_t civilities)
{
    const size_t i = civilities;
    if (i == 0 || i == words->count)
        return false;
    size_t length;
    bool article = words->items[i].length == 2 && words->items[i].start[0] == 'l';
    return letter_at(words->items[i].start, &length) == LETTER_CAPITAL ||
           (name_word_is_small_particle(words->items[i]) && !article);
}

/* Zoé DURAND <zoe@example.org> */
static bool
is_addressed(const char *tidy)
{
    const char *open = strchr(tidy, '<');
    const char *at = open && open > tidy ? strchr(open, '@') : NULL;
    return at && strchr(at, '>');
}

/* 977 010 010, as Spaniards and Poles group them. */
static bool
is_in_threes(const char *tidy)
{
    for (size_t i = 0; i < 11; i++)
        if (i % 4 == 3 ? tidy[i] != ' ' : !isdigit((unsigned char)tidy[i]))
            return false;
    return tidy[0] != '0' && !tidy[11];
}

/* “Dupont Jean”, “Jean Dupont”: two words or three, one end of which is a usual given
 * name and the other is none. */
static void
count_given(struct import_column *column, const struct name_words *words,
            const struct import_folded *cell)
{
    enum { NAMES_MOST = 3 };
    const char *last = strrchr(cell->folded, ' ');

    if (!last || words->count < 2 || words->count > NAMES_MOST ||
        strpbrk(cell->cell, ",;/(@"))
        return;
    const bool begins = import_cell_is_given(cell->folded, strcspn(cell->folded, " "));
    const bool ends = import_cell_is_given(last + 1, strlen(last + 1));
    column->given_ahead += begins && !ends;
    column->given_behind += ends && !begins;
}

static void
add_filled(struct import_column *column, const struct import_folded *cell,
           bool is_category)
{
    const char *tidy = cell->cell;
    size_t digits = 0;
    for (const char *at = tidy; *at; at++)
        digits += isdigit((unsigned char)*at) != 0;
    struct name_words words;
    name_words_find(&words, tidy);
    column->filled++;
    column->with_at += strchr(tidy, '@') != NULL;
    column->addressed += is_addressed(tidy);
    column->numbered += digits >= TELEPHONE_DIGITS;
    bool abroad;
    bool zero = phone_number_has_zero(tidy, &abroad);
    column->abroad +=
        digits >= TELEPHONE_DIGITS && ((abroad && !zero) || is_in_threes(tidy));
    column->lettered += letter_is_in(tidy);
    column->periods += digits > 0 && import_folded_is_period(cell->folded);
    bool brief = words.count <= BRIEF_WORDS && strlen(tidy) <= BRIEF_BYTES;
    column->brief += brief;
    const size_t civilities = count_civilities(&words);
    column->civilities += brief && civilities > 0;
    column->named += is_named(&words, civilities);
    enum person_name_order order;
    if (person_name_order_of(tidy, &order)) {
        column->given_first += order == NAME_GIVEN_FIRST;
        column->family_first += order == NAME_FAMILY_FIRST;
    } else {
        count_given(column, &words, cell);
    }
    column->answers += brief && is_answer(cell);
    enum membership_role role;
    const bool is_role = brief && import_folded_role(cell->folded, &role);
    column->roles += is_role;
    column->memberships += is_role && role != MEMBERSHIP_CHAIR;
    column->parts += brief && import_folded_is_part(cell->folded);
    column->organisations +=
        !strpbrk(tidy, "(<[") && import_cell_is_organisation(cell->folded);
    column->noes +=
        digits == 0 && strlen(tidy) <= ANSWER_BYTES && import_folded_is_no(cell);
    column->categories += is_category;
    count_distinct(column, hash(cell->folded));
}

void
import_column_add(struct import_column *column, const char *cell,
                  import_is_category is_category, const void *context)
{
    char *tidy = text_tidy(cell ? cell : "");
    char *folded = fold_copy(tidy);
    const struct import_folded asked = { tidy, folded };
    if (import_folded_is_blank(&asked, true))
        column->blank++;
    else
        add_filled(column, &asked, is_category && is_category(context, folded));
    free(folded);
    free(tidy);
}

void
import_column_join(struct import_column *column, const struct import_column *other)
{
    column->blank += other->blank;
    column->filled += other->filled;
    column->with_at += other->with_at;
    column->addressed += other->addressed;
    column->numbered += other->numbered;
    column->abroad += other->abroad;
    column->lettered += other->lettered;
    column->periods += other->periods;
    column->brief += other->brief;
    column->civilities += other->civilities;
    column->named += other->named;
    column->given_first += other->given_first;
    column->family_first += other->family_first;
    column->given_ahead += other->given_ahead;
    column->given_behind += other->given_behind;
    column->answers += other->answers;
    column->noes += other->noes;
    column->categories += other->categories;
    column->organisations += other->organisations;
    column->telephones += other->telephones;
    column->functions += other->functions;
    column->nameable += other->nameable;
    column->several += other->several;
    column->capitals += other->capitals;
    column->begins_given += other->begins_given;
    column->ends_given += other->ends_given;
    column->roles += other->roles;
    column->memberships += other->memberships;
    column->parts += other->parts;
    for (size_t i = 0; i < other->distinct; i++)
        count_distinct(column, other->seen[i]);
}
