/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier.c - random identifiers (RFC 9562 section 5.4, version 4) */
#include "atelier/base/identifier.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>

/* At most 16 bytes. */
static void
draw(void *bytes, size_t size)
{
    while (getrandom(bytes, size, 0) != (ssize_t)size)
        if (errno != EINTR)
            abort(); /* Linux never refuses 16 bytes */
}

void
uuid_make(char text[UUID_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[16];

    draw(bytes, sizeof(bytes));
    bytes[6] = (unsigned char)((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80);

    char *at = text;
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = digits[bytes[i] >> 4];
        *at++ = digits[bytes[i] & 0x0f];
    }
    *at = '\0';
}

int64_t
number_draw(void)
{
    enum { MOST = 999999999 };
    uint64_t number;

    draw(&number, sizeof(number));
    return (int64_t)(number % MOST) + 1;
}
