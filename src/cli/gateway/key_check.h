/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_check.h - whether what the file of the keys names is as the gateway needs it */
#ifndef ATELIER_CLI_KEY_CHECK_H
#define ATELIER_CLI_KEY_CHECK_H

#include "gateway/installation.h"

/* Adds a sentence for each line of the keys, and for each database and folder of files
 * that they lead to, where something does not match. */
void key_check(const struct installation *installation, struct check_report *report);

#endif
