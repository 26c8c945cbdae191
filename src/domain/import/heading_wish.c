/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_wish.c - whether a column holds wishes for workshops, and which of several */
#include "import/heading_wish.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"

enum wish_word {
    WORD_ELSE,
    WORD_WISH,
    WORD_WORKSHOP,
    WORD_CHOICE,
    WORD_BESIDE,
    WORD_SMALL
};

enum { WORD_SIZE = 16 };

struct line {
    char word[WORD_SIZE];
    size_t length;
    enum wish_word kind;
    unsigned number;
    enum day_part part;
};

#define LETTERS(word) word, sizeof(word) - 1

static const struct line lines[] = {
#define WISH(word) { LETTERS(word), WORD_WISH, 0, DAY_NONE },
#define WORKSHOP(word) { LETTERS(word), WORD_WORKSHOP, 0, DAY_NONE },
#define CHOICE(word) { LETTERS(word), WORD_CHOICE, 0, DAY_NONE },
#define NUMBERED(word, number) { LETTERS(word), WORD_CHOICE, number, DAY_NONE },
#define NUMBER(word, number) { LETTERS(word), WORD_BESIDE, number, DAY_NONE },
#define PART(word, part) { LETTERS(word), WORD_BESIDE, 0, part },
#define BESIDE(word) { LETTERS(word), WORD_BESIDE, 0, DAY_NONE },
#define SMALL(word) { LETTERS(word), WORD_SMALL, 0, DAY_NONE },
#include "import/wish_word.def"
#undef SMALL
#undef BESIDE
#undef PART
#undef NUMBER
#undef NUMBERED
#undef CHOICE
#undef WORKSHOP
#undef WISH
};

#undef LETTERS

static const struct line *
find_line(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
        if (lines[i].length == length && lines[i].word[0] == word[0] &&
            memcmp(lines[i].word, word, length) == 0)
            return &lines[i];
    return NULL;
}

enum day_part
heading_wish_day_part(const char *word, size_t length)
{
    const struct line *line = find_line(word, length);

    return line ? line->part : DAY_NONE;
}

bool
heading_wish_is_small(const char *word, size_t length)
{
    const struct line *line = find_line(word, length);

    return line && line->kind == WORD_SMALL;
}

/* 1, 2nd, 3e, 4eme; 0 where it is none. */
static unsigned
number_of(const char *word, size_t length)
{
    static const char *const endings[] = { "",  "st", "nd", "rd",  "th",  "er", "re",
                                           "e", "de", "a",  "eme", "ere", "o",  "ste" };
    const size_t digits = strspn(word, "0123456789");

    if (digits == 0 || digits > 2 || digits > length)
        return 0;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strlen(endings[i]) == length - digits &&
            memcmp(endings[i], word + digits, length - digits) == 0)
            return (unsigned)strtoul(word, NULL, 10);
    return 0;
}

/* What the words of a heading are, counted. */
struct reading {
    bool wishes;
    bool workshops;
    bool chooses;
    bool others;
    unsigned number;
};

/* What stands in brackets explains: it may say which one it is, “Atelier (2e choix)”, and
 * its hours, “Atelier 1 (10 h)”, are no number. */
static void
read_words(const char *folded, bool bracket, bool whole, struct reading *reading)
{
    size_t length;

    for (const char *at = folded; *at && (whole || !reading->others);
         at += length, at += strspn(at, " ")) {
        length = strcspn(at, " ");
        const struct line *line = find_line(at, length);
        const bool is_plain = strspn(at, "0123456789") >= length;
        const unsigned number = line                    ? line->number
                                : (bracket && is_plain) ? 0
                                                        : number_of(at, length);
        if (number > 0 && reading->number == 0)
            reading->number = number;
        reading->wishes = reading->wishes || (line && line->kind == WORD_WISH);
        reading->workshops = reading->workshops || (line && line->kind == WORD_WORKSHOP);
        reading->chooses = reading->chooses || (line && line->kind == WORD_CHOICE);
        reading->others = reading->others || (!line && number == 0 && !bracket);
    }
}

/* Apostrophes and points part words here, and so do letters and a number behind them; not
 * the point of 1.er. */
static char *
fold_parted(const char *text, size_t length)
{
    struct buffer parted = { 0 };

    buffer_reserve(&parted, length);
    for (size_t i = 0; i < length; i++) {
        const unsigned char at = (unsigned char)text[i];
        const unsigned char before = i > 0 ? (unsigned char)text[i - 1] : ' ';
        if (isdigit(at) && isalpha(before))
            buffer_add_char(&parted, ' ');
        if (strncmp(text + i, "\xE2\x80\x99", 3) == 0) {
            buffer_add_char(&parted, ' ');
            i += 2;
        } else if (at != '.' || !isdigit(before) || i + 1 == length ||
                   !isalpha((unsigned char)text[i + 1])) {
            buffer_add_char(&parted, strchr("'.", text[i]) ? ' ' : text[i]);
        }
    }
    char *folded = fold_copy(buffer_text(&parted));
    buffer_clear(&parted);
    return folded;
}

/* Not `whole`: no further than a word that says something else. */
static bool
read_heading(const char *text, bool whole, struct reading *reading)
{
    const char *bracket = text ? strchr(text, '(') : NULL;
    const size_t length = !text ? 0 : bracket ? (size_t)(bracket - text) : strlen(text);
    char *words = fold_parted(text ? text : "", length);

    read_words(words, false, whole, reading);
    free(words);
    if (bracket && (whole || !reading->others)) {
        char *behind = fold_parted(bracket, strlen(bracket));
        read_words(behind, true, whole, reading);
        free(behind);
    }
    return !reading->others && (reading->wishes || reading->workshops ||
                                (reading->chooses && reading->number > 0 && !bracket));
}

/* Most headings begin with a word that no wish has: the others are not read then. */
static bool
begins_otherwise(const char *text)
{
    struct reading reading = { 0 };
    const size_t blanks = strspn(text, " \t\r\n");
    const size_t length = strcspn(text + blanks, " \t\r\n(");
    char *first = fold_parted(text + blanks, length);

    read_words(first, false, false, &reading);
    free(first);
    return reading.others;
}

bool
heading_wish_is(const char *text)
{
    struct reading reading = { 0 };

    return text && !begins_otherwise(text) && read_heading(text, false, &reading);
}

bool
heading_wish_read(const char *text, unsigned *number)
{
    struct reading reading = { 0 };
    const bool is = read_heading(text, true, &reading);

    *number = reading.number;
    return is;
}
