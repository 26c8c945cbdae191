/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.h - a list of people that is imported by a test */
#ifndef ATELIER_TESTS_SUPPORT_SHEET_H
#define ATELIER_TESTS_SUPPORT_SHEET_H

#include "atelier/app/import_people.h"

/* Opens a file, for a meeting or 0, and judges it. */
struct import *sheet_judged(struct atelier *at, const char *path, int64_t meeting);

void sheet_judge(struct import *import);
struct import_outcome sheet_run(struct import *import);

/* Borrowed until the eighth next call. */
const struct import_row *sheet_row(struct import *import, size_t index);

/* "" where a row has none. */
void sheet_expect_reason(struct import *import, size_t index, const char *expected);

#endif
