/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_odd.c - values that are read, and yet may be what a spreadsheet left in place of
 * words: TRUE, 50 %, Nguy?n */
#include "import/import_odd.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"

/* Nguy?n, ?ukasik, Pawe?: a program that knew no such letter wrote the sign in its place.
 * Behind a blank it is a question. */
static bool
has_lost_letter(const char *text)
{
    static const char marks[] = " ?.,;!()";
    for (const char *at = text; (at = strchr(at, '?')); at++) {
        const bool behind = at > text && !strchr(marks, at[-1]);
        const bool before = at[1] && !strchr(marks, at[1]);
        if (behind || before)
            return true;
    }
    return false;
}

static bool
is_among(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((text[0] | ' ') == (words[i][0] | ' ') && strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

#define IS_AMONG(TEXT, LIST) is_among(TEXT, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* TRUE and FALSE, in the languages of spreadsheets. */
static bool
is_answer(const char *text)
{
    static const char *const answers[] = { "TRUE", "FALSE", "WAHR", "FALSCH" };
    return IS_AMONG(text, answers);
}

/* Those that are a name as well: Jean FAUX. */
static bool
is_answer_or_name(const char *text)
{
    static const char *const answers[] = { "VRAI",      "FAUX",      "VERO",   "FALSO",
                                           "WAAR",      "ONWAAR",    "PRAWDA", "FAŁSZ",
                                           "VERDADERO", "VERDADEIRO" };
    return IS_AMONG(text, answers);
}

/* NULL, NaN: what a program wrote where it had nothing.  Null and None are names as well,
 * beside another one. */
static bool
is_nothing(const char *text)
{
    static const char *const words[] = { "NULL", "NaN", "None", "(null)", "undefined" };
    return !text || IS_AMONG(text, words);
}

bool
import_is_month(const char *folded, size_t length)
{
    static const char *const begins[] = {
        "jan", "ene", "gen", "feb", "fev", "mar", "mrz", "mrt", "maart", "apr", "avr",
        "abr", "mai", "may", "mei", "mag", "jun", "jui", "giu", "jul",   "lug", "aug",
        "aou", "ago", "sep", "set", "oct", "okt", "ott", "nov", "dec",   "dez", "dic",
    };
    static const char *const whole[] = {
        "janv",      "janvier",   "january",   "januar",     "januari",   "enero",
        "gennaio",   "fevr",      "fevrier",   "february",   "februar",   "februari",
        "febrero",   "febbraio",  "mars",      "march",      "marz",      "maerz",
        "marzo",     "maart",     "avril",     "april",      "abril",     "aprile",
        "mayo",      "maggio",    "juin",      "june",       "juni",      "junio",
        "giugno",    "juil",      "juillet",   "july",       "juli",      "julio",
        "luglio",    "aout",      "august",    "augustus",   "agosto",    "sept",
        "septembre", "september", "settembre", "septiembre", "octobre",   "october",
        "oktober",   "octubre",   "ottobre",   "novembre",   "november",  "noviembre",
        "decembre",  "december",  "dezember",  "dicembre",   "diciembre",
    };

    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (strlen(begins[i]) == length && strncmp(folded, begins[i], length) == 0)
            return true;
    for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
        if (strlen(whole[i]) == length && strncmp(folded, whole[i], length) == 0)
            return true;
    return false;
}

/* 2027-03-01, 01/03/2027, 1.3.27, with the hours behind them or without. */
static bool
is_day_in_figures(const char *text)
{
    static const char *const shapes[] = { "9999-99-99", "99/99/9999", "9/9/9999",
                                          "99.99.9999", "9.9.9999",   "99/99/99",
                                          "99.99.99",   "9/9/99",     "99-99-9999" };
    for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
        const char *at = text;
        const char *shape = shapes[i];
        while (*shape && *at &&
               (*shape == '9' ? *at >= '0' && *at <= '9' : *at == *shape)) {
            at++;
            shape++;
        }
        if (!*shape && (!*at || (*at == ' ' && strchr(at, ':'))))
            return true;
    }
    return false;
}

bool
import_text_is_date(const char *text)
{
    enum { LONGEST = 20, DAY_DIGITS = 2, YEAR_DIGITS = 4 };
    const char *const digits = "0123456789";

    if (is_day_in_figures(text))
        return true;

    if (strlen(text) > LONGEST || !strpbrk(text, digits))
        return false;
    char *folded = fold_copy(text);
    const char *at = folded;
    const size_t first = strspn(at, digits);
    at += first;
    at += strspn(at, first > 0 ? ". " : "");
    const size_t month = strcspn(at, " 0123456789");
    bool is = month > 0 && first <= DAY_DIGITS && import_is_month(at, month);
    at += month + (at[month] == ' ');
    const size_t last = strspn(at, digits);
    is = is && at[last] == '\0' &&
         (last == 0 || last == DAY_DIGITS || last == YEAR_DIGITS);
    free(folded);
    return is;
}

/* How long a sign of figures is that is more than a byte: €, a minus, blanks that do not
 * break. */
static size_t
wide_sign(const char *at)
{
    static const char *const signs[] = { "\xe2\x82\xac", "\xe2\x88\x92", "\xe2\x80\xaf",
                                         "\xc2\xa0" };
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* A percentage, a part, a day, an hour, an amount: figures with a sign among them, and
 * no letter.  Figures alone are a number. */
static bool
is_figure(const char *text, bool *is_plain)
{
    bool digit = false;
    size_t length;

    *is_plain = true;
    for (const char *at = text; *at; at += length) {
        const bool is_digit = *at >= '0' && *at <= '9';
        const size_t wide = wide_sign(at);
        if (!is_digit && !wide && !strchr(" .,:/+-%$'()", *at))
            return false;
        digit = digit || is_digit;
        *is_plain = *is_plain && is_digit;
        length = wide > 0 ? wide : 1;
    }
    return digit;
}

char *
import_odd_name(const struct import_row *row)
{
    static const enum import_target names[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    struct buffer why = { 0 };
    bool is_plain;

    for (size_t i = 0; i < 2 && why.length == 0; i++) {
        const char *name = row->values[names[i]] ? row->values[names[i]] : "";
        const char *other = row->values[names[1 - i]];
        if (has_lost_letter(name))
            buffer_addf(&why,
                        _("In “%s” the sign ? stands in place of a letter; correct it, "
                          "or take the row as it is."),
                        name);
        else if (is_answer(name) ||
                 (is_answer_or_name(name) && (!other || is_answer_or_name(other))))
            buffer_addf(&why,
                        _("“%s” seems to be an answer of a spreadsheet, not a name; "
                          "correct it, or take the row as it is."),
                        name);
        else if (*name && is_nothing(name) &&
                 (is_nothing(other) || names[i] == IMPORT_GIVEN))
            buffer_addf(&why,
                        _("“%s” is what a program writes where it has nothing; correct "
                          "it, or take the row as it is."),
                        name);
        else if (import_text_is_date(name))
            buffer_addf(&why,
                        _("“%s” seems to be a date that a spreadsheet made of what was "
                          "typed; correct it, or take the row as it is."),
                        name);
        else if (is_figure(name, &is_plain))
            buffer_addf(&why,
                        _("“%s” seems to be a figure, not a name; correct it, or take "
                          "the row as it is."),
                        name);
    }
    return why.length > 0 ? buffer_take(&why) : NULL;
}

/* Of a note figures may be all that was meant, and of a territory a number. */
static char *
doubt_words(enum import_target target, const char *value)
{
    struct buffer why = { 0 };
    bool is_plain;

    if (is_answer(value) || is_answer_or_name(value))
        buffer_addf(
            &why,
            _("%s “%s” seems to be an answer of a spreadsheet, not words; correct "
              "it, or take the row as it is."),
            _(import_targets[target].label), value);
    else if (target != IMPORT_NOTE && strpbrk(value, "-/.") && import_text_is_date(value))
        buffer_addf(&why,
                    _("%s “%s” seems to be a date that a spreadsheet made of what was "
                      "typed; correct it, or take the row as it is."),
                    _(import_targets[target].label), value);
    else if (target != IMPORT_NOTE && is_figure(value, &is_plain) &&
             !(is_plain && target == IMPORT_TERRITORY))
        buffer_addf(&why,
                    _("%s “%s” seems to be a figure, not words; correct it, or take the "
                      "row as it is."),
                    _(import_targets[target].label), value);
    return why.length > 0 ? buffer_take(&why) : NULL;
}

char *
import_odd_words(const struct import_row *row, enum import_target *target)
{
    static const enum import_target words[] = { IMPORT_FUNCTION, IMPORT_ORGANISATION,
                                                IMPORT_TERRITORY, IMPORT_NOTE };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        char *why =
            row->values[words[i]] ? doubt_words(words[i], row->values[words[i]]) : NULL;
        *target = words[i];
        if (why)
            return why;
    }
    return NULL;
}
