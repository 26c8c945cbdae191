/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.h - what a row of a colleague's spreadsheet will do, before it does it
 *
 * Pure rules: which column means what, whether a row can be read, and whether its
 * person is new or known.  The caller reads the file, looks up who might be meant, shows
 * the verdicts, and writes after a yes.
 *
 * Three steps a row: import_row_read() takes the cells, import_row_judge()
 * compares it with the people already known, import_row_apply() fills a person.
 * An import adds and replaces, it never empties: a blank cell says nothing.  A note and
 * needs are added to, never replaced: they may be the office's own.
 * Known people keep the spelling of their names.
 */
#ifndef ATELIER_DOMAIN_IMPORT_H
#define ATELIER_DOMAIN_IMPORT_H

#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"

/* What a column of the file holds.  The names in import_targets are those of --map and
 * JSON. */
enum import_target {
    IMPORT_NOTHING, /* the column is passed over */
    IMPORT_FAMILY,  /* joined: a particle or a second surname of its own column */
    IMPORT_GIVEN,   /* joined */
    IMPORT_NAME_GIVEN_FIRST,  /* both names in one column: Anna de la Fontaine */
    IMPORT_NAME_FAMILY_FIRST, /* de la Fontaine Anna */
    IMPORT_CIVILITY,          /* joined: with a title */
    IMPORT_EMAIL,
    IMPORT_SECOND_EMAIL, /* the e-mail where there is none; the first of several */
    IMPORT_PHONE,        /* several such columns are joined */
    IMPORT_ORGANISATION,
    IMPORT_FUNCTION,
    IMPORT_CATEGORY,  /* of an organisation that is created */
    IMPORT_TERRITORY, /* of an organisation that is created */
    IMPORT_LANGUAGE,
    IMPORT_NEEDS,  /* joined */
    IMPORT_NOTE,   /* joined */
    IMPORT_COMING, /* whether they come; a row keeps only a no */
    IMPORT_AWAY,   /* whether they do not: a yes is that no */
    IMPORT_WISH,   /* for workshops of the meeting; several columns, in their order */
    IMPORT_ANSWER, /* to what the meeting asks: each heading is a question of it */
    /* What follows is none of the values by which somebody is changed: */
    IMPORT_ROLE, /* in the group into which they come */
    IMPORT_TARGET_COUNT
};

extern const struct choice import_targets[];

/* What nine digits alone are: 380001122 of a French list has lost its zero, 600111333 of
 * a Spanish one has not. */
enum import_zero {
    IMPORT_ZERO_LOST,
    IMPORT_ZERO_NEVER,
    IMPORT_ZERO_ASKED, /* the list has numbers of such countries: a person says */
    /* Lost, as IMPORT_ZERO_LOST, and in numbers of other lengths too: */
    IMPORT_ZERO_GERMAN,
    IMPORT_ZERO_AUSTRIAN,
    IMPORT_ZERO_BRITISH,
    IMPORT_ZERO_BELGIAN
};

/* What each column holds; the person may change targets[] as they like. */
struct import_mapping {
    enum import_target *targets; /* one a column */
    size_t count;
    char **asked;         /* what a yes in a column of needs says: its heading; or NULL */
    bool keep_capitals;   /* DUPONT stays as the file has it; else Dupont is taken */
    bool keep_telephones; /* 380001122 stays so; else its zero is put back */
    enum import_zero zero; /* where the row itself says nothing of its country */
};

enum { IMPORT_DISTINCT_MOST = 13 };

/* What the first cells below a heading are like. */
struct import_column {
    size_t blank;
    size_t filled;      /* of these: */
    size_t with_at;     /* hold an @ */
    size_t addressed;   /* in angle brackets, where a name may stand before it */
    size_t numbered;    /* hold the digits of a telephone */
    size_t abroad;      /* and begin like one of a country without the zero: +34 */
    size_t lettered;    /* hold a letter */
    size_t periods;     /* say when or how long */
    size_t brief;       /* are no longer than a civility */
    size_t civilities;  /* begin with one that is known */
    size_t named;       /* go on with a name behind it */
    size_t given_first; /* show by capitals that the given name stands before the other */
    size_t family_first;  /* or behind it */
    size_t given_ahead;   /* show by a usual given name that it stands before the other */
    size_t given_behind;  /* or behind it */
    size_t answers;       /* say yes or no, or are a mark */
    size_t noes;          /* say no, or not yet, to coming */
    size_t categories;    /* are a category that the office has */
    size_t organisations; /* have a word of an organisation */
    size_t telephones;    /* where there are no headings: are a number whole, */
    size_t functions;     /* begin with an office, */
    size_t nameable;      /* may be a name; of these: */
    size_t several;       /* have several words, */
    size_t capitals;      /* are in capitals, */
    size_t begins_given;  /* begin with a usual given name, */
    size_t ends_given;    /* or end with one */
    size_t roles;         /* are a role in a group; of these: */
    size_t memberships; /* no other office is called so: Suppléante, but not President */
    size_t parts;       /* are a part in a meeting: Speaker, Intervenante */
    size_t distinct;    /* differ; not counted further than IMPORT_DISTINCT_MOST */
    uint32_t seen[IMPORT_DISTINCT_MOST];
};

/* Whether a category of the office has that name, which is folded. */
typedef bool (*import_is_category)(const void *context, const char *folded);

/* A blank cell says nothing; it is folded once for all that is asked of it. NULL: it can
 * be no category. */
void import_column_add(struct import_column *column, const char *cell,
                       import_is_category is_category, const void *context);

/* Counts the cells of another column as well. */
void import_column_join(struct import_column *column, const struct import_column *other);

/* Counts what only a file without headings is asked for. */
void import_column_add_words(struct import_column *column, const char *cell);

/* Guesses from the cells alone, for a file without headings: nothing where they do not
 * show it. */
void import_mapping_guess_cells(struct import_mapping *mapping,
                                const struct import_column *columns, size_t count);

/* The words of the headings that we know; for many headings it is made once.  The caller
 * frees it. */
struct heading_words;
struct heading_words *heading_words_new(void);
void heading_words_free(struct heading_words *words);

/*
 * Guesses from the headings, in six languages and in any order, accents and case aside,
 * and from the cells below them: all columns are weighed together, an exact heading
 * more than a vague one, and whose cells contradict its heading is passed over.
 * `columns` may be NULL: only the headings count then; and so may `words`, which are then
 * made for these alone.  Returns how many headings it
 * knew: 0 hints that the first row is none.  A "Nom" without a "Prénom" beside it holds
 * both names, and the given name beside a "Last name".
 */
size_t import_mapping_guess_columns(struct import_mapping *mapping,
                                    const struct heading_words *words,
                                    const char *const *headers,
                                    const struct import_column *columns, size_t count);
size_t import_mapping_guess(struct import_mapping *mapping, const char *const *headers,
                            size_t count);

/* How many of the cells would be a heading of a column that we know, by their words
 * alone: at least as many as import_mapping_guess_columns() would know.  Stops counting
 * where they cannot be `least` any more. */
size_t import_headings_known(const struct heading_words *words, const char *const *cells,
                             size_t count, size_t least);

/* Whether any of the cells would be one. */
bool import_headings_any(const struct heading_words *words, const char *const *cells,
                         size_t count);

/* Whether each cell is a heading of such a column, those aside that are blank; false when
 * all are. */
bool import_cells_are_headings(const struct heading_words *words,
                               const char *const *cells, size_t count);

/* The meaning of one heading; IMPORT_NOTHING when it says nothing to us. */
enum import_target import_target_guess(const char *header);

/* The field of a person, of their post or of their organisation that the heading says,
 * and nothing else; else IMPORT_NOTHING. */
enum import_target import_target_named(const char *header);

/* Adds that a column called as this question is taken for such a field; nothing when it
 * is not. */
void import_add_question_advice(const char *question, struct buffer *text);

/* ERROR_INPUT with field "mapping" when no column holds the family name, or when
 * a target that cannot be joined is chosen twice. */
bool import_mapping_check(const struct import_mapping *mapping, struct error *err);

void import_mapping_clear(struct import_mapping *mapping);

/* The columns of wishes, in the order of the numbers of their headings, else as they
 * stand; as many as `columns` has room for, one a column.  Returns how many. */
size_t import_mapping_wishes(const struct import_mapping *mapping, size_t *columns);

/* Keeps what a yes below each heading says; NULL: there are no headings. */
void import_mapping_ask(struct import_mapping *mapping, const char *const *headers);

enum import_verdict {
    IMPORT_NEW,      /* nobody like that is known */
    IMPORT_CHANGED,  /* known, and the row brings something */
    IMPORT_SAME,     /* known, and the row brings nothing */
    IMPORT_DOUBTFUL, /* somebody known may be meant: not written until a person says who
                      */
    IMPORT_REFUSED,  /* cannot be read; never written, can be saved to a file */
    IMPORT_VERDICT_COUNT
};

extern const struct choice import_verdicts[];

/* Adds "40 new": a count agrees with its word in many languages. */
void import_verdict_add_count(enum import_verdict verdict, int64_t count,
                              struct buffer *text);
/* Adds "40 new, 2 changed, …": that of each verdict. */
void import_verdict_add_counts(const int64_t counts[IMPORT_VERDICT_COUNT],
                               struct buffer *text);

#define IMPORT_NO_COLUMN SIZE_MAX

/* An answer to a question of the meeting, as it is stored. */
struct import_answered {
    int64_t question;
    char *text;
};

struct import_row {
    int64_t line;                      /* where it begins in the file, from 1 */
    char *values[IMPORT_TARGET_COUNT]; /* tidied, NULL when blank; names are split */
    enum import_verdict verdict;
    size_t column; /* that the reason is about, from 0; or IMPORT_NO_COLUMN */
    char *reason;  /* doubtful, refused: a sentence; changed: old → new; else NULL */
    char *told;    /* what was read otherwise than it stands there, in words; or NULL */
    char *before[IMPORT_TARGET_COUNT]; /* changed: what is known, NULL when blank */
    char *after[IMPORT_TARGET_COUNT];  /* changed: what will be; else NULL */
    unsigned changes; /* changed: bit 1 << enum import_target for each value it brings */
    int64_t person;   /* same, changed, doubtful: whom it is about, or 0 */
    int64_t earlier;  /* the line of this file that names the same person, or 0 */
    char *asked;      /* doubtful for somebody new: why, a sentence; or NULL */
    char *odd;        /* the same for whoever it is, if it brings that value; or NULL */
    enum import_target odd_target;
    bool is_guessed; /* the name, from the address */
    bool full;       /* run or rehearsed: no seat was left */
    bool away;       /* they said no since, or left: doubtful until they are put back */
    bool open;       /* they were asked and gave no answer, as the row says */
    bool stays; /* its organisation has another category or territory, and keeps it */
    int64_t *wishes; /* the ids of the workshops that it wishes for, the best first */
    size_t wish_count;
    struct import_answered *answers; /* that it gives */
    size_t answer_count;
};

/* Reads the cells of one row, without its wishes and answers: only the caller knows
 * what there is to wish for and what is asked.
 * The row was zeroed or cleared.  A row that cannot be
 * read is refused, and the reason names what to correct; other rows go on.
 * Returns whether it can be judged. */
bool import_row_read(struct import_row *row, const struct import_mapping *mapping,
                     const char *const *cells, size_t count, int64_t line);

/* ERROR_INPUT when a spreadsheet left something else in a cell than what was typed: an
 * error like #N/A, or 6.12E+08 for a telephone. */
bool import_cell_check(const char *cell, struct error *err);

/* What the words of the headings say of it: Spanish ones are above Spanish numbers.
 * IMPORT_ZERO_LOST: nothing. */
enum import_zero import_headings_zero(const char *const *headers, size_t count);

/* ERROR_INPUT when a cell is half a telephone: 06, or 03 80 00 11 2x.  A remark in its
 * place passes: it is left out, and told. */
bool import_phone_check(const char *cell, struct error *err);

/* Whether a cell says that there is nothing: "-", "néant", "n/a", "NC", "?".  Some such
 * words may be a name: Sans. */
bool import_cell_is_blank(const char *cell, bool is_name);

/* A cell that is an answer and no more: oui, X, 1; non, 0. */
enum import_answer { IMPORT_ANSWER_NONE, IMPORT_ANSWER_YES, IMPORT_ANSWER_NO };
enum import_answer import_cell_answer(const char *cell);

/* Whether a cell says that somebody does not come, or not yet. */
bool import_cell_is_no(const char *cell);

/* Whether a cell names a role in a group: chair, Suppléante, Beobachter. */
bool import_role_read(const char *cell, enum membership_role *role);

/* What a title among the rows says of the people below it: Excusés, Présents. */
enum import_title { IMPORT_TITLE_NONE, IMPORT_TITLE_AWAY, IMPORT_TITLE_COMING };

enum import_title import_title_of(const char *text);

/* Whether a text counts the people of a list: “Total : 4 personnes”, “4 participants”. */
bool import_text_is_total(const char *text);

/* “Jean MARTIN (excusé)”, “Roux Anne absente”: a person, and that they do not come. */
bool import_name_is_answered(const char *text);

/* Someone who may be meant: a known person with the main post, or an earlier row
 * of the same file (then `line` is set and the id is 0). */
struct import_candidate {
    struct person person;     /* borrowed texts */
    const char *organisation; /* of the main post; NULL when none */
    const char *organisation_short;
    const char *function;
    const char *wishes;  /* for workshops, as wish_list_add_text() says them; or NULL */
    const char *answers; /* "Meal: fish", a line each; or NULL */
    int64_t line;
    int64_t about; /* of an earlier row: whom it is certainly about, or 0 */
};

/* A candidate made of an earlier row; borrows from it. */
struct import_candidate import_row_candidate(const struct import_row *row);

/* Compares a row that was read with everybody who may be meant. */
void import_row_judge(struct import_row *row, const struct import_candidate *candidates,
                      size_t count);

/* A person decided a doubtful row: it is this one, or it is somebody new. */
void import_row_settle(struct import_row *row, const struct import_candidate *known);
void import_row_settle_new(struct import_row *row);

/* Says again of a row that was read anew what a judgement had said: `about` is whom it
 * doubted or repeated, NULL when they are gone or there is nobody. */
void import_row_recall(struct import_row *row, enum import_verdict verdict,
                       unsigned changes, int64_t person,
                       const struct import_candidate *about);

/* The person is certain, and yet somebody must decide: the reason says what. */
void import_row_doubt(struct import_row *row, const char *reason);

/* For what only the caller can know: an unknown category, a full meeting.  The
 * column is found from the target; IMPORT_NOTHING: none. */
void import_row_refuse(struct import_row *row, const struct import_mapping *mapping,
                       enum import_target target, const char *reason);

/* Puts the row's values into a person: all of them into a new one (id 0), into a known
 * one those that change.  Organisation, function, category and territory are left to the
 * caller. */
bool import_row_apply(const struct import_row *row, struct person *person,
                      struct error *err);

/* Adds a clause to the reason, behind a semicolon when there is one already. */
void import_row_tell(struct import_row *row, const char *clause);

/* Adds a clause about what its organisation has otherwise, and keeps: nothing where the
 * row says the same, or nothing.  NULL: it has none.  Returns whether there is any. */
bool import_row_add_stay(const struct import_row *row, enum import_target target,
                         const char *organisation, const char *known,
                         struct buffer *text);

void import_row_clear(struct import_row *row);

#endif
