/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_type.c - which description of a terminal serves for the one that is there
 *
 * Newer terminals have names that a computer learns years later, if at all.  Nearly all
 * of them understand what xterm does.
 */
#include "terminal/terminal_type.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

#include "atelier/base/language.h"

/* Of terminals that draw on a screen and are in every system, without colours. */
static const char *const plainest[] = { "vt100", "ansi" };

static const struct likeness {
    const char *word; /* the name up to the first - or . */
    const char *like;
} likenesses[] = {
    { "alacritty", "xterm-256color" },   { "contour", "xterm-256color" },
    { "foot", "xterm-256color" },        { "ghostty", "xterm-256color" },
    { "gnome", "xterm-256color" },       { "hterm", "xterm-256color" },
    { "iterm2", "xterm-256color" },      { "kitty", "xterm-256color" },
    { "konsole", "xterm-256color" },     { "mintty", "xterm-256color" },
    { "mlterm", "xterm-256color" },      { "ms", "xterm-256color" },
    { "nsterm", "xterm-256color" },      { "putty", "xterm-256color" },
    { "rio", "xterm-256color" },         { "st", "xterm-256color" },
    { "terminology", "xterm-256color" }, { "vte", "xterm-256color" },
    { "wezterm", "xterm-256color" },     { "xterm", "xterm-256color" },
    { "tmux", "tmux-256color" },         { "screen", "screen-256color" },
    { "rxvt", "rxvt-unicode-256color" },
};

/* --- names */

static size_t
word_length(const char *name)
{
    return strcspn(name, "-.");
}

/* Descriptions are looked up as files. */
static bool
is_name(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789+-_.@";
    const size_t length = strlen(name);

    return name[0] != '.' && length < TERMINAL_TYPE_SIZE &&
           strspn(name, letters) == length;
}

static const char *
find_like(const char *name)
{
    const size_t length = word_length(name);

    for (size_t i = 0; i < sizeof(likenesses) / sizeof(likenesses[0]); i++)
        if (strlen(likenesses[i].word) == length &&
            strncmp(likenesses[i].word, name, length) == 0)
            return likenesses[i].like;
    return strstr(name, "256color") || strstr(name, "direct") ? "xterm-256color" : NULL;
}

/* --- descriptions */

enum known { UNKNOWN, PLACES_TEXT, PLACES_NONE };

static enum known
look_up(const char *name)
{
    int found = 0;

    if (!*name)
        return UNKNOWN;
    if (setupterm(name, STDOUT_FILENO, &found) != OK)
        return found == 1 ? PLACES_NONE : UNKNOWN; /* it prints on paper */
    if (cursor_address)
        return PLACES_TEXT;
    (void)del_curterm(cur_term);
    return PLACES_NONE;
}

static bool
try(const char *name, size_t length, char found[TERMINAL_TYPE_SIZE])
{
    (void)snprintf(found, TERMINAL_TYPE_SIZE, "%.*s", (int)length, name);
    return look_up(found) == PLACES_TEXT;
}

static bool
find_instead(const char *named, char found[TERMINAL_TYPE_SIZE])
{
    const char *like = find_like(named);

    if ((like && try(like, strlen(like), found)) || try(named, word_length(named), found))
        return true;
    for (size_t i = 0; i < sizeof(plainest) / sizeof(plainest[0]); i++)
        if (try(plainest[i], strlen(plainest[i]), found))
            return true;
    return false;
}

bool
terminal_type_find(const char *named, char found[TERMINAL_TYPE_SIZE], struct error *err)
{
    const char *name = named ? named : "";

    if (!is_name(name))
        return error_set(err, ERROR_SYSTEM,
                         _("What TERM says is not the name of a terminal: set it to one, "
                           "such as xterm-256color."));
    (void)snprintf(found, TERMINAL_TYPE_SIZE, "%s", name);
    const enum known known = look_up(name);
    if (known == PLACES_TEXT || (known == UNKNOWN && find_instead(name, found)))
        return true;
    return error_set(err, ERROR_SYSTEM,
                     _("Where TERM is “%s” no screens can be shown.  Use commands, such "
                       "as “meeting list”, or another terminal; --plain spares frames."),
                     name);
}

bool
terminal_type_explain(const char *named, const char *found, struct buffer *text)
{
    if (named && strcmp(named, found) == 0)
        return false;
    if (!named || !*named)
        buffer_addf(text, _("TERM names no terminal: it is taken for %s."), found);
    else
        buffer_addf(text, _("“%s” (TERM) is not known here: it is taken for %s."), named,
                    found);
    return true;
}

const char *
terminal_type_sends(const char *key)
{
    const char *bytes = tigetstr(key);

    return bytes == (const char *)-1 ? NULL : bytes;
}
