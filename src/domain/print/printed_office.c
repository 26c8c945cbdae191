/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_office.c - what stands above every document on paper */
#include "atelier/domain/printed_office.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/domain/erased_mark.h"

void
printed_office_clear(struct printed_office *office)
{
    free(office->name);
    free(office->address);
    free(office->funding);
    buffer_clear(&office->logo);
    *office = (struct printed_office){ 0 };
}

void
printed_office_say_erased(const char *language, struct printed_office *office)
{
    erased_mark_say(language, &office->name);
    erased_mark_say(language, &office->address);
    erased_mark_say(language, &office->funding);
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

enum { WIDTH_AT = 16, HEIGHT_AT = 20, SIZE_END = 24 };

void
printed_logo_size(const char *bytes, uint32_t *width, uint32_t *height)
{
    *width = read_number((const unsigned char *)bytes + WIDTH_AT);
    *height = read_number((const unsigned char *)bytes + HEIGHT_AT);
}

bool
printed_logo_is_png(const char *bytes, size_t length)
{
    /* The signature, then the chunk that says the size: PNG, 5.2 and 11.2.2. */
    static const char begin[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    enum { BEGIN = 16 };
    uint32_t width;
    uint32_t height;

    if (length < SIZE_END || memcmp(bytes, begin, BEGIN) != 0)
        return false;
    printed_logo_size(bytes, &width, &height);
    return is_side(width) && is_side(height);
}
