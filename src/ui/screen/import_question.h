/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_question.h - what an import asks: who is meant, and whether to write */
#ifndef ATELIER_UI_IMPORT_QUESTION_H
#define ATELIER_UI_IMPORT_QUESTION_H

#include "atelier/domain/import.h"
#include "ui.h"

/* Who a doubtful row is: 1 somebody new, 2 the known person; 0 or less: it is left out.
 */
int import_question_who(struct ui *ui, const struct import_row *row);

/* Whether to write what was shown; `meeting`: and to register the people, of whom so many
 * would find no seat. */
bool import_question_write(struct ui *ui, bool meeting, const int64_t counts[],
                           int64_t seatless);

#endif
