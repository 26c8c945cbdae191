/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_hook.c - an organisation is found by its name or its short one */
#include "atelier/domain/organisation.h"
#include "atelier/store/organisation_table.h"
#include "noun/noun_hook.h"
#include "record/edit_alike.h"

static bool
find(struct atelier *at, const char *text, int64_t *id, struct error *err)
{
    struct organisation organisation;
    record_init(&organisation_entity, &organisation);
    struct error missing = { 0 };
    bool ok = organisation_table_find_name(at->db, text, &organisation, &missing);
    *id = organisation.head.id;
    record_clear(&organisation_entity, &organisation);
    if (!ok && missing.kind != ERROR_NOT_FOUND && err)
        *err = missing;
    return ok || missing.kind == ERROR_NOT_FOUND;
}

extern const struct noun_hook organisation_hook;
const struct noun_hook organisation_hook = {
    .ask = edit_alike_ask_organisation,
    .find = find,
};
