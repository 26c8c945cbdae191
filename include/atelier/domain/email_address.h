/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email_address.h - an e-mail address, out of what cells and letterheads put around it
 *
 * People copy `mailto:zoe@example.org`, `"DURAND, Zoé" <zoe@example.org>` or
 * `zoe@example.org;` from other programs.
 */
#ifndef ATELIER_DOMAIN_EMAIL_ADDRESS_H
#define ATELIER_DOMAIN_EMAIL_ADDRESS_H

#include <stdbool.h>

#include "atelier/base/error.h"

/* Owned texts; NULL when there is none. */
struct email_address {
    char *address;
    char *name;   /* before an address in angle brackets, without its quotation marks */
    char *others; /* the addresses behind the first one, parted by commas */
};

/*
 * Reads a tidied text into a zeroed struct.  Words beside an address that no sign parts
 * from it are not cut off: they may be a half of it (`ana maria@example.org`).
 *
 * ERROR_INPUT, of that field, when no mail server would take it.
 */
bool email_address_read(struct email_address *email, const char *text, const char *field,
                        struct error *err);

void email_address_clear(struct email_address *email);

#endif
