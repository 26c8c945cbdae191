/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading.c - what the heading of one column says */
#include "import/heading.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "import/heading_wish.h"

/* Whoever writes more than so many words asks a question. */
enum { WORDS_MOST = 24 };

enum { PLAIN = HEADING_WHOLE, EACH_WORD = 4, EACH_OTHER = 12, LATER = 5, COMES = 6 };

struct word {
    const char *start;
    size_t length;
    size_t line;    /* the first that begins with it, or HEADING_NO_LINE */
    unsigned roles; /* bit 1 << role of each line that is this word alone */
};

struct reading {
    const struct heading_words *known;
    char *folded;
    struct word words[WORDS_MOST];
    size_t count;
    bool numbered; /* “E-mail 1” */
    bool later;    /* “E-mail 2” */
    bool spare;    /* “E-mail privé” */
    bool comes;    /* “E-mail du participant” */
    bool sends;    /* “E-mail du contact” */
    bool asks;
    bool comes_said; /* “Venez-vous ?”, by a word that else says nothing */
    bool answers;    /* “Inscrit (O/N)” */
    bool of_else;    /* “Nom (contact urgence)” */
};

static bool
word_is(const struct word *word, const char *text, size_t length)
{
    return word->length == length && memcmp(word->start, text, length) == 0;
}

static bool
has_role(const struct word *word, enum heading_role role)
{
    return word->roles & (1U << role);
}

/* Looks up a word once for all that is asked of it. */
static struct word
read_word(const struct heading_words *known, const char *start)
{
    struct word word = { .start = start };

    word.line = heading_line_first(known, start, &word.length);
    for (size_t line = word.line; line != HEADING_NO_LINE;
         line = heading_line_next(known, line))
        if (!heading_lines[line].words[word.length])
            word.roles |= 1U << heading_lines[line].role;
    return word;
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
        { "o", "n" },   { "oui", "non" }, { "y", "n" },       { "yes", "no" },
        { "j", "n" },   { "ja", "nein" }, { "ja", "nee" },    { "s", "n" },
        { "si", "no" }, { "tak", "nie" }, { "vrai", "faux" }, { "true", "false" },
        { "0", "1" },
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

static bool
is_no(const struct word *word)
{
    static const char *const noes[] = { "n",   "non",  "no",    "nein",
                                        "nee", "faux", "false", "nie" };
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++)
        if (word_is(word, noes[i], strlen(noes[i])))
            return true;
    return false;
}

/* In what stands in brackets, “en cas d’urgence”. */
static bool
is_case(const struct word *word)
{
    static const char *const cases[] = { "cas", "case", "fall", "caso", "geval" };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        if (word_is(word, cases[i], strlen(cases[i])))
            return true;
    return false;
}

/* “E-mail (assistante)”, “Nom (contact urgence)”: brackets that say no more than who it
 * is say somebody else; “(le jour de l’atelier)” says more. */
static void
read_bracket(struct reading *reading, const char *text)
{
    const char *open = strchr(text, '(');
    if (!open || open == text)
        return;
    struct buffer inside = { 0 };
    for (const char *at = open + 1; *at && *at != ')'; at++) {
        const bool curly = strncmp(at, "\xE2\x80\x99", 3) == 0;
        buffer_add_char(&inside, curly || strchr("'.", *at) ? ' ' : *at);
        at += curly ? 2 : 0;
    }
    char *folded = fold_copy(buffer_text(&inside));
    bool is_else = false;
    bool sends = false;
    bool more = false;
    for (const char *at = folded + strspn(folded, " "); *at;) {
        const struct word word = read_word(reading->known, at);
        is_else = is_else || has_role(&word, ROLE_ELSE);
        sends = sends || has_role(&word, ROLE_SENDS);
        more = more || !(has_role(&word, ROLE_ELSE) || has_role(&word, ROLE_SENDS) ||
                         has_role(&word, ROLE_WHO) || has_role(&word, ROLE_FILL) ||
                         is_case(&word));
        at += word.length + strspn(at + word.length, " ");
    }
    reading->of_else = is_else && !more;
    reading->sends = sends && !more;
    free(folded);
    buffer_clear(&inside);
}

/* “Quelle structure représentez-vous ?” asks for the structure. */
static void
leave_says_out(struct reading *reading)
{
    size_t kept = 0;

    for (size_t w = 0; w < reading->count; w++)
        if (!has_role(&reading->words[w], ROLE_SAYS))
            reading->words[kept++] = reading->words[w];
    if (kept > 0)
        reading->count = kept;
}

static void
read_words(struct reading *reading, const char *text)
{
    read_bracket(reading, text);
    struct buffer parted = { 0 };
    add_parted(&parted, text);
    size_t end = parted.length;
    while (end > 0 && strchr(" *:\t\r\n", buffer_text(&parted)[end - 1]))
        end--;
    reading->answers = strpbrk(text, "/|") && wants_answer(text);
    reading->asks = end > 0 && buffer_text(&parted)[end - 1] == '?';
    reading->folded = fold_copy(buffer_text(&parted));
    buffer_clear(&parted);
    bool which = false;
    bool hosts = false;
    const char *at = reading->folded + strspn(reading->folded, " ");
    while (*at && reading->count < WORDS_MOST) {
        const struct word word = read_word(reading->known, at);
        at += word.length + strspn(at + word.length, " ");
        bool number = is_number(&word);
        which = which || has_role(&word, ROLE_WHICH);
        hosts = hosts || has_role(&word, ROLE_HOST);
        reading->numbered = reading->numbered || number;
        if (number)
            reading->later = reading->later || !word_is(&word, "1", 1);
        else if (has_role(&word, ROLE_SPARE))
            reading->spare = true;
        else if (has_role(&word, ROLE_FILL))
            reading->comes_said = reading->comes_said || has_role(&word, ROLE_ASK);
        else
            reading->words[reading->count++] = word;
    }
    if (reading->asks && which)
        leave_says_out(reading);
    reading->of_else = reading->of_else || (reading->asks && which && hosts);
    if (reading->answers && reading->count > 2 &&
        is_no(&reading->words[reading->count - 1]))
        reading->count -= 2; /* “Présent O/N” */
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
fits_beside_others(enum heading_role role)
{
    return role == ROLE_FIELD || role == ROLE_WHOLE || role == ROLE_PART;
}

static bool
is_of_headings(enum heading_role role)
{
    return fits_beside_others(role) || role == ROLE_ALONE || role == ROLE_LESS ||
           role == ROLE_NAME;
}

/* Of lines with as many words, the earlier one. */
static bool
is_better(const struct fit *one, const struct fit *than)
{
    return one->words > than->words ||
           (one->words == than->words && one->line < than->line);
}

static struct fit
best_fit(const struct reading *reading)
{
    struct fit best = { 0 };

    for (size_t from = 0; from < reading->count; from++)
        for (size_t line = reading->words[from].line; line != HEADING_NO_LINE;
             line = heading_line_next(reading->known, line)) {
            const enum heading_role role = heading_lines[line].role;
            const struct fit fit = { line, from,
                                     match_at(reading, from, heading_lines[line].words) };
            bool whole = fit.words == reading->count;
            if (is_of_headings(role) && (fits_beside_others(role) || whole) &&
                is_better(&fit, &best))
                best = fit;
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
    else
        reading->sends = left.sends; /* “Alternate” beside “Member” */
}

/* “NAAM NOM”: a bare name in several languages is one. */
static void
leave_one_name(struct reading *reading)
{
    size_t names = 0;

    while (names < reading->count && has_role(&reading->words[names], ROLE_NAME))
        names++;
    if (names > 1 && names == reading->count)
        reading->count = 1;
}

static bool
fits_meet(const struct fit *one, const struct fit *other)
{
    return one->from < other->from + other->words && other->from < one->from + one->words;
}

/* The first line of a target, or of a bare name, that stands in the heading outside
 * another fit. */
static struct fit
fit_of(const struct reading *reading, enum import_target target, bool name,
       const struct fit *outside)
{
    struct fit best = { 0 };

    for (size_t from = 0; from < reading->count; from++)
        for (size_t i = reading->words[from].line; i != HEADING_NO_LINE;
             i = heading_line_next(reading->known, i)) {
            const struct heading_line *line = &heading_lines[i];
            if (name ? line->role != ROLE_NAME
                     : line->role != ROLE_FIELD || line->target != target)
                continue;
            const struct fit fit = { i, from, match_at(reading, from, line->words) };
            if (is_better(&fit, &best) && !fits_meet(&fit, outside))
                best = fit;
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
        if (has_role(&reading->words[w], ROLE_ELSE) ||
            has_role(&reading->words[w], ROLE_MEET))
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
    const bool second = reading->later || reading->spare || (less && reading->sends);
    return strength - (second ? LATER : 0);
}

static struct heading
weigh_field(const struct reading *reading, const struct fit *fit)
{
    const enum heading_role role = heading_lines[fit->line].role;
    size_t words = fit->words;
    enum import_target target = heading_lines[fit->line].target;
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
        fit.words > 0 ? heading_lines[fit.line].target : IMPORT_NOTHING;
    const bool tells_coming =
        fit.words > 0 && (target == IMPORT_COMING || target == IMPORT_AWAY);
    const bool asks = reading->asks && fit.words < reading->count;
    if (tells_coming && reading->numbered)
        return (struct heading){ .kind = HEADING_ELSE }; /* of one day among others */
    if (reading->of_else || is_about_else(reading, &fit) ||
        (((reading->answers && !tells_coming) || asks) && target != IMPORT_NEEDS))
        return (struct heading){ .kind = HEADING_ELSE };
    if (fit.words == 0)
        return (struct heading){ 0 };
    if (target == IMPORT_CATEGORY && reading->numbered)
        return (struct heading){ .kind = HEADING_ELSE }; /* “Organization 1 - Type” */
    if (target == IMPORT_CATEGORY && (reading->comes || reading->sends))
        return (struct heading){ 0 }; /* of people, not of organisations */
    if (heading_lines[fit.line].role == ROLE_NAME)
        return (struct heading){ .kind = HEADING_NAME,
                                 .strength = reading->comes   ? COMES
                                             : reading->sends ? -HEADING_FAINT
                                                              : 0 };
    return weigh_field(reading, &fit);
}

static const struct heading faint_coming = { .kind = HEADING_FIELD,
                                             .target = IMPORT_COMING,
                                             .strength = HEADING_FAINT };

/* “Participerez-vous à la réunion du 14 décembre ?”, but not “Participerez-vous au
 * déjeuner ?” or “Ne participe pas”. */
static bool
asks_coming(const struct reading *reading)
{
    bool asks = reading->comes_said;

    for (size_t w = 0; w < reading->count; w++) {
        const struct word *word = &reading->words[w];
        if (has_role(word, ROLE_ELSE) || has_role(word, ROLE_ASIDE))
            return false;
        for (size_t line = word->line; !asks && line != HEADING_NO_LINE;
             line = heading_line_next(reading->known, line))
            asks = heading_lines[line].role == ROLE_ASK &&
                   match_at(reading, w, heading_lines[line].words) > 0;
    }
    return asks;
}

static const struct heading wish = { .kind = HEADING_FIELD,
                                     .target = IMPORT_WISH,
                                     .strength = PLAIN };

struct heading
heading_read(const struct heading_words *known, const char *text)
{
    struct reading reading = { .known = known };
    if (heading_wish_is(text))
        return wish;
    read_words(&reading, text ? text : "");
    const struct reading whole = reading;
    leave_who_out(&reading);
    leave_one_name(&reading);
    struct heading heading = weigh(&reading);
    if ((heading.kind == HEADING_UNKNOWN || heading.kind == HEADING_ELSE) &&
        asks_coming(&whole)) /* nothing surer is said */
        heading = faint_coming;
    free(reading.folded);
    return heading;
}
