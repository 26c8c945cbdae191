/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_address_name.c - the name of somebody of whom a list has the address alone */
#include "import/import_address_name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"

bool
import_address_is_all(const struct import_mapping *mapping)
{
    return mapping->count == 1 && mapping->targets[0] == IMPORT_EMAIL;
}

/* Where the last word of zoe.durand begins; 0: it is one word. */
static size_t
last_word(const char *local, size_t length)
{
    for (size_t i = length; i > 1; i--)
        if (strchr("._", local[i - 1]) && i < length)
            return i;
    return 0;
}

/* jean-luc: Jean-Luc. */
static char *
with_capitals(const char *text, size_t length)
{
    struct buffer name = { 0 };
    bool begins = true;

    for (size_t i = 0; i < length; i++) {
        const char c = strchr("._", text[i]) ? ' ' : text[i];
        buffer_add_char(&name, begins ? (char)toupper((unsigned char)c) : c);
        begins = c == ' ' || c == '-' || c == '\'';
    }
    return name.length > 0 ? buffer_take(&name) : NULL;
}

void
import_address_name_guess(struct import_row *row)
{
    const char *email = row->values[IMPORT_EMAIL];
    if (row->values[IMPORT_FAMILY] || row->values[IMPORT_GIVEN] || !email)
        return;

    size_t length = strcspn(email, "@+"); /* zoe.durand+list@ */
    while (length > 1 && strchr("0123456789._-", email[length - 1]))
        length--;
    const size_t family = last_word(email, length);
    row->values[IMPORT_FAMILY] = with_capitals(email + family, length - family);
    row->values[IMPORT_GIVEN] = family > 0 ? with_capitals(email, family - 1) : NULL;
    row->is_guessed = row->values[IMPORT_FAMILY];
    struct buffer why = { 0 };
    buffer_addf(&why,
                _("The name is only guessed from the address %s; correct it, or take the "
                  "row as it is."),
                email);
    free(row->asked);
    row->asked = buffer_take(&why);
}
