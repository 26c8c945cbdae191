/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question.h - what an act asks before it is done, and what it was told
 *
 * An act that cannot decide alone puts its question on the sheet of its request and ends
 * with ERROR_QUESTION.  The screen asks what was put, the command line names the option
 * that answers; both call the act again with the same sheet.  Every answer that decides
 * something is looked at inside the transaction.
 */
#ifndef ATELIER_DOMAIN_QUESTION_H
#define ATELIER_DOMAIN_QUESTION_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/permission.h"

enum question_kind {
#define QUESTION(KIND, OPTION, ARGUMENT, HELP, TITLE, YES, WHY, PERMISSION, NAMED)       \
    QUESTION_##KIND,
#include "atelier/domain/questions.def"
#undef QUESTION
    QUESTION_COUNT
};

/* What is the same whenever it is asked; see questions.def. */
struct question {
    const char *option;
    const char *argument;
    const char *help;
    const char *title;
    const char *yes;
    const char *why;
    enum permission permission;
    const char *named;
};
extern const struct question question_table[QUESTION_COUNT];

/* The values of QUESTION_CLOCK, in the order of the words of its argument. */
enum question_clock { CLOCK_EARLIER, CLOCK_LATER };
/* Those of QUESTION_POST and QUESTION_COMING. */
enum question_post { POST_MOVED, POST_SECOND, POST_CORRECTED };
enum question_coming { COMING_KEEP, COMING_FOLLOW };

/* Those of QUESTION_SEAT: past the seats, or from now on a list of those who wait. */
enum question_seat { SEAT_OVERBOOK, SEAT_KEEP_LIST };

enum { QUESTION_YES = 0 }; /* the value of an answer that is none of the choices */

struct question_choice {
    char *text;
    int64_t value;
};

/* One question of an act. */
struct question_entry {
    bool put;
    char *sentence; /* what it is about: a whole sentence */
    struct question_choice *choices;
    size_t choice_count, choice_capacity;
    bool answered;
    int64_t value; /* of the choice, or QUESTION_YES */
    char *reason;  /* or NULL */
    bool decided;  /* the act was done because of the answer */
};

/* The sheet of one act.  Starts as zeros; questions_clear() frees what it holds. */
struct questions {
    struct row_ref subject; /* what a yes must be allowed for */
    bool has_come; /* it is about whoever has come: a yes takes what letting them in does
                    */
    const char *leave; /* what comes of leaving it, translated; NULL: nothing */
    struct question_entry entries[QUESTION_COUNT];
};

void questions_clear(struct questions *sheet);

/* What a yes to it takes. */
enum permission question_permission(const struct questions *sheet,
                                    enum question_kind kind);

/* Puts the question anew: choices and an answer that it had are gone.  Returns false with
 * ERROR_QUESTION, the sentence and err->question.  Without a sheet nobody can answer. */
bool question_put(struct questions *sheet, enum question_kind kind, struct error *err,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Whether a refusal asks about a seat that is not there: all are taken, a quota leaves
 * none, somebody waits longer.  Without an answer the person waits or stays away. */
bool question_means_no_seat(const struct error *refusal);

/* Whether such a refusal is about that kind. */
bool question_is_about_seat(enum question_kind kind);

/* Whether one of these is answered with a yes: whoever did so wants the seat, not the
 * list. */
bool question_wants_seat(const struct questions *sheet);

/* One more choice of the question that was put; nothing without a sheet. */
void question_offer(struct questions *sheet, enum question_kind kind, const char *text,
                    int64_t value);

bool question_is_offered(const struct questions *sheet, enum question_kind kind,
                         int64_t value);

/* Answers it, before it was put or afterwards. */
void question_reply(struct questions *sheet, enum question_kind kind, int64_t value,
                    const char *reason);

/* The answer; NULL when there is none, or its reason is missing. */
const struct question_entry *question_answer(const struct questions *sheet,
                                             enum question_kind kind);

/* Whether it was put and is not answered. */
bool question_is_open(const struct questions *sheet, enum question_kind kind);

/* Adds the reasons of an act as the journal tells them, "overbook: x; colleague: y", with
 * words in the place of the options. */
void question_add_reasons(const char *stored, struct buffer *buffer);

/* The act is done because of the answer: its reason belongs into the journal. */
void question_decide(struct questions *sheet, enum question_kind kind);

/* The reason of what was decided: it belongs into the journal.  NULL: it was not, or
 * needs none. */
const char *question_reason(const struct questions *sheet, enum question_kind kind);

#endif
