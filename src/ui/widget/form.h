/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.h - a form that looks like paper, made from a table of fields
 *
 * All fields at once, labels left; Tab or Down next, Shift-Tab or Up back, Enter next (a
 * line in a text of several that has begun) and on the last one Save, F2 or Ctrl-S saves
 * from anywhere, Esc goes back and keeps what was typed as a draft.  What is chosen from
 * others fills its field, and the next one is in hand.  A field is checked when it is
 * left, and what is wrong is said beside it.
 *
 * Curses' own form library is not used: it knows no graphemes and has no room for
 * a sentence beside a field.
 */
#ifndef ATELIER_UI_FORM_H
#define ATELIER_UI_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "action.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/draft.h"
#include "atelier/domain/entity.h"
#include "ui.h"
#include "widget/picker.h"

struct form_request {
    const char *title; /* translated */
    const char *name;  /* of its drafts: "form.room"; NULL: keeps none */
    const struct entity *entity;
    void *record;    /* what the fields start with; holds what was saved at the end */
    bool resume;     /* a draft is taken up without asking */
    bool own_labels; /* the labels are a person's own words, and not translated */
    bool main_only;  /* the short form: FIELD_MAIN and required fields */
    const char *const
        *skip; /* names of fields that are not asked, NULL at the end; or NULL */
    /* What the nouns add to the pickers of references; or NULL. */
    const struct picker_nouns *nouns;
    /* Name of the field that holds what was typed on the way here, and is amended; what
     * others of a new row hold is a proposal, and replaced.  NULL: all are proposals. */
    const char *typed;
    const char *first;  /* name of the field that is in hand first; NULL: the first one */
    const char *wrong;  /* what is wrong with that one, said beside it; or NULL */
    const char *sought; /* words that are looked for there as the form opens; or NULL */
    const char *const *exchanged; /* names of two fields that a key exchanges; or NULL */
    /* Saves; ERROR_INPUT and ERROR_RULE with a field bring the caret there.  NULL: the
     * form only fills the record. */
    bool (*save)(struct ui *ui, void *context, void *record, struct error *err);
    /* In the place of a draft: keeps what was typed so far, which form_draft_add_value()
     * tells (a field that was not touched is missing), for the next form of this row to
     * start with.  False with ERROR_CANCELLED while a colleague writes.  NULL: a draft.
     */
    bool (*keep)(struct ui *ui, void *context, const char *fields, struct error *err);
    /* After a field was left with a new value: may change others (the group gives the
     * zone). */
    void (*changed)(struct ui *ui, void *context, void *record,
                    const struct field *field);
    /* Then, for each field: adds what may be wrong with its value, said beside it; it may
     * be saved so.  NULL: nothing is. */
    void (*advise)(struct ui *ui, void *context, const void *record,
                   const struct field *field, struct buffer *text);
    bool is_doubtful; /* what the fields start with: it is asked as the form opens, too */
    /* Fills what another row of its kind says, and adds a sentence that tells it.  NULL:
     * there is no such row. */
    bool (*fill)(struct ui *ui, void *context, void *record, struct buffer *told,
                 struct error *err);
    /* Whether that row is there for what the record says now: only then is the key
     * hinted. NULL with no fill. */
    bool (*fills)(struct ui *ui, void *context, const void *record);
    void *context;
};

/* Adds what a draft holds of the field of that name; false when it holds nothing. */
bool form_draft_add_value(const char *fields, const char *name, struct buffer *value);

/* Adds `before` and the first words of a draft, for a person to know it by; nothing when
 * it has none. */
void form_draft_add_words(const struct entity *entity, const char *fields,
                          const char *before, struct buffer *text);

/* Adds when a draft was typed, and how long ago: "Mon 01/03/2027 10:00, 3 days ago". */
void form_draft_add_time(struct ui *ui, instant at, struct buffer *text);

/* Whether the row has been saved since the draft of it was typed. */
bool form_draft_is_older(const char *fields, const struct record *row);

/* What can be done in every form. */
extern const struct action form_actions[];

/* Runs the form.  True when it was saved. */
bool form_run(struct ui *ui, const struct form_request *request);

/* For a save: the form is where the person goes back to; nothing more is said.  Returns
 * false. */
bool form_go_back(struct error *err);

#endif
