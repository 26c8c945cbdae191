/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_image.h - what the journal keeps of a row: what a change replaced, and a hash of
 * what it left
 *
 * What a change replaced is a JSON object of canonical texts (field_format()), null for
 * what was absent: {"state":"invited","rank":null}.  Fields that are computed from others
 * are never in it; those that count up only in that of a row that is gone.
 */
#ifndef ATELIER_DOMAIN_ROW_IMAGE_H
#define ATELIER_DOMAIN_ROW_IMAGE_H

#include <stddef.h>

#include "atelier/domain/entity.h"

/* Adds the former values of the fields that differ, and returns how many do; of none
 * nothing is added. */
size_t row_image_add_changed(struct buffer *json, const struct entity *entity,
                             const void *before, const void *after);

/* Adds everything that the row held, its rev and what its head says of its creation, so
 * that it can come back as it was. */
void row_image_add_whole(struct buffer *json, const struct entity *entity,
                         const void *record);

/* Sets the field, or the rev or creation of the head, to exactly that text, without
 * judging it; NULL makes it absent.  False when the row has no such field, or the text is
 * no value of it. */
bool row_image_restore(const struct entity *entity, void *record, const char *name,
                       const char *text);

/* Of the names and values of the fields that differ from those of an empty row, in the
 * order of their names, without what is computed or counts up: a field that is added
 * later changes no hash. */
uint64_t row_image_hash(const struct entity *entity, const void *record);

#endif
