/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_joined.c - names that are typed in one word, and telephones */
#include "search/search_joined.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/transliteration.h"

/* Names of more words are not typed in one; telephones have so many digits. */
enum { JOINED_WORDS_MOST = 5, DIGITS_LEAST = 4, PHONE_DIGITS_LEAST = 6 };

/* By how many of the last digits a telephone is found. */
static const size_t tails[] = { SEARCH_NATIONAL_DIGITS, 8, 6 };

/* "de la tour": delatour, latour; the first letters of a shorter name find it too. */
static void
add_joined_fold(struct buffer *folded, const char *fold)
{
    size_t words = 0;

    for (const char *at = fold; *at; at += strcspn(at, " "), at += strspn(at, " "))
        words++;
    if (words < 2 || words > JOINED_WORDS_MOST)
        return;
    for (; words > 1; words--) {
        buffer_add_char(folded, ' ');
        for (const char *at = fold; *at; at++)
            if (*at != ' ')
                buffer_add_char(folded, *at);
        fold += strcspn(fold, " ");
        fold += strspn(fold, " ");
    }
}

/* Иванов is found as ivanov too. */
static void
add_latin(struct search_words *words, const char *fold)
{
    struct buffer latin = { 0 };

    if (transliteration_add(&latin, fold)) {
        buffer_addf(&words->folded, " %s", buffer_text(&latin));
        add_joined_fold(&words->folded, buffer_text(&latin));
    }
    buffer_clear(&latin);
}

static void
add_joined(struct search_words *words, const char *name)
{
    struct buffer fold = { 0 };

    fold_add(&fold, name);
    add_joined_fold(&words->folded, buffer_text(&fold));
    add_latin(words, buffer_text(&fold));
    buffer_reset(&fold);
    if (fold_add_second(&fold, name))
        add_joined_fold(&words->folded, buffer_text(&fold));
    buffer_clear(&fold);
}

/* Chinese, Japanese and Korean names are written without a blank. */
static bool
is_east_asian(const char *name)
{
    unsigned char lead = (unsigned char)name[0];

    return lead >= 0xE3 && lead <= 0xED;
}

static void
add_both_orders(struct search_words *words, const char *family, const char *given)
{
    struct buffer pair = { 0 };

    buffer_addf(&pair, "%s%s %s%s", family, given, given, family);
    buffer_add_char(&words->folded, ' ');
    fold_add(&words->folded, buffer_text(&pair));
    buffer_clear(&pair);
}

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
static void
add_phones(struct buffer *phones, const char *phone)
{
    struct buffer digits = { 0 };

    for (const char *at = phone; *at; at++) {
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

void
search_joined_add(struct search_words *words, const char *family, const char *given,
                  const char *phone)
{
    if (family)
        add_joined(words, family);
    if (given)
        add_joined(words, given);
    if (family && given && is_east_asian(family) && is_east_asian(given))
        add_both_orders(words, family, given);
    if (phone)
        add_phones(&words->phones, phone);
}

bool
search_joined_digits(const char *typed, struct buffer *digits)
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
