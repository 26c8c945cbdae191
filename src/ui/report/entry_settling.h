/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_settling.h - says what became of an entry, on whatever screen it is chosen */
#ifndef ATELIER_UI_ENTRY_SETTLING_H
#define ATELIER_UI_ENTRY_SETTLING_H

#include "atelier/domain/report_entry.h"
#include "ui.h"

/* Done, dropped, for which it asks a reason, or open again; `meeting` is where it is
 * told, 0: at the next of the group.  A remark is taken up or not.  Says what was done.
 */
void entry_settling_run(struct ui *ui, int64_t entry, enum report_entry_state state,
                        int64_t meeting);
void entry_settling_run_remark(struct ui *ui, int64_t entry,
                               enum report_entry_state state);

#endif
