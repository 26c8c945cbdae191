/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.h - choose a row by typing three letters of it */
#ifndef ATELIER_UI_PICKER_H
#define ATELIER_UI_PICKER_H

#include <stdint.h>

#include "atelier/domain/entity.h"
#include "ui.h"

/* The field of a form that is filled in by what is chosen, in a copy of its record. */
struct picker_asked {
    const struct entity *entity; /* NULL: it is asked for nothing of that kind */
    void *record;
    const struct field *field;
};

/* What the nouns add to a picker; noun/noun.h has it. */
struct picker_nouns {
    /* Creates a row on the spot, of what the last entry says: `typed` found none.  Its
     * id, 0 when left. */
    int64_t (*create)(struct ui *ui, void *context, enum entity_kind kind,
                      const char *typed);
    void *context; /* of create */
    /* Adds how a row stands to where it is chosen for, "accepted", or nothing; NULL: that
     * is not said. */
    void (*add_standing)(struct ui *ui, struct row_ref place, struct row_ref row,
                         struct buffer *standing);
    struct row_ref place;
    /* The same of the field that it is chosen for, where it stands already; or NULL. */
    void (*add_fit)(struct ui *ui, const struct picker_asked *asked,
                    struct buffer *standing);
    struct picker_asked asked;
    struct row_ref within; /* what the row that is filled in is about: its meeting */
    /* Translated words below the field; NULL: none for that noun. */
    const char *(*words)(enum entity_kind kind);
    /* The same, beside the last entry: what else may be typed for it. */
    const char *(*words_of_new)(enum entity_kind kind);
};

/* The id of the chosen row, 0 when left; who leaves the form of a new one is back here,
 * with what was typed.  `typed` is what is in the field already, or
 * NULL.  `nouns` NULL: nothing is created. */
int64_t picker_run(struct ui *ui, const char *title, enum entity_kind kind,
                   const char *typed, const struct picker_nouns *nouns);

/* The name of the chosen row, or what was typed for a new one, which is not created yet;
 * to be freed, NULL when left. */
char *picker_name(struct ui *ui, const char *title, enum entity_kind kind,
                  const char *typed, const struct picker_nouns *nouns);

/* The name of the chosen time zone, to be freed; NULL when left. `present` may be NULL.
 */
char *picker_zone(struct ui *ui, const char *title, const char *present,
                  const char *typed);

/* The same of a colour that calendars know, shown by its word; names as they are stored.
 */
char *picker_colour(struct ui *ui, const char *title, const char *present,
                    const char *typed);

#endif
