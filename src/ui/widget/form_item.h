/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_item.h - one field of a form: its text, its value, what is wrong with it */
#ifndef ATELIER_UI_FORM_ITEM_H
#define ATELIER_UI_FORM_ITEM_H

#include "widget/form.h"
#include "widget/line_edit.h"
#include "widget/text_area.h"

struct form_item {
    const struct field *field;
    struct line_edit line;  /* what is typed; of a reference: the row's title */
    struct text_area lines; /* FIELD_LINES */
    char *error;            /* said beside the field */
    char *advice;           /* said there too: what may be wrong, and may be saved so */
    bool typed;             /* the text is newer than the record's value */
    struct buffer word;     /* of a choice: its first letters as they are typed */
    int64_t word_at;        /* when the last of them came */
    bool touched;           /* a person gave the value: it is not a proposal any more */
};

/* Where a field stands: behind it, or in rows under it, is its note. */
struct form_place {
    int row;   /* of the screen */
    int rows;  /* of all */
    int under; /* of the note, when it does not fit behind the field */
};

struct form {
    const struct form_request *request;
    struct form_item *items;
    size_t count;
    size_t focus;
    int top;                 /* rows scrolled away */
    bool only_typed;         /* since it was drawn only the text in hand has changed */
    struct form_place drawn; /* of the field in hand, as it was drawn */
    bool changed;
    bool fills;           /* as the request says of what is typed so far */
    int64_t unkept_since; /* milliseconds; 0: the draft has everything */
    int64_t draft;        /* its id */
    char *draft_name;     /* under which it is kept; NULL: none yet */
    bool parted;          /* another window has the draft; not told yet */
    bool kept;            /* what was typed is, there or by the request's own keep() */
    struct buffer first;  /* the fields as the form opened: they are in no draft */
    bool saved;
    bool resumed; /* a draft was taken up: `focus` is where the person had stopped */
};

/* Whether the field's value is typed as text. */
bool form_item_is_text(const struct form_item *item);
/* Whether a letter chooses it: yes or no, one of few. */
bool form_item_is_answered(const struct form_item *item);
/* Whether it is the name of a colour, which is chosen. */
bool form_item_is_colour(const struct form_item *item);
/* Whether it is the name of a row, which is chosen among those that are there or new. */
bool form_item_names_row(const struct form_item *item);
const char *form_item_text(const struct form_item *item);
void form_item_set_text(struct form_item *item, const char *text);
void form_item_clear(struct form_item *item);

/* Shows the record's value. */
void form_item_show(struct form *form, struct ui *ui, struct form_item *item);

/* Reads the text into the record; false: item->error says what is wrong. */
bool form_item_check(struct form *form, struct ui *ui, struct form_item *item);

/* Takes what the request advises of each field. */
void form_item_advise(struct form *form, struct ui *ui);

/* Asks the request whether it would fill anything. */
void form_item_find_fill(struct form *form, struct ui *ui);

/* Adds what stands beside the field: what is wrong, what was understood, an example. */
void form_item_add_note(const struct form *form, const struct form_item *item, bool focus,
                        struct buffer *note);

/* In the language of the screens, but where the words are somebody's own. */
const char *form_item_word(const struct field *field, const char *word);

/* Lets the request follow a new value with what depends on it, and shows that. */
void form_item_tell_change(struct form *form, struct ui *ui,
                           const struct form_item *item);

/* form_item_key.c */

/* What a key did to a field. */
struct form_item_change {
    bool value;  /* it is another one */
    bool chosen; /* a row, a zone, a name was: the field is done with */
};

/* Keys that change the value. */
bool form_item_key(struct form *form, struct ui *ui, struct form_item *item,
                   const struct key *key, struct form_item_change *change);

/* Whether Enter makes a line in it: a text of several lines that has begun. */
bool form_item_breaks_lines(const struct form_item *item);

int form_item_rows(const struct form_item *item);

/* form_draw.c: for the screen of the form. */
void form_draw(void *state, struct ui *ui, struct area body, bool fresh);

/* form_focus.c: the field in hand. */
struct form_item *form_item_in_hand(struct form *form);
/* Takes it in hand, as it is left or not. */
void form_focus_on(struct form *form, size_t index);
/* Takes it in hand as the person had left it: what is typed there is gone on with. */
void form_focus_again(struct form *form, size_t index);
/* Takes another in hand once the present one is right. */
void form_focus_move(struct form *form, struct ui *ui, size_t to);
/* What was wrong elsewhere may be right by now: an end, since the start has changed. */
void form_check_others(struct form *form, struct ui *ui);
/* Goes to the first field that is wrong; false when there is one. */
bool form_check_all(struct form *form, struct ui *ui);
/* Goes to the field that the error names, and says it there; or says it below. */
void form_blame(struct form *form, struct ui *ui, const struct error *err);
/* The keys of the field in hand; for the screen of the form. */
bool form_key(void *form, struct ui *ui, const struct key *key);

/* form_leave.c: to be run by form_actions. */
void form_leave(struct ui *ui, void *state, int64_t argument);

/* form_exchange.c: to be run and asked by form_actions. */
bool form_has_exchanged(const void *state);
const char *form_why_not_exchanged(struct ui *ui, void *state, int64_t argument);
void form_exchange(struct ui *ui, void *state, int64_t argument);

/* form_editor.c: to be run and asked by form_actions. */
bool form_has_editor(const void *state);
const char *form_why_no_editor(struct ui *ui, void *state, int64_t argument);
void form_edit_outside(struct ui *ui, void *state, int64_t argument);

/* form_draft.c: what was typed, kept until it is saved. */
bool form_draft_restore(struct form *form, struct ui *ui);
/* False when a colleague is writing and was not waited for: it is tried again. */
bool form_draft_keep(struct form *form, struct ui *ui);
void form_draft_drop(struct form *form, struct ui *ui);

/* form_draft_text.c: the lines of a draft. */
void form_draft_add_line(struct buffer *fields, const char *name, const char *value);
/* The revision of the row that a draft was typed upon; 0: of no row. */
int64_t form_draft_rev(const char *fields);
void form_draft_unescape(struct buffer *buffer, const char *text, size_t length);
/* Whether one of the lines is this one, which ends with its line break. */
bool form_draft_has_line(const char *lines, const char *line);
/* What was known before the form opened: the group of a new member, say. */
void form_draft_add_known(const struct form_request *request, struct buffer *fields);
/* Whether the draft has what was known before the form opened: a new member of another
 * group is not the one that it speaks of. */
bool form_draft_is_about(const struct form *form, const struct draft *draft);

/* form_draft_find.c: the newest draft that the form may go on with; false: none. */
bool form_draft_find(const struct form *form, struct ui *ui, struct draft *draft);
/* A name that no other draft of the row has; to be freed. */
char *form_draft_free_name(const struct form *form, struct ui *ui);

#endif
