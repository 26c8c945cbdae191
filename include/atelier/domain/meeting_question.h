/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question.h - what a meeting asks everybody on its list, and what answers it
 * takes
 *
 * What an act asks before it is done is another thing: question.h.
 */
#ifndef ATELIER_DOMAIN_MEETING_QUESTION_H
#define ATELIER_DOMAIN_MEETING_QUESTION_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum meeting_question_kind {
    ANSWER_TEXT = 0,
    ANSWER_ONE = 1,     /* of the choices */
    ANSWER_SEVERAL = 2, /* of them */
    ANSWER_YES_NO = 3,
    ANSWER_NUMBER = 4
};

struct meeting_question {
    struct record head;
    int64_t meeting;
    char *text;
    enum meeting_question_kind kind;
    char *choices; /* "meat; fish; none"; NULL where there are none to choose from */
    bool required; /* who did not answer is told of; nobody is kept off the list */
    int64_t seats; /* for each answer; NUMBER_NONE: no limit */
    int64_t place; /* among those of the meeting; NUMBER_NONE: where it was made */
};

extern const struct choice meeting_question_kinds[]; /* by enum, then { NULL } */
extern const struct entity meeting_question_entity;

struct meeting_question_list {
    struct meeting_question *items;
    size_t count;
    size_t capacity;
};

void meeting_question_list_clear(struct meeting_question_list *list);
/* Whether one of them, but not that one itself, is called so, whatever the case and the
 * accents: a column of a file could not tell them apart. */
bool meeting_question_is_asked(const struct meeting_question_list *list, const char *text,
                               int64_t itself);

/* Between choices, and between the answers of one person. */
#define ANSWER_PART "; "

/* The choice of that number as it is stored, "yes" and "no" too; the caller frees.  NULL:
 * there are no more. */
char *meeting_question_choice(const struct meeting_question *question, size_t number);

/* Adds the answer as it is stored: a choice as the question writes it, several in the
 * order of the question, "yes" or "no", a whole number; nothing for nothing.  ERROR_INPUT
 * of the field "text" says what would be an answer. */
bool meeting_question_read(const struct meeting_question *question, const char *typed,
                           struct buffer *answer, struct error *err);

/* Adds a stored answer, or choice, in words. */
void meeting_question_show(const struct meeting_question *question, const char *answer,
                           struct buffer *buffer);

/* Whether a stored answer takes that choice. */
bool meeting_question_takes(const char *answer, const char *choice);

/* Tidies its choices: each once, parted by ANSWER_PART. */
void meeting_question_tidy(struct meeting_question *question);

#endif
