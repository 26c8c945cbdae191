/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.h - choose a row by typing three letters of it */
#ifndef ATELIER_UI_PICKER_H
#define ATELIER_UI_PICKER_H

#include <stdint.h>

#include "atelier/domain/entity.h"
#include "ui.h"

/* Creates a row on the spot; `typed` is the text that found none, or NULL.  Its id, 0
 * when left. */
typedef int64_t picker_create(struct ui *ui, enum entity_kind kind, const char *typed);

/* The id of the chosen row, 0 when left.  The last entry creates one, unless `create` is
 * NULL.  `typed` is what is in the field already, or NULL. */
int64_t picker_run(struct ui *ui, const char *title, enum entity_kind kind,
                   const char *typed, picker_create *create);

/* The same, with the creating left to the caller: *fresh is what was typed when the last
 * entry was chosen, else NULL; to be freed.  `fresh` NULL: there is no such entry. */
int64_t picker_find(struct ui *ui, const char *title, enum entity_kind kind,
                    const char *typed, char **fresh);

/* The name of the chosen time zone, to be freed; NULL when left. `present` may be NULL.
 */
char *picker_zone(struct ui *ui, const char *title, const char *present,
                  const char *typed);

#endif
