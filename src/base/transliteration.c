/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transliteration.c - names in Cyrillic and Greek letters, as passports write them in
 * Latin ones
 */
#include "atelier/base/transliteration.h"

#include <string.h>

/* Small letters; what fold_add() leaves of them. */
static const struct {
    const char *letter;
    const char *latin;
} letters[] = {
    { "а", "a" },  { "б", "b" },    { "в", "v" },  { "г", "g" },   { "ґ", "g" },
    { "д", "d" },  { "ђ", "dj" },   { "е", "e" },  { "ё", "e" },   { "є", "ie" },
    { "ж", "zh" }, { "з", "z" },    { "и", "i" },  { "й", "i" },   { "і", "i" },
    { "ї", "i" },  { "ј", "j" },    { "к", "k" },  { "л", "l" },   { "љ", "lj" },
    { "м", "m" },  { "н", "n" },    { "њ", "nj" }, { "о", "o" },   { "п", "p" },
    { "р", "r" },  { "с", "s" },    { "т", "t" },  { "ћ", "c" },   { "у", "u" },
    { "ф", "f" },  { "х", "kh" },   { "ц", "ts" }, { "ч", "ch" },  { "џ", "dz" },
    { "ш", "sh" }, { "щ", "shch" }, { "ъ", "" },   { "ы", "y" },   { "ь", "" },
    { "э", "e" },  { "ю", "iu" },   { "я", "ia" }, { "ου", "ou" }, { "ού", "ou" },
    { "α", "a" },  { "ά", "a" },    { "β", "v" },  { "γ", "g" },   { "δ", "d" },
    { "ε", "e" },  { "έ", "e" },    { "ζ", "z" },  { "η", "i" },   { "ή", "i" },
    { "θ", "th" }, { "ι", "i" },    { "ί", "i" },  { "ϊ", "i" },   { "κ", "k" },
    { "λ", "l" },  { "μ", "m" },    { "ν", "n" },  { "ξ", "x" },   { "ο", "o" },
    { "ό", "o" },  { "π", "p" },    { "ρ", "r" },  { "σ", "s" },   { "ς", "s" },
    { "τ", "t" },  { "υ", "y" },    { "ύ", "y" },  { "ϋ", "y" },   { "φ", "f" },
    { "χ", "ch" }, { "ψ", "ps" },   { "ω", "o" },  { "ώ", "o" },
};

/* UTF-8 of U+0380 to U+04FF, where all these letters stand, begins so. */
static bool
may_be_letter(char byte)
{
    return (unsigned char)byte >= 0xce && (unsigned char)byte <= 0xd3;
}

/* The bytes of the letter, or of the two that are one, that begin there; 0: none. */
static size_t
add_letter(struct buffer *latin, const char *at)
{
    if (!may_be_letter(*at))
        return 0;
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        size_t bytes = strlen(letters[i].letter);
        if (strncmp(at, letters[i].letter, bytes) != 0)
            continue;
        buffer_add(latin, letters[i].latin);
        return bytes;
    }
    return 0;
}

bool
transliteration_add(struct buffer *buffer, const char *folded)
{
    const char *at = folded;
    while (*at && !may_be_letter(*at))
        at++;
    if (!*at)
        return false;
    struct buffer latin = { 0 };
    bool any = false;

    for (at = folded; *at;) {
        size_t length = add_letter(&latin, at);
        any = any || length > 0;
        if (length == 0)
            buffer_add_char(&latin, *at++);
        at += length;
    }
    if (any)
        buffer_add(buffer, buffer_text(&latin));
    buffer_clear(&latin);
    return any;
}
