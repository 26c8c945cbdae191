/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base64.c - bytes as letters (RFC 4648) */
#include "atelier/base/base64.h"

void
base64_add(struct buffer *buffer, const char *bytes, size_t length)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < length; i += 3) {
        const size_t left = length - i;
        unsigned three = (unsigned)(unsigned char)bytes[i] << 16;
        if (left > 1)
            three |= (unsigned)(unsigned char)bytes[i + 1] << 8;
        if (left > 2)
            three |= (unsigned char)bytes[i + 2];
        buffer_add_char(buffer, letters[three >> 18]);
        buffer_add_char(buffer, letters[three >> 12 & 63]);
        buffer_add_char(buffer, left > 1 ? letters[three >> 6 & 63] : '=');
        buffer_add_char(buffer, left > 2 ? letters[three & 63] : '=');
    }
}
