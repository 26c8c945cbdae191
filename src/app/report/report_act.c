/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_act.c - one act on an entry among the others of its report */
#include "report/report_act.h"

#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "noun/report_rule.h"
#include "session/operation.h"

static bool
load(struct report_act *act, int64_t entry, int64_t rev, struct report_entry *row,
     struct error *err)
{
    if (!row_load(act->at->db, &report_entry_entity, entry, row, err) ||
        !report_rule_check_open(act->at, row->meeting, err) ||
        !report_table_entries(act->at->db, row->meeting, &act->list, err))
        return false;
    while (act->list.items[act->index].head.id != entry)
        act->index++;
    if (rev != 0)
        act->list.items[act->index].head.rev = rev;
    return true;
}

bool
report_act_do(struct atelier *at, enum act act, int64_t entry, int64_t rev,
              bool (*how)(struct report_act *act, struct error *err), void *context,
              struct error *err)
{
    struct report_act doing = { .at = at, .context = context };
    struct report_entry row;

    if (!operation_begin(at, act_permission(act),
                         session_subject(at, ENTITY_REPORT_ENTRY, entry), err))
        return false;
    record_init(&report_entry_entity, &row);
    const bool ok = load(&doing, entry, rev, &row, err) && how(&doing, err);
    const bool written = operation_end_row(at, ok, act, &report_entry_entity, &row, err);
    record_clear(&report_entry_entity, &row);
    report_entry_list_clear(&doing.list);
    return written;
}
