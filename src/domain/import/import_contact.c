/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_contact.c - an address and a telephone in one cell, below “Mail / tél” */
#include "import/import_contact.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/phone_number.h"

/* Fewer digits may be anything: a year, a door, an extension. */
enum { DIGITS_LEAST = 8 };

static const char between[] = " /;,|-";

static size_t
count_digits(const char *text)
{
    size_t digits = 0;

    for (; *text; text++)
        digits += isdigit((unsigned char)*text) != 0;
    return digits;
}

/* Whether a text is a telephone and no more. */
static bool
is_phone(const char *text)
{
    return count_digits(text) >= DIGITS_LEAST &&
           !text[strspn(text, "+0123456789 .-/()")] &&
           phone_number_check(text, "phone", NULL);
}

/* Without the signs that parted it from what stood beside it. */
static char *
bare(const char *text, size_t length)
{
    while (length > 0 && strchr(between, text[length - 1]))
        length--;
    while (length > 0 && strchr(between, *text)) {
        text++;
        length--;
    }
    char *part = memory_copy_part(text, length);
    char *tidy = text_tidy(part);

    free(part);
    return tidy;
}

bool
import_contact_part(const char *tidy, char **address, char **phone)
{
    const char *at = strchr(tidy, '@');

    if (!at || strchr(at + 1, '@') || strchr(tidy, '<') ||
        count_digits(tidy) < DIGITS_LEAST)
        return false;
    const char *start = at;
    while (start > tidy && !strchr(" /;,|", start[-1]))
        start--;
    const size_t length = strcspn(start, " /;,|");
    char *before = bare(tidy, (size_t)(start - tidy));
    char *behind = bare(start + length, strlen(start + length));
    const bool is = (!*before && is_phone(behind)) || (!*behind && is_phone(before));

    if (is) {
        *address = memory_copy_part(start, length);
        *phone = memory_copy(*before ? before : behind);
    }
    free(before);
    free(behind);
    return is;
}
