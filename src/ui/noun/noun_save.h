/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_save.h - by which function of the app layer the row of a form is saved */
#ifndef ATELIER_UI_NOUN_SAVE_H
#define ATELIER_UI_NOUN_SAVE_H

#include <stdbool.h>

#include "atelier/domain/entity.h"
#include "ui.h"

/* The `save`, `changed`, `advise` and `fill` of a form; the context is a struct
 * noun_saving. */
bool noun_save(struct ui *ui, void *context, void *record, struct error *err);
void noun_changed(struct ui *ui, void *context, void *record, const struct field *field);
void noun_advise(struct ui *ui, void *context, const void *record,
                 const struct field *field, struct buffer *text);
bool noun_fill(struct ui *ui, void *context, void *record, struct buffer *told,
               struct error *err);

/* Whether it would fill anything. */
bool noun_fills(struct ui *ui, void *context, const void *record);

#endif
