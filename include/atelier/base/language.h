/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.h - the interface's language (gettext)
 *
 * _() translates at run time; N_() marks a text in a table, which whoever
 * shows it passes through _().  ngettext() has the plural.  NC_() marks a word that other
 * languages write in several ways, with what it is about; language_in_context() shows it.
 */
#ifndef ATELIER_BASE_LANGUAGE_H
#define ATELIER_BASE_LANGUAGE_H

#include <stdbool.h>

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(text) gettext(text)
#else
#define _(text) (text)
#define ngettext(one, many, count) language_plural((one), (many), (unsigned long)(count))
#endif
#define N_(text) (text)
#define NC_(context, text) (text)

/* English: what ngettext() answers where there are no translations. */
const char *language_plural(const char *one, const char *many, unsigned long count)
    __attribute__((format_arg(1), format_arg(2)));

/* The translation of a word marked by NC_(context, word); the word when there is none. */
const char *language_in_context(const char *context, const char *word);

/*
 * Sets the locale from the environment, or from `language` ("fr", "en") when
 * it is not NULL, and opens the translations.  ATELIER_LOCALEDIR overrides the
 * directory.  Falls back to C.UTF-8 when the environment names a locale that
 * the system does not have, and to ASCII when that one is of another encoding.
 * Numbers keep the C locale.  Call once, first thing in main().
 */
void language_start(const char *language, const char *locale_directory);

/* Whether `language` or the environment asked for one that is spoken.  Else who comes may
 * have said before which they want.  After language_start(). */
bool language_is_asked(void);

/* Speaks another one from now on; what was translated before stays as it is. */
void language_change(const char *language);

/* Whether the locale's encoding, as the environment asks for it, is UTF-8. */
bool language_is_utf8(void);

/* Those that there are words for, each by its own name; ends with a NULL code. */
struct language {
    const char *code;
    const char *name;
};
extern const struct language languages[];

/* Whether "fr", "fr_FR", "en-GB" ... is one of them. */
bool language_is_spoken(const char *language);

/* "fr", "en" ...: the language in which _() answers; a static string. */
const char *language_code(void);

#endif
