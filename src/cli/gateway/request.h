/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request.h - what may be asked for through the gateway: the one list of it
 *
 * What is not named there is refused, and of what is named there each file is standard
 * input or output.
 */
#ifndef ATELIER_CLI_REQUEST_H
#define ATELIER_CLI_REQUEST_H

#include "words.h"

/* Whether its words begin with a command of the list; false and a sentence that says what
 * may be asked for: ERROR_RULE.  Nothing of it has run. */
bool request_is_known(int argc, char **argv, struct error *err);

/* The same of the command that was understood, and of its files. */
bool request_allows(const struct invocation *inv, enum words_request request,
                    struct error *err);

#endif
