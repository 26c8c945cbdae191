/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_hook.c - people are found by their e-mail, which several may share */
#include <string.h>

#include "atelier/domain/person.h"
#include "atelier/store/person_table.h"
#include "noun/noun_hook.h"
#include "record/edit_alike.h"
#include "record/reference_missing.h"
#include "record/reference_several.h"

static bool
find(struct atelier *at, const char *text, int64_t *id, struct error *err)
{
    *id = 0;
    if (!strchr(text, '@'))
        return true;
    struct person_list list = { 0 };
    bool ok = person_table_find_email(at->db, text, &list, err);
    struct buffer ids = { 0 };
    for (size_t i = 0; ok && i < list.count; i++) {
        *id = list.items[i].head.id;
        reference_several_add(&ids, *id, i);
    }
    if (ok && list.count > 1)
        ok = reference_several_refuse(text, &ids, err);
    else if (ok && list.count == 0)
        ok = reference_missing(ENTITY_PERSON, text, false, err);
    buffer_clear(&ids);
    person_list_clear(&list);
    return ok;
}

extern const struct noun_hook person_hook;
const struct noun_hook person_hook = {
    .ask = edit_alike_ask_person,
    .find = find,
};
