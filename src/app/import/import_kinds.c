/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_kinds.c - the kinds of files that lists of people come in */
#include "import/import_kinds.h"

#include <stddef.h>

#include "import/csv_file.h"
#include "import/vcard_kind.h"
#include "import/workbook_kind.h"

const struct table_kind *const import_kinds[] = { &workbook_kind, &vcard_kind,
                                                  &csv_file_kind, /* knows every file */
                                                  NULL };
