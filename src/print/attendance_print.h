/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attendance_print.h - the attendance sheet on paper */
#ifndef ATELIER_PRINT_ATTENDANCE_PRINT_H
#define ATELIER_PRINT_ATTENDANCE_PRINT_H

#include "atelier/domain/printed_sheet.h"

bool attendance_print_print(const struct printed_sheet *sheet, int document,
                            struct error *err);

#endif
