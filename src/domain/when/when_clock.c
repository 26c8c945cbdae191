/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_clock.c - times of the day as people write them */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "when/when_read.h"
#include "when/when_word.h"

/* The words of a time, one after the other. */
struct reader {
    struct when_words words;
    int at;
    bool has_sign; /* 9:30, 9.30: the minutes stand behind a sign */
};

static const char *
word_at(const struct reader *reader, int ahead)
{
    int i = reader->at + ahead;
    return i < reader->words.count ? reader->words.items[i].text : "";
}

static int
number_at(const struct reader *reader, int ahead)
{
    int i = reader->at + ahead;
    return i < reader->words.count ? reader->words.items[i].number : -1;
}

static bool
take(struct reader *reader, const char *word)
{
    if (strcmp(word_at(reader, 0), word) != 0)
        return false;
    reader->at++;
    return true;
}

/* Noon and midnight have words. */
static bool
take_word(struct reader *reader, struct when_clock *clock)
{
    if (take(reader, "midi") || take(reader, "noon") || take(reader, "mittag")) {
        clock->hour = 12;
        return true;
    }
    clock->is_midnight =
        take(reader, "minuit") || take(reader, "midnight") || take(reader, "mitternacht");
    return clock->is_midnight;
}

/* et demie, et quart, 30, 30 min, :30:00 */
static bool
take_minutes(struct reader *reader, bool has_unit, struct when_clock *clock)
{
    if (strcmp(word_at(reader, 0), "et") == 0) {
        const char *part = word_at(reader, 1);
        if (strcmp(part, "quart") == 0)
            clock->minute = 15;
        else if (strcmp(part, "demi") == 0 || strcmp(part, "demie") == 0)
            clock->minute = 30;
        else
            return false;
        reader->at += 2;
        return true;
    }
    if (number_at(reader, 0) < 0)
        return true;
    if (strlen(word_at(reader, 0)) != 2)
        return false;
    clock->minute = number_at(reader, 0);
    reader->at++;
    const char *next = word_at(reader, 0);
    if (has_unit ? when_word_clock_unit(next) == 'm' : strcmp(next, "00") == 0)
        reader->at++; /* the word of the minutes, or their seconds, which are none */
    if (!has_unit && reader->has_sign && when_word_clock_unit(word_at(reader, 0)) == 'h')
        reader->at++; /* 9:30 Uhr */
    return true;
}

/* 9, 14h30, 14 h 30 min, 9 o'clock, 1430 */
static bool
take_figures(struct reader *reader, struct when_clock *clock)
{
    int number = number_at(reader, 0);
    if (number < 0)
        return false;
    size_t digits = strlen(word_at(reader, 0));
    reader->at++;
    if (digits == 4 && reader->at == reader->words.count) {
        clock->hour = number / 100;
        clock->minute = number % 100;
        return true;
    }
    clock->hour = number;
    bool has_unit = when_word_clock_unit(word_at(reader, 0)) == 'h';
    if (has_unit || strcmp(word_at(reader, 0), "oclock") == 0)
        reader->at++;
    clock->is_bare = !has_unit;
    return take_minutes(reader, has_unit, clock);
}

/* pm, p.m. */
static bool
take_half_sign(struct reader *reader, const char *letter, const char *sign)
{
    if (take(reader, sign))
        return true;
    if (strcmp(word_at(reader, 0), letter) != 0 || strcmp(word_at(reader, 1), "m") != 0)
        return false;
    reader->at += 2;
    return true;
}

/* 12 Uhr am Dienstag: behind Uhr the word is German. */
static bool
is_behind_uhr(const struct reader *reader)
{
    return reader->at > 0 && strcmp(word_at(reader, -1), "uhr") == 0;
}

static bool
to_afternoon(struct when_clock *clock, bool morning, bool afternoon)
{
    if (!morning && !afternoon)
        return true;
    if (clock->hour < 1 || clock->hour > 12)
        return false;
    if (afternoon && clock->hour < 12)
        clock->hour += 12;
    if (morning && clock->hour == 12)
        clock->hour = 0;
    return true;
}

/* du soir, in the morning, de l'après-midi */
static void
take_half_words(struct reader *reader, struct when_clock *clock)
{
    static const char *const before[] = { "du", "de", "l", "in", "the", "at" };
    int at = reader->at;

    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        (void)take(reader, before[i]);
    bool apres = take(reader, "apres") || take(reader, "lapres");
    enum when_half half = apres && strcmp(word_at(reader, 0), "midi") == 0
                              ? WHEN_AFTERNOON
                              : when_word_half(word_at(reader, 0));
    if (half == WHEN_ANY_HALF) {
        reader->at = at;
        return;
    }
    reader->at++;
    if (half == WHEN_AFTERNOON && clock->hour >= 1 && clock->hour < 12)
        clock->hour += 12;
}

static bool
read_words(struct reader *reader, struct when_clock *clock)
{
    bool at = false;
    while (reader->at + 1 < reader->words.count && number_at(reader, 0) < 0 &&
           when_word_is_filler(word_at(reader, 0))) {
        at = at || strcmp(word_at(reader, 0), "at") == 0 ||
             strcmp(word_at(reader, 0), "a") == 0;
        reader->at++;
    }
    bool worded = take_word(reader, clock);
    clock->is_plain = !worded && !at && reader->words.count == reader->at + 1;
    if (!(worded ? take_minutes(reader, false, clock) : take_figures(reader, clock)))
        return false;
    bool afternoon = !worded && take_half_sign(reader, "p", "pm");
    bool morning = !worded && !afternoon && !is_behind_uhr(reader) &&
                   take_half_sign(reader, "a", "am");
    clock->is_pm = afternoon;
    clock->is_bare = clock->is_bare && !afternoon && !morning;
    if (!to_afternoon(clock, morning, afternoon))
        return false;
    take_half_words(reader, clock);
    return reader->at == reader->words.count && clock->minute < 60 &&
           (clock->hour < 24 || (clock->hour == 24 && clock->minute == 0));
}

/* A hyphen between letters is in a word: après-midi. */
static bool
has_hyphen_of_figures(const char *text)
{
    for (const char *hyphen = strchr(text, '-'); hyphen; hyphen = strchr(hyphen + 1, '-'))
        if (hyphen == text || !isalpha((unsigned char)hyphen[-1]) ||
            !isalpha((unsigned char)hyphen[1]))
            return true;
    return false;
}

/* What stands between the figures of a day or two times stands in no time. */
bool
when_read_clock(const char *text, struct when_clock *clock)
{
    if (strpbrk(text, "/+") || strstr(text, "–") || strstr(text, "—") ||
        has_hyphen_of_figures(text))
        return false;
    *clock = (struct when_clock){ 0 };
    char *folded = fold_copy(text);
    struct reader reader = { .has_sign = strpbrk(text, ":.") };
    bool ok = when_split(folded, &reader.words) && read_words(&reader, clock);
    free(folded);
    return ok;
}

bool
when_is_in_afternoon_too(const struct when_clock *first, const struct when_clock *second)
{
    enum { NOON = 12, MINUTES = 60 };
    const int later = (first->hour + NOON) * MINUTES + first->minute;

    return first->is_bare && second->is_pm && first->hour >= 1 && first->hour < NOON &&
           later < second->hour * MINUTES + second->minute;
}
