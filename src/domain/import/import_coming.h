/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_coming.h - whether somebody on a list comes */
#ifndef ATELIER_DOMAIN_IMPORT_COMING_H
#define ATELIER_DOMAIN_IMPORT_COMING_H

#include "atelier/domain/import.h"

/* Whether a cell says that they were asked, and have not answered. */
bool import_coming_is_open(const char *cell);

/* Why a row is doubtful whose answer is a no.  The caller frees it. */
char *import_coming_reason(const struct import_row *row);

#endif
