/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_form.h - what the form of a noun does besides what all forms do
 *
 * A noun that wants more than its fields say has a file, organisation_form.c, that ends
 * with its `const struct noun_form organisation_form`, and a line in noun_forms.def.
 * Every member may be left out.
 */
#ifndef ATELIER_UI_NOUN_FORM_H
#define ATELIER_UI_NOUN_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"
#include "ui.h"

/* A form while it is open. */
struct noun_saving {
    const struct entity *entity;
    const void *base;             /* the row as it was loaded; NULL: a new one */
    const struct entity *widened; /* the record is that of the noun's widen(); or NULL */
    bool on_the_way;              /* another form waits for it, where no key undoes */
    int64_t existing;             /* set: the person chose a row that was there already */
    void *memory;                 /* of the noun's size, zeroed at first; NULL without */
    char *meanwhile; /* set: what a colleague saved beside it, said with the saving */
};

struct noun_form {
    /* Names of what makes a row the one it is: not asked when it is changed; NULL ends
     * them. */
    const char *const *fixed;
    /* Such a row comes from elsewhere: one that was removed meanwhile is not added anew
     * by what was typed. */
    bool never_anew;
    const char *picker_words; /* N_(), in pickers of such rows */
    const char *new_words;    /* N_(), there beside a new one: what else may be typed */
    size_t memory_size;       /* of noun_saving.memory */
    /* For the pickers of its form, as in picker.h; `place` is the row that a new one
     * belongs to. */
    void (*add_standing)(struct ui *ui, struct row_ref place, struct row_ref row,
                         struct buffer *standing);

    /* The form asks for more of a row, NULL: a new one.  Sets the size of a struct that
     * begins with the noun's, its fields and their count; returns the fields, which the
     * caller frees, or NULL where it asks for no more.  All or none:
     * load_widened() reads, for a row that is there, what its own fields do not hold, and
     * the others save what that form holds. */
    struct field *(*widen)(struct ui *ui, const void *row, struct entity *entity);
    void (*narrow)(const struct entity *widened); /* frees what they point to; or NULL */
    bool (*load_widened)(struct ui *ui, const struct entity *widened, void *record,
                         struct error *err);
    bool (*add_widened)(struct ui *ui, void *record, struct questions *sheet,
                        struct error *err);
    bool (*change_widened)(struct ui *ui, struct noun_saving *saving, void *record,
                           struct questions *sheet, struct error *err);

    /* Puts what was typed in a picker into a new row: the name of the field to begin
     * with, and to amend.  *sought, which the caller frees: words of it that are looked
     * for in that field, as it refers to a row that is not known.  Else what was typed
     * goes into the first field. */
    const char *(*put_typed)(struct ui *ui, void *record, const char *typed,
                             char **sought);
    /* The name of the field that a row which is there begins with; NULL: the first. */
    const char *(*begin_at)(const void *row);
    /* Names of two fields that one key exchanges; NULL ends them. */
    const char *const *exchanged;
    /* Fills what a new row usually has. */
    bool (*prepare)(struct ui *ui, void *record, struct error *err);
    /* Fills a new row as the last one of its kind, and adds a sentence that tells it. */
    bool (*fill)(struct ui *ui, struct noun_saving *saving, void *record,
                 struct buffer *told, struct error *err);
    /* Whether there is such a row. */
    bool (*fills)(struct ui *ui, const void *record);
    /* A field was left with a new value: may change others. */
    void (*changed)(struct ui *ui, struct noun_saving *saving, void *record,
                    const struct field *field);
    bool (*save)(struct ui *ui, struct noun_saving *saving, void *record,
                 struct questions *sheet, struct error *err);
    /* Adds, beside a field, what may be wrong with its value and forbids nothing. */
    void (*advise)(struct ui *ui, const void *record, const struct field *field,
                   struct buffer *text);
    /* Adds to a row from which that field of the record is chosen, and which stands in it
     * already, what would be wrong with it; or nothing. */
    void (*add_fit)(struct ui *ui, const void *record, const struct field *field,
                    struct buffer *standing);
    bool advises_at_once; /* of a row that is there, as its form opens */
    /* Adds what a row that was saved may want looked at; false: nothing. */
    bool (*warn)(struct ui *ui, const struct noun_saving *saving, const void *record,
                 struct buffer *text);
};

/* One without members for a noun that has none. */
const struct noun_form *noun_form_get(enum entity_kind kind);

#endif
