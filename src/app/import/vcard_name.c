/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_name.c - the name on an address card: N, and what FN has beyond it */
#include "import/vcard_name.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person_name.h"
#include "import/vcard_line.h"

/* The whole value, its backslashes undone. */
char *
vcard_name_plain(const struct vcard_card *card, enum vcard_property property)
{
    struct buffer text = { 0 };
    if (card->values[property].text)
        (void)vcard_value_add_part(card->values[property].text, "", card->is_old, &text);
    char *tidy = text_tidy(buffer_text(&text));
    buffer_clear(&text);
    return tidy;
}

/* One of the parts that semicolons part; several of it are parted by commas. */
char *
vcard_name_part(const struct vcard_card *card, enum vcard_property property, size_t index)
{
    const char *at = card->values[property].text;
    struct buffer text = { 0 };
    for (size_t i = 0; at && i <= index; i++) {
        buffer_reset(&text);
        at = vcard_value_add_part(at, ";", card->is_old, &text);
        if (!at && i < index)
            buffer_reset(&text);
    }
    char *tidy = text_tidy(buffer_text(&text));
    buffer_clear(&text);
    return tidy;
}

/* Family names, given names and so on may be several each: Rene,J. */
char *
vcard_name_names(const struct vcard_card *card, size_t index)
{
    char *names = vcard_name_part(card, VCARD_N, index);
    for (char *c = names; *c; c++)
        if (*c == ',')
            *c = ' ';
    char *tidy = text_tidy(names);
    free(names);
    return tidy;
}

static char *
joined(char *first, char *second)
{
    struct buffer text = { 0 };
    buffer_addf(&text, "%s%s%s", first, *first && *second ? " " : "", second);
    free(first);
    free(second);
    char *copy = memory_copy(buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

/* A generation belongs to a name; a degree does not. */
static char *
generation_of(const struct vcard_card *card)
{
    static const char *const generations[] = { "II", "III", "IV", "Jr", "Sr" };
    char *suffix = vcard_name_names(card, 4);
    size_t length = strcspn(suffix, " .");
    for (size_t i = 0; i < sizeof(generations) / sizeof(generations[0]); i++)
        if (strlen(generations[i]) == length &&
            strncasecmp(suffix, generations[i], length) == 0)
            return suffix;
    suffix[0] = '\0';
    return suffix;
}

/* Whether one text ends with the other, a word or more before it, accents and case
 * aside. */
static bool
goes_before(const char *whole, const char *end)
{
    char *one = fold_copy(whole);
    char *other = fold_copy(end);
    const size_t longer = strlen(one);
    const size_t length = strlen(other);
    const bool is = length > 0 && longer > length + 1 &&
                    one[longer - length - 1] == ' ' &&
                    strcmp(one + longer - length, other) == 0;
    free(one);
    free(other);
    return is;
}

/* The same for its beginning: Anne of Anne-Marie. */
static bool
goes_on(const char *whole, const char *begin)
{
    char *one = fold_copy(whole);
    char *other = fold_copy(begin);
    const size_t length = strlen(other);
    const bool is = length > 0 && strncmp(one, other, length) == 0 && one[length] == ' ';
    free(one);
    free(other);
    return is;
}

static bool
is_same(const char *whole, const char *name)
{
    char *one = fold_copy(whole);
    char *other = fold_copy(name);
    const bool is = strcmp(one, other) == 0;
    free(one);
    free(other);
    return is;
}

/* Whether only words like van der stand before the family name. */
static bool
adds_particles(const char *whole, const char *family)
{
    const char *last = whole + strlen(whole);
    size_t words = 1;
    for (const char *at = family; *at; at++)
        words += *at == ' ';
    while (last > whole && words > 0)
        words -= *--last == ' ';
    if (words > 0)
        return false;
    char *before = memory_copy_part(whole, (size_t)(last - whole));
    const bool is = person_name_is_particles(before);
    free(before);
    return is && goes_before(whole, family);
}

/* What FN has beyond N: particles, a second given name, a civility. */
static void
complete(struct vcard_name *name, const struct person_name *shown)
{
    const char *family = shown->family ? shown->family : "";
    const char *given = shown->given ? shown->given : "";
    const bool adds = adds_particles(family, name->family);

    if (!adds && !is_same(family, name->family))
        return;
    if (!*name->given || goes_on(given, name->given))
        memory_replace(&name->given, given);
    if (adds)
        memory_replace(&name->family, family);
}

static bool
has_word(const char *text, const char *word, size_t length)
{
    for (const char *at = text; *at; at += strspn(at, " ")) {
        const size_t found = strcspn(at, " ");
        if (found == length && memcmp(at, word, length) == 0)
            return true;
        at += found;
    }
    return false;
}

/* 王小明 of 王 and 小明: both names in one word, as no blank parts them there. */
static bool
is_both_joined(const struct vcard_name *name, const char *text)
{
    struct buffer both = { 0 };
    struct buffer turned = { 0 };
    buffer_addf(&both, "%s%s", name->family, name->given);
    buffer_addf(&turned, "%s%s", name->given, name->family);
    const bool is =
        is_same(text, buffer_text(&both)) || is_same(text, buffer_text(&turned));
    buffer_clear(&both);
    buffer_clear(&turned);
    return is;
}

/* Words of a text that are none of the name; one that FN and N both have, once. */
static void
add_beyond(const struct vcard_name *name, const char *text, struct buffer *beyond)
{
    if (is_both_joined(name, text))
        return;
    struct buffer all = { 0 };
    buffer_addf(&all, "%s %s %s %s", name->family, name->given, name->civility,
                buffer_text(beyond));
    char *taken = fold_copy(buffer_text(&all));
    char *copy = memory_copy(text);
    char *rest = NULL;

    for (char *word = strtok_r(copy, " ,()[]", &rest); word;
         word = strtok_r(NULL, " ,()[]", &rest)) {
        char *folded = fold_copy(word);
        bool is_new = false;
        for (const char *at = folded; *at; at += strspn(at, " ")) {
            const size_t length = strcspn(at, " ");
            is_new = is_new || !has_word(taken, at, length);
            at += length;
        }
        if (is_new)
            buffer_addf(beyond, "%s%s", beyond->length > 0 ? " " : "", word);
        free(folded);
    }
    free(copy);
    free(taken);
    buffer_clear(&all);
}

/* N:Sophie Petit;;;; of a telephone that knows one name only. */
static bool
is_whole_name(const struct vcard_name *name, const char *first, const char *whole)
{
    return !*name->given && strchr(first, ' ') && is_same(whole, first);
}

/* N, with what FN has beyond it; or FN parted as any name that stands in one cell. */
void
vcard_name_read(const struct vcard_card *card, struct vcard_name *name)
{
    *name = (struct vcard_name){
        .family = joined(vcard_name_names(card, 0), generation_of(card)),
        .given = joined(vcard_name_names(card, 1), vcard_name_names(card, 2)),
        .civility = vcard_name_names(card, 3),
    };
    char *first = vcard_name_names(card, 0);
    char *suffix = vcard_name_names(card, 4);
    char *whole = vcard_name_plain(card, VCARD_FN);
    struct buffer beyond = { 0 };
    if (*whole && !strchr(whole, '@')) {
        struct person_name shown = { 0 };
        person_name_read(&shown, whole, NAME_GIVEN_FIRST);
        if (shown.civility && (!*first || !*name->civility))
            memory_replace(&name->civility, shown.civility);
        if (*first && !is_whole_name(name, first, whole)) {
            complete(name, &shown);
        } else {
            memory_replace(&name->family, shown.family ? shown.family : "");
            memory_replace(&name->given, shown.given ? shown.given : "");
        }
        person_name_clear(&shown);
        add_beyond(name, whole, &beyond);
    }
    add_beyond(name, suffix, &beyond);
    name->beyond = beyond.length > 0 ? buffer_take(&beyond) : NULL;
    free(whole);
    free(suffix);
    free(first);
}

void
vcard_name_clear(struct vcard_name *name)
{
    free(name->family);
    free(name->given);
    free(name->civility);
    free(name->beyond);
}
