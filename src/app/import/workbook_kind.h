/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_kind.h - a workbook of a spreadsheet, read by a program of its own
 *
 * atelier-workbook gets the file in a descriptor and adds its answer behind it: neither
 * is ever whole in memory, and what harms the reader harms nobody else.
 */
#ifndef ATELIER_APP_WORKBOOK_KIND_H
#define ATELIER_APP_WORKBOOK_KIND_H

#include "import/table_kind.h"

extern const struct table_kind workbook_kind;

#endif
