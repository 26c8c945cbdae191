/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_name.h - a name as lists and people write it, in its parts
 *
 * `Mme DUPONT Anna (DREAL)` is a civility, a family name, a given name and something that
 * is no name.  Pure rules for French, English, German, Spanish, Italian and Dutch habits
 * and for the letters of any script; what shows nothing is parted by its order.
 */
#ifndef ATELIER_DOMAIN_PERSON_NAME_H
#define ATELIER_DOMAIN_PERSON_NAME_H

#include <stdbool.h>

/* Owned texts; NULL when there is none. */
struct person_name {
    char *family, *given, *civility;
    char *note; /* what else stood there; of a field of its own with brackets all of it */
    char *office; /* what they are, where it stood beside the name: préfet, adjointe */
};

/* What shows nothing else is given name first: `Anna Novak`, or `Novak Anna`. */
enum person_name_order { NAME_GIVEN_FIRST, NAME_FAMILY_FIRST };

/*
 * Reads a whole name into a zeroed struct.  A comma parts it, else capitals, particles
 * and initials do, else the order.  Civilities and titles go to their field, II, III, Jr
 * and Sr behind the given name; an office ("le préfet", ", adjointe") and a remark (in
 * brackets, behind a dash, "née ...") to theirs; degrees are left out.
 */
void person_name_read(struct person_name *name, const char *text,
                      enum person_name_order order);

/* Whether capitals show which of the two comes first: Mario ROSSI, ROSSI Mario. */
bool person_name_order_of(const char *text, enum person_name_order *order);

/* Mends names that came in fields of their own: a civility before them, brackets, a
 * generation or PhD behind them, a particle behind the given name (`Ham`, `Zeger van`). A
 * civility that is there stays; so do Me and Md behind a name, which may be one. */
void person_name_mend(struct person_name *name);

/* DUPONT becomes Dupont, DE LA TOUR de la Tour, McDONALD McDonald, and jean-pierre
 * Jean-Pierre; initials and what has capitals and small letters stay: De Gaulle is
 * De Gaulle. */
void person_name_usual_capitals(struct person_name *name);

/* Whether a text is nothing but words like de, van der, La. */
bool person_name_is_particles(const char *text);

void person_name_clear(struct person_name *name);

/* Whether both say the same civility: Mme and Madame, Dr and Docteur. */
bool civility_is_same(const char *one, const char *other);

/* Whether one is said to a man and the other to a woman. */
bool civility_contradicts(const char *one, const char *other);

/* Whether one says man or woman and the other does not: Frau stands before Dr. */
bool civility_comes_first(const char *one, const char *other);

/* The spelling that a list of them keeps: "M." of M, m. and Monsieur; NULL when it is
 * kept as it is. */
const char *civility_kept(const char *civility);

/* Whether these are the names of two people: M. et Mme, Paul et Marie; NULL is none. */
bool person_name_is_of_two(const char *civility, const char *given, const char *family);

#endif
