/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading.c - what the heading of one column says */
#include "import/heading.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"

/* Whoever writes more than so many words asks a question. */
enum { WORDS_MOST = 24 };

enum { PLAIN = 100, FAINT = 20, EACH_WORD = 4, EACH_OTHER = 12, LATER = 5 };

enum word_role { ROLE_FIELD, ROLE_ALONE, ROLE_LESS, ROLE_NAME, ROLE_ELSE, ROLE_FILL };

static const struct {
    const char *words;
    enum import_target target;
    enum word_role role;
} lines[] = {
#define FIELD(words, target) { words, IMPORT_##target, ROLE_FIELD },
#define ALONE(words, target) { words, IMPORT_##target, ROLE_ALONE },
#define LESS(words, target) { words, IMPORT_##target, ROLE_LESS },
#define NAME(words) { words, IMPORT_NOTHING, ROLE_NAME },
#define ELSE(words) { words, IMPORT_NOTHING, ROLE_ELSE },
#define FILL(words) { words, IMPORT_NOTHING, ROLE_FILL },
#include "import/heading_word.def"
#undef FIELD
#undef ALONE
#undef LESS
#undef NAME
#undef ELSE
#undef FILL
};

enum { LINE_COUNT = sizeof(lines) / sizeof(lines[0]) };

struct word {
    const char *start;
    size_t length;
};

struct reading {
    char *folded;
    struct word words[WORDS_MOST];
    size_t count;
    bool numbered; /* “E-mail 1” */
    bool later;    /* “E-mail 2” */
    bool asks;
    bool answers; /* “Inscrit (O/N)” */
};

static bool
word_is(const struct word *word, const char *text, size_t length)
{
    return word->length == length && memcmp(word->start, text, length) == 0;
}

static bool
is_fill(const struct word *word)
{
    for (size_t i = 0; i < LINE_COUNT; i++)
        if (lines[i].role == ROLE_FILL &&
            word_is(word, lines[i].words, strlen(lines[i].words)))
            return true;
    return false;
}

static bool
is_number(const struct word *word)
{
    return strspn(word->start, "0123456789") >= word->length;
}

/* Apostrophes and points part words, and so does FirstName; # is a number; what stands in
 * brackets behind the words only explains them. */
static void
add_parted(struct buffer *parted, const char *text)
{
    bool bracket = false;

    for (const char *at = text; *at; at++) {
        if (*at == '(' && parted->length > 0)
            bracket = true;
        if (!bracket && at > text && isupper((unsigned char)*at) &&
            islower((unsigned char)at[-1]))
            buffer_add_char(parted, ' ');
        if (!bracket && strncmp(at, "\xE2\x80\x99", 3) == 0) {
            buffer_add_char(parted, ' ');
            at += 2;
        } else if (!bracket && *at == '#') {
            buffer_add(parted, " id ");
        } else if (!bracket) {
            buffer_add_char(parted, strchr("'.@", *at) ? ' ' : *at);
        }
        if (*at == ')')
            bracket = false;
    }
}

/* "O/N", "oui / non", with what may stand in brackets: below it are answers. */
static bool
wants_answer(const char *text)
{
    static const char *const pairs[][2] = {
        { "o", "n" },   { "oui", "non" },   { "y", "n" },        { "yes", "no" },
        { "j", "n" },   { "ja", "nein" },   { "ja", "nee" },     { "s", "n" },
        { "si", "no" }, { "vrai", "faux" }, { "true", "false" }, { "0", "1" },
    };
    char *folded = fold_copy(text);
    struct buffer padded = { 0 };
    buffer_addf(&padded, " %s ", folded);
    free(folded);
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        struct buffer pair = { 0 };
        buffer_addf(&pair, " %s %s ", pairs[i][0], pairs[i][1]);
        found = strstr(buffer_text(&padded), buffer_text(&pair));
        buffer_clear(&pair);
    }
    buffer_clear(&padded);
    return found;
}

static void
read_words(struct reading *reading, const char *text)
{
    struct buffer parted = { 0 };
    add_parted(&parted, text);
    size_t end = parted.length;
    while (end > 0 && strchr(" *:\t\r\n", buffer_text(&parted)[end - 1]))
        end--;
    reading->answers = strpbrk(text, "/|") && wants_answer(text);
    reading->asks = end > 0 && buffer_text(&parted)[end - 1] == '?';
    reading->folded = fold_copy(buffer_text(&parted));
    buffer_clear(&parted);
    const char *at = reading->folded + strspn(reading->folded, " ");
    while (*at && reading->count < WORDS_MOST) {
        struct word word = { at, strcspn(at, " ") };
        at += word.length + strspn(at + word.length, " ");
        bool number = is_number(&word);
        reading->numbered = reading->numbered || number;
        if (number)
            reading->later = reading->later || !word_is(&word, "1", 1);
        else if (!is_fill(&word))
            reading->words[reading->count++] = word;
    }
}

/* How many words a line has if they begin at a word of the reading; else 0. */
static size_t
match_at(const struct reading *reading, size_t from, const char *words)
{
    size_t matched = 0;

    for (const char *at = words; *at; matched++) {
        size_t length = strcspn(at, " ");
        if (from + matched >= reading->count ||
            !word_is(&reading->words[from + matched], at, length))
            return 0;
        at += length;
        at += strspn(at, " ");
    }
    return matched;
}

/* A line that fits, and where. */
struct fit {
    size_t line;
    size_t from;
    size_t words; /* 0: none fits */
};

static struct fit
best_fit(const struct reading *reading)
{
    struct fit best = { 0 };

    for (size_t i = 0; i < LINE_COUNT; i++) {
        if (lines[i].role == ROLE_FILL || lines[i].role == ROLE_ELSE)
            continue;
        for (size_t from = 0; from < reading->count; from++) {
            size_t words = match_at(reading, from, lines[i].words);
            bool whole = words == reading->count;
            if (words > best.words && (lines[i].role == ROLE_FIELD || whole))
                best = (struct fit){ i, from, words };
        }
    }
    return best;
}

/* Whether a word that the fit does not hold is about something else. */
static bool
is_about_else(const struct reading *reading, const struct fit *fit)
{
    for (size_t w = 0; w < reading->count; w++) {
        if (w >= fit->from && w < fit->from + fit->words)
            continue;
        for (size_t i = 0; i < LINE_COUNT; i++)
            if (lines[i].role == ROLE_ELSE &&
                word_is(&reading->words[w], lines[i].words, strlen(lines[i].words)))
                return true;
    }
    return false;
}

static struct heading
weigh(const struct reading *reading)
{
    struct fit fit = best_fit(reading);
    int others = (int)(reading->count - fit.words);
    const bool is_answer = fit.words > 0 && lines[fit.line].target == IMPORT_ANSWER;
    if (is_answer && reading->numbered)
        return (struct heading){ .kind = HEADING_ELSE }; /* of one day among others */
    if ((reading->answers && !is_answer) || is_about_else(reading, &fit) ||
        (reading->asks && others > 0))
        return (struct heading){ .kind = HEADING_ELSE };
    if (fit.words == 0)
        return (struct heading){ 0 };
    if (reading->numbered && lines[fit.line].target == IMPORT_CATEGORY)
        return (struct heading){ .kind = HEADING_ELSE }; /* “Organization 1 - Type” */
    if (lines[fit.line].role == ROLE_NAME)
        return (struct heading){ .kind = HEADING_NAME };
    int strength = lines[fit.line].role == ROLE_LESS
                       ? FAINT
                       : PLAIN + EACH_WORD * ((int)fit.words - 1) - EACH_OTHER * others;
    strength -= reading->later ? LATER : 0;
    if (strength <= 0)
        return (struct heading){ 0 };
    return (struct heading){ HEADING_FIELD, lines[fit.line].target, strength };
}

struct heading
heading_read(const char *text)
{
    struct reading reading = { 0 };
    read_words(&reading, text ? text : "");
    struct heading heading = weigh(&reading);
    free(reading.folded);
    return heading;
}
