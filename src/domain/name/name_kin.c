/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_kin.c - one name that is written in several ways, or in part */
#include "atelier/domain/name_kin.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/transliteration.h"
#include "name/name_word.h"

enum { PART_BYTES = 3, SPELLINGS = 3 };

/* How a word that begins as a saint does is read: Stefoy is Ste Foy, and Stetienne is
 * St Étienne. */
enum saint_way { SAINT_APART, SAINT_SHORT, SAINT_LONG, SAINT_WAY_COUNT };

static bool
word_is_among(struct name_word word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == word.length &&
            memcmp(words[i], word.start, word.length) == 0)
            return true;
    return false;
}

static bool
is_saint(struct name_word word)
{
    static const char *const saints[] = { "st", "ste", "saint", "sainte" };

    return word_is_among(word, saints, sizeof(saints) / sizeof(saints[0]));
}

/* How much of a word is the saint that was joined to the name: the “St” of StClair. */
static size_t
joined_saint(struct name_word word, enum saint_way way)
{
    static const char *const saints[] = { "saint", "sainte", "st", "ste" };
    size_t found = 0;

    for (size_t i = 0; way != SAINT_APART && i < sizeof(saints) / sizeof(saints[0]);
         i++) {
        const size_t length = strlen(saints[i]);
        if (word.length >= length + PART_BYTES &&
            memcmp(word.start, saints[i], length) == 0 &&
            (found == 0 || way == SAINT_LONG))
            found = length;
    }
    return found;
}

static void
add_word(struct buffer *form, struct name_word word, enum saint_way way)
{
    const size_t saint = is_saint(word) ? word.length : joined_saint(word, way);

    if (saint > 0)
        buffer_add(form, "saint");
    buffer_add_part(form, word.start + saint, word.length - saint);
}

/* Martin is not Saint-Martin, Donald not Mac Donald. */
static bool
can_be_left_out(struct name_word word)
{
    static const char *const kept[] = { "mac", "mc", "san", "santa", "sao" };

    return name_word_is_particle(word) && !is_saint(word) &&
           !word_is_among(word, kept, sizeof(kept) / sizeof(kept[0]));
}

static bool
has_form(const struct name_kin *kin, size_t from, size_t to, const char *form)
{
    for (size_t i = from; i < to; i++)
        if (strcmp(kin->forms[i], form) == 0)
            return true;
    return false;
}

static void
add_form(struct name_kin *kin, struct buffer *form)
{
    if (form->length > 0 && kin->count < NAME_KIN_MOST &&
        !has_form(kin, 0, kin->count, buffer_text(form)))
        kin->forms[kin->count++] = memory_copy(buffer_text(form));
    buffer_reset(form);
}

/* mcdonald of macdonald, and the other way round: both are written of one family. */
static void
add_other_mac(struct name_kin *kin, const char *form)
{
    enum { REST_BYTES = 4 };
    static const char *const sons[] = { "mac", "mc" };
    struct buffer other = { 0 };

    for (size_t i = 0; i < 2 && other.length == 0; i++)
        if (strncmp(form, sons[i], strlen(sons[i])) == 0 &&
            strlen(form) >= strlen(sons[i]) + REST_BYTES)
            buffer_addf(&other, "%s%s", sons[1 - i], form + strlen(sons[i]));
    add_form(kin, &other);
    buffer_clear(&other);
}

/* delatour, latour and tour of “de la tour”; stclair and saintclair of “StClair”. */
static void
add_whole(struct name_kin *kin, const struct name_words *words)
{
    struct buffer form = { 0 };

    for (size_t from = 0; from < words->count; from++) {
        for (int way = 0; way < SAINT_WAY_COUNT; way++) {
            for (size_t i = from; i < words->count; i++)
                add_word(&form, words->items[i], (enum saint_way)way);
            add_other_mac(kin, buffer_text(&form));
            add_form(kin, &form);
        }
        if (from + 1 == words->count || !can_be_left_out(words->items[from]))
            break;
    }
    buffer_clear(&form);
}

static void
add_parts(struct name_kin *kin, const struct name_words *words)
{
    size_t parts = 0;
    struct buffer form = { 0 };

    for (size_t i = 0; words->count > 1 && i < words->count; i++)
        parts += !name_word_is_particle(words->items[i]);
    for (size_t i = 0; parts > 1 && i < words->count; i++) {
        struct name_word word = words->items[i];
        if (!name_word_is_particle(word) && word.length >= PART_BYTES)
            buffer_add_part(&form, word.start, word.length);
        add_form(kin, &form);
    }
    buffer_clear(&form);
}

/* Particles that stand behind the name belong before it: “Tour (de la)”.  False when
 * there are none. */
static bool
turn_particles(struct name_words *words)
{
    struct name_words turned = { 0 };
    size_t name = words->count;

    while (words->count > 1 && name > 0 && name_word_is_particle(words->items[name - 1]))
        name--;
    if (name == 0 || name == words->count)
        return false;
    for (size_t i = name; i < words->count; i++)
        turned.items[turned.count++] = words->items[i];
    for (size_t i = 0; i < name; i++)
        turned.items[turned.count++] = words->items[i];
    *words = turned;
    return true;
}

void
name_kin_init(struct name_kin *kin, const char *name)
{
    *kin = (struct name_kin){ 0 };
    if (!name)
        return;
    struct buffer spellings[SPELLINGS] = { 0 };
    struct name_words words[SPELLINGS];
    fold_add(&spellings[0], name);
    fold_add_second(&spellings[1], name);
    transliteration_add(&spellings[2], buffer_text(&spellings[0]));
    for (size_t i = 0; i < SPELLINGS; i++) {
        name_words_find(&words[i], buffer_text(&spellings[i]));
        add_whole(kin, &words[i]);
        if (turn_particles(&words[i]))
            add_whole(kin, &words[i]);
    }
    kin->whole = kin->count;
    for (size_t i = 0; i < SPELLINGS; i++)
        add_parts(kin, &words[i]);
    for (size_t i = 0; i < SPELLINGS; i++)
        buffer_clear(&spellings[i]);
}

void
name_kin_clear(struct name_kin *kin)
{
    for (size_t i = 0; i < kin->count; i++)
        free(kin->forms[i]);
    *kin = (struct name_kin){ 0 };
}

/* Whether a whole form of one is a whole form, or a part, of the other. */
static bool
share(const struct name_kin *a, const struct name_kin *b, size_t from, size_t to)
{
    for (size_t i = 0; i < a->whole; i++)
        if (has_form(b, from, to, a->forms[i]))
            return true;
    return false;
}

enum kinship
name_kin_compare(const struct name_kin *a, const struct name_kin *b)
{
    if (share(a, b, 0, b->whole))
        return KIN_SAME;
    return share(a, b, b->whole, b->count) || share(b, a, a->whole, a->count) ? KIN_PART
                                                                              : KIN_NONE;
}
