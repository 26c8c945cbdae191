/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_answer.h - what atelier-workbook does: reads a workbook for atelier
 *
 * Unpacking and XML need libraries that every start of atelier would pay for, and a file
 * from anywhere is better read by a process that has nothing else in its memory.
 */
#ifndef ATELIER_APP_WORKBOOK_ANSWER_H
#define ATELIER_APP_WORKBOOK_ANSWER_H

#include "atelier/base/error.h"

/* Reads the workbook that lies in the descriptor, which it closes, and adds the rows of a
 * sheet (NULL: of the first that has some) behind it, or why they cannot be read.  False
 * when no answer could be written. */
bool workbook_answer(int descriptor, const char *sheet, bool leave_hidden,
                     struct error *err);

#endif
