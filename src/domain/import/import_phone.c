/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_phone.c - the telephone of a cell: with the zero that a spreadsheet dropped,
 * without a remark that stands in its place */
#include "import/import_phone.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "atelier/domain/phone_number.h"
#include "import/import_odd.h"

/* Fewer digits beside letters are those of an office or a floor; fewer behind a zero are
 * half a number; more have all of it. */
enum { REMARK_DIGITS = 4, SHORT_DIGITS = 8, WHOLE_DIGITS = 10, NATIONAL_DIGITS = 9 };
enum { EXTENSION_MOST = 4 };
enum { CELL_COLUMNS = 60 };

static bool
is_digit(char c)
{
    return isdigit((unsigned char)c);
}

static bool
is_letter(char c)
{
    return isalpha((unsigned char)c) || ((unsigned char)c & 0xC0) == 0xC0;
}

struct shape {
    size_t digits;
    size_t zeros; /* 0: what a formula found in an empty cell */
    size_t letters;
    bool is_blurred; /* a letter stands where a digit should: 03 80 00 11 2x */
};

/* Behind the letters at `at` more digits follow: 0380001122x12 has an extension. */
static bool
is_extension(const char *at)
{
    while (*at && !is_digit(*at) && *at != ' ')
        at++;
    return is_digit(*at);
}

static struct shape
look_at(const char *text)
{
    struct shape shape = { 0 };

    for (const char *at = text; *at; at++) {
        shape.letters += is_letter(*at);
        shape.digits += is_digit(*at);
        shape.zeros += *at == '0';
        if (is_digit(*at) && (is_letter(at[1]) || at[1] == '?' || at[1] == '*') &&
            shape.digits < WHOLE_DIGITS && !is_extension(at + 1))
            shape.is_blurred = true;
    }
    return shape;
}

/* "02 98 00 00 0": pairs, and a digit that has lost the other one. */
static bool
is_cut_pair(const char *text)
{
    size_t pairs = 0;

    while (is_digit(text[0]) && is_digit(text[1]) && text[2] && strchr(" .-", text[2])) {
        pairs++;
        text += 3;
    }
    return pairs == NATIONAL_DIGITS / 2 && is_digit(text[0]) && !text[1];
}

/* One of several that a comma parts begins with a zero and has too few digits. */
static bool
has_short_part(const char *text)
{
    bool is_short = false;

    while (!is_short && *text) {
        const size_t length = strcspn(text, ",;");
        char *part = memory_copy_part(text, length);
        const char *first = part + strcspn(part, "0123456789");
        is_short =
            first[0] == '0' && first[1] != '0' && look_at(part).digits < SHORT_DIGITS;
        free(part);
        text += length + (text[length] != '\0');
    }
    return is_short;
}

/* 6.99001125 or 0.699001122: an amount of which nobody knows where its point was. */
static bool
is_amount(const char *text)
{
    enum { PLACES_LEAST = 5 };
    const size_t places = is_digit(text[0]) && text[1] && strchr(".,", text[1])
                              ? strspn(text + 2, "0123456789")
                              : 0;
    return places >= PLACES_LEAST && !text[2 + places];
}

/* 2027-03-16, 16/03/2027: what a spreadsheet made of something else. */
static bool
is_day(const char *text)
{
    static const char *const days[] = { "9999-99-99", "99/99/9999", "9/99/9999",
                                        "99/9/9999", "9/9/9999" };
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        const char *at = text;
        const char *day = days[i];
        while (*at && *day && (*day == '9' ? is_digit(*at) : *at == *day)) {
            at++;
            day++;
        }
        if (!*day && (!*at || *at == ' '))
            return true;
    }
    return false;
}

static bool
is_half(const char *text, const struct shape *shape)
{
    return is_amount(text) || is_day(text) || import_text_is_date(text) ||
           shape->is_blurred || (shape->digits < REMARK_DIGITS && shape->letters == 0) ||
           has_short_part(text) || (text[0] == '0' && is_cut_pair(text));
}

static bool
is_remark(const struct shape *shape)
{
    return shape->digits == 0 || shape->zeros == shape->digits ||
           (shape->letters > 0 && shape->digits < REMARK_DIGITS);
}

static char *
clean(const char *cell)
{
    char *tidy = text_tidy(cell);
    char *number = phone_number_clean(tidy);
    free(tidy);
    return number;
}

bool
import_phone_check(const char *cell, struct error *err)
{
    char *tidy = clean(cell);
    const struct shape shape = look_at(tidy);
    bool ok = is_remark(&shape);

    if (!ok && !is_half(tidy, &shape))
        ok = phone_number_check(tidy, "phone", err);
    else if (!ok)
        error_set(err, ERROR_INPUT,
                  _("“%s” is not a whole telephone number; complete it, or leave the "
                    "cell empty."),
                  tidy);
    free(tidy);
    return ok;
}

/* The plus of a number that has the code of its country. */
static const char *
dropped_plus(const char *digits, size_t length)
{
    static const struct {
        const char *country;
        size_t length;
    } countries[] = {
        { "33", 11 },  { "32", 11 },  { "41", 11 },  { "31", 11 },  { "34", 11 },
        { "48", 11 },  { "44", 12 },  { "39", 12 },  { "49", 10 },  { "49", 11 },
        { "49", 12 },  { "49", 13 },  { "351", 12 }, { "352", 12 }, { "30", 12 },
        { "36", 11 },  { "40", 11 },  { "43", 11 },  { "43", 12 },  { "43", 13 },
        { "45", 10 },  { "47", 10 },  { "46", 11 },  { "353", 12 }, { "358", 12 },
        { "359", 12 }, { "386", 11 }, { "420", 12 }, { "421", 12 }, { "262", 12 },
        { "590", 12 }, { "594", 12 }, { "596", 12 }, { "212", 12 }, { "213", 12 },
        { "216", 11 },
    };

    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
        if (length == countries[i].length &&
            strncmp(digits, countries[i].country, strlen(countries[i].country)) == 0)
            return "+";
    return "";
}

/* 6 99 00 11 25: pairs behind a digit, as only those who drop a zero group them. */
static bool
is_paired(const char *text)
{
    size_t pairs = 0;
    if (!is_digit(*text) || *text == '0')
        return false;
    for (text++; *text && strchr(" .-", *text) && is_digit(text[1]) && is_digit(text[2]);
         text += 3)
        pairs++;
    return pairs == NATIONAL_DIGITS / 2 && !*text;
}

/* Whether a country whose numbers have other lengths than nine has one of so many digits:
 * 0171 2345678, 07700 900123, 02 511 12 13. */
static bool
is_of_country(const char *digits, size_t length, enum import_zero zero)
{
    switch (zero) {
    case IMPORT_ZERO_GERMAN:
        return (length == 10 || length == 11) && digits[0] == '1' && digits[1] >= '5' &&
               digits[1] <= '7';
    case IMPORT_ZERO_AUSTRIAN:
        return (length == 10 || length == 11) && digits[0] == '6';
    case IMPORT_ZERO_BRITISH:
        return length == 10 && strchr("1237", digits[0]);
    case IMPORT_ZERO_BELGIAN:
        return length == 8;
    default:
        return false;
    }
}

/* What a number that a spreadsheet took for an amount had before it; "" when it is whole.
 */
static const char *
dropped_start(const char *digits, size_t length, enum import_zero zero)
{
    if (digits[0] != '0' &&
        (length == NATIONAL_DIGITS || is_of_country(digits, length, zero)))
        return "0";
    return dropped_plus(digits, length);
}

/* 612345678.0, 612345678,00: how much of it is the number; 0: it is none such. */
static size_t
bare_length(const char *tidy)
{
    const size_t length = strspn(tidy, "0123456789");
    const char *end = tidy + length;
    const size_t places = *end == '.' || *end == ',' ? strspn(end + 1, "0") : 0;

    return !*end || (places > 0 && places <= 2 && !end[1 + places]) ? length : 0;
}

/* 33 6 12 34 56 78, 4930/1234567: a spreadsheet took no zero from a text. */
static bool
is_with_code(const char *tidy)
{
    char digits[WHOLE_DIGITS + 4];
    size_t count = 0;

    if (!is_digit(tidy[0]) || !is_digit(tidy[1]) ||
        !(strchr(" .-/", tidy[2]) || strchr(tidy, '/')))
        return false;
    for (const char *at = tidy; *at; at++) {
        if (!is_digit(*at) && !strchr(" .-/", *at))
            return false;
        if (is_digit(*at) && count + 1 == sizeof(digits))
            return false;
        if (is_digit(*at))
            digits[count++] = *at;
    }
    digits[count] = '\0';
    return *dropped_plus(digits, count);
}

/* 380001122 and 380001122.0 are digits alone; what a person grouped otherwise is left
 * alone.  *length is how much of the text is the number. */
static const char *
find_start(const char *tidy, enum import_zero zero, size_t *length)
{
    *length = strlen(tidy);
    if (is_paired(tidy))
        return "0";
    if (is_with_code(tidy))
        return "+";
    const size_t bare = bare_length(tidy);
    if (bare == 0)
        return "";
    *length = bare;
    return dropped_start(tidy, bare, zero);
}

static bool
is_lost(enum import_zero zero)
{
    return zero != IMPORT_ZERO_NEVER && zero != IMPORT_ZERO_ASKED;
}

static char *
with_start(char *tidy, enum import_zero zero, struct buffer *told)
{
    size_t length;
    const char *start = find_start(tidy, zero, &length);
    if (!*start || (*start == '0' && !is_lost(zero))) {
        if (length >= SHORT_DIGITS)
            tidy[length] = '\0'; /* 0612345678.0 */
        return tidy;
    }

    struct buffer whole = { 0 };
    buffer_add(&whole, start);
    buffer_add_part(&whole, tidy, length);
    buffer_addf(told, "%s", told->length > 0 ? _("; ") : "");
    buffer_addf(told,
                *start == '0' ? _("telephone %s read as %s: spreadsheets drop the zero")
                              : _("telephone %s read as %s: spreadsheets drop the plus"),
                tidy, buffer_text(&whole));
    free(tidy);
    return buffer_take(&whole);
}

/* A letter O that was read as a zero: there are more digits than before. */
static void
tell_letters(const char *cell, const char *number, struct buffer *told)
{
    if (look_at(number).digits <= look_at(cell).digits)
        return;
    buffer_addf(told, "%s", told->length > 0 ? _("; ") : "");
    buffer_addf(told, _("telephone %s read as %s: zeros for letters"), cell, number);
}

/* “poste 2345” and 2345 ring inside a house, which nobody says. */
static void
tell_extension(const struct shape *shape, const char *tidy, struct buffer *told)
{
    if (shape->digits > EXTENSION_MOST)
        return;
    buffer_addf(told, "%s", told->length > 0 ? _("; ") : "");
    buffer_addf(told, _("telephone %s seems to be an extension, without its number"),
                tidy);
}

char *
import_phone_take(const char *cell, bool as_it_is, enum import_zero zero,
                  struct buffer *told)
{
    char *tidy = clean(cell);
    const struct shape shape = look_at(tidy);

    if (!is_remark(&shape)) {
        tell_letters(cell, tidy, told);
        tell_extension(&shape, tidy, told);
        return as_it_is ? tidy : with_start(tidy, zero, told);
    }
    if (shape.letters > 0) {
        struct buffer cut = { 0 };
        text_add_cut(&cut, tidy, CELL_COLUMNS, false, false);
        buffer_addf(told, "%s", told->length > 0 ? _("; ") : "");
        buffer_addf(told, _("without “%s”, which is not a telephone"), buffer_text(&cut));
        buffer_clear(&cut);
    }
    free(tidy);
    return NULL;
}

/* 612 345 678: so Spaniards group them, and who drops the zero of another country. */
static bool
is_in_threes(const char *tidy)
{
    for (size_t i = 0; i < 11; i++)
        if (i % 4 == 3 ? !tidy[i] || !strchr(" .-", tidy[i]) : !is_digit(tidy[i]))
            return false;
    return tidy[0] != '0' && !tidy[11];
}

/* Eight digits of a German list: a number of its town, or one without its zero. */
static bool
is_of_town(const char *tidy, enum import_zero zero)
{
    return zero == IMPORT_ZERO_GERMAN && *tidy != '0' && bare_length(tidy) == 8;
}

/* Nine digits of a list that has numbers of several countries, or a few digits more than
 * those of an extension. */
char *
import_phone_doubt(const char *cell, enum import_zero zero)
{
    enum { SHORT_MOST = 6 };
    char *tidy = clean(cell);
    const struct shape shape = look_at(tidy);
    struct buffer why = { 0 };
    size_t length;

    if ((zero == IMPORT_ZERO_ASKED &&
         strcmp(find_start(tidy, zero, &length), "0") == 0) ||
        (zero != IMPORT_ZERO_NEVER && is_in_threes(tidy)) || is_of_town(tidy, zero))
        buffer_addf(&why,
                    _("The telephone %s may lack a zero or the code of its country; "
                      "correct it, or take the row as it is."),
                    tidy);
    else if (shape.letters == 0 && shape.digits > EXTENSION_MOST &&
             shape.digits <= SHORT_MOST)
        buffer_addf(&why,
                    _("The telephone %s seems to lack digits; correct it, or take the "
                      "row as it is."),
                    tidy);
    free(tidy);
    return why.length > 0 ? buffer_take(&why) : NULL;
}

/* ---- whose zero is lost ---- */

/* What an address ends in, of countries whose numbers have no zero before them. */
static bool
is_without_zero(const char *ending)
{
    static const char *const endings[] = { "es", "pt", "it", "pl",  "cz", "lu",
                                           "gr", "dk", "no", "cat", "mt", "lv",
                                           "ee", "us", "ca", "cy" };
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strcasecmp(ending, endings[i]) == 0)
            return true;
    return false;
}

static bool
is_with_zero(const char *ending, enum import_zero *zero)
{
    static const struct {
        const char *ending;
        enum import_zero zero;
    } countries[] = {
        { "fr", IMPORT_ZERO_LOST },    { "ch", IMPORT_ZERO_LOST },
        { "nl", IMPORT_ZERO_LOST },    { "re", IMPORT_ZERO_LOST },
        { "gp", IMPORT_ZERO_LOST },    { "mq", IMPORT_ZERO_LOST },
        { "de", IMPORT_ZERO_GERMAN },  { "at", IMPORT_ZERO_AUSTRIAN },
        { "uk", IMPORT_ZERO_BRITISH }, { "be", IMPORT_ZERO_BELGIAN },
    };
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
        if (strcasecmp(ending, countries[i].ending) == 0) {
            *zero = countries[i].zero;
            return true;
        }
    return false;
}

enum import_zero
import_headings_zero(const char *const *headers, size_t count)
{
    static const struct {
        const char *word;
        enum import_zero zero;
    } words[] = {
        { "apellido", IMPORT_ZERO_NEVER },      { "apelido", IMPORT_ZERO_NEVER },
        { "cognom", IMPORT_ZERO_NEVER },        { "nazwisko", IMPORT_ZERO_NEVER },
        { "sobrenome", IMPORT_ZERO_NEVER },     { "correo", IMPORT_ZERO_NEVER },
        { "nachname", IMPORT_ZERO_GERMAN },     { "vorname", IMPORT_ZERO_GERMAN },
        { "familienname", IMPORT_ZERO_GERMAN },
    };
    enum import_zero zero = IMPORT_ZERO_LOST;

    for (size_t c = 0; c < count && zero == IMPORT_ZERO_LOST; c++) {
        char *folded = fold_copy(headers[c] ? headers[c] : "");
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
            if (strstr(folded, words[i].word))
                zero = words[i].zero;
        free(folded);
    }
    return zero;
}

enum import_zero
import_phone_zero(const struct import_mapping *mapping, const char *const *cells)
{
    const char *ending = "";
    for (size_t i = 0; i < mapping->count; i++) {
        bool abroad = false;
        if (mapping->targets[i] == IMPORT_PHONE) {
            const bool zero = phone_number_has_zero(cells[i], &abroad);
            if (abroad)
                return zero ? IMPORT_ZERO_LOST : IMPORT_ZERO_NEVER;
        } else if (mapping->targets[i] == IMPORT_EMAIL && strrchr(cells[i], '.')) {
            ending = strrchr(cells[i], '.') + 1;
        }
    }
    if (is_without_zero(ending))
        return IMPORT_ZERO_NEVER;
    enum import_zero zero = mapping->zero;
    (void)is_with_zero(ending, &zero);
    return zero;
}
