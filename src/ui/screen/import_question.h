/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_question.h - what an import asks: which file, sheet and encoding, who is meant,
 * and whether to write */
#ifndef ATELIER_UI_IMPORT_QUESTION_H
#define ATELIER_UI_IMPORT_QUESTION_H

#include "atelier/app/import_people.h"
#include "atelier/domain/import.h"
#include "ui.h"

/* Asks for a file until one can be read, then for the sheet and the hidden rows of a
 * workbook that has a choice.  The first file of a screen is offered where one was left.
 * NULL when the person leaves; the caller frees the import. */
struct import *import_question_file(struct ui *ui, const struct import_goal *goal,
                                    bool is_first);

/* Reads the same file in the encoding that is chosen by its accented names.  NULL when
 * the person leaves or it is read so already, or was told why not; the caller frees both.
 */
struct import *import_question_encoding(struct ui *ui, struct import *import);

/* Whether letters that look wrong are right; at once when none does, or a person said how
 * they are written. */
enum import_letters { IMPORT_LETTERS_UNSAID, IMPORT_LETTERS_WRONG, IMPORT_LETTERS_RIGHT };
enum import_letters import_question_letters(struct ui *ui, const struct import *import);

/* What the members of a group become; -1 when the person leaves. */
int import_question_role(struct ui *ui, const struct import *import);

/* Who a doubtful row is; -1 undecided.  A row that was mended can be mended again. */
enum {
    IMPORT_WHO_NOBODY,
    IMPORT_WHO_NEW,
    IMPORT_WHO_KNOWN,
    IMPORT_WHO_MEND,
    IMPORT_WHO_TAKEN
};
int import_question_who(struct ui *ui, const struct import_row *row, bool mended);

/* Whether a row that could be taken is: IMPORT_WHO_TAKEN, _NOBODY, _MEND, or -1. */
int import_question_take(struct ui *ui, const struct import_row *row);

/* Whether somebody who said no since, or left, is put back: 1 yes, 0 no, -1 undecided. */
int import_question_away(struct ui *ui, const struct import_row *row);

/* Whether to write what was shown, and to register the people, of whom some would find no
 * seat, or to make them members of the group. */
bool import_question_write(struct ui *ui, const struct import *import,
                           const struct import_outcome *rehearsal);

/* What is created of what is new; false when they leave. */
bool import_question_creates(struct ui *ui, const struct import *import,
                             enum import_creation *creates);

#endif
