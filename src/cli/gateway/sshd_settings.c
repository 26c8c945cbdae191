/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sshd_settings.c - how sshd would treat a login of that account, as it says itself */
#include "gateway/sshd_settings.h"

#include "atelier/base/child.h"
#include "atelier/base/language.h"

bool
sshd_settings_ask(const char *account, const char *config, struct buffer *answer,
                  struct error *err)
{
    struct buffer who = { 0 };
    buffer_addf(&who, "user=%s,host=localhost,addr=127.0.0.1", account);
    const char *const words[] = { "/usr/sbin/sshd",     "-T",   "-C", buffer_text(&who),
                                  config ? "-f" : NULL, config, NULL };
    const struct child_request request = { .arguments = words,
                                           .document = -1,
                                           .if_silent = _("It says nothing."),
                                           .answer = answer };
    const bool ok =
        child_run(&request, NULL, NULL, err) &&
        (answer->length > 0 || error_set(err, ERROR_SYSTEM, "%s", request.if_silent));

    buffer_clear(&who);
    return ok;
}
