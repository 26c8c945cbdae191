/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_cell.c - one cell of a CSV file, safe for the spreadsheet that opens it */
#include "atelier/base/csv_cell.h"

#include <stdbool.h>
#include <string.h>

/* At the start of a file it would not be taken for a part of the cell. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* =, +, -, @, also the wide ones of East Asian keyboards. */
static bool
is_sign(const char *text)
{
    static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                        "\xef\xbc\xa0" };

    for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    return *text && strchr("=+-@", *text);
}

/* What a spreadsheet would take for a formula, blanks before it or not. */
static bool
is_formula(const char *text)
{
    const char *first = text + strspn(text, " \t\r\n");
    return *first && (is_sign(first) || strchr("\t\r\n", *text));
}

/* A formula, or one behind apostrophes: with one more, the one that is taken off when the
 * cell is read again is always the one that was put there. */
static bool
wants_guard(const char *text)
{
    return is_formula(text + strspn(text, "'"));
}

const char *
csv_cell_unguarded(const char *cell)
{
    return cell[0] == '\'' && wants_guard(cell) ? cell + 1 : cell;
}

const char *
csv_cell_text(const char *cell, size_t *length)
{
    const char *text = csv_cell_unguarded(cell);

    *length = strlen(text);
    if (text != cell)
        return text;
    if (*length < 3 || strncmp(cell, "=\"", 2) != 0 || cell[*length - 1] != '"' ||
        memchr(cell + 2, '"', *length - 3))
        return cell;
    *length -= 3;
    return cell + 2;
}

void
csv_cell_add(struct buffer *line, const char *text, char delimiter)
{
    /* Any delimiter, so that the right one is found when the file is read again; so do
     * two blanks, which part columns in files of fixed width. */
    const char special[] = { delimiter, ';', ',', '\t', '|', '"', '\n', '\r', '\0' };
    size_t length = strlen(text);
    bool guarded = wants_guard(text);
    bool quoted = guarded || strpbrk(text, special) || strstr(text, "  ") ||
                  *text == ' ' ||
                  strncmp(text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0 ||
                  (length > 0 && text[length - 1] == ' ');

    if (quoted)
        buffer_add_char(line, '"');
    if (guarded)
        buffer_add_char(line, '\'');
    for (const char *c = text; *c; c++) {
        if (*c == '"')
            buffer_add_char(line, '"');
        buffer_add_char(line, *c);
    }
    if (quoted)
        buffer_add_char(line, '"');
}
