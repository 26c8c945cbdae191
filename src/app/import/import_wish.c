/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_wish.c - the wishes for workshops that a list of a meeting brings */
#include "import/import_wish.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/when.h"
#include "atelier/domain/wish_cell.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "atelier/store/workshop_choice_table.h"
#include "atelier/store/workshop_table.h"
#include "workshop/workshop_wish.h"

void
import_wish_clear(struct import *import)
{
    workshop_list_clear(&import->menu.workshops);
    slot_list_clear(&import->menu.slots);
    free(import->menu.over);
    import->menu.over = NULL;
}

static bool
load_day(struct import *import, struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok =
        row_load(import->at->db, &meeting_entity, import->goal.meeting, &meeting, err);
    if (ok && !workshop_wishes_count(import->at, &meeting)) {
        struct buffer over = { 0 };
        struct buffer day = { 0 };
        when_format_date(meeting.wishes_until, WHEN_SHORT, &day);
        buffer_addf(&over, _("wishes counted until %s: not taken"), buffer_text(&day));
        import->menu.over = buffer_take(&over);
        buffer_clear(&day);
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
import_wish_load(struct import *import, struct error *err)
{
    struct database *db = import->at->db;
    const int64_t meeting = import->goal.meeting;

    import_wish_clear(import);
    return !meeting || (load_day(import, err) &&
                        workshop_table_list(db, meeting, &import->menu.workshops, err) &&
                        slot_table_list(db, meeting, &import->menu.slots, err));
}

bool
import_can_wish(const struct import *import)
{
    return import->menu.workshops.count > 0;
}

bool
import_has_wishes(const struct import *import)
{
    bool has = false;

    for (size_t c = 0; !has && c < import->mapping.count; c++)
        has = import_column_brings(import, c) == IMPORT_WISH;
    return has;
}

static struct wish_menu
menu_of(const struct import *import)
{
    return (struct wish_menu){ &import->menu.workshops, &import->menu.slots };
}

static void
tell(struct import_row *row, const char *clause)
{
    struct buffer told = { 0 };

    buffer_addf(&told, "%s%s%s", row->told ? row->told : "", row->told ? _("; ") : "",
                clause);
    memory_replace(&row->told, buffer_text(&told));
    buffer_clear(&told);
}

static bool
read_column(const struct import *import, size_t column, const char *cell,
            struct wish_list *list, struct buffer *told, struct import_row *row)
{
    const struct wish_menu menu = menu_of(import);
    char **asked = import->mapping.asked;
    struct buffer why = { 0 };
    const bool ok =
        wish_cell_read(&menu, asked ? asked[column] : NULL, cell, list, told, &why);

    if (!ok) {
        import_row_refuse(row, &import->mapping, IMPORT_WISH, buffer_text(&why));
        row->column = column;
    }
    buffer_clear(&why);
    return ok;
}

static void
take(const struct import *import, struct wish_list *list, const char *told,
     struct import_row *row)
{
    const struct wish_menu menu = menu_of(import);
    struct buffer text = { 0 };

    if (told[0])
        tell(row, told);
    if (list->count == 0)
        return;
    wish_list_add_text(&menu, list, &text);
    row->values[IMPORT_WISH] = buffer_take(&text);
    row->wishes = list->items;
    row->wish_count = list->count;
    *list = (struct wish_list){ 0 };
}

bool
import_wish_read(const struct import *import, const char *const *cells, size_t count,
                 struct import_row *row)
{
    struct wish_list list = { 0 };
    struct buffer told = { 0 };
    bool ok = true;

    if (!import_has_wishes(import))
        return true;
    size_t *columns = memory_new(import->mapping.count + 1, sizeof(*columns));
    const size_t several = import_mapping_wishes(&import->mapping, columns);
    for (size_t i = 0; ok && i < several; i++) {
        const size_t c = columns[i];
        if (c >= count || import_cell_is_blank(cells[c], false))
            continue;
        if (import->menu.over) {
            buffer_reset(&told);
            buffer_add(&told, import->menu.over);
        } else {
            ok = read_column(import, c, cells[c], &list, &told, row);
        }
    }
    if (ok)
        take(import, &list, buffer_text(&told), row);
    free(columns);
    buffer_clear(&told);
    wish_list_clear(&list);
    return ok;
}

/* 0: none. */
static bool
find_registration(const struct import *import, int64_t person, int64_t *id,
                  struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    const bool ok = registration_table_find(import->at->db, import->goal.meeting, person,
                                            &registration, err);
    *id = registration.head.id;
    record_clear(&registration_entity, &registration);
    return ok;
}

/* The best first: the place in the list of its slot comes with each. */
static int
compare_wishes(const void *one, const void *other)
{
    const struct workshop_choice *a = one;
    const struct workshop_choice *b = other;

    return (a->wish > b->wish) - (a->wish < b->wish);
}

static void
add_known(const struct import *import, const struct workshop_choice_list *choices,
          struct buffer *text)
{
    const struct wish_menu menu = menu_of(import);
    struct wish_list list = { 0 };

    for (size_t i = 0; i < choices->count; i++) {
        const struct workshop_choice *choice = &choices->items[i];
        if (choice->state == CHOICE_WITHDRAWN || choice->wish == NUMBER_NONE)
            continue;
        list.items =
            memory_grow(list.items, &list.capacity, list.count + 1, sizeof(*list.items));
        list.items[list.count++] = choice->workshop;
    }
    wish_list_add_text(&menu, &list, text);
    wish_list_clear(&list);
}

bool
import_wish_known(struct import *import, int64_t person, char **wishes, struct error *err)
{
    int64_t registration = 0;
    struct workshop_choice_list choices = { 0 };

    *wishes = NULL;
    if (!import_has_wishes(import))
        return true;
    bool ok = find_registration(import, person, &registration, err) &&
              (!registration || workshop_choice_table_of_registration(
                                    import->at->db, registration, &choices, err));
    if (ok && choices.count > 0) {
        struct buffer text = { 0 };
        qsort(choices.items, choices.count, sizeof(*choices.items), compare_wishes);
        add_known(import, &choices, &text);
        *wishes = text.length > 0 ? buffer_take(&text) : NULL;
        buffer_clear(&text);
    }
    workshop_choice_list_clear(&choices);
    return ok;
}
