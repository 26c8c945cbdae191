/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account_reach.h - whether the account by which all come can work with a database */
#ifndef ATELIER_CLI_ACCOUNT_REACH_H
#define ATELIER_CLI_ACCOUNT_REACH_H

#include "atelier/domain/check_report.h"

/* Adds what the account may not reach of the database, its folder and the folder of files
 * beside it.  For root: a process of its own looks as the account would.  An account that
 * is not there is not named again. */
void account_reach_check(const char *account, const char *database,
                         struct check_report *report);

#endif
