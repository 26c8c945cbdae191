/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excerpt.c - the part of a text around the words that were looked for */
#include "atelier/base/excerpt.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"

#define CUT "…"

enum { TYPED_MOST = 8, CUT_COLUMNS = 2 };

/* A part of a text. */
struct part {
    const char *start;
    size_t length;
};

struct typed {
    struct buffer folded;
    struct part words[TYPED_MOST];
    size_t count;
};

static void
read_typed(const char *text, struct typed *typed)
{
    fold_add(&typed->folded, text);
    const char *at = buffer_text(&typed->folded);
    while (typed->count < TYPED_MOST) {
        at += strspn(at, " .@");
        const size_t length = strcspn(at, " .@");
        if (length == 0)
            return;
        typed->words[typed->count++] = (struct part){ at, length };
        at += length;
    }
}

/* --- words of the line */

static size_t
apostrophe_at(const char *text)
{
    if (*text == '\'')
        return 1;
    if (strncmp(text, "\xE2\x80\x98", 3) == 0 || strncmp(text, "\xE2\x80\x99", 3) == 0)
        return 3;
    return strncmp(text, "\xCA\xBC", 2) == 0 ? 2 : 0;
}

/* A sign that parts words: ASCII, a blank or quote of Latin 1, general punctuation. */
static size_t
sign_at(const char *text)
{
    static const char *const latin[] = { "\xC2\xA0", "\xC2\xAB", "\xC2\xBB" };

    if ((unsigned char)*text < 0x80)
        return !isalnum((unsigned char)*text);
    for (size_t i = 0; i < sizeof(latin) / sizeof(latin[0]); i++)
        if (strncmp(text, latin[i], 2) == 0)
            return 2;
    return strncmp(text, "\xE2\x80", 2) == 0 && text[2] ? 3 : 0;
}

/* The next word at or behind *at; one that apostrophes join is one, where `joined`. */
static bool
next_word(const char **at, bool joined, struct part *word)
{
    const char *text = *at;

    while (*text && sign_at(text) > 0)
        text += sign_at(text);
    word->start = text;
    while (*text && (sign_at(text) == 0 || (joined && apostrophe_at(text) > 0)))
        text += joined && apostrophe_at(text) > 0 ? apostrophe_at(text) : 1;
    word->length = (size_t)(text - word->start);
    *at = text;
    return word->length > 0;
}

static bool
begins(const struct typed *typed, const char *folded)
{
    for (size_t i = 0; i < typed->count; i++)
        if (strncmp(folded, typed->words[i].start, typed->words[i].length) == 0)
            return true;
    return false;
}

static bool
is_typed(const struct typed *typed, const struct part *word)
{
    struct buffer text = { 0 };
    struct buffer folded = { 0 };

    buffer_add_part(&text, word->start, word->length);
    fold_add(&folded, buffer_text(&text));
    bool is = begins(typed, buffer_text(&folded));
    if (!is) {
        buffer_reset(&folded);
        is = fold_add_second(&folded, buffer_text(&text)) &&
             begins(typed, buffer_text(&folded));
    }
    buffer_clear(&folded);
    buffer_clear(&text);
    return is;
}

/* The next word that was looked for: of what apostrophes join a part, or all of it. */
static bool
next_found(const struct typed *typed, const char **at, struct part *found)
{
    struct part whole;

    while (next_word(at, true, &whole)) {
        const char *inside = whole.start;
        while (inside < *at && next_word(&inside, false, found) &&
               found->start < whole.start + whole.length)
            if (is_typed(typed, found)) {
                *at = inside;
                return true;
            }
        *found = whole;
        if (is_typed(typed, &whole))
            return true;
    }
    return false;
}

/* --- what is shown */

static size_t
width_of(const char *start, const char *end)
{
    struct buffer text = { 0 };

    buffer_add_part(&text, start, (size_t)(end - start));
    const size_t width = text_width(buffer_text(&text));
    buffer_clear(&text);
    return width;
}

/* The blank before the word that ends there, or the beginning of the line. */
static const char *
word_before(const char *line, const char *at)
{
    while (at > line && at[-1] == ' ')
        at--;
    while (at > line && at[-1] != ' ')
        at--;
    return at;
}

static bool
ends_sentence(const char *line, const char *at)
{
    return at - line >= 2 && at[-1] == ' ' && strchr(".!?", at[-2]);
}

/* Where the sentence begins, if all up to the end of the word has its place from there
 * on; else so near that half of the place is left behind the word. */
static const char *
find_start(const char *line, const struct part *word, size_t columns)
{
    const char *end = word->start + word->length;
    end += strcspn(end, " "); /* a line is cut at blanks: with the comma behind it */
    const char *near = word->start;
    const char *start = word->start;

    while (start > line && !ends_sentence(line, start)) {
        const char *before = word_before(line, start);
        const size_t width = width_of(before, end);
        if (width + (before > line ? 2 * CUT_COLUMNS : CUT_COLUMNS) > columns)
            return near;
        if (width <= columns / 2)
            near = before;
        start = before;
    }
    return start;
}

/* The end of the last word that has its place. */
static const char *
find_end(const char *start, size_t columns)
{
    if (text_width(start) <= columns)
        return start + strlen(start);
    const size_t room = columns > CUT_COLUMNS ? columns - CUT_COLUMNS : 1;
    const char *end = start + text_prefix(start, room);
    const char *at = end;
    while (at > start && *at != ' ')
        at--;
    return at > start ? at : end;
}

/* Where the rest of the line is short, what is before it is shown too. */
static const char *
reach_back(const char *line, const char *start, size_t columns)
{
    while (start > line) {
        const char *before = word_before(line, start);
        if (text_width(before) + (before > line ? CUT_COLUMNS : 0) > columns)
            break;
        start = before;
    }
    return start;
}

static void
add_marks(const struct typed *typed, struct excerpt *excerpt)
{
    const char *text = buffer_text(&excerpt->text);
    const char *at = text;
    struct part found;

    while (excerpt->count < EXCERPT_MARKS_MOST && next_found(typed, &at, &found))
        excerpt->marks[excerpt->count++] =
            (struct excerpt_mark){ (size_t)(found.start - text), found.length };
}

void
excerpt_make(const char *line, const char *words, size_t columns, struct excerpt *excerpt)
{
    struct typed typed = { .count = 0 };
    struct part first;
    const char *at = line;

    excerpt_clear(excerpt);
    read_typed(words, &typed);
    const char *start = line;
    if (text_width(line) > columns && next_found(&typed, &at, &first))
        start = find_start(line, &first, columns);
    const size_t room =
        columns - (start > line && columns > CUT_COLUMNS ? CUT_COLUMNS : 0);
    const char *end = find_end(start, room);
    if (!*end)
        start = reach_back(line, start, columns);
    if (start > line)
        buffer_add(&excerpt->text, CUT " ");
    buffer_add_part(&excerpt->text, start, (size_t)(end - start));
    if (*end)
        buffer_add(&excerpt->text, " " CUT);
    add_marks(&typed, excerpt);
    buffer_clear(&typed.folded);
}

void
excerpt_clear(struct excerpt *excerpt)
{
    buffer_clear(&excerpt->text);
    *excerpt = (struct excerpt){ 0 };
}
