/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_name.c - which workshops a few words of a cell may mean */
#include "import/wish_name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/heading_wish.h"

/* Whoever writes more words than that writes a letter. */
enum { WORDS_MOST = 40, NUMBERS_MOST = 8, PART_LEAST = 3, NOON = 12 };

const struct slot *
wish_name_slot(const struct wish_menu *menu, size_t index)
{
    const int64_t slot = menu->workshops->items[index].slot;

    for (size_t i = 0; slot && i < menu->slots->count; i++)
        if (menu->slots->items[i].head.id == slot)
            return &menu->slots->items[i];
    return NULL;
}

/* Folded, and 9.30 as two words. */
static char *
fold_words(const char *text)
{
    char *parted = memory_copy(text);

    for (char *at = parted; *at; at++)
        if (*at == '.')
            *at = ' ';
    char *folded = fold_copy(parted);
    free(parted);
    return folded;
}

/* --- what stands beside a title: a slot, hours, a half of the day */

struct hours {
    struct local_time start;
    struct local_time end;
    char *label; /* of the slot, folded; "" */
};

static struct hours
hours_of(const struct wish_menu *menu, size_t index)
{
    const struct workshop *workshop = &menu->workshops->items[index];
    const struct slot *slot = wish_name_slot(menu, index);

    return (struct hours){
        .start = slot ? slot->start : workshop->start,
        .end = slot ? slot->end : workshop->end,
        .label = fold_words(slot && slot->label ? slot->label : ""),
    };
}

static bool
has_word(const char *words, const char *word, size_t length)
{
    for (const char *at = words; *at; at += strspn(at, " ")) {
        const size_t other = strcspn(at, " ");
        if (other == length && memcmp(at, word, length) == 0)
            return true;
        at += other;
    }
    return false;
}

static bool
is_in_part(const struct hours *hours, enum day_part part)
{
    return (hours->start.hour < NOON) == (part == DAY_MORNING);
}

/* Adds the numbers of 9h30; false where other letters are in it. */
static bool
add_numbers(const char *word, size_t length, long *numbers, size_t *count)
{
    for (size_t i = 0; i < length;) {
        if (word[i] == 'h' && i > 0) {
            i++;
            continue;
        }
        if (!isdigit((unsigned char)word[i]) || *count == NUMBERS_MOST)
            return false;
        numbers[(*count)++] = strtol(word + i, NULL, 10);
        i += strspn(word + i, "0123456789");
    }
    return true;
}

/* Whether numbers are its start, or both its hours: minutes are left out where they are
 * none. */
static bool
are_hours(const struct hours *hours, const long *numbers, size_t count)
{
    const long whole[] = { hours->start.hour, hours->start.minute, hours->end.hour,
                           hours->end.minute };
    size_t at = 0;

    if (count == 0)
        return true;
    for (size_t i = 0; i < 4; i++) {
        const bool is_minute = i % 2 == 1;
        if (at == count)
            return !is_minute || whole[i] == 0;
        if (numbers[at] == whole[i])
            at++;
        else if (!is_minute || whole[i] != 0)
            return false;
    }
    return at == count;
}

struct word {
    const char *start;
    size_t length;
};

/* Whether all these words say when the workshop is; a small word alone says nothing. */
static bool
say_when(const struct hours *hours, const struct word *words, size_t count, size_t from,
         size_t to)
{
    long numbers[NUMBERS_MOST];
    size_t number_count = 0;
    bool any = false;

    for (size_t w = 0; w < count; w++) {
        if (w >= from && w < to)
            continue;
        const struct word *word = &words[w];
        const enum day_part part = heading_wish_day_part(word->start, word->length);
        if (has_word(hours->label, word->start, word->length) ||
            (part != DAY_NONE && is_in_part(hours, part)) ||
            (isdigit((unsigned char)word->start[0]) &&
             add_numbers(word->start, word->length, numbers, &number_count)))
            any = true;
        else if (!heading_wish_is_small(word->start, word->length))
            return false;
    }
    return any && are_hours(hours, numbers, number_count);
}

/* --- titles */

struct search {
    const struct wish_menu *menu;
    char **titles; /* folded */
    struct hours *hours;
    char *folded;
    struct word words[WORDS_MOST];
    size_t count;
    struct wish_match match;
};

static void
search_init(struct search *search, const struct wish_menu *menu, const char *words)
{
    const size_t count = menu->workshops->count;

    *search = (struct search){ .menu = menu, .folded = fold_words(words) };
    search->titles = memory_new(count + 1, sizeof(*search->titles));
    search->hours = memory_new(count + 1, sizeof(*search->hours));
    search->match.items = memory_new(count + 1, sizeof(*search->match.items));
    for (size_t i = 0; i < count; i++) {
        search->titles[i] = fold_words(menu->workshops->items[i].title);
        search->hours[i] = hours_of(menu, i);
    }
    for (const char *at = search->folded; *at && search->count < WORDS_MOST;
         at += strspn(at, " ")) {
        search->words[search->count++] = (struct word){ at, strcspn(at, " ") };
        at += strcspn(at, " ");
    }
}

static void
search_clear(struct search *search)
{
    for (size_t i = 0; i < search->menu->workshops->count; i++) {
        free(search->titles[i]);
        free(search->hours[i].label);
    }
    free(search->hours);
    free(search->titles);
    free(search->folded);
}

/* Whether these words are the title, or begin at one of its words. */
static bool
is_title(const char *title, const char *words, size_t length)
{
    return strlen(title) == length && memcmp(title, words, length) == 0;
}

static bool
is_part(const char *title, const char *words, size_t length)
{
    for (const char *at = title; *at; at += strspn(at, " ")) {
        if (strncmp(at, words, length) == 0 &&
            (length >= PART_LEAST || at[length] == ' ' || !at[length]))
            return true;
        at += strcspn(at, " ");
    }
    return false;
}

/* Words from..to of the cell as the title, the others as its hours.  Whether there is any
 * such workshop: no shorter title is looked for then. */
static bool
find_between(struct search *search, bool whole, size_t from, size_t to)
{
    const char *start = search->words[from].start;
    const size_t length =
        (size_t)(search->words[to - 1].start - start) + search->words[to - 1].length;
    const bool alone = from == 0 && to == search->count;

    for (size_t i = 0; i < search->menu->workshops->count; i++)
        if ((whole ? is_title(search->titles[i], start, length)
                   : is_part(search->titles[i], start, length)) &&
            (alone ||
             say_when(&search->hours[i], search->words, search->count, from, to)))
            search->match.items[search->match.count++] = i;
    search->match.whole = whole && search->match.count > 0;
    return search->match.count > 0;
}

static bool
find_title(struct search *search, bool whole)
{
    for (size_t length = search->count; length > 0; length--)
        for (size_t from = 0; from + length <= search->count; from++)
            if (find_between(search, whole, from, from + length))
                return true;
    return false;
}

/* A number alone: the place among all, by the hour, or the id. */
static bool
find_number(struct search *search)
{
    const long number = strtol(search->folded, NULL, 10);

    if (search->count != 1 || strspn(search->folded, "0123456789") == 0 ||
        search->folded[strspn(search->folded, "0123456789")])
        return false;
    for (size_t i = 0; i < search->menu->workshops->count; i++)
        if (search->menu->workshops->items[i].head.id == number || (long)i + 1 == number)
            search->match.items[search->match.count++] = i;
    search->match.whole = search->match.count > 0;
    return search->match.count > 0;
}

/* --- what the heading says where the cell does not */

static bool
says_label(const char *heading, const char *label)
{
    bool any = false;

    for (const char *at = label; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        if (!has_word(heading, at, length))
            return false;
        any = true;
        at += length;
    }
    return any;
}

static bool
says_part(const char *heading, const struct hours *hours)
{
    for (const char *at = heading; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        const enum day_part part = heading_wish_day_part(at, length);
        if (part != DAY_NONE && is_in_part(hours, part))
            return true;
        at += length;
    }
    return false;
}

static void
narrow(struct search *search, const char *heading)
{
    struct wish_match *match = &search->match;
    char *folded = fold_words(heading ? heading : "");
    size_t kept = 0;

    for (size_t i = 0; i < match->count; i++) {
        const struct hours *hours = &search->hours[match->items[i]];
        if (says_label(folded, hours->label) || says_part(folded, hours)) {
            const size_t other = match->items[kept];
            match->items[kept++] = match->items[i];
            match->items[i] = other;
        }
    }
    match->count = kept > 0 ? kept : match->count;
    free(folded);
}

struct wish_match
wish_name_find(const struct wish_menu *menu, const char *heading, const char *words)
{
    struct search search;

    search_init(&search, menu, words);
    (void)(find_title(&search, true) || find_title(&search, false) ||
           find_number(&search));
    if (search.match.count > 1)
        narrow(&search, heading);
    search_clear(&search);
    return search.match;
}

void
wish_name_add(const struct wish_menu *menu, size_t index, struct buffer *text)
{
    const struct workshop *workshop = &menu->workshops->items[index];
    char *title = fold_words(workshop->title);
    bool again = false;

    for (size_t i = 0; !again && i < menu->workshops->count; i++) {
        char *other = fold_words(menu->workshops->items[i].title);
        again = i != index && strcmp(title, other) == 0;
        free(other);
    }
    free(title);
    const struct slot *slot = wish_name_slot(menu, index);
    buffer_add(text, workshop->title);
    if (again && slot) {
        buffer_add(text, " (");
        slot_entity.title(slot, text);
        buffer_add(text, ")");
    } else if (again) {
        buffer_addf(text, " (%02d:%02d)", workshop->start.hour, workshop->start.minute);
    }
}
