/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_mark.h - what stands around a name in lists and is none of it */
#ifndef ATELIER_DOMAIN_IMPORT_NAME_MARK_H
#define ATELIER_DOMAIN_IMPORT_NAME_MARK_H

#include "atelier/domain/import.h"

/* Takes bullets, numbers and marks off a name of a row; a label before a colon, what
 * follows a stroke and “via List” are told; “excusé” behind it says that they do not
 * come. */
void import_name_mark_take(struct import_row *row, enum import_target target);

#endif
