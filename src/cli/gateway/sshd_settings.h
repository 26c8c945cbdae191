/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sshd_settings.h - how sshd would treat a login of that account, as it says itself
 */
#ifndef ATELIER_CLI_SSHD_SETTINGS_H
#define ATELIER_CLI_SSHD_SETTINGS_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

/* Adds the answer of `sshd -T`: a line a setting, "name value".  `config` may be NULL.
 * Otherwise the error is what sshd says. */
bool sshd_settings_ask(const char *account, const char *config, struct buffer *answer,
                       struct error *err);

#endif
