/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_save.h - through which door of the app layer a form's row is saved */
#ifndef ATELIER_UI_NOUN_SAVE_H
#define ATELIER_UI_NOUN_SAVE_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"
#include "ui.h"
#include "widget/picker.h"

struct noun_saving {
    const struct entity *entity;
    const void *base; /* the row as it was loaded; NULL: a new one */
    bool on_the_way;  /* another form waits for it, where no key undoes */
    int64_t existing; /* set: the person chose a row that was there already */
    struct local_time proposed_end; /* of a meeting: it follows the start until typed */
    struct date start_day;          /* of a meeting: where the start was; or none */
};

/* The `save` and `changed` of a form; the context is a struct noun_saving. */
bool noun_save(struct ui *ui, void *context, void *record, struct error *err);
void noun_changed(struct ui *ui, void *context, void *record, const struct field *field);

/* Fills what a new row usually has. */
bool noun_prepare(struct ui *ui, const struct entity *entity, void *record,
                  struct error *err);

/* A person with organisation and function on one form; `create` makes the organisation
 * when it is new too; the draft knows for which meeting's list it is, 0 for none.  See
 * noun_person.c. */
int64_t noun_add_person(struct ui *ui, bool main_only, const char *typed, bool resume,
                        int64_t meeting, picker_create *create);

/* Whether QUESTION_DUPLICATE was answered with a row that is there already, and which. */
bool noun_take_existing(const struct questions *sheet, int64_t *existing);

#endif
