/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_option.h - what the commands of the gateway have in common: options, and root
 */
#ifndef ATELIER_CLI_GATEWAY_OPTION_H
#define ATELIER_CLI_GATEWAY_OPTION_H

#include "atelier/base/error.h"
#include "command.h"

#define GATEWAY_ACCOUNT "atelier" /* the usual one */

#define GATEWAY_KEYS_OPTION                                                              \
    {                                                                                    \
        "keys", "FILE", N_("the file of the keys, if not /etc/atelier/authorized_keys")  \
    }
#define GATEWAY_ACCOUNT_OPTION                                                           \
    {                                                                                    \
        "account", "NAME", N_("the account by which all come, if not atelier")           \
    }

/* What was given, or the usual where nothing was. */
const char *gateway_option(const struct invocation *inv, const char *name,
                           const char *usual);

/* ERROR_RULE for anybody but root. */
bool gateway_must_be_root(struct error *err);

#endif
