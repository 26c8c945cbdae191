/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_off_title.c - titles by which mail programs call an event off
 *
 * Outlook and Exchange write a word in front of the subject, in the language of whoever
 * called it off, and such a copy often has no STATUS.
 */
#include "calendar/import_off_title.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"

/* Whether the part of the title is one of the words and nothing else. */
static bool
is_word(const char *text, size_t length)
{
    static const char *const words[] = {
        "abgesagt",         "afgelast",         "aflyst",         "annule",
        "annulee",          "annullata",        "annullato",      "anulada",
        "anulado",          "anulowane",        "avlyst",         "cancelada",
        "cancelado",        "canceled",         "canceled event", "cancelled",
        "evenement annule", "fallt aus",        "geannuleerd",    "entfallt",
        "installt",         "meeting canceled", "odwolane",       "peruttu",
        "peruutettu",       "reunion annulee",  "storniert",      "cancelled event",
    };
    struct buffer part = { 0 };
    bool found = false;

    buffer_add_part(&part, text, length);
    char *folded = fold_copy(buffer_text(&part));
    buffer_clear(&part);
    for (size_t i = 0; i < sizeof words / sizeof words[0] && !found; i++)
        found = strcmp(folded, words[i]) == 0;
    free(folded);
    return found;
}

/* Where what stands in front ends: at a colon, a bracket that closes, a dash between
 * blanks; at the end when there is none. */
static size_t
front(const char *title)
{
    static const char *const marks[] = { ":", "]", ")", " - ", " – ", " — " };
    size_t end = strlen(title);

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const char *mark = strstr(title, marks[i]);
        if (mark && (size_t)(mark - title) < end)
            end = (size_t)(mark - title);
    }
    return end;
}

/* Behind the last bracket that opens or dash between blanks; NULL: there is none. */
static const char *
back(const char *title)
{
    static const char *const marks[] = { "[", "(", " - ", " – ", " — " };
    const char *last = NULL;

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        for (const char *at = strstr(title, marks[i]); at; at = strstr(at + 1, marks[i]))
            if (!last || at + strlen(marks[i]) > last)
                last = at + strlen(marks[i]);
    return last;
}

/* "ANNULE Jobs": words of a sentence are not all in capitals. */
static bool
is_shouted(const char *title)
{
    const size_t length = strcspn(title, " ");

    for (size_t i = 0; i < length; i++)
        if (title[i] >= 'a' && title[i] <= 'z')
            return false;
    return is_word(title, length);
}

bool
import_off_title(const char *title)
{
    if (!title)
        return false;
    const char *end = back(title);

    return is_word(title, front(title)) || is_shouted(title) ||
           (end && is_word(end, strlen(end)));
}
