/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sha256.h - the SHA-256 of bytes (FIPS 180-4), by which anybody tells whether a file is
 * the one that was kept */
#ifndef ATELIER_BASE_SHA256_H
#define ATELIER_BASE_SHA256_H

#include <stddef.h>

enum { SHA256_TEXT_SIZE = 65 };

/* In hexadecimal, as sha256sum prints it. */
void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT_SIZE]);

#endif
