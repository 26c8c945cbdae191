/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office.h - an office for a test: a database in a folder of its own, people at work in
 * it
 *
 * The clock stands at OFFICE_NOW and the office is in Paris.  Everything is done by
 * calls of the app layer, as a screen would; a failure fails the test.
 */
#ifndef ATELIER_TESTS_OFFICE_H
#define ATELIER_TESTS_OFFICE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"

/* A Monday at ten in Paris. */
#define OFFICE_NOW "2027-03-01 09:00"

/* Its administrator, whatever login runs the test. */
#define OFFICE_IDENTITY ((struct identity){ .login = "ada", .source = IDENTITY_SYSTEM })

/* Who runs the test, for files that the program itself works on too. */
struct identity office_self(void);

/* The administrator who creates the database. */
struct atelier *office_found(void);
struct atelier *office_found_by(struct identity founder);

/* A colleague at a desk of their own: staff from now on, with that role. */
struct atelier *office_hire(struct atelier *at, const char *login, enum staff_role role);

/* The same login (NULL: the administrator) at another time, in UTC. */
struct atelier *office_return(const char *login, const char *now);

/* Closes it, which may be NULL, and removes the folder. */
void office_end(struct atelier *at);

/* Fields are named and followed by their canonical text, up to a NULL:
 *
 *     office_add(at, &person_entity, "family", "Müller", "given", "Anna", NULL)
 */
int64_t office_add(struct atelier *at, const struct entity *entity, ...);
void office_change(struct atelier *at, const struct entity *entity, int64_t id, ...);

/* A field of a row, in the file alone: what would follow from it in the program has not
 * been done. */
void office_change_row_unseen(const struct entity *entity, int64_t id, const char *field,
                              const char *value);
void office_change_unseen(int64_t meeting, const char *field, const char *value);

int64_t office_add_group(struct atelier *at, const char *code);
int64_t office_add_person(struct atelier *at, const char *family, const char *given);
/* A person who belongs to a group from a day to a day; "" leaves an end open. */
int64_t office_add_member(struct atelier *at, int64_t group, const char *family,
                          const char *role, const char *from, const char *to);

/* A confirmed meeting of two hours by the clock of Paris; seats may be NUMBER_NONE. */
int64_t office_add_meeting(struct atelier *at, int64_t group, const char *start,
                           int64_t seats);

/* Onto the list of a meeting; the registration. */
int64_t office_register(struct atelier *at, int64_t meeting, int64_t person);

/* A sheet with one yes; it is good until the next call.  A reason of NULL is no answer.
 */
struct questions *office_answer(enum question_kind kind, const char *reason);

/* What SQL answers must be this: "one|two\n" a row, as committed. */
void office_expect(const char *sql, const char *expected);

/* Files, settings, counters and rules 1 and 2 are whole, as "atelier check" sees them. */
void office_expect_whole(struct atelier *at);

/* What register_why() says of a registration. */
void office_expect_why(struct atelier *at, int64_t registration, const char *expected);

#endif
