/* SPDX-License-Identifier: GPL-3.0-or-later */
/* display.h - values and rows in the words that people read */
#ifndef ATELIER_APP_DISPLAY_H
#define ATELIER_APP_DISPLAY_H

#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/listing.h"

/* Adds a field's value in words: dates in the language, choices by label, references by
 * title. */
void display_field(struct atelier *at, const struct field *field, const void *record,
                   struct buffer *buffer);
/* The same for a canonical text, as in the journal. */
void display_text(struct atelier *at, const struct field *field, const char *canonical,
                  struct buffer *buffer);
/* The same for a cell of a listing; references stay ids, and of a zone it is said what
 * display_elsewhere() says. */
void display_cell(struct atelier *at, const struct column *column, const char *canonical,
                  struct buffer *buffer);

/* Whether clocks of the zone show another hour than the office's, be it on some days. */
bool display_is_elsewhere(struct atelier *at, const char *zone);
/* Adds, behind an hour, the place by whose clock it is, where that is not the office's:
 * " Lisbon". */
void display_elsewhere(struct atelier *at, const char *zone, struct buffer *buffer);
/* Whether there are meetings in such zones. */
bool display_has_elsewhere(struct atelier *at);

/* Adds the title of a row, or what it was called when it was removed; "#12" when nothing
 * says that. */
void display_title(struct atelier *at, enum entity_kind entity, int64_t id,
                   struct buffer *buffer);

/* Adds what people call a row.  What ties a person to something, such as a post, is
 * called by both. */
void display_row(struct atelier *at, const struct entity *entity, const void *record,
                 struct buffer *buffer);

/* The same as the journal keeps it: no word of any language, for journal_add_summary()
 * to read. */
void display_summary(struct atelier *at, const struct entity *entity, const void *record,
                     struct buffer *buffer);

#endif
