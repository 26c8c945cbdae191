/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_staff.h - whether the gateway lets a login in
 */
#ifndef ATELIER_CLI_GATEWAY_STAFF_H
#define ATELIER_CLI_GATEWAY_STAFF_H

#include "atelier/base/error.h"

/* As the gateway itself decides: ERROR_RULE when the login is not staff in that database.
 */
bool gateway_staff_check(const char *login, const char *database, struct error *err);

#endif
