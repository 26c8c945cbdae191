/* SPDX-License-Identifier: GPL-3.0-or-later */
/* badge_code.c - writing the code of a badge, and reading it as scanners type it */
#include "atelier/domain/badge_code.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"

enum { MODULUS = 97, CHECK_DIGITS = 2, CHECK_WEIGHT = 100, REMAINDER = 1 };

/* What the keys of the digits type besides the digits themselves, in the normal form that
 * text_tidy() leaves. */
static const struct {
    const char *text;
    int digit;
} keys[] = {
    { "&", 1 },  { "é", 2 },  { "\"", 3 }, { "'", 4 },  { "(", 5 },  { "-", 6 },
    { "§", 6 },  { "è", 7 },  { "_", 8 },  { "!", 8 },  { "ç", 9 },  { "à", 0 },
    { "０", 0 }, { "１", 1 }, { "２", 2 }, { "３", 3 }, { "４", 4 }, { "５", 5 },
    { "６", 6 }, { "７", 7 }, { "８", 8 }, { "９", 9 },
};

/* The remainder of a number that may be longer than any integer. */
static int
remainder_of(const char *digits, size_t length)
{
    int rest = 0;

    for (size_t i = 0; i < length; i++)
        rest = (rest * 10 + (digits[i] - '0')) % MODULUS;
    return rest;
}

void
badge_code_add(int64_t registration, struct buffer *buffer)
{
    struct buffer number = { 0 };

    buffer_addf(&number, "%0*" PRId64, BADGE_CODE_LEAST - CHECK_DIGITS, registration);
    const int rest = remainder_of(buffer_text(&number), number.length);
    const int check = MODULUS + REMAINDER - rest * CHECK_WEIGHT % MODULUS;

    buffer_addf(buffer, "%s%0*d", buffer_text(&number), CHECK_DIGITS, check);
    buffer_clear(&number);
}

/* The digit at the start of the text and how many bytes it takes; -1: there is none. */
static int
take_digit(const char *text, size_t *length)
{
    *length = 1;
    if (text[0] >= '0' && text[0] <= '9')
        return text[0] - '0';
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        *length = strlen(keys[i].text);
        if (strncmp(text, keys[i].text, *length) == 0)
            return keys[i].digit;
    }
    return -1;
}

/* How many digits the text has, of which the first are kept; 0: it has something else. */
static size_t
take_digits(const char *text, char digits[BADGE_CODE_MOST])
{
    size_t count = 0;

    while (*text != '\0') {
        size_t length;
        const int digit = take_digit(text, &length);

        if (digit < 0 && *text != ' ')
            return 0;
        if (digit >= 0 && count < BADGE_CODE_MOST)
            digits[count] = (char)('0' + digit);
        count += digit >= 0;
        text += digit < 0 ? 1 : length;
    }
    return count;
}

static int
check_of(const char *digits, size_t count)
{
    return (digits[count - CHECK_DIGITS] - '0') * 10 + digits[count - 1] - '0';
}

/* One number has one code: none that is longer than it must be, nor one with a check that
 * stands for the same remainder. */
static bool
is_whole(const char *digits, size_t count)
{
    return count >= BADGE_CODE_LEAST && count <= BADGE_CODE_MOST &&
           (count == BADGE_CODE_LEAST || digits[0] != '0') &&
           remainder_of(digits, count) == REMAINDER &&
           check_of(digits, count) > REMAINDER &&
           check_of(digits, count) <= MODULUS + REMAINDER;
}

enum badge_reading
badge_code_read(const char *text, int64_t *registration)
{
    char digits[BADGE_CODE_MOST];
    char *tidy = text_tidy(text);
    const size_t count = take_digits(tidy, digits);
    int64_t id = 0;

    free(tidy);
    if (count < BADGE_CODE_PART)
        return BADGE_NONE;
    if (!is_whole(digits, count))
        return BADGE_BROKEN;
    for (size_t i = 0; i < count - CHECK_DIGITS; i++) {
        if (id > (INT64_MAX - (digits[i] - '0')) / 10)
            return BADGE_BROKEN;
        id = id * 10 + (digits[i] - '0');
    }
    if (id == 0)
        return BADGE_BROKEN;
    *registration = id;
    return BADGE_READ;
}
