/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway.h - atelier as the whole login of somebody who comes over ssh
 *
 * `atelier gateway --staff LOGIN --database FILE` stands behind command= on the line of a
 * key.  Who comes by that key is LOGIN: these words alone say so.  What the person typed
 * behind `ssh HOST` is a request, and can only choose from what request.h lists.
 */
#ifndef ATELIER_CLI_GATEWAY_H
#define ATELIER_CLI_GATEWAY_H

#include "atelier/cli/cli.h"

struct gateway {
    const char *login;    /* in argv */
    const char *database; /* in argv; NULL: the usual one of the account */
    struct request_words *request;
};

/* Whether the words of the program are those of a key's line. */
bool gateway_is_entered(int argc, char **argv);

/* Takes the request out of the environment and forgets what the rest of it says.  To be
 * called before anything else reads it, and before a language is set; the caller leaves.
 */
void gateway_enter(struct gateway *gateway);
void gateway_leave(struct gateway *gateway);

/* The language that the request asks for, or NULL. */
const char *gateway_language(const struct gateway *gateway);

/* Reads who comes and to which database into *options, whom nothing changes any more. */
bool gateway_read(struct gateway *gateway, int argc, char **argv,
                  struct cli_options *options, struct error *err);

/* As cli_run(): answers the request, or says that the screens are to open. */
enum cli_request gateway_run(struct gateway *gateway, struct cli_options *options,
                             int *status);

#endif
