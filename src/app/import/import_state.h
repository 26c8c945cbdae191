/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_state.h - what a file being imported holds; private to the import's files */
#ifndef ATELIER_APP_IMPORT_STATE_H
#define ATELIER_APP_IMPORT_STATE_H

#include "atelier/app/import_people.h"
#include "atelier/base/paged_list.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/import_heading_table.h"
#include "atelier/store/person_filter.h"
#include "import/import_index.h"
#include "import/import_new_list.h"
#include "import/table_file.h"
#include "session/session.h"

/* A bit for each value that a row may bring to somebody: a role is none of theirs. */
enum { IMPORT_CHANGE_COUNT = IMPORT_ROLE };
#define IMPORT_CHANGES_ALL ((1U << IMPORT_CHANGE_COUNT) - 1)

/* What is kept of a row that was judged: the rest is read from the file again.  A file
 * has one for each of its rows, so it is kept small. */
struct import_ruling {
    int64_t person;
    uint32_t earlier : 31; /* 1 + the row of this file that it may repeat, or 0 */
    bool full : 1;         /* what kept them from a seat is in import_seatless */
    uint32_t created[IMPORT_CREATED_COUNT]; /* 1 + the new name that it brings, or 0 */
    unsigned changes : IMPORT_CHANGE_COUNT;
    unsigned verdict : 3; /* enum import_verdict */
    unsigned role : 3;    /* 1 + enum membership_role that it names, or 0 */
    bool open : 1;        /* no answer yet: whoever is on the list stays what they are */
    bool stays : 1;       /* its organisation keeps what it has otherwise */
    bool away : 1;        /* what the meeting or the group knows of them is a no */
    bool put_back : 1;    /* and they come all the same: a person decided so */
    bool left : 1;        /* or they do not, whatever else the row brings of them */
    bool out : 1;         /* a person left the whole row out */
};

/* What a person decided of a row, and what the judgement had said of it: it holds as
 * long as that is said again. */
struct import_decision {
    size_t row; /* of the file */
    struct import_ruling judged;
    int64_t settled; /* it is this person; 0: somebody new */
    bool put_back;
    bool left;
    bool out; /* the row is not taken, whatever is judged of it */
};

/* What keeps people of the list from a seat, in whole sentences, and who they are. */
struct import_seatless {
    char **items;
    size_t count;
    size_t capacity;
    struct import_seatless_row {
        uint32_t row; /* of the file, ascending */
        uint32_t item : 31;
        bool is_answer : 1; /* they are registered: a choice of theirs has no seat */
    } * rows;
    size_t row_count;
    size_t row_capacity;
};

/* The person whom a run made of a row: the row is about nobody else since. */
struct import_written {
    size_t row; /* of the file */
    int64_t person;
};

/* A row as a person mended it, or as they typed it in its form and did not save it yet.
 */
struct import_mend {
    size_t row; /* of the file */
    char **cells;
    size_t count;
    char *left_out; /* what was wrong and is gone: E-mail “luc”; or NULL */
    bool unsaved;   /* kept for the form alone: the row is as if it were not there */
};

/* What the people of a meeting may wish for, and what it asks them. */
struct import_menu {
    struct workshop_list workshops;
    struct slot_list slots;
    char *over; /* wishes do not count any more: why; or NULL */
    struct meeting_question_list questions;
    char **keys; /* of each, by which a heading is found to be it */
};

/* A title among the rows. */
struct import_section {
    size_t row; /* of the file */
    char *away; /* what it says of those below it, who do not come; NULL: they do */
};

struct import {
    struct atelier *at;
    struct import_goal goal;
    struct import_seatless seatless; /* of the last run, rehearsed or written */
    char *path;
    char *name;             /* of the file, for the journal */
    char *encoding;         /* that a person chose; or NULL */
    bool keeps_columns;     /* what a person said of them holds, whoever is written */
    bool letters_are_right; /* a person said so, although some look wrong */
    struct table_file *file;
    struct table_row cells; /* that were read last */
    size_t head; /* the row of headings, or the first one when there are none */
    struct table_row headers;
    struct import_mapping mapping;
    struct heading_words *words; /* by which headings are understood */
    bool headless;
    enum import_target *guess; /* what the columns seemed to hold, one each */
    bool guessed_headless;
    bool *filled; /* which columns hold something, once that was asked; or NULL */
    enum import_zero guessed_zero;
    struct import_heading remembered; /* of these headings */
    char *forgotten; /* headings of which the run forgets what was said; or NULL */

    struct import_menu menu;

    struct import_mend *mends;
    size_t mend_count;
    size_t mend_capacity;

    /* Of the last judgement. */
    size_t first;               /* the row of the file that is row 0 here */
    struct paged_list *rulings; /* of each row, see import_ruling.h; NULL: none */
    size_t count;
    struct import_section *sections;
    size_t section_count;
    size_t section_capacity;
    struct import_decision *decisions;
    size_t decision_count;
    size_t decision_capacity;
    struct import_written *written;
    size_t written_count;
    size_t written_capacity;
    int64_t judged_at; /* the newest entry of the journal then */

    struct import_new_list created[IMPORT_CREATED_COUNT]; /* what is new */
    enum import_creation creates;

    /* What the rows say of organisations, a text each: these keep what they have, those
     * have it so; and those that are new, with their first categories beside them. */
    struct import_new_list staying;
    struct import_new_list agreeing;
    struct import_new_list named;
    struct import_new_list first_said;

    /* While rows are judged. */
    struct import_index index;    /* who was named in this file already */
    struct person_filter *filter; /* who is surely unknown */
};

/* The meeting or the group into which the people come, if any. */
struct row_ref import_subject(const struct import *import);

/* The id of the newest entry of the journal, of a person when it is not 0; 0 when there
 * is none. */
bool import_newest_entry(const struct import *import, int64_t person, int64_t *id,
                         struct error *err);

/* Inside the open transaction: ERROR_CONFLICT when an act since the judgement changed
 * a verdict, or wrote to somebody whom a row is about to change. */
bool import_still_stands(struct import *import, struct error *err);

#endif
