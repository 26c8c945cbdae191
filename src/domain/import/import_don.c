/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_don.c - the D. of Spain before a given name: Don, or an initial? */
#include "import/import_don.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "name/name_kind.h"
#include "name/name_word.h"

static bool
is_spanish_heading(const char *heading)
{
    char *folded = fold_copy(heading);
    const bool is = strstr(folded, "nombre") || strstr(folded, "apellido");

    free(folded);
    return is;
}

/* Both family names of García López. */
static bool
has_two_families(const char *family)
{
    struct name_words words;

    name_words_find(&words, family);
    return words.count == 2 && name_word_is_iberian_family(words.items[0]) &&
           name_word_is_iberian_family(words.items[1]);
}

/* José, Ángel, Iñaki: with García behind it, no middle name of an English one. */
static bool
is_of_spain(const char *given, const char *family)
{
    static const char *const letters[] = { "á", "é", "í", "ó", "ú", "ñ", "Á", "Í", "Ó" };
    struct name_words words;
    bool has = false;

    for (size_t i = 0; !has && i < sizeof(letters) / sizeof(letters[0]); i++)
        has = strstr(given, letters[i]) != NULL;
    name_words_find(&words, family);
    return has && words.count > 0 && name_word_is_iberian_family(words.items[0]);
}

static bool
is_spanish(const struct import_row *row, const struct import_mapping *mapping)
{
    const char *language = row->values[IMPORT_LANGUAGE];
    const char *family = row->values[IMPORT_FAMILY];

    if ((language && strncmp(language, "es", 2) == 0) ||
        (family &&
         (has_two_families(family) || is_of_spain(row->values[IMPORT_GIVEN], family))))
        return true;
    for (size_t c = 0; mapping->asked && c < mapping->count; c++)
        if (mapping->targets[c] != IMPORT_NOTHING &&
            is_spanish_heading(mapping->asked[c]))
            return true;
    return false;
}

void
import_don_take(struct import_row *row, const struct import_mapping *mapping)
{
    static const char don[] = "D. ";
    char **given = &row->values[IMPORT_GIVEN];
    char **civility = &row->values[IMPORT_CIVILITY];

    if (!*given || strncmp(*given, don, strlen(don)) != 0 || !is_spanish(row, mapping))
        return;
    struct buffer whole = { 0 };
    buffer_addf(&whole, "%s%sD.", *civility ? *civility : "", *civility ? " " : "");
    memory_replace(civility, buffer_text(&whole));
    buffer_clear(&whole);
    char *rest = memory_copy(*given + strlen(don));
    free(*given);
    *given = rest;
}
