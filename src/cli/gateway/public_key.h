/* SPDX-License-Identifier: GPL-3.0-or-later */
/* public_key.h - somebody's public key as it is handed in: `TYPE BASE64 [comment]`
 *
 * Exactly that, in one line: no options before it, no certificate and no authority, and
 * what is inside the base64 is a whole key of that type.
 */
#ifndef ATELIER_CLI_PUBLIC_KEY_H
#define ATELIER_CLI_PUBLIC_KEY_H

#include <stddef.h>

#include "atelier/base/error.h"

enum { PUBLIC_KEY_BYTES_MOST = 16384 };

struct public_key {
    char *type;
    char *base64;
};

/* Reads the file of a key; ERROR_INPUT says what is wrong with it. */
bool public_key_read(struct public_key *key, const char *bytes, size_t length,
                     struct error *err);
void public_key_clear(struct public_key *key);

/* Whether the text is a key of that type, whole and of a sound length. */
bool public_key_is_whole(const char *type, const char *base64);

/* Whether keys of that type are taken. */
bool public_key_knows_type(const char *type);

#endif
