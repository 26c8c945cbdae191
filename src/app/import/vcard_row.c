/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_row.c - one address card as a row: a cell for each thing that an import takes */
#include "import/vcard_row.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/vcard_name.h"

/* Every column says its heading, and what it holds. */
enum cell {
    CELL_CIVILITY,
    CELL_GIVEN,
    CELL_FAMILY,
    CELL_EMAIL,
    CELL_PHONE,
    CELL_ORGANISATION,
    CELL_DEPARTMENT,
    CELL_FUNCTION,
    CELL_LANGUAGE,
    CELL_NOTE
};

const enum import_target vcard_row_holds[VCARD_COLUMNS] = {
    [CELL_CIVILITY] = IMPORT_CIVILITY,  [CELL_GIVEN] = IMPORT_GIVEN,
    [CELL_FAMILY] = IMPORT_FAMILY,      [CELL_EMAIL] = IMPORT_EMAIL,
    [CELL_PHONE] = IMPORT_PHONE,        [CELL_ORGANISATION] = IMPORT_ORGANISATION,
    [CELL_DEPARTMENT] = IMPORT_NOTHING, [CELL_FUNCTION] = IMPORT_FUNCTION,
    [CELL_LANGUAGE] = IMPORT_LANGUAGE,  [CELL_NOTE] = IMPORT_NOTE,
};

static void
pour(struct table_store *rows, const char *text)
{
    table_store_add_cell(rows, text ? text : "", text ? strlen(text) : 0);
}

void
vcard_row_pour_headings(struct table_store *rows)
{
    for (int c = 0; c < VCARD_COLUMNS; c++)
        pour(rows, c == CELL_DEPARTMENT ? _("Department")
                                        : _(import_targets[vcard_row_holds[c]].label));
}

static bool
starts_with(const char *text, const char *word)
{
    return strncasecmp(text, word, strlen(word)) == 0;
}

/* What is behind the first part: ORG is an organisation and its units. */
static char *
units_of(const struct vcard_card *card)
{
    const char *at = card->values[VCARD_ORG].text;
    struct buffer text = { 0 };
    struct buffer part = { 0 };
    for (size_t i = 0; at; i++) {
        buffer_reset(&part);
        at = vcard_value_add_part(at, ";", card->is_old, &part);
        if (i > 0 && !text_is_blank(buffer_text(&part)))
            buffer_addf(&text, "%s%s", text.length ? ", " : "", buffer_text(&part));
    }
    buffer_clear(&part);
    char *tidy = text_tidy(buffer_text(&text));
    buffer_clear(&text);
    return tidy;
}

/* "mailto:a%40b.example?subject=Hello" and "tel:+33-1;ext=12", or what stands there. */
static char *
address_of(const char *text, bool is_old)
{
    struct buffer value = { 0 };
    (void)vcard_value_add_part(text, "", is_old, &value);
    char *copy = text_tidy(buffer_text(&value));
    buffer_clear(&value);
    bool is_mail = starts_with(copy, "mailto:");
    if (!is_mail && !starts_with(copy, "tel:"))
        return copy;
    const char *at = strchr(copy, ':') + 1;
    for (const char *c = at; *c && *c != '?' && *c != ';'; c++) {
        char digits[] = { c[1], c[1] ? c[2] : '\0', '\0' };
        long byte = *c == '%' && isxdigit((unsigned char)digits[0]) &&
                            isxdigit((unsigned char)digits[1])
                        ? strtol(digits, NULL, 16)
                        : 0;
        buffer_add_char(&value, byte > ' ' && byte < 0x7f ? (char)byte : *c);
        c += byte > ' ' && byte < 0x7f ? 2 : 0;
    }
    const char *extension = is_mail ? NULL : strstr(at, ";ext=");
    if (extension)
        buffer_addf(&value, " ext. %.*s", (int)strcspn(extension + 5, ";"),
                    extension + 5);
    free(copy);
    copy = memory_copy(buffer_text(&value));
    buffer_clear(&value);
    return copy;
}

/* Whether two telephones have the same digits. */
static bool
is_same_number(const char *one, const char *other)
{
    for (;; one++, other++) {
        while (*one && !isdigit((unsigned char)*one))
            one++;
        while (*other && !isdigit((unsigned char)*other))
            other++;
        if (*one != *other || *one == '\0')
            return *one == *other;
    }
}

static void
pour_phones(const struct vcard_card *card, struct table_store *rows)
{
    struct buffer text = { 0 };
    for (size_t i = 0; i < VCARD_PHONES_MOST && card->phones[i].text; i++) {
        bool is_told = false;
        for (size_t j = 0; j < i; j++)
            is_told =
                is_told || is_same_number(card->phones[i].text, card->phones[j].text);
        if (is_told)
            continue;
        char *phone = address_of(card->phones[i].text, card->is_old);
        buffer_addf(&text, "%s%s", text.length ? ", " : "", phone);
        free(phone);
    }
    pour(rows, buffer_text(&text));
    buffer_clear(&text);
}

/* "fr-CA" is fr; what is no code says nothing. */
static void
pour_language(const struct vcard_card *card, struct table_store *rows)
{
    const char *language = card->values[VCARD_LANG].text;
    size_t length = language ? strcspn(language, "-_") : 0;
    bool is_code = length == 2 || length == 3;
    for (size_t i = 0; i < length && is_code; i++)
        is_code = isalpha((unsigned char)language[i]);
    table_store_add_cell(rows, is_code ? language : "", is_code ? length : 0);
}

static void
pour_taken(struct table_store *rows, char *text)
{
    pour(rows, text);
    free(text);
}

static void
pour_notes(const struct vcard_card *card, struct table_store *rows)
{
    struct buffer text = { 0 };
    (void)vcard_value_add_part(buffer_text(&card->notes), "", card->is_old, &text);
    pour(rows, buffer_text(&text));
    buffer_clear(&text);
}

/* Whether the card is named by its organisation alone, whatever its kind says. */
static bool
is_of_organisation(const struct vcard_card *card, const char *whole)
{
    char *family = vcard_name_names(card, 0);
    char *given = vcard_name_names(card, 1);
    char *organisation = vcard_name_part(card, VCARD_ORG, 0);
    const char *name = *family ? family : whole;
    bool is_unnamed = !*family && !*given;
    bool is = card->kind == VCARD_ORGANISATION ||
              (is_unnamed && card->shown_as_company) ||
              (!*given && *organisation &&
               ((is_unnamed && !*whole) || strcasecmp(name, organisation) == 0));
    free(family);
    free(given);
    free(organisation);
    return is;
}

/* Adds what else the card is of; nothing when it is a person's. */
static void
add_what_else(const struct vcard_card *card, const char *whole, const char *name,
              struct buffer *why)
{
    if (card->kind == VCARD_MEMBERS)
        buffer_addf(why,
                    _("“%s” is a list of people, not a person; import the cards of its "
                      "members."),
                    name);
    else if (is_of_organisation(card, whole))
        buffer_addf(
            why, _("“%s” is an organisation, not a person; add it as an organisation."),
            name);
    else if (card->kind == VCARD_THING)
        buffer_addf(why, _("“%s” is a place or a thing, not a person."), name);
}

/* The title, and the role where it says something else. */
static char *
function_of(const struct vcard_card *card)
{
    char *title = vcard_name_plain(card, VCARD_TITLE);
    char *role = vcard_name_plain(card, VCARD_ROLE);
    const bool is_role = *role && strcasecmp(title, role) != 0;
    struct buffer function = { 0 };

    buffer_addf(&function, "%s%s%s", title, *title && is_role ? ", " : "",
                is_role ? role : "");
    free(title);
    free(role);
    return buffer_take(&function);
}

static void
pour_details(const struct vcard_card *card, struct table_store *rows)
{
    pour_taken(rows, units_of(card));
    pour_taken(rows, function_of(card));
    pour_language(card, rows);
    pour_notes(card, rows);
}

static void
pour_addresses(const struct vcard_card *card, struct table_store *rows)
{
    const char *email = card->values[VCARD_EMAIL].text;

    pour_taken(rows, email ? address_of(email, card->is_old) : NULL);
    pour_phones(card, rows);
}

/* Whoever imports the refused rows again makes no person of it: its name is that of an
 * organisation. */
static void
pour_nobody(const struct vcard_card *card, const char *name, struct table_store *rows)
{
    for (int c = CELL_CIVILITY; c <= CELL_FAMILY; c++)
        pour(rows, "");
    pour_addresses(card, rows);
    pour(rows, name);
    pour_details(card, rows);
}

static void
pour_person(const struct vcard_card *card, struct table_store *rows, struct buffer *why,
            struct buffer *beyond)
{
    struct vcard_name names;
    vcard_name_read(card, &names);
    buffer_add(beyond, names.beyond);

    pour(rows, names.civility);
    pour(rows, names.given);
    pour(rows, names.family);
    pour_addresses(card, rows);
    pour_taken(rows, vcard_name_part(card, VCARD_ORG, 0));
    pour_details(card, rows);
    if (card->too_long)
        buffer_add(why, _("The card is too long; shorten its note."));
    else if (!*names.family)
        buffer_add(why, _("The card has no family name; fill in N or FN."));
    vcard_name_clear(&names);
}

void
vcard_row_pour(const struct vcard_card *card, struct table_store *rows,
               struct buffer *why, struct buffer *beyond)
{
    char *whole = vcard_name_plain(card, VCARD_FN);
    char *name = *whole ? memory_copy(whole) : vcard_name_part(card, VCARD_ORG, 0);

    add_what_else(card, whole, name, why);
    if (why->length > 0)
        pour_nobody(card, name, rows);
    else
        pour_person(card, rows, why, beyond);
    free(name);
    free(whole);
}
