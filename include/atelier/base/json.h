/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.h - texts as JSON (RFC 8259) writes them
 */
#ifndef ATELIER_BASE_JSON_H
#define ATELIER_BASE_JSON_H

#include "atelier/base/buffer.h"

/* Adds the UTF-8 text in quotes, with what JSON keeps for itself escaped (section 7);
 * NULL is null. */
void json_add_text(struct buffer *buffer, const char *text);

#endif
