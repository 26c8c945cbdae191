/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.c - the interface's language (gettext) */
#include "config.h"

#include "atelier/base/language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CONTEXT_MOST = 128 };

/* What the environment asks for in a category, in the order of POSIX. */
static const char *
wanted_locale(const char *category)
{
    const char *const names[] = { "LC_ALL", category, "LANG" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

/* The first language of LANGUAGE that there is; NULL: none of them. */
static const char *
first_wish(void)
{
    const char *wish = getenv("LANGUAGE");

    while (wish && !language_is_spoken(wish))
        wish = strchr(wish, ':') ? strchr(wish, ':') + 1 : NULL;
    return wish;
}

static bool
is_english(const char *wish)
{
    return !wish || strncmp(wish, languages[0].code, strlen(languages[0].code)) == 0;
}

/* A locale that the system does not have still says which language is wanted, and a
 * plain C locale must not silence --language: gettext then looks at LANGUAGE.  English
 * has no catalogue: in the C locale gettext looks for none, at each text, nor for that of
 * a language that is wished for less. */
static void
choose_language(const char *language)
{
    const char *wanted = language ? language : wanted_locale("LC_MESSAGES");
    const char *list = getenv("LANGUAGE");
    bool listed = list && *list; /* an empty list is not a wish */
    if (language || (!listed && strcmp(wanted, "C") != 0 && strcmp(wanted, "POSIX") != 0))
        setenv("LANGUAGE", wanted, true);
    if (is_english(first_wish()))
        (void)setlocale(LC_MESSAGES, "C");
    else if (!setlocale(LC_MESSAGES, "") ||
             strcmp(setlocale(LC_MESSAGES, NULL), "C") == 0)
        (void)setlocale(LC_MESSAGES, "C.UTF-8");
}

/* A terminal of another encoding gets plain ASCII, even when the system does not have the
 * locale that names it. */
static void
choose_encoding(void)
{
    if (setlocale(LC_CTYPE, ""))
        return;
    const char *encoding = strchr(wanted_locale("LC_CTYPE"), '.');
    bool other = encoding && strncasecmp(encoding, ".UTF-8", 6) != 0 &&
                 strncasecmp(encoding, ".UTF8", 5) != 0;
    (void)setlocale(LC_CTYPE, other ? "C" : "C.UTF-8");
}

bool
language_is_asked(void)
{
    /* choose_language() wrote every other wish there. */
    return first_wish() != NULL;
}

void
language_change(const char *language)
{
    choose_language(language);
#ifdef ENABLE_NLS
    (void)textdomain("atelier"); /* else gettext answers what it answered before */
#endif
}

void
language_start(const char *language, const char *locale_directory)
{
    /* Numbers, days and orders are the program's own: each other category that is loaded
     * costs a start three files. */
    choose_encoding();
    choose_language(language);
#ifdef ENABLE_NLS
    const char *directory = getenv("ATELIER_LOCALEDIR");
    bindtextdomain("atelier", directory && *directory ? directory : locale_directory);
    bind_textdomain_codeset("atelier", "UTF-8");
    textdomain("atelier");
#else
    (void)locale_directory;
#endif
}

const char *
language_plural(const char *one, const char *many, unsigned long count)
{
    return count == 1 ? one : many;
}

const char *
language_in_context(const char *context, const char *word)
{
    char asked[CONTEXT_MOST];
    const size_t before = strlen(context), length = strlen(word);
    if (before + 1 + length >= sizeof(asked))
        return word;
    memcpy(asked, context, before + 1);
    asked[before] = '\004';
    memcpy(asked + before + 1, word, length + 1);
    /* gettext answers what it was asked where it knows nothing better. */
    const char *answer = _(asked);
    return answer == asked ? word : answer;
}

bool
language_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

const struct language languages[] = {
    { "en", "English" },
    { "fr", "français" },
    { NULL, NULL },
};

bool
language_is_spoken(const char *language)
{
    for (size_t i = 0; languages[i].code; i++) {
        size_t length = strlen(languages[i].code);
        if (strncmp(language, languages[i].code, length) == 0 &&
            (!language[length] || strchr("_-.@:", language[length])))
            return true;
    }
    return false;
}

const char *
language_code(void)
{
    /* TRANSLATORS: the two-letter code of this very language: fr, de ... */
    return _("en");
}
