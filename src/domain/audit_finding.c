/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_finding.c - what does not hold of the attendance of meetings that are over */
#include "atelier/domain/audit_finding.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

const struct choice audit_kinds[] = {
    [AUDIT_UNSIGNED] = { "unsigned", N_("signatures missing") },
    [AUDIT_ROOM] = { "room", N_("more than the room holds") },
    [AUDIT_TWO_PLACES] = { "two-places", N_("in two places") },
    [AUDIT_REPRINTED] = { "reprinted", N_("printed again after signing") },
    [AUDIT_SCAN] = { "scan", N_("scan missing") },
    [AUDIT_HOLIDAY] = { "holiday", N_("public holiday") },
    { NULL, NULL },
};

struct audit_finding *
audit_list_add(struct audit_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct audit_finding){ 0 };
    return &list->items[list->count++];
}

void
audit_list_clear(struct audit_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct audit_finding *finding = &list->items[i];
        free(finding->title);
        free(finding->zone);
        free(finding->slot);
        free(finding->name);
        free(finding->other);
        free(finding->says);
    }
    free(list->items);
    *list = (struct audit_list){ 0 };
}

static int
compare(const void *a, const void *b)
{
    const struct audit_finding *x = a;
    const struct audit_finding *y = b;

    if (x->start_at != y->start_at)
        return x->start_at < y->start_at ? -1 : 1;
    if (x->meeting != y->meeting)
        return x->meeting < y->meeting ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return strcmp(x->says ? x->says : "", y->says ? y->says : "");
}

void
audit_list_sort(struct audit_list *list)
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof(list->items[0]), compare);
}
