/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_order.c - which of two names comes first, where the address shows it; and
 * two surnames */
#include "import/import_name_order.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_cells.h"
#include "name/name_word.h"

enum { KEY_BYTES = 64 };

/* The letters of a name, and the first of each of its words; of the words before a
 * particle and behind it alone, as in María del Carmen. */
struct key {
    char letters[KEY_BYTES];
    char initials[KEY_BYTES];
    char large[KEY_BYTES];
};

/* ü is ue in addresses of German names, u in others. */
static char *
spelt_out(const char *text)
{
    static const char *const letters[][2] = {
        { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "Ae" },
        { "Ö", "Oe" }, { "Ü", "Ue" }, { "ß", "ss" },
    };
    struct buffer spelt = { 0 };

    while (*text) {
        size_t i = 0;
        while (i < sizeof(letters) / sizeof(letters[0]) &&
               strncmp(text, letters[i][0], 2) != 0)
            i++;
        if (i < sizeof(letters) / sizeof(letters[0])) {
            buffer_add(&spelt, letters[i][1]);
            text += 2;
        } else {
            buffer_add_char(&spelt, *text++);
        }
    }
    return buffer_take(&spelt);
}

static void
key_make(struct key *key, const char *name, bool spell)
{
    char *spelt = spell ? spelt_out(name) : NULL;
    char *folded = fold_copy(spelt ? spelt : name);
    size_t length = 0;
    size_t count = 0;
    bool begins = true;

    for (const char *at = folded; *at && length + 1 < KEY_BYTES; at++) {
        if (!isalnum((unsigned char)*at)) {
            begins = true;
            continue;
        }
        if (begins)
            key->initials[count++] = *at;
        begins = false;
        key->letters[length++] = *at;
    }
    key->letters[length] = '\0';
    key->initials[count] = '\0';
    free(folded);
    free(spelt);
}

/* The initials of the words that are no particles. */
static void
key_make_large(struct key *key, const char *name, bool spell)
{
    struct name_words words;
    struct buffer large = { 0 };
    struct key whole;

    name_words_find(&words, name);
    for (size_t i = 0; i < words.count; i++)
        if (!name_word_is_particle(words.items[i])) {
            buffer_add_part(&large, words.items[i].start, words.items[i].length);
            buffer_add_char(&large, ' ');
        }
    key_make(&whole, buffer_text(&large), spell);
    memcpy(key->large, whole.initials, sizeof(key->large));
    buffer_clear(&large);
}

/* The letters of an address before its @: jean.petit2 and jean-petit are jeanpetit. */
static void
local_make(char local[static KEY_BYTES], const char *email)
{
    size_t length = 0;

    for (; *email && *email != '@' && *email != '+' && length + 1 < KEY_BYTES; email++)
        if (isalpha((unsigned char)*email))
            local[length++] = (char)tolower((unsigned char)*email);
    local[length] = '\0';
}

/* The letter of ASCII that a letter of western Europe is in addresses; 0: it is none that
 * is known here.  *length is how many bytes it has. */
static char
plain_letter(const char *at, size_t *length)
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo-ouuuuyts";

    *length = 1;
    if (!((unsigned char)*at & 0x80))
        return (char)tolower((unsigned char)*at);
    *length = 2;
    return (unsigned char)*at == 0xC3 && at[1] ? latin[(unsigned char)at[1] & 0x1F]
                                               : '\0';
}

/* What goes on behind the letters of a name in plain letters; NULL: it does not begin so.
 */
static const char *
behind(const char *local, const char *name)
{
    size_t length;

    for (; *name; name += length) {
        const char letter = plain_letter(name, &length);
        if (!letter)
            return NULL;
        if (!isalpha((unsigned char)letter))
            continue;
        if (*local != letter)
            return NULL;
        local++;
    }
    return local;
}

/* jean.petit@ of Jean Petit, as most are: nothing needs to be folded for it. */
static bool
is_plainly(const char *local, const struct person_name *name)
{
    const char *rest = behind(local, name->given);

    rest = rest ? behind(rest, name->family) : NULL;
    return rest && !*rest;
}

/* Whether the beginning of a word of a name may stand in an address. */
static bool
has_beginning(const char *local, const char *name)
{
    enum { LETTERS = 3 };

    while (*name) {
        char begin[LETTERS + 1] = { 0 };
        const size_t length = strcspn(name, " -");
        for (size_t i = 0; i < length && i < LETTERS; i++)
            begin[i] = (char)tolower((unsigned char)name[i]);
        for (size_t i = 0; i < LETTERS; i++)
            if ((unsigned char)begin[i] & 0x80 || begin[i] == '\'')
                return true; /* that is seen when it is folded */
        if (length > 0 && strstr(local, begin))
            return true;
        name += length;
        name += strspn(name, " -");
    }
    return false;
}

/* Whether a text is one and then the other, or as much of the other as is said. */
static bool
is_both(const char *text, const char *one, const char *other, size_t part)
{
    const size_t length = strlen(one);
    const size_t rest = strlen(other) < part ? strlen(other) : part;

    return length > 0 && rest > 0 && strncmp(text, one, length) == 0 &&
           strlen(text) == length + rest && strncmp(text + length, other, rest) == 0;
}

enum fit {
    FIT_NO,
    FIT_EITHER, /* marie.d: one of the names whole, and how the other begins */
    FIT_SURE    /* jean.petit, jpetit */
};

static enum fit
fit_of(const char *local, const struct key *given, const struct key *family)
{
    const char initial[2] = { given->letters[0], '\0' };

    if (is_both(local, given->letters, family->letters, KEY_BYTES) ||
        is_both(local, given->initials, family->letters, KEY_BYTES) ||
        is_both(local, given->large, family->letters, KEY_BYTES) ||
        is_both(local, initial, family->letters, KEY_BYTES))
        return FIT_SURE;
    if (family->initials[0] && family->initials[1] &&
        is_both(local, given->large, family->large, KEY_BYTES))
        return FIT_SURE; /* jgl@ of José García López */
    return is_both(local, given->letters, family->letters, 1) ||
                   is_both(local, family->letters, given->initials, KEY_BYTES) ||
                   is_both(local, family->letters, given->letters, 1)
               ? FIT_EITHER
               : FIT_NO;
}

/* jose@ of José García López: the given name alone, which no family name is as well. */
static bool
is_given_alone(const char *local, const struct key *given, const struct person_name *name)
{
    return strcmp(local, given->letters) == 0 && import_cell_begins_given(name->given) &&
           !import_cell_begins_given(name->family);
}

/* Whether an address is made of a name as it was parted: of both, or of the first of two
 * family names: jgarcia@. */
static enum fit
fit_name(const char *local, const struct person_name *name)
{
    enum fit best = FIT_NO;

    for (int spell = 0; name->given && name->family && spell < 2; spell++) {
        struct key given;
        struct key family;
        key_make(&given, name->given, spell);
        key_make_large(&given, name->given, spell);
        key_make(&family, name->family, spell);
        key_make_large(&family, name->family, spell);
        enum fit fit = fit_of(local, &given, &family);
        if (is_given_alone(local, &given, name))
            fit = FIT_SURE;
        char *first = memory_copy_part(name->family, strcspn(name->family, " "));
        if (fit != FIT_SURE && strlen(first) < strlen(name->family) &&
            !import_cell_begins_given(first)) {
            key_make(&family, first, spell);
            const enum fit part = fit_of(local, &given, &family);
            fit = part == FIT_SURE ? part : fit;
        }
        free(first);
        best = fit > best ? fit : best;
    }
    return best;
}

/* Whether the given name is a usual one and the other is none: that is surer than an
 * address which has them the other way round. */
static bool
is_surely_parted(const struct person_name *name)
{
    return name->given && name->family && import_cell_begins_given(name->given) &&
           !import_cell_begins_given(name->family);
}

/* The address in the text itself: Petit Jean jean.petit@example.org. */
static const char *
address_in(const struct person_name *name, const char *email)
{
    return email ? email : name->note && strchr(name->note, '@') ? name->note : NULL;
}

/* Names of several words, parted elsewhere: the address shows where. */
static bool
part_again(struct person_name *name, const struct person_name *turned, const char *local,
           enum person_name_order order)
{
    const bool given_first = order == NAME_GIVEN_FIRST;
    const struct person_name *read = given_first ? name : turned;
    struct buffer whole = { 0 };
    struct name_words words;
    bool fits = false;

    if (!read->given || !read->family)
        return false;
    buffer_addf(&whole, "%s %s", read->given, read->family);
    name_words_find(&words, buffer_text(&whole));
    for (size_t i = 1; !fits && words.count > 2 && i < words.count; i++) {
        char *first = name_words_copy(&words, 0, i);
        char *second = name_words_copy(&words, i, words.count);
        struct person_name other = { .given = first, .family = second };
        fits = fit_name(local, &other) == FIT_SURE &&
               !import_cell_begins_given(other.family);
        other = (struct person_name){ .given = second, .family = first };
        const bool turns = !fits && !is_surely_parted(name) &&
                           fit_name(local, &other) == FIT_SURE &&
                           !import_cell_begins_given(first);
        fits = fits || turns;
        if (fits) {
            memory_replace(&name->given, turns ? second : first);
            memory_replace(&name->family, turns ? first : second);
        }
        free(first);
        free(second);
    }
    buffer_clear(&whole);
    return fits;
}

/* Whether the last word alone is a usual given name, and yet read as the family name. */
static bool
seems_turned(const struct person_name *name, enum person_name_order order)
{
    const char *last = strrchr(name->family, ' ');

    return order == NAME_GIVEN_FIRST && !import_cell_begins_given(name->given) &&
           import_cell_begins_given(last ? last + 1 : name->family);
}

/* “Anna Roth” among “Schmidt Anna”: the other order fits, and neither comma nor capitals
 * show that it is none. */
static enum import_name_reading
as_it_stands(const struct person_name *name, const char *text)
{
    enum person_name_order shown;

    return name->given && name->family && !strchr(text, ',') &&
                   import_cell_begins_given(name->family) &&
                   !import_cell_begins_given(name->given) &&
                   !person_name_order_of(text, &shown)
               ? IMPORT_NAME_TURNED
               : IMPORT_NAME_AS_IT_STANDS;
}

enum import_name_reading
import_name_read(struct person_name *name, const char *text, const char *email,
                 enum person_name_order order)
{
    enum person_name_order shown;
    char local[KEY_BYTES];

    person_name_read(name, text, order);
    const char *address = address_in(name, email);
    if (!address || !name->given || !name->family || strchr(text, ','))
        return as_it_stands(name, text);
    local_make(local, address);
    if (is_plainly(local, name))
        return IMPORT_NAME_AS_IT_STANDS;
    if (!has_beginning(local, name->given) && !has_beginning(local, name->family) &&
        !seems_turned(name, order))
        return as_it_stands(name, text);
    if (fit_name(local, name) == FIT_SURE || person_name_order_of(text, &shown))
        return IMPORT_NAME_AS_IT_STANDS;
    struct person_name turned = { 0 };
    person_name_read(&turned, text,
                     order == NAME_GIVEN_FIRST ? NAME_FAMILY_FIRST : NAME_GIVEN_FIRST);
    const enum fit fit = fit_name(local, &turned);
    const bool turns = fit == FIT_SURE ? !is_surely_parted(name)
                                       : fit == FIT_EITHER && is_surely_parted(&turned);
    const bool parts = !turns && part_again(name, &turned, local, order);
    struct person_name *left = turns ? name : &turned;
    person_name_clear(left);
    if (turns)
        *name = turned;
    return turns || parts ? IMPORT_NAME_BY_ADDRESS
           : as_it_stands(name, text) == IMPORT_NAME_AS_IT_STANDS &&
                   seems_turned(name, order)
               ? IMPORT_NAME_UNKNOWN
               : as_it_stands(name, text);
}

static bool
speaks_of_surnames(const struct import_mapping *mapping, enum import_target whole)
{
    for (size_t c = 0; mapping->asked && c < mapping->count; c++) {
        if (mapping->targets[c] != whole)
            continue;
        char *folded = fold_copy(mapping->asked[c]);
        const bool speaks = strstr(folded, "apellidos") || strstr(folded, "sobrenomes") ||
                            strstr(folded, "cognoms");
        free(folded);
        return speaks;
    }
    return false;
}

/* The surname at one end of the given names: García of “José García”; a usual given name
 * and what a particle leads to are none. */
static bool
find_surname(const struct name_words *words, bool at_end, size_t *surname)
{
    *surname = at_end ? words->count - 1 : 0;
    if (words->count < 2 || name_word_is_particle(words->items[*surname]) ||
        (at_end && words->count > 2 && name_word_is_particle(words->items[*surname - 1])))
        return false;
    char *word = name_words_copy(words, *surname, *surname + 1);
    const bool is = !import_cell_begins_given(word);
    free(word);
    return is;
}

void
import_name_take_surnames(const struct import_mapping *mapping, enum import_target whole,
                          struct person_name *name)
{
    const bool at_end = whole == IMPORT_NAME_GIVEN_FIRST;
    struct name_words words;
    size_t surname;

    if (!name->given || !name->family || strchr(name->family, ' ') ||
        !strchr(name->given, ' ') || !speaks_of_surnames(mapping, whole))
        return;
    name_words_find(&words, name->given);
    if (!find_surname(&words, at_end, &surname))
        return;
    char *other = name_words_copy(&words, surname, surname + 1);
    char *given = at_end ? name_words_copy(&words, 0, surname)
                         : name_words_copy(&words, 1, words.count);
    struct buffer family = { 0 };
    buffer_addf(&family, "%s %s", at_end ? other : name->family,
                at_end ? name->family : other);
    free(other);
    free(name->given);
    free(name->family);
    name->given = given;
    name->family = buffer_take(&family);
}
