/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_word.c - the words of headings that we know, found by their first word */
#include "import/heading_word.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

const struct heading_line heading_lines[] = {
#define FIELD(words, target) { words, IMPORT_##target, ROLE_FIELD },
#define WHOLE(words) { words, IMPORT_NAME_GIVEN_FIRST, ROLE_WHOLE },
#define PART(words, target) { words, IMPORT_##target, ROLE_PART },
#define ALONE(words, target) { words, IMPORT_##target, ROLE_ALONE },
#define LESS(words, target) { words, IMPORT_##target, ROLE_LESS },
#define NAME(words) { words, IMPORT_NOTHING, ROLE_NAME },
#define ELSE(words) { words, IMPORT_NOTHING, ROLE_ELSE },
#define MEET(words) { words, IMPORT_NOTHING, ROLE_MEET },
#define ASK(words) { words, IMPORT_COMING, ROLE_ASK },
#define ASIDE(words) { words, IMPORT_NOTHING, ROLE_ASIDE },
#define COMES(words) { words, IMPORT_NOTHING, ROLE_COMES },
#define SENDS(words) { words, IMPORT_NOTHING, ROLE_SENDS },
#define WHO(words) { words, IMPORT_NOTHING, ROLE_WHO },
#define SPARE(words) { words, IMPORT_NOTHING, ROLE_SPARE },
#define FILL(words) { words, IMPORT_NOTHING, ROLE_FILL },
#define WHICH(words) { words, IMPORT_NOTHING, ROLE_WHICH },
#define SAYS(words) { words, IMPORT_NOTHING, ROLE_SAYS },
#define HOST(words) { words, IMPORT_NOTHING, ROLE_HOST },
#include "import/heading_word.def"
#undef FIELD
#undef WHOLE
#undef PART
#undef ALONE
#undef LESS
#undef NAME
#undef ELSE
#undef MEET
#undef ASK
#undef ASIDE
#undef COMES
#undef SENDS
#undef WHO
#undef SPARE
#undef FILL
#undef WHICH
#undef SAYS
#undef HOST
};

enum { LINE_COUNT = sizeof(heading_lines) / sizeof(heading_lines[0]) };

const size_t heading_line_count = LINE_COUNT;

_Static_assert(sizeof(heading_lines) / sizeof(heading_lines[0]) <= HEADING_LINES_MOST,
               "a line without a place");

/* Of a word that ends at a blank or with the text: each line is placed for each file, so
 * its first word is not measured before. */
static size_t
place_of(const char *word, size_t *length)
{
    const char *at = word;
    uint32_t hash = 0x811c9dc5U;

    for (; *at && *at != ' '; at++)
        hash = (hash ^ (unsigned char)*at) * 0x01000193U;
    *length = (size_t)(at - word);
    return hash % HEADING_PLACES;
}

/* From the last line to the first, each before those of its place that are there. */
void
heading_words_init(struct heading_words *words)
{
    memset(words->first, 0xFF, sizeof(words->first));
    for (size_t line = LINE_COUNT; line-- > 0;) {
        size_t length;
        uint16_t *first = &words->first[place_of(heading_lines[line].words, &length)];
        words->next[line] = *first;
        *first = (uint16_t)line;
    }
}

struct heading_words *
heading_words_new(void)
{
    struct heading_words *words = memory_new(1, sizeof(*words));

    heading_words_init(words);
    return words;
}

void
heading_words_free(struct heading_words *words)
{
    free(words);
}

static bool
begins_with(size_t line, const char *word, size_t length)
{
    const char *text = heading_lines[line].words;
    return strncmp(text, word, length) == 0 &&
           (text[length] == '\0' || text[length] == ' ');
}

size_t
heading_line_first(const struct heading_words *words, const char *word, size_t *length)
{
    size_t line = words->first[place_of(word, length)];
    while (line != HEADING_NO_LINE && !begins_with(line, word, *length))
        line = words->next[line];
    return line;
}

size_t
heading_line_next(const struct heading_words *words, size_t line)
{
    const char *text = heading_lines[line].words;
    const size_t length = strcspn(text, " ");
    size_t next = words->next[line];
    while (next != HEADING_NO_LINE && !begins_with(next, text, length))
        next = words->next[next];
    return next;
}
