/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_kinds.h - the kinds of files that lists of people come in */
#ifndef ATELIER_APP_IMPORT_KINDS_H
#define ATELIER_APP_IMPORT_KINDS_H

#include "import/table_kind.h"

/* For table_file_read(). */
extern const struct table_kind *const import_kinds[];

#endif
