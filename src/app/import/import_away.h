/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_away.h - later answers win: who said no since, or left, is not put back unseen
 */
#ifndef ATELIER_APP_IMPORT_AWAY_H
#define ATELIER_APP_IMPORT_AWAY_H

#include "import/import_state.h"

/* What the meeting or the group knows of a person: adds "declined on 12/03/2027, by a.b"
 * when it is a no, else nothing. */
bool import_away_find(struct import *import, int64_t person, struct buffer *no,
                      struct error *err);

/* A row whose person is certain becomes doubtful when they are away. */
bool import_away_judge(struct import *import, struct import_row *row, struct error *err);

/* Whether the person of a row, which says that they do not come, is certain and away: no
 * more is to be decided of that. */
bool import_away_agrees(struct import *import, struct import_row *row, bool *agrees,
                        struct error *err);

/* Says again why somebody is away, or that they are put back, or not. */
bool import_away_recall(struct import *import, const struct import_ruling *ruling,
                        struct import_row *row, struct error *err);

#endif
