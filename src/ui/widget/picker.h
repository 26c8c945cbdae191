/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.h - choose a row by typing three letters of it */
#ifndef ATELIER_UI_WIDGET_PICKER_H
#define ATELIER_UI_WIDGET_PICKER_H

#include <stdbool.h>
#include <stdint.h>

#include "../ui.h"
#include "atelier/domain/entity.h"

/* The id of the chosen row, 0 when left.  The last entry creates one on the spot
 * (with the short form) when `create`.  `typed` is what is in the field already, or NULL.
 */
int64_t picker_run(struct ui *ui, const char *title, enum entity_kind kind,
                   const char *typed, bool create);

#endif
