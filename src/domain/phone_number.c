/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phone_number.c - a telephone number without what other programs put around it */
#include "atelier/domain/phone_number.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static bool
is_digit(char c)
{
    return isdigit((unsigned char)c);
}

static bool
is_letter(char c)
{
    return isalpha((unsigned char)c) || ((unsigned char)c & 0x80) != 0;
}

/* ---- what surrounds it ---- */

/* Folded words that say of a number what its field says. */
static bool
is_label(const char *word, size_t length)
{
    static const char *const labels[] = { "tel",       "telephone", "phone",  "telefon",
                                          "telefono",  "telefoon",  "mobile", "mob",
                                          "portable",  "port",      "gsm",    "cell",
                                          "cellulare", "movil",     "handy",  "mobil",
                                          "mobiel",    "fixe",      "t",      "tph" };
    char *part = memory_copy_part(word, length);
    char *folded = fold_copy(part);
    free(part);
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(labels) / sizeof(labels[0]); i++)
        found = strcmp(folded, labels[i]) == 0;
    free(folded);
    return found;
}

/* Behind the labels before a number: "Tél. portable : 06", but not "poste 12". */
static const char *
behind_labels(const char *text)
{
    const char *at = text;
    for (;;) {
        size_t length = 0;
        while (is_letter(at[length]))
            length++;
        if (length == 0)
            return is_digit(*at) || strchr("+(", *at) ? at : text;
        const bool is_zero = length == 1 && strchr("oO", *at) && is_digit(at[1]);
        if (is_zero)
            return at;
        if (!is_label(at, length))
            return text;
        at += length;
        at += strspn(at, " .:");
    }
}

/* An apostrophe by which a spreadsheet is told that a text follows. */
static const char *
behind_apostrophe(const char *text)
{
    static const char *const signs[] = { "'", "’", "‘" };
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const char *behind = text + strlen(signs[i]);
        if (strncmp(text, signs[i], strlen(signs[i])) == 0 &&
            (is_digit(*behind) || *behind == '+'))
            return behind;
    }
    return text;
}

/* Whether letters O stand for zeros: there are no others, and digits enough. */
static bool
has_letters_for_zero(const char *text)
{
    enum { DIGITS_LEAST = 6 };
    size_t digits = 0;
    size_t letters = 0;
    for (; *text; text++) {
        if (is_letter(*text) && !strchr("oO", *text))
            return false;
        digits += is_digit(*text);
        letters += is_letter(*text);
    }
    return digits >= DIGITS_LEAST && letters > 0;
}

char *
phone_number_clean(const char *text)
{
    static const char google[] = " ::: ";
    const char *at = behind_labels(behind_apostrophe(text));
    const bool is_uri = strncasecmp(text, "tel:", 4) == 0;
    const bool zeros = has_letters_for_zero(at);
    struct buffer clean = { 0 };

    for (; *at && !(is_uri && *at == ';'); at++)
        if (strncmp(at, google, strlen(google)) == 0) {
            buffer_add(&clean, ", ");
            at += strlen(google) - 1;
        } else {
            buffer_add_char(&clean, zeros && is_letter(*at) ? '0' : *at);
        }
    return clean.length > 0 ? buffer_take(&clean) : memory_copy(text);
}

/* ---- judging it ---- */

bool
phone_number_check(const char *text, const char *field, struct error *err)
{
    enum { DIGITS_MOST = 15, TWO_NUMBERS = 20 };
    size_t run = 0;     /* digits that nothing but dots, hyphens and blanks parts */
    size_t longest = 0; /* of these, without any blank */
    size_t together = 0;
    size_t most = 0;
    if (!strpbrk(text, "0123456789"))
        return error_set_field(err, ERROR_INPUT, field,
                               _("“%s” has no digit: write the telephone number, or "
                                 "leave it empty."),
                               text);
    for (const char *at = text; *at; at++) {
        const bool groups = strchr(" .-", *at);
        run = is_digit(*at) ? run + 1 : groups ? run : 0;
        together = is_digit(*at) ? together + 1 : 0;
        most = run > most ? run : most;
        longest = together > longest ? together : longest;
    }
    /* Two French ones may stand side by side. */
    if (longest <= DIGITS_MOST && (most <= DIGITS_MOST || most >= TWO_NUMBERS))
        return true;
    return error_set_field(err, ERROR_INPUT, field,
                           _("“%s” has more digits than a telephone number; correct it."),
                           text);
}

/* ---- countries ---- */

/* Codes of countries whose numbers begin with 0 at home. */
static const char *const zero_countries[] = { "33", "32",  "41",  "31",  "44", "49",
                                              "43", "262", "590", "594", "596" };

/* The digits behind + or 00; NULL without them. */
static const char *
behind_plus(const char *text)
{
    if (*text == '+')
        return text + 1;
    return strncmp(text, "00", 2) == 0 ? text + 2 : NULL;
}

static size_t
zero_country(const char *digits)
{
    for (size_t i = 0; i < sizeof(zero_countries) / sizeof(zero_countries[0]); i++)
        if (strncmp(digits, zero_countries[i], strlen(zero_countries[i])) == 0)
            return strlen(zero_countries[i]);
    return 0;
}

bool
phone_number_has_zero(const char *text, bool *abroad)
{
    const char *digits = behind_plus(text + strspn(text, " ("));
    *abroad = digits != NULL;
    return digits && zero_country(digits + strspn(digits, " ")) > 0;
}

/* ---- comparing ---- */

/* Past what groups digits: a slash with a blank beside it parts two numbers. */
static const char *
skip_grouping(const char *start, const char *at)
{
    for (;; at++) {
        const bool grouped = *at == '/' ? at > start && at[-1] != ' ' && at[1] != ' '
                                        : *at && strchr(" .-()", *at);
        if (!grouped)
            return at;
    }
}

/* Its signs without those that group them; "+33 (0)6" is "+336". */
static char *
plain(const char *text)
{
    struct buffer signs = { 0 };
    const bool is_long = behind_plus(text + strspn(text, " ("));
    for (const char *at = skip_grouping(text, text); *at;
         at = skip_grouping(text, at + 1)) {
        const bool is_dropped =
            is_long && at > text && at[-1] == '(' && *at == '0' && at[1] == ')';
        if (!is_dropped)
            buffer_add_char(&signs, *at);
    }
    return signs.length > 0 ? buffer_take(&signs) : memory_copy("");
}

static bool
is_one_number(const char *plain)
{
    return plain[strspn(plain, "+0123456789")] == '\0';
}

/* "+33699001122" beside "0699001122". */
static bool
is_at_home(const char *with_country, const char *plain)
{
    const char *digits = behind_plus(with_country);
    const size_t code = digits ? zero_country(digits) : 0;
    return code > 0 && plain[0] == '0' && plain[1] != '0' &&
           strcmp(digits + code, plain + 1) == 0;
}

/* "+33699001122" beside "0033699001122". */
static bool
is_same_abroad(const char *one, const char *other)
{
    const char *a = behind_plus(one);
    const char *b = behind_plus(other);
    return a && b && strcmp(a, b) == 0;
}

bool
phone_number_is_same(const char *one, const char *other)
{
    char *a = plain(one);
    char *b = plain(other);
    const bool same = strcmp(a, b) == 0 ||
                      (is_one_number(a) && is_one_number(b) &&
                       (is_at_home(a, b) || is_at_home(b, a) || is_same_abroad(a, b)));
    free(a);
    free(b);
    return same;
}
