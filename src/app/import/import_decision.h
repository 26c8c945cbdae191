/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_decision.h - what a person decided of doubtful rows, from judgement to judgement
 */
#ifndef ATELIER_APP_IMPORT_DECISION_H
#define ATELIER_APP_IMPORT_DECISION_H

#include "import/import_state.h"

/* After a judgement: what was decided earlier is decided again of the rows that were
 * judged as they were then, unless somebody wrote to their person after the entry of the
 * journal that was seen last; the rest is forgotten. */
bool import_decisions_repeat(struct import *import, int64_t seen, struct error *err);

/* After a run: who was somebody new is known now, and must not be added once more. */
void import_decisions_forget_new(struct import *import);

#endif
