/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_search.h - what was said in reports, by words */
#ifndef ATELIER_CLI_REPORT_SEARCH_H
#define ATELIER_CLI_REPORT_SEARCH_H

#include "invocation.h"

bool report_search(struct invocation *inv, struct error *err);

#endif
