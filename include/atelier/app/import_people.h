/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_people.h - people from a colleague's spreadsheet, seen before they are written
 *
 * Open the file, look at the mapping, change it, look at every row's verdict,
 * settle the doubtful ones, then run: all rows are one act of the journal
 * and are undone as one (rule 11).
 */
#ifndef ATELIER_APP_IMPORT_PEOPLE_H
#define ATELIER_APP_IMPORT_PEOPLE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/work.h"
#include "atelier/domain/import.h"
#include "atelier/domain/membership.h"

struct import;

/*
 * Reads a CSV file: UTF-8 and UTF-16 (with or without BOM), Windows-1252 or ISO-8859-15,
 * or UTF-8 with lines of Windows-1252; semicolons, commas, tabs or bars; quotes, line
 * breaks inside quotes, whole rows in quotes.  Or a sheet of an .xlsx
 * workbook.  Or address cards, vCard 2.1 to 4.0.  The mapping is guessed from the first
 * row, or from headings that stand below a title.  ERROR_INPUT with a sentence when it is
 * not such a file (a PDF, a picture, empty), ERROR_NOT_FOUND, ERROR_SYSTEM. meeting 0:
 * people only; else they are put on its list as well.
 */
struct import *import_open(struct atelier *at, const char *path, int64_t meeting,
                           struct error *err);

/* Where the people come besides; zeroed: nowhere. */
struct import_goal {
    int64_t meeting; /* onto its list */
    int64_t group;   /* into it, from today on: */
    enum membership_role role;
};

/* Whether the login may import there. */
bool import_may_into(struct atelier *at, const struct import_goal *goal,
                     struct error *err);

/* For import_open_as(): where the file is not read as it should be, or holds several
 * lists. */
struct import_choice {
    const char *encoding; /* of a text file, as iconv(3) names it; NULL: by its bytes */
    const char *sheet;    /* of a workbook; NULL: the only one with rows */
    bool leave_hidden;    /* rows that the sheet does not show are left out */
};
struct import *import_open_as(struct atelier *at, const char *path,
                              const struct import_goal *goal,
                              const struct import_choice *choice, struct error *err);
void import_free(struct import *import); /* NULL is fine */

/* Opens the file once more in another encoding, with what a person said of it; what was
 * mended in its rows and decided of them begins anew.  NULL as above. */
struct import *import_open_again(const struct import *import, const char *encoding,
                                 struct error *err);

/* Whether it is the encoding in which the file is read now. */
bool import_is_read_as(const struct import *import, const char *encoding);

/* How many lines have a word in which letters look wrong, as in LefŽvre, while nobody
 * said how they are written: to be asked about before anything is written.  And a person
 * says that they are right as they are. */
int64_t import_wrong_lines(const struct import *import);
void import_take_letters(struct import *import);

/* Those that are offered. */
enum { IMPORT_ENCODING_COUNT = 6 };
extern const char *const import_encodings[IMPORT_ENCODING_COUNT];

/* What was recognised, for the eye: "UTF-8", "Windows-1252"; the delimiter. */
const char *import_encoding(const struct import *import);
char import_delimiter(const struct import *import); /* 0: workbook, address cards */

/* The sheets of a workbook that have rows, and the one that is read (NULL: no workbook,
 * or one of several is to be chosen first, which leaves the import without rows); how
 * many of its rows the sheet does not show. */
const char *const *import_sheets(const struct import *import, size_t *count);
const char *import_sheet(const struct import *import);
int64_t import_hidden_rows(const struct import *import);

/* What a person should know of the file, a sentence a line; "" when there is nothing. */
const char *import_notes(const struct import *import);

/* Adds a few words of the file that are more than ASCII, as each of these encodings would
 * read them: "Kérouan Maëlle"; nothing where this system does not know the encoding.  The
 * file is read once. */
void import_add_previews(const struct import *import, const char *const encodings[],
                         size_t count, struct buffer texts[]);

const struct import_goal *import_goal(const struct import *import);
/* What the members of the group become. */
void import_set_role(struct import *import, enum membership_role role);

/* The headings, or the first row's cells, and the mapping that may be changed in place;
 * judge again afterwards. */
const char *const *import_headers(const struct import *import, size_t *count);
struct import_mapping *import_mapping(struct import *import);

/* What a column brings here: a role is one in a group, and nothing without it; so are
 * wishes without workshops of a meeting, and answers to what it does not ask. */
enum import_target import_column_brings(const struct import *import, size_t column);

/* Whether a column is passed over and holds nothing: there is nothing to tell of it. */
bool import_column_is_idle(struct import *import, size_t column);

/* Whether there are workshops to wish for. */
bool import_can_wish(const struct import *import);

/* Whether the heading of a column is a question of the meeting. */
bool import_can_answer(const struct import *import, size_t column);

/* Whether a column says the role of each. */
bool import_has_roles(const struct import *import);

/* Adds a line for each column of wishes that is passed over, and why. */
void import_add_passed_wishes(const struct import *import, struct buffer *text);
/* And of answers. */
void import_add_passed_answers(const struct import *import, struct buffer *text);

/* What a person said of these headings the last time, where it differed from the guess,
 * is kept by the run that follows, if it writes somebody, and holds for the next file
 * that has them, for the whole office: "Columns as they were set on 12/03/2027 by a.b.";
 * adds nothing when nothing was said, or the mapping was changed since. */
void import_add_remembered(const struct import *import, struct buffer *text);

/* It is kept even if the run writes nobody: the rows that are left out are saved, to be
 * imported again. */
void import_keep_columns(struct import *import);

/* The mapping is the guess again; once a run has ended well, for the next file too.
 * Judge again. */
bool import_forget_columns(struct import *import, struct error *err);

/* The first row is data, not headings. Off when opened if a heading was recognised. */
void import_set_headless(struct import *import, bool headless);
/* A person says that the first row is somebody: what the columns hold is guessed from the
 * cells. */
bool import_take_headless(struct import *import, struct error *err);
bool import_is_headless(const struct import *import);

/* The line of the file in which the headings stand, or the first row when there are none.
 * A person says which one it is: ERROR_INPUT when nothing stands there, or nobody below.
 * What the columns hold is guessed from it, or was said of such headings.  Judge again.
 */
int64_t import_headings_line(const struct import *import);
bool import_set_headings_line(struct import *import, int64_t line, struct error *err);

/* Adds what stands in a row of the file, from 0, blank ones not counted, and where it
 * begins: "Name | E-mail".  False when there is no such row. */
bool import_add_line(struct import *import, size_t index, int64_t *line,
                     struct buffer *text, struct error *err);

/* Adds what the first rows hold in a column, each text once: "Ville de Gap, Métropole X".
 */
void import_add_samples(struct import *import, size_t column, size_t most,
                        struct buffer *text);

/* Adds a line for each column of yes and no that is passed over on the way to a meeting,
 * and has a no: it may say who does not come, where no other column does. */
void import_add_passed_noes(struct import *import, struct buffer *text);

/* Adds a line where a column that is passed over names alternates, beside the members
 * whom the rows are read as: they are other people. */
void import_add_passed_people(struct import *import, struct buffer *text);

/* Adds a line for each column that tells who comes, in which some say yes, none says no,
 * and some rows are empty: in a list of marks that is a no. */
void import_add_empty_answers(struct import *import, struct buffer *text);

/* Judges every row anew against the database; writes nothing.  What a person decided of a
 * row holds on where the judgement is what it was. */
bool import_judge(struct import *import, work_progress *progress, void *context,
                  struct error *err);

/* Whether nothing was written to the database since the judgement. */
bool import_is_current(const struct import *import);

/* Of a row little more is kept than its verdict: the rest is read again when it is asked
 * for, into a zeroed or earlier row that the caller clears. */
size_t import_row_count(const struct import *import);
enum import_verdict import_row_verdict(const struct import *import, size_t index);
int64_t import_row_line(const struct import *import, size_t index); /* of the file */
bool import_row_is_full(const struct import *import, size_t index); /* found no seat */
/* What kept them from one, in whole sentences; NULL where nothing did.  And that they are
 * not registered, with it. */
const char *import_row_no_seat(const struct import *import, size_t index);
void import_row_add_no_seat(const struct import *import, size_t index,
                            struct buffer *text);
bool import_row_load(struct import *import, size_t index, struct import_row *row,
                     struct error *err);

/* What rows that are taken bring and the office does not have: organisations, and the
 * categories of these. */
enum import_created {
    IMPORT_CREATED_ORGANISATION,
    IMPORT_CREATED_CATEGORY,
    IMPORT_CREATED_COUNT
};

struct import_new_name {
    char *name;    /* as the first row writes it */
    uint64_t hash; /* of it, however it is spelt */
    int64_t rows;  /* that are taken */
};

/* How many names are new; and each of them, in the order of the file: the first one after
 * NULL, NULL after the last one. */
size_t import_new_names(const struct import *import, enum import_created what);
const struct import_new_name *import_new_next(const struct import *import,
                                              enum import_created what,
                                              const struct import_new_name *name);
/* "2 categories are new: Ville (3), Agglomération (1)"; nothing when there is none. */
void import_add_new_names(const struct import *import, enum import_created what,
                          struct buffer *text);

/* What a run creates: the organisations at first, which come without a category that is
 * new; their categories too, which takes the right to; or nothing: then people come
 * without an organisation that is new, and keep the one that they have. */
enum import_creation {
    IMPORT_CREATES_ORGANISATIONS,
    IMPORT_CREATES_CATEGORIES,
    IMPORT_CREATES_NOTHING,
    IMPORT_CREATION_COUNT
};
extern const struct choice import_creations[];

bool import_may_create_categories(const struct import *import, struct error *err);
bool import_set_creates(struct import *import, enum import_creation creates,
                        struct error *err);
enum import_creation import_creates(const struct import *import);

/* Whether a row that is taken brings an organisation that is not created. */
bool import_row_comes_without(const struct import *import, size_t index);

/* The cells of a row, as a person mended them last; borrowed until another row is read.
 */
bool import_row_cells(struct import *import, size_t index, const char *const **cells,
                      size_t *count, struct error *err);

/* A person mended a row: these cells stand for the file's, for this import alone.  Judge
 * again.  ERROR_INPUT and the column (or IMPORT_NO_COLUMN) when it cannot be read with
 * them either; then nothing is kept. */
bool import_mend_row(struct import *import, size_t index, const char *const *cells,
                     size_t count, size_t *column, struct error *err);

/* Whether a person mended a row, or something was left out of it; and the cells of the
 * file stand again: judge again. */
bool import_row_is_mended(const struct import *import, size_t index);
void import_unmend_row(struct import *import, size_t index);

/* The first column that a person mended in a row; past the last one when none. */
bool import_mended_column(struct import *import, size_t index, size_t *column,
                          struct error *err);

/* What a person typed in the form of a row and did not save is kept beside the row, which
 * stays as it is, until it is mended.  The cells are NULL when nothing was typed;
 * borrowed until something else is. */
void import_type_row(struct import *import, size_t index, const char *const *cells,
                     size_t count);
const char *const *import_typed_cells(const struct import *import, size_t index,
                                      size_t *count);
void import_untype_row(struct import *import, size_t index);

/* Takes a refused row without what it is refused for, and says so in its reason: an
 * e-mail, a telephone, a language, of somebody whose name is fine.  Judge again.  *done
 * is false when that does not help. */
bool import_leave_out_wrong(struct import *import, size_t index, bool *done,
                            struct error *err);
/* Whether something was left out of it. */
bool import_row_is_cut(const struct import *import, size_t index);

/* Whether its organisation has another category or territory than it says, and keeps it.
 */
bool import_row_stays(const struct import *import, size_t index);

/* How many rows have each verdict; what a run would do. */
void import_counts(const struct import *import, int64_t counts[IMPORT_VERDICT_COUNT]);

/* How many rows were mended, or typed in, and of how many something was decided. */
void import_count_work(const struct import *import, int64_t *mended, int64_t *decided);

/* A doubtful row is this known person (0: somebody new). */
bool import_settle(struct import *import, size_t index, int64_t person,
                   struct error *err);

/* A row that could be taken is not: it is doubtful until import_undecide(), and rows that
 * it was compared with are judged without it. */
bool import_leave_out_row(struct import *import, size_t index, struct error *err);
bool import_row_is_left_out(const struct import *import, size_t index);

/* Later answers win: whoever declined, withdrew, was excused or refused, lapsed or was
 * substituted, or left the group, is not put back by a list in silence.  Such a row is
 * doubtful, although the person is certain; this puts them back, or takes of the row only
 * what it changes of the person. */
bool import_row_is_away(const struct import *import, size_t index);
bool import_row_is_put_back(const struct import *import, size_t index);
bool import_put_back(struct import *import, size_t index, struct error *err);
bool import_leave_away(struct import *import, size_t index, struct error *err);

/* Whether something was decided of a row; and it is to be decided anew: judge again. */
bool import_row_is_decided(const struct import *import, size_t index);
void import_undecide(struct import *import, size_t index);

struct import_outcome {
    int64_t added; /* people */
    int64_t changed;
    int64_t organisations; /* created on the way */
    int64_t categories;    /* likewise */
    int64_t registered;    /* on the meeting's list now */
    int64_t waiting;       /* of these, on its waiting list: they have no seat */
    int64_t full;          /* not registered: no seat was left */
    int64_t wished;        /* whose wishes for workshops are new, or others */
    int64_t answered;      /* whose answers are new, or others */
    int64_t unanswered;    /* whose answer found no seat: the others of the row stand */
    int64_t joined;        /* members of the group now */
    int64_t joined_as[MEMBERSHIP_ROLE_COUNT]; /* of these */
    int64_t unsaid;    /* of these, whose row has no role, beside others that do */
    int64_t members;   /* who were already, and stay as they were */
    int64_t otherwise; /* of these, who have another role than the others get */
};

/*
 * Writes the new and changed rows (and registers these and the same ones when there is a
 * meeting, makes them members when there is a group) in one transaction.  ERROR_CONFLICT
 * when a colleague's act since changed a verdict: judge again and look; and when the file
 * changed since: open it again.  Refused and unsettled doubtful rows are left out.
 */
bool import_run(struct import *import, work_progress *progress, void *context,
                struct import_outcome *outcome, struct error *err);

/* What import_run() would do and answer now, seats included: it is done, counted and
 * taken back (rule 11). */
bool import_rehearse(struct import *import, work_progress *progress, void *context,
                     struct import_outcome *outcome, struct error *err);

/* Adds as what they join the group: "Member", or "Member 20, Alternate 12" where the file
 * says it of each. */
void import_add_roles(const struct import *import, const struct import_outcome *outcome,
                      struct buffer *text);

/* Whether a file of that name could be made, to be asked before anything is written. */
bool import_can_save_refused(const struct atelier *at, const char *path,
                             struct error *err);

/* Writes refused and unsettled rows, and after a run those who found no seat, with line
 * and reason as CSV that a spreadsheet opens without running anything; never over a file
 * that is there. *rows counts them. */
bool import_save_refused(struct import *import, const char *path, int64_t *rows,
                         struct error *err);

#endif
