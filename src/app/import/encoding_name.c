/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoding_name.c - an encoding by what people call it: Mac Roman, win-1250, 8859-2 */
#include "import/encoding_name.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Without case and signs. */
static const struct {
    const char *name;
    const char *iconv;
} spoken[] = {
    { "mac", "MACINTOSH" },
    { "macintosh", "MACINTOSH" },
    { "macroman", "MACINTOSH" },
    { "xmacroman", "MACINTOSH" },
    { "macosroman", "MACINTOSH" },
    { "applemac", "MACINTOSH" },
    { "windows", "Windows-1252" },
    { "win", "Windows-1252" },
    { "ansi", "Windows-1252" },
    { "western", "Windows-1252" },
    { "dos", "CP850" },
    { "msdos", "CP850" },
    { "oem", "CP850" },
    { "latin1", "ISO-8859-1" },
    { "latin2", "ISO-8859-2" },
    { "latin9", "ISO-8859-15" },
    { "utf8", "UTF-8" },
    { "utf8bom", "UTF-8" },
    { "utf8sig", "UTF-8" },
    { "utf8withbom", "UTF-8" },
    { "unicode", "UTF-16" },
    { "utf16", "UTF-16" },
    { "utf16le", "UTF-16LE" },
    { "utf16be", "UTF-16BE" },
};

/* Small letters and digits; what is longer is none of these. */
static void
strip(const char *name, char plain[static ENCODING_NAME_SIZE])
{
    size_t length = 0;

    for (; *name && length + 1 < ENCODING_NAME_SIZE; name++)
        if (isalnum((unsigned char)*name))
            plain[length++] = (char)tolower((unsigned char)*name);
    plain[*name ? 0 : length] = '\0';
}

static bool
is_one_of(const char *word, size_t length, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
            return true;
    return false;
}

/* 1250, 850 behind nothing, Windows, cp, IBM. */
static bool
is_code_page(const char *plain, size_t letters)
{
    static const char *const words[] = { "",    "windows", "win", "cp",       "xcp",
                                         "ibm", "dos",     "oem", "codepage", "pc" };
    const char *digits = plain + letters;
    const size_t count = strlen(digits);

    return is_one_of(plain, letters, words, sizeof(words) / sizeof(words[0])) &&
           (count == 3 || (count == 4 && strncmp(digits, "125", 3) == 0));
}

const char *
encoding_name_iconv(const char *name, char made[static ENCODING_NAME_SIZE])
{
    static const char iso[] = "8859";
    char plain[ENCODING_NAME_SIZE];

    strip(name, plain);
    for (size_t i = 0; i < sizeof(spoken) / sizeof(spoken[0]); i++)
        if (strcmp(spoken[i].name, plain) == 0)
            return spoken[i].iconv;
    const size_t letters = strcspn(plain, "0123456789");
    const char *digits = plain + letters;
    if (digits[0] == '\0' || digits[strspn(digits, "0123456789")])
        return name;
    if (strncmp(digits, iso, strlen(iso)) == 0 && digits[strlen(iso)] &&
        strlen(digits) <= strlen(iso) + 2 &&
        (letters == 0 || (letters == 3 && strncmp(plain, "iso", letters) == 0)))
        (void)snprintf(made, ENCODING_NAME_SIZE, "ISO-8859-%.2s", digits + strlen(iso));
    else if (is_code_page(plain, letters))
        (void)snprintf(made, ENCODING_NAME_SIZE,
                       strcmp(digits, "1252") == 0 ? "Windows-%.4s" : "CP%.4s", digits);
    else
        return name;
    return made;
}
