/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_staff.c - whether the gateway lets a login in */
#include "gateway/gateway_staff.h"

#include "atelier/app/atelier.h"
#include "atelier/base/language.h"

bool
gateway_staff_check(const char *login, const char *database, struct error *err)
{
    const struct atelier_options options = {
        .database = database,
        .identity = { .login = login, .source = IDENTITY_GATEWAY },
        .now = INSTANT_NONE,
        .read_only = true,
        .is_brief = true,
    };
    struct error why = { 0 };
    struct atelier *at = atelier_open(&options, &why);

    atelier_close(at);
    if (at)
        return true;
    return why.kind == ERROR_RULE
               ? error_set(err, ERROR_RULE,
                           _("%s is not staff in %s: an administrator lets them in there "
                             "with “atelier staff add --login %s --role ROLE”."),
                           login, database, login)
               : error_pass(err, &why);
}
