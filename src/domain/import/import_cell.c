/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_cell.c - cells in which a spreadsheet left something else than what was typed */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"

/* #REF!, #NOM?, #DIV/0! in the language of the office, in French also with a blank,
 * “#REF !”; #N/A, #N/D, #NV without a sign at the end; ##### of a column that was too
 * narrow; Err:502 of LibreOffice. */
static bool
is_error(const char *cell)
{
    if (strncmp(cell, "Err:", 4) == 0)
        return cell[4] && strspn(cell + 4, "0123456789") == strlen(cell + 4);
    if (cell[0] != '#')
        return false;
    if (strcmp(cell, "#N/A") == 0 || strcmp(cell, "#N/D") == 0 ||
        strcmp(cell, "#NV") == 0)
        return true;
    if (strspn(cell, "#") == strlen(cell))
        return strlen(cell) >= 3;
    size_t word = strspn(cell + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ/0_");
    static const char *const blanks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF" };
    const char *mark = cell + 1 + word;
    for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
        if (strncmp(mark, blanks[i], strlen(blanks[i])) == 0) {
            mark += strlen(blanks[i]);
            break;
        }
    return word >= 3 && (*mark == '!' || *mark == '?') && !mark[1];
}

/* 6.12E+08, 6,12E+08, 6.12E8: digits of a telephone are lost.  12E8 is a room. */
static bool
is_exponent(const char *cell)
{
    enum { PLACES_LEAST = 2 };
    const char *const digits = "0123456789";
    const char *at = cell + (*cell == '-');
    size_t whole = strspn(at, digits);
    at += whole;
    size_t part = 0;
    if (*at == '.' || *at == ',') {
        part = strspn(at + 1, digits);
        at += 1 + part;
    }
    if (whole != 1 || (*at != 'E' && *at != 'e'))
        return false;
    const size_t sign = at[1] == '+' || at[1] == '-';
    const size_t power = strspn(at + 1 + sign, digits);
    const bool is_lost = part >= PLACES_LEAST || (sign && power >= 2);
    return power > 0 && !at[1 + sign + power] && is_lost;
}

static size_t
span_letters(const char *at)
{
    return strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}

/* A1, $B$12, and nothing else of a word. */
static bool
is_reference(const char *at)
{
    enum { COLUMN_MOST = 3, LINE_MOST = 7 };
    at += *at == '$';
    const size_t column = span_letters(at);
    at += column + (at[column] == '$');
    const size_t line = strspn(at, "0123456789");
    return column >= 1 && column <= COLUMN_MOST && line >= 1 && line <= LINE_MOST &&
           !strchr("._", at[line] ? at[line] : ' ') && span_letters(at + line) == 0;
}

/* =CONCAT(A1), =A1&" "&B1, ='Feuil 1'!A1, @SUM(A1:A3): a formula that was kept as its
 * text.  “= 12 p.” and “=> voir” were typed. */
static bool
is_formula(const char *cell)
{
    if (*cell != '=' && *cell != '@' && *cell != '+' && *cell != '-')
        return false;
    const char *at = cell + 1;
    const char *close = strchr(at, ')');
    const char *name = at + (*at == '_');
    const size_t word =
        span_letters(name) + strspn(name + span_letters(name),
                                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "abcdefghijklmnopqrstuvwxyz.0123456789");
    if (span_letters(name) > 0 && name[word] == '(' && close)
        return true;
    if (*cell != '=')
        return false;
    at += strspn(at, "+-(");
    const char *sheet = *at == '\'' ? strstr(at + 1, "'!") : NULL;
    if (sheet)
        return true;
    const size_t bare = strcspn(at, "! ");
    return is_reference(at) ||
           (bare > 0 && at[bare] == '!' && is_reference(at + bare + 1));
}

/* What a spreadsheet spoilt begins with a sign, a digit, or Err. */
static bool
is_surely_typed(const char *cell)
{
    return *cell == '\0' || (*cell >= 'a' && *cell <= 'z') ||
           (*cell >= 'A' && *cell <= 'Z' && *cell != 'E');
}

bool
import_cell_check(const char *cell, struct error *err)
{
    if (is_surely_typed(cell))
        return true;
    char *tidy = text_tidy(cell);
    bool ok = true;
    if (is_error(tidy))
        ok = error_set(err, ERROR_INPUT,
                       _("“%s” is an error of the spreadsheet, not what should stand "
                         "there; correct the cell."),
                       tidy);
    else if (is_formula(tidy))
        ok =
            error_set(err, ERROR_INPUT,
                      _("“%s” is a formula of the spreadsheet, not what it came to; type "
                        "what should stand there."),
                      tidy);
    else if (is_exponent(tidy))
        ok =
            error_set(err, ERROR_INPUT,
                      _("“%s” is a number of which the spreadsheet left out digits; make "
                        "the column a text, and type it again."),
                      tidy);
    free(tidy);
    return ok;
}
