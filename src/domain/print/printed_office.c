/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_office.c - what stands above every document on paper */
#include "atelier/domain/printed_office.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void
printed_office_clear(struct printed_office *office)
{
    free(office->name);
    free(office->address);
    free(office->funding);
    buffer_clear(&office->logo);
    *office = (struct printed_office){ 0 };
}

static uint32_t
read_number(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
           bytes[3];
}

static bool
is_side(uint32_t points)
{
    return points > 0 && points <= PRINTED_LOGO_SIDE_MOST;
}

bool
printed_logo_is_png(const char *bytes, size_t length)
{
    /* The signature, then the chunk that says the size: PNG, 5.2 and 11.2.2. */
    static const char begin[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    enum { BEGIN = 16, WIDTH = 16, HEIGHT = 20, END = 24 };

    return length >= END && memcmp(bytes, begin, BEGIN) == 0 &&
           is_side(read_number((const unsigned char *)bytes + WIDTH)) &&
           is_side(read_number((const unsigned char *)bytes + HEIGHT));
}
