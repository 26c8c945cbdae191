/* SPDX-License-Identifier: GPL-3.0-or-later */
/* surroundings.c - what a confined session takes from whoever started it: little */
#include "atelier/base/surroundings.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { VALUE_MOST = 64 };

static bool
is_kept_name(const char *name, size_t length)
{
    static const char *const kept[] = { "TERM", "LANG", "COLORFGBG", "NO_COLOR",
                                        "SSH_CLIENT" };

    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        if (strlen(kept[i]) == length && strncmp(kept[i], name, length) == 0)
            return true;
    return length > 3 && strncmp(name, "LC_", 3) == 0;
}

/* Neither a path nor a file that hides: locales and terminals are looked up as files. */
static bool
is_kept_value(const char *value, const char *also)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789+-_.@;:";

    if (value[0] == '.' || strlen(value) > VALUE_MOST)
        return false;
    while (*value && (strchr(letters, *value) || strchr(also, *value)))
        value++;
    return *value == '\0';
}

static bool
says_nothing(const char *locale)
{
    return !locale || !*locale || strcmp(locale, "C") == 0 ||
           strcmp(locale, "POSIX") == 0;
}

/* Who comes over a line may have been asked for no locale: their terminal is one of
 * UTF-8, unless they name another encoding. */
static void
expect_utf8(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);
        if (!says_nothing(value))
            return;
        if (value && *value) {
            (void)setenv(names[i], "C.UTF-8", 1);
            return;
        }
    }
    (void)setenv("LC_CTYPE", "C.UTF-8", 1);
}

static void
keep_little(void)
{
    const char *terminal = getenv("TERM");
    const bool is_named = !terminal || is_kept_value(terminal, "");
    size_t kept = 0;

    for (size_t i = 0; environ && environ[i]; i++) {
        const char *value = strchr(environ[i], '=');
        if (value && is_kept_name(environ[i], (size_t)(value - environ[i])) &&
            is_kept_value(value + 1,
                          strncmp(environ[i], "SSH_CLIENT=", 11) == 0 ? " %" : ""))
            environ[kept++] = environ[i];
    }
    if (environ)
        environ[kept] = NULL;
    if (!is_named)
        (void)setenv("TERM", "?", 1); /* no name either, and it is said so */
}

void
surroundings_confine(void)
{
    const struct rlimit none = { 0, 0 };

    keep_little();
    expect_utf8();
    (void)signal(SIGTSTP, SIG_IGN);
    (void)setrlimit(RLIMIT_CORE, &none);
}
