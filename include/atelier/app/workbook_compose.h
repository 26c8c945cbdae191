/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_compose.h - what atelier-workbook --write does: makes a workbook for atelier
 */
#ifndef ATELIER_APP_WORKBOOK_COMPOSE_H
#define ATELIER_APP_WORKBOOK_COMPOSE_H

#include "atelier/base/error.h"

/* Reads the sheet that lies in the descriptor, which it closes, and adds the workbook
 * behind it. */
bool workbook_compose(int descriptor, struct error *err);

#endif
