/* SPDX-License-Identifier: GPL-3.0-or-later */
/* present.h - values as people read them, and references as people type them
 */
#ifndef ATELIER_APP_PRESENT_H
#define ATELIER_APP_PRESENT_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/search_hit.h"

/* Adds a field's value in words: dates in the language, choices by label, references by
 * title. */
void present_field(struct atelier *at, const struct field *field, const void *record,
                   struct buffer *buffer);
/* The same for a canonical text, as in the journal. */
void present_text(struct atelier *at, const struct field *field, const char *canonical,
                  struct buffer *buffer);
/* The same for a cell of a listing; references stay ids. */
void present_cell(struct atelier *at, const struct column *column, const char *canonical,
                  struct buffer *buffer);

/* Adds the title of a row; "#12" when it is gone. */
void present_title(struct atelier *at, enum entity_kind entity, int64_t id,
                   struct buffer *buffer);

/* Rows of a noun that fit what was typed: an id, an e-mail, a code, or words. */
bool reference_find(struct atelier *at, enum entity_kind entity, const char *text,
                    size_t most, struct search_hit_list *list, struct error *err);

/* The one row that a script names: PERSON an id or an e-mail, GROUP its code, others an
 * id or their exact name. ERROR_NOT_FOUND, or ERROR_INPUT when several fit, naming their
 * ids. */
bool reference_get(struct atelier *at, enum entity_kind entity, const char *text,
                   int64_t *id, struct error *err);

/* Adds what people call a row.  What ties a person to something, such as a post, is
 * called by both. */
void present_row(struct atelier *at, const struct entity *entity, const void *record,
                 struct buffer *buffer);

#endif
