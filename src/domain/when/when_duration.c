/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_duration.c - durations as people write them */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "when/when_read.h"
#include "when/when_word.h"

/* 3:30 */
static bool
is_clock(const struct when_words *words, const char *text)
{
    const char *colon = strchr(text, ':');
    return words->count == 2 && words->items[0].number >= 0 &&
           strlen(words->items[1].text) == 2 && isdigit((unsigned char)colon[1]) &&
           colon > text && isdigit((unsigned char)colon[-1]) && !strchr(colon + 1, ':');
}

/* The words of a duration: 90, 90 min, 3h, 1h30, 1 h 30 min. */
static bool
add_up(const struct when_words *words, bool clock, int64_t *minutes)
{
    int first = words->items[0].number;
    if (first < 0 || first >= 100000)
        return false;
    if (clock) {
        *minutes = (int64_t)first * 60 + words->items[1].number;
        return words->items[1].number < 60;
    }
    char unit = words->count > 1 ? when_word_clock_unit(words->items[1].text) : 'm';
    if (words->count <= 2 && unit == 'm') {
        *minutes = first;
        return true;
    }
    int rest = words->count > 2 ? words->items[2].number : 0;
    if (unit != 'h' || words->count > 4 || rest < 0 || rest > 59 ||
        (words->count == 4 && when_word_clock_unit(words->items[3].text) != 'm'))
        return false;
    *minutes = (int64_t)first * 60 + rest;
    return true;
}

bool
when_parse_duration(const char *text, int64_t *minutes, struct error *err)
{
    char *folded = fold_copy(text);
    bool clock = strchr(text, ':');
    int64_t sum;
    struct when_words words;
    bool ok = !strpbrk(text, "-+/.,") && when_split(folded, &words) &&
              (!clock || is_clock(&words, text)) && add_up(&words, clock, &sum);
    free(folded);
    if (!ok)
        return error_set(
            err, ERROR_INPUT,
            _("“%s” is not a duration.  Write it like 3h30, 3:30 or 90 min."), text);
    *minutes = sum;
    return true;
}
