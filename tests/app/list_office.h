/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_office.h - an office that imports lists of people, and is whole at the end */
#ifndef ATELIER_TESTS_LIST_OFFICE_H
#define ATELIER_TESTS_LIST_OFFICE_H

#include <check.h>

#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;

static inline void
begin(void)
{
    at = office_found();
    err = (struct error){ 0 };
}

static inline void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

/* A list that is no one meeting's, from the bytes of its file. */
static inline struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("list.csv", text), 0);
}

#endif
