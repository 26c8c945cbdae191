/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading.c - what the heading of one column says */
#include "import/heading.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"

/* Whoever writes more than so many words asks a question. */
enum { WORDS_MOST = 24 };

enum { PLAIN = 100, EACH_WORD = 4, EACH_OTHER = 12, LATER = 5, COMES = 6 };

enum word_role {
    ROLE_FIELD,
    ROLE_WHOLE,
    ROLE_PART,
    ROLE_ALONE,
    ROLE_LESS,
    ROLE_NAME,
    ROLE_ELSE,
    ROLE_COMES,
    ROLE_SENDS,
    ROLE_WHO,
    ROLE_SPARE,
    ROLE_FILL
};

static const struct {
    const char *words;
    enum import_target target;
    enum word_role role;
} lines[] = {
#define FIELD(words, target) { words, IMPORT_##target, ROLE_FIELD },
#define WHOLE(words) { words, IMPORT_NAME_GIVEN_FIRST, ROLE_WHOLE },
#define PART(words, target) { words, IMPORT_##target, ROLE_PART },
#define ALONE(words, target) { words, IMPORT_##target, ROLE_ALONE },
#define LESS(words, target) { words, IMPORT_##target, ROLE_LESS },
#define NAME(words) { words, IMPORT_NOTHING, ROLE_NAME },
#define ELSE(words) { words, IMPORT_NOTHING, ROLE_ELSE },
#define COMES(words) { words, IMPORT_NOTHING, ROLE_COMES },
#define SENDS(words) { words, IMPORT_NOTHING, ROLE_SENDS },
#define WHO(words) { words, IMPORT_NOTHING, ROLE_WHO },
#define SPARE(words) { words, IMPORT_NOTHING, ROLE_SPARE },
#define FILL(words) { words, IMPORT_NOTHING, ROLE_FILL },
#include "import/heading_word.def"
#undef FIELD
#undef WHOLE
#undef PART
#undef ALONE
#undef LESS
#undef NAME
#undef ELSE
#undef COMES
#undef SENDS
#undef WHO
#undef SPARE
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
    bool spare;    /* “E-mail privé” */
    bool comes;    /* “E-mail du participant” */
    bool sends;    /* “E-mail du contact” */
    bool asks;
    bool answers; /* “Inscrit (O/N)” */
};

static bool
word_is(const struct word *word, const char *text, size_t length)
{
    return word->length == length && memcmp(word->start, text, length) == 0;
}

/* The same for a whole text, of which most begin with another letter. */
static bool
word_is_text(const struct word *word, const char *text)
{
    return word->start[0] == text[0] && word_is(word, text, strlen(text));
}

static bool
has_role(const struct word *word, enum word_role role)
{
    for (size_t i = 0; i < LINE_COUNT; i++)
        if (lines[i].role == role && word_is_text(word, lines[i].words))
            return true;
    return false;
}

static bool
is_number(const struct word *word)
{
    return strspn(word->start, "0123456789") >= word->length;
}

/* Apostrophes and points part words, and so does FirstName; # is a number, N+1 a
 * superior; what stands in brackets behind the words only explains them. */
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
        } else if (!bracket && toupper((unsigned char)*at) == 'N' && at[1] == '+' &&
                   isdigit((unsigned char)at[2])) {
            buffer_add(parted, " superieur ");
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
        else if (has_role(&word, ROLE_SPARE))
            reading->spare = true;
        else if (!has_role(&word, ROLE_FILL))
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

static bool
fits_beside_others(enum word_role role)
{
    return role == ROLE_FIELD || role == ROLE_WHOLE || role == ROLE_PART;
}

static bool
is_of_headings(enum word_role role)
{
    return fits_beside_others(role) || role == ROLE_ALONE || role == ROLE_LESS ||
           role == ROLE_NAME;
}

static struct fit
best_fit(const struct reading *reading)
{
    struct fit best = { 0 };

    for (size_t i = 0; i < LINE_COUNT; i++) {
        if (!is_of_headings(lines[i].role))
            continue;
        for (size_t from = 0; from < reading->count; from++) {
            if (reading->words[from].start[0] != lines[i].words[0])
                continue;
            size_t words = match_at(reading, from, lines[i].words);
            bool whole = words == reading->count;
            if (words > best.words && (fits_beside_others(lines[i].role) || whole))
                best = (struct fit){ i, from, words };
        }
    }
    return best;
}

/* Leaves out who it is about, “du participant”, unless nothing else is there; not what
 * several words say together, “Nombre de participants”. */
static void
leave_who_out(struct reading *reading)
{
    const struct fit fit = best_fit(reading);
    struct reading left = *reading;

    left.count = 0;
    for (size_t w = 0; w < reading->count; w++) {
        const struct word *word = &reading->words[w];
        bool held = fit.words > 1 && w >= fit.from && w < fit.from + fit.words;
        bool comes = !held && has_role(word, ROLE_COMES);
        bool sends = !held && has_role(word, ROLE_SENDS);
        left.comes = left.comes || comes;
        left.sends = left.sends || sends;
        if (held || (!comes && !sends && !has_role(word, ROLE_WHO)))
            left.words[left.count++] = *word;
    }
    if (left.count > 0)
        *reading = left;
}

/* The first line of a target, or of a bare name, that stands in the heading outside
 * another fit. */
static struct fit
fit_of(const struct reading *reading, enum import_target target, bool name,
       const struct fit *outside)
{
    struct fit best = { 0 };

    for (size_t i = 0; i < LINE_COUNT; i++) {
        if (name ? lines[i].role != ROLE_NAME
                 : lines[i].role != ROLE_FIELD || lines[i].target != target)
            continue;
        for (size_t from = 0; from < reading->count; from++) {
            size_t words = match_at(reading, from, lines[i].words);
            bool meets =
                from < outside->from + outside->words && outside->from < from + words;
            if (words > best.words && !meets)
                best = (struct fit){ i, from, words };
        }
    }
    return best;
}

/* “Vorname und Familienname”: both names in one column, in this order; else
 * IMPORT_NOTHING. */
static enum import_target
reads_both(const struct reading *reading, size_t *words)
{
    const struct fit none = { 0 };
    struct fit given = fit_of(reading, IMPORT_GIVEN, false, &none);
    struct fit family = given;

    if (given.words > 0)
        family = fit_of(reading, IMPORT_FAMILY, false, &given);
    if (given.words > 0 && family.words == 0)
        family = fit_of(reading, IMPORT_FAMILY, true, &given);
    if (given.words == 0 || family.words == 0)
        return IMPORT_NOTHING;
    *words = given.words + family.words;
    return given.from < family.from ? IMPORT_NAME_GIVEN_FIRST : IMPORT_NAME_FAMILY_FIRST;
}

/* Whether a word that the fit does not hold is about something else. */
static bool
is_about_else(const struct reading *reading, const struct fit *fit)
{
    for (size_t w = 0; w < reading->count; w++) {
        if (w >= fit->from && w < fit->from + fit->words)
            continue;
        if (has_role(&reading->words[w], ROLE_ELSE))
            return true;
    }
    return false;
}

/* How sure a heading is that says a field in so many of its words. */
static int
strength_of(const struct reading *reading, size_t words, bool less)
{
    int others = (int)(reading->count - words);
    int strength = PLAIN + EACH_WORD * ((int)words - 1) - EACH_OTHER * others;

    if (less || (reading->sends && !reading->comes))
        strength = HEADING_FAINT;
    else if (reading->comes)
        strength += COMES;
    return strength - (reading->later || reading->spare ? LATER : 0);
}

static struct heading
weigh_field(const struct reading *reading, const struct fit *fit)
{
    const enum word_role role = lines[fit->line].role;
    size_t words = fit->words;
    enum import_target target = lines[fit->line].target;
    const enum import_target both = fit->words < reading->count && role == ROLE_FIELD
                                        ? reads_both(reading, &words)
                                        : IMPORT_NOTHING;
    struct heading heading = {
        .kind = role == ROLE_PART ? HEADING_PART : HEADING_FIELD,
        .target = both ? both : target,
        .strength = strength_of(reading, words, role == ROLE_LESS),
        .in_order = role == ROLE_FIELD,
        .spare = (reading->later || reading->spare) && words == reading->count,
    };
    if (heading.target == IMPORT_NEEDS && heading.strength <= 0)
        heading.strength = HEADING_FAINT; /* whoever asks for needs asks long questions */
    return heading.strength > 0 ? heading : (struct heading){ 0 };
}

/* A need may be asked for, and answered with yes or no. */
static struct heading
weigh(const struct reading *reading)
{
    struct fit fit = best_fit(reading);
    const enum import_target target =
        fit.words > 0 ? lines[fit.line].target : IMPORT_NOTHING;
    const bool tells_coming = fit.words > 0 && target == IMPORT_COMING;
    const bool asks = reading->asks && fit.words < reading->count;
    if (tells_coming && reading->numbered)
        return (struct heading){ .kind = HEADING_ELSE }; /* of one day among others */
    if (is_about_else(reading, &fit) ||
        (((reading->answers && !tells_coming) || asks) && target != IMPORT_NEEDS))
        return (struct heading){ .kind = HEADING_ELSE };
    if (fit.words == 0)
        return (struct heading){ 0 };
    if (target == IMPORT_CATEGORY && reading->numbered)
        return (struct heading){ .kind = HEADING_ELSE }; /* “Organization 1 - Type” */
    if (target == IMPORT_CATEGORY && (reading->comes || reading->sends))
        return (struct heading){ 0 }; /* of people, not of organisations */
    if (lines[fit.line].role == ROLE_NAME)
        return (struct heading){ .kind = HEADING_NAME,
                                 .strength = reading->comes   ? COMES
                                             : reading->sends ? -HEADING_FAINT
                                                              : 0 };
    return weigh_field(reading, &fit);
}

struct heading
heading_read(const char *text)
{
    struct reading reading = { 0 };
    read_words(&reading, text ? text : "");
    leave_who_out(&reading);
    struct heading heading = weigh(&reading);
    free(reading.folded);
    return heading;
}
