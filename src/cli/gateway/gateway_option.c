/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_option.c - what the commands of the gateway have in common: options, and root
 */
#include "gateway/gateway_option.h"

#include <unistd.h>

#include "atelier/base/language.h"
#include "invocation.h"

const char *
gateway_option(const struct invocation *inv, const char *name, const char *usual)
{
    const char *value = invocation_option(inv, name);
    return value && *value ? value : usual;
}

bool
gateway_must_be_root(struct error *err)
{
    return geteuid() == 0 ||
           error_set(err, ERROR_RULE,
                     _("Who comes by which key is said by root alone: try “sudo atelier "
                       "gateway ...”."));
}
