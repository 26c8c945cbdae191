/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_word.c - the words of days and times that stand for themselves, in French, English
 * and German: weekdays, months, units, halves of a day, and what stands between
 */
#include "when/when_word.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "when/when_read.h"

enum { LANGUAGES = 3, SHORTEST = 3, WORD_SIZE = 12, WORDS_SIZE = 28 };

static const char weekdays[7][LANGUAGES][WORD_SIZE] = {
    { "lundi", "monday", "montag" },         { "mardi", "tuesday", "dienstag" },
    { "mercredi", "wednesday", "mittwoch" }, { "jeudi", "thursday", "donnerstag" },
    { "vendredi", "friday", "freitag" },     { "samedi", "saturday", "samstag" },
    { "dimanche", "sunday", "sonntag" },
};

/* Two months that begin alike: `juin` and `juil` part at the fourth letter. */
static const char months[12][LANGUAGES][WORD_SIZE] = {
    { "janvier", "january", "januar" },
    { "fevrier", "february", "februar" },
    { "mars", "march", "marz" },
    { "avril", "april", "april" },
    { "mai", "may", "mai" },
    { "juin", "june", "juni" },
    { "juillet", "july", "juli" },
    { "aout", "august", "august" },
    { "septembre", "september", "september" },
    { "octobre", "october", "oktober" },
    { "novembre", "november", "november" },
    { "decembre", "december", "dezember" },
};

/* What the two tables lack. */
static const struct {
    char word[WORD_SIZE];
    int number;
} other_weekdays[] = { { "sonnabend", 6 } },
  other_months[] = { { "janner", 1 }, { "maerz", 3 } };

static const struct {
    char word[WORDS_SIZE];
    int days;
} days_away[] = {
    { "avant hier", -2 },
    { "day before yesterday", -2 },
    { "the day before yesterday", -2 },
    { "hier", -1 },
    { "yesterday", -1 },
    { "aujourdhui", 0 },
    { "auj", 0 },
    { "today", 0 },
    { "demain", 1 },
    { "tomorrow", 1 },
    { "apres demain", 2 },
    { "day after tomorrow", 2 },
    { "the day after tomorrow", 2 },
    { "vorgestern", -2 },
    { "gestern", -1 },
    { "heute", 0 },
    { "morgen", 1 },
    { "ubermorgen", 2 },
    { "uebermorgen", 2 },
};

bool
when_word_is_one_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static int
find(const char (*names)[LANGUAGES][WORD_SIZE], int count, const char *word)
{
    size_t length = strlen(word);
    if (length < SHORTEST)
        return 0;
    int found = 0;
    for (int i = 0; i < count; i++) {
        for (int l = 0; l < LANGUAGES; l++) {
            if (strcmp(names[i][l], word) == 0)
                return i + 1;
            if (strncmp(names[i][l], word, length) == 0) {
                if (found && found != i + 1)
                    return 0; /* jui: June or July? */
                found = i + 1;
            }
        }
    }
    return found;
}

/* Two letters: Di. is Dienstag and dimanche. */
int
when_word_short_weekday(const char *word, int *other)
{
    static const struct {
        char word[WORD_SIZE];
        int day;
        int other;
    } shorts[] = {
        { "mo", 1, 0 }, { "di", 2, 7 }, { "mi", 3, 0 }, { "do", 4, 0 }, { "fr", 5, 0 },
        { "sa", 6, 0 }, { "so", 7, 0 }, { "lu", 1, 0 }, { "ma", 2, 0 }, { "me", 3, 0 },
        { "je", 4, 0 }, { "ve", 5, 0 }, { "tu", 2, 0 }, { "we", 3, 0 }, { "su", 7, 0 },
    };

    *other = 0;
    for (size_t i = 0; i < sizeof(shorts) / sizeof(shorts[0]); i++)
        if (strcmp(shorts[i].word, word) == 0) {
            *other = shorts[i].other;
            return shorts[i].day;
        }
    return 0;
}

int
when_word_weekday(const char *word)
{
    for (size_t i = 0; i < sizeof(other_weekdays) / sizeof(other_weekdays[0]); i++)
        if (strcmp(other_weekdays[i].word, word) == 0)
            return other_weekdays[i].number;
    return find(weekdays, 7, word);
}

int
when_word_month(const char *word)
{
    for (size_t i = 0; i < sizeof(other_months) / sizeof(other_months[0]); i++)
        if (strcmp(other_months[i].word, word) == 0)
            return other_months[i].number;
    return find(months, 12, word);
}

int
when_word_day(const char *word, int *days)
{
    for (size_t i = 0; i < sizeof(days_away) / sizeof(days_away[0]); i++) {
        if (strcmp(days_away[i].word, word) == 0) {
            *days = days_away[i].days;
            return 1;
        }
    }
    return 0;
}

/* Six is the same in French and English. */
int
when_word_number(const char *word)
{
    static const struct {
        char word[WORD_SIZE];
        int number;
    } numbers[] = {
        { "a", 1 },         { "an", 1 },        { "one", 1 },        { "un", 1 },
        { "une", 1 },       { "ein", 1 },       { "eine", 1 },       { "einem", 1 },
        { "einen", 1 },     { "einer", 1 },     { "two", 2 },        { "deux", 2 },
        { "zwei", 2 },      { "zwo", 2 },       { "three", 3 },      { "trois", 3 },
        { "drei", 3 },      { "four", 4 },      { "quatre", 4 },     { "vier", 4 },
        { "five", 5 },      { "cinq", 5 },      { "funf", 5 },       { "fuenf", 5 },
        { "six", 6 },       { "sechs", 6 },     { "seven", 7 },      { "sept", 7 },
        { "sieben", 7 },    { "eight", 8 },     { "huit", 8 },       { "acht", 8 },
        { "nine", 9 },      { "neuf", 9 },      { "neun", 9 },       { "ten", 10 },
        { "dix", 10 },      { "zehn", 10 },     { "eleven", 11 },    { "onze", 11 },
        { "elf", 11 },      { "twelve", 12 },   { "douze", 12 },     { "zwolf", 12 },
        { "zwoelf", 12 },   { "fourteen", 14 }, { "vierzehn", 14 },  { "fifteen", 15 },
        { "quinze", 15 },   { "funfzehn", 15 }, { "fuenfzehn", 15 }, { "eighteen", 18 },
        { "achtzehn", 18 }, { "twenty", 20 },   { "vingt", 20 },     { "zwanzig", 20 },
        { "thirty", 30 },   { "trente", 30 },   { "dreissig", 30 },
    };

    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        if (strcmp(numbers[i].word, word) == 0)
            return numbers[i].number;
    return -1;
}

struct unit {
    char word[WORD_SIZE];
    char unit;
};

static char
find_unit(const struct unit *units, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(units[i].word, word) == 0)
            return units[i].unit;
    return 0;
}

char
when_word_clock_unit(const char *word)
{
    static const struct unit units[] = {
        { "h", 'h' },       { "heure", 'h' },  { "heures", 'h' },  { "hour", 'h' },
        { "hours", 'h' },   { "uhr", 'h' },    { "stunde", 'h' },  { "stunden", 'h' },
        { "std", 'h' },     { "m", 'm' },      { "mn", 'm' },      { "min", 'm' },
        { "minuten", 'm' }, { "minute", 'm' }, { "minutes", 'm' },
    };
    return find_unit(units, sizeof(units) / sizeof(units[0]), word);
}

char
when_word_calendar_unit(const char *word)
{
    static const struct unit units[] = {
        { "d", 'd' },         { "day", 'd' },        { "days", 'd' },
        { "j", 'd' },         { "jour", 'd' },       { "jours", 'd' },
        { "w", 'w' },         { "week", 'w' },       { "weeks", 'w' },
        { "s", 'w' },         { "sem", 'w' },        { "semaine", 'w' },
        { "semaines", 'w' },  { "m", 'm' },          { "month", 'm' },
        { "months", 'm' },    { "mois", 'm' },       { "y", 'y' },
        { "year", 'y' },      { "years", 'y' },      { "a", 'y' },
        { "an", 'y' },        { "ans", 'y' },        { "annee", 'y' },
        { "tag", 'd' },       { "tage", 'd' },       { "tagen", 'd' },
        { "woche", 'w' },     { "wochen", 'w' },     { "monat", 'm' },
        { "monate", 'm' },    { "monaten", 'm' },    { "jahr", 'y' },
        { "jahre", 'y' },     { "jahren", 'y' },     { "annees", 'y' },
        { "fortnight", 'f' }, { "fortnights", 'f' }, { "lan", 'y' },
        { "lannee", 'y' }, /* l’an prochain:
                                                   folded, it is one
                                                   word */
    };
    return find_unit(units, sizeof(units) / sizeof(units[0]), word);
}

enum when_half
when_word_half(const char *word)
{
    static const char *const morning[] = { "matin",     "matinee",    "morning",
                                           "vormittag", "vormittags", "fruh" };
    static const char *const afternoon[] = { "soir",  "soiree",      "afternoon",
                                             "night", "evening",     "nachmittag",
                                             "abend", "nachmittags", "abends" };
    if (WHEN_WORD_IS_ONE_OF(word, morning))
        return WHEN_MORNING;
    return WHEN_WORD_IS_ONE_OF(word, afternoon) ? WHEN_AFTERNOON : WHEN_ANY_HALF;
}

bool
when_word_is_ordinal(const char *word)
{
    static const char *const ordinals[] = { "er", "st", "nd", "rd", "th" };
    return WHEN_WORD_IS_ONE_OF(word, ordinals);
}

bool
when_word_leads(const char *word)
{
    static const char *const leading[] = { "a", "at", "from", "um", "ab", "von" };
    return WHEN_WORD_IS_ONE_OF(word, leading);
}

bool
when_word_is_filler(const char *word)
{
    static const char *const fillers[] = { "le",       "on",      "the",       "next",
                                           "prochain", "of",      "prochaine", "de",
                                           "den",      "dem",     "der",       "nachsten",
                                           "nachster", "nachste", "kommenden" };
    return when_word_leads(word) || when_word_is_ordinal(word) ||
           WHEN_WORD_IS_ONE_OF(word, fillers);
}

bool
when_split(const char *folded, struct when_words *words)
{
    words->count = 0;
    for (const char *c = folded; *c;) {
        if (!isalnum((unsigned char)*c)) {
            c++;
            continue;
        }
        bool digits = isdigit((unsigned char)*c) != 0;
        size_t length = 0;
        while (isalnum((unsigned char)c[length]) &&
               (isdigit((unsigned char)c[length]) != 0) == digits)
            length++;
        if (words->count == WHEN_MOST_WORDS || length >= WHEN_WORD_SIZE ||
            (digits && length > 8))
            return false;
        memcpy(words->items[words->count].text, c, length);
        words->items[words->count].text[length] = '\0';
        words->items[words->count].number =
            digits ? (int)strtol(words->items[words->count].text, NULL, 10) : -1;
        words->count++;
        c += length;
    }
    return words->count > 0;
}
