/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.h - links that people type: which are taken, and how they are completed */
#ifndef ATELIER_DOMAIN_LINK_H
#define ATELIER_DOMAIN_LINK_H

#include <stdbool.h>

#include "atelier/base/error.h"

/* Whether it begins with http:, https:, tel:, sip: or sips:, in capitals or not, and goes
 * on: what a calendar may offer to open. */
bool link_is_allowed(const char *link);

/* Whether it is dialled: tel:. */
bool link_is_phone(const char *link);

/*
 * Makes what was typed a link: https:// comes before a host without a scheme. ERROR_INPUT
 * for any other scheme, for words, and for a host with letters that calendars spoil; the
 * text is then untouched.  NULL stays NULL.
 */
bool link_complete(char **link, struct error *err);

#endif
