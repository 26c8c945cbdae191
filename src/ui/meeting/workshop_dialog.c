/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_dialog.c - what can be done with the people of a workshop, by the rows of its
 * list */
#include "meeting/workshop_dialog.h"

#include <stdlib.h>

#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop_choice.h"
#include "meeting/workshop_people.h"
#include "meeting/workshop_wishes.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"

static int64_t
person_of_registration(struct ui *ui, int64_t id)
{
    struct registration registration;
    struct error err = { 0 };
    int64_t person = 0;

    record_init(&registration_entity, &registration);
    if (edit_load(ui_atelier(ui), &registration_entity, id, &registration, &err))
        person = registration.person;
    record_clear(&registration_entity, &registration);
    return person;
}

/* 0 when a colleague has removed the row. */
static int64_t
person_of_choice(struct ui *ui, int64_t id)
{
    struct workshop_choice choice;
    struct error err = { 0 };
    int64_t person = 0;

    record_init(&workshop_choice_entity, &choice);
    if (edit_load(ui_atelier(ui), &workshop_choice_entity, id, &choice, &err))
        person = person_of_registration(ui, choice.registration);
    record_clear(&workshop_choice_entity, &choice);
    return person;
}

static void
on_marked(struct ui *ui, struct list *list,
          void (*run)(struct ui *ui, int64_t workshop, const int64_t *people,
                      size_t count))
{
    const int64_t *ids;
    if (!list_may_take_hidden(list, ui))
        return;
    const size_t marked = list_marked(list, &ids);
    int64_t *people = memory_new(marked + 1, sizeof *people);
    size_t count = 0;

    for (size_t i = 0; i < marked; i++) {
        const int64_t person = person_of_choice(ui, ids[i]);
        if (person != 0)
            people[count++] = person;
    }
    run(ui, list->query.scope, people, count);
    list_unmark(list);
    free(people);
}

void
workshop_dialog_register(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;

    (void)argument;
    workshop_people_add(ui, list->query.scope);
}

void
workshop_dialog_seat(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    on_marked(ui, state, workshop_people_seat);
}

void
workshop_dialog_take_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    on_marked(ui, state, workshop_people_take_out);
}

void
workshop_dialog_move(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;
    const int64_t person = person_of_choice(ui, list_selected(state));

    (void)argument;
    if (person != 0)
        workshop_people_move(ui, list->query.scope, person);
}

void
workshop_dialog_why(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;
    const int64_t person = person_of_choice(ui, list_selected(state));

    (void)argument;
    if (person != 0)
        workshop_people_why(ui, list->query.scope, person);
}

void
workshop_dialog_cancel(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;

    (void)argument;
    workshop_people_cancel(ui, list->query.scope);
}

void
workshop_dialog_assign(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    workshop_wishes_assign(ui, ui_id(ui));
}

/* One person after the other, until all lists of one are left. */
void
workshop_dialog_wishes(struct ui *ui, void *state, int64_t argument)
{
    const int64_t *ids;
    bool goes_on = true;

    (void)argument;
    if (!list_may_take_hidden(state, ui))
        return;
    const size_t count = list_marked(state, &ids);
    int64_t *people = memory_new(count + 1, sizeof *people);
    for (size_t i = 0; i < count; i++) /* before a list that is read anew moves them */
        people[i] = person_of_registration(ui, ids[i]);
    for (size_t i = 0; i < count && goes_on; i++)
        if (people[i] != 0)
            goes_on = workshop_wishes_ask(ui, ui_id(ui), people[i]);
    if (goes_on)
        list_unmark(state);
    free(people);
}
