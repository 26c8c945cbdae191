/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_data_file.h - all that is stored on somebody, written to a file */
#ifndef ATELIER_UI_PERSON_DATA_FILE_H
#define ATELIER_UI_PERSON_DATA_FILE_H

#include "ui.h"

/* To be run by an action of a person's page. */
void person_data_this(struct ui *ui, void *state, int64_t argument);

#endif
