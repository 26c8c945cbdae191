/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_phone.c - a telephone is found by its digits, however they are grouped */
#include "search/search_phone.h"

#include <ctype.h>
#include <string.h>

/* So many digits are looked for, and so many are a telephone. */
enum { DIGITS_LEAST = 4, PHONE_DIGITS_LEAST = 6 };

/* By how many of the last digits it is found. */
static const size_t tails[] = { SEARCH_NATIONAL_DIGITS, 8, 6 };

static void
add_digits(struct buffer *phones, const struct buffer *digits)
{
    const char *text = buffer_text(digits);

    if (digits->length < PHONE_DIGITS_LEAST)
        return;
    buffer_addf(phones, " %s", text);
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
        if (digits->length > tails[i])
            buffer_addf(phones, " %s", text + digits->length - tails[i]);
}

/* 02/123.45.67 is one number, 02 123 45 67 / 0477 12 34 56 are two. */
static bool
groups(const char *phone, const char *at)
{
    if (*at != '/')
        return strchr(" .-()", *at);
    return at > phone && at[-1] != ' ' && at[1] != ' ';
}

/* One field may hold several: what does not group digits parts numbers. */
void
search_phone_add(struct search_words *words, const char *phone)
{
    struct buffer *phones = &words->phones;
    struct buffer digits = { 0 };

    for (const char *at = phone; at && *at; at++) {
        if (strncmp(at, "(0)", 3) == 0) {
            at += 2;
        } else if (isdigit((unsigned char)*at)) {
            buffer_add_char(&digits, *at);
        } else if (!groups(phone, at)) {
            add_digits(phones, &digits);
            buffer_reset(&digits);
        }
    }
    add_digits(phones, &digits);
    buffer_clear(&digits);
}

bool
search_phone_digits(const char *typed, struct buffer *digits)
{
    const char *at = typed + strspn(typed, " ");
    bool abroad = *at == '+' || strncmp(at, "00", 2) == 0;

    if (abroad)
        at += *at == '+' ? 1 : 2;
    for (; *at; at++) {
        if (abroad && strncmp(at, "(0)", 3) == 0)
            at += 2;
        else if (isdigit((unsigned char)*at))
            buffer_add_char(digits, *at);
        else if (!strchr(" .-()/", *at))
            return false;
    }
    return digits->length >= DIGITS_LEAST;
}
