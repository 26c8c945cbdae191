/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_off_title.h - titles by which mail programs call an event off */
#ifndef ATELIER_APP_IMPORT_OFF_TITLE_H
#define ATELIER_APP_IMPORT_OFF_TITLE_H

#include <stdbool.h>

/* "Canceled: Jobs", "[ANNULÉ] Jobs", "Jobs - abgesagt": a word alone in front of a mark,
 * in brackets or behind the last mark, or in capitals in front.  NULL is no title. */
bool import_off_title(const char *title);

#endif
