/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_card.c - one address card as a row: a cell for each thing that an import takes */
#include "import/vcard_card.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person_name.h"

/* More text is not what somebody writes of a person. */
enum { CARD_MOST = 262144 };

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

const enum import_target vcard_card_holds[VCARD_COLUMNS] = {
    [CELL_CIVILITY] = IMPORT_CIVILITY,  [CELL_GIVEN] = IMPORT_GIVEN,
    [CELL_FAMILY] = IMPORT_FAMILY,      [CELL_EMAIL] = IMPORT_EMAIL,
    [CELL_PHONE] = IMPORT_PHONE,        [CELL_ORGANISATION] = IMPORT_ORGANISATION,
    [CELL_DEPARTMENT] = IMPORT_NOTHING, [CELL_FUNCTION] = IMPORT_FUNCTION,
    [CELL_LANGUAGE] = IMPORT_LANGUAGE,  [CELL_NOTE] = IMPORT_NOTE,
};

const char *const vcard_card_left_words[VCARD_LEFT_COUNT] = {
    [VCARD_LEFT_EMAILS] = N_("other e-mail addresses"),
    [VCARD_LEFT_PHONES] = N_("fax numbers and other telephones"),
    [VCARD_LEFT_ADDRESSES] = N_("postal addresses"),
    [VCARD_LEFT_CATEGORIES] = N_("categories"),
};

static void
pour(struct table_store *rows, const char *text)
{
    table_store_add_cell(rows, text ? text : "", text ? strlen(text) : 0);
}

void
vcard_card_pour_headings(struct table_store *rows)
{
    for (int c = 0; c < VCARD_COLUMNS; c++)
        pour(rows, c == CELL_DEPARTMENT ? _("Department")
                                        : _(import_targets[vcard_card_holds[c]].label));
}

/* ---- what the lines say ---- */

static bool
starts_with(const char *text, const char *word)
{
    return strncasecmp(text, word, strlen(word)) == 0;
}

static void
take_kind(struct vcard_card *card, const char *kind)
{
    if (strcasecmp(kind, "group") == 0)
        card->kind = VCARD_MEMBERS;
    else if (strcasecmp(kind, "org") == 0 || strcasecmp(kind, "organization") == 0)
        card->kind = VCARD_ORGANISATION;
    else if (strcasecmp(kind, "location") == 0 || strcasecmp(kind, "application") == 0 ||
             strcasecmp(kind, "device") == 0)
        card->kind = VCARD_THING;
}

/* The preferred e-mail address, then that of work; one without an @ is the last. */
static unsigned
email_rank(const struct vcard_line *line, const char *text)
{
    enum { STEP = 4, NO_ADDRESS = 1000 };
    unsigned place = line->work ? 0 : line->home ? 2 : 1;
    return line->preference * STEP + place + (strchr(text, '@') ? 0 : NO_ADDRESS);
}

static unsigned
phone_rank(const struct vcard_line *line)
{
    enum { STEP = 4 };
    unsigned place = line->work ? 0 : line->cell ? 1 : line->home ? 3 : 2;
    return line->preference * STEP + place;
}

/* Puts a telephone behind those that rank alike or better; the last one may fall out. */
static void
add_phone(struct vcard_card *card, char *text, unsigned rank)
{
    struct vcard_ranked phone = { .text = text, .rank = rank };
    for (size_t i = 0; i < VCARD_PHONES_MOST; i++) {
        struct vcard_ranked *there = &card->phones[i];
        if (there->text && there->rank <= phone.rank)
            continue;
        struct vcard_ranked next = *there;
        *there = phone;
        phone = next;
        if (!phone.text)
            return;
    }
    card->left[VCARD_LEFT_PHONES] = true;
    free(phone.text);
}

/* The first of those that rank best is kept. */
static void
keep_best(struct vcard_ranked *value, char *text, unsigned rank)
{
    if (value->text && value->rank <= rank) {
        free(text);
        return;
    }
    free(value->text);
    *value = (struct vcard_ranked){ .text = text, .rank = rank };
}

static void
take_email(struct vcard_card *card, char *text, unsigned rank)
{
    const char *there = card->values[VCARD_EMAIL].text;

    card->left[VCARD_LEFT_EMAILS] =
        card->left[VCARD_LEFT_EMAILS] || (there && strcasecmp(there, text) != 0);
    keep_best(&card->values[VCARD_EMAIL], text, rank);
}

/* What is not taken is remembered; false when the line is to be read. */
static bool
leave(struct vcard_card *card, const struct vcard_line *line)
{
    const bool says = line->value[strspn(line->value, ";, \t")];

    if (line->property == VCARD_ADR)
        card->left[VCARD_LEFT_ADDRESSES] = card->left[VCARD_LEFT_ADDRESSES] || says;
    else if (line->property == VCARD_CATEGORIES)
        card->left[VCARD_LEFT_CATEGORIES] = card->left[VCARD_LEFT_CATEGORIES] || says;
    else if (line->property == VCARD_TEL && line->no_voice)
        card->left[VCARD_LEFT_PHONES] = card->left[VCARD_LEFT_PHONES] || says;
    else
        return line->property == VCARD_OTHER || line->is_base64;
    return true;
}

static void
take_text(struct vcard_card *card, const struct vcard_line *line, char *text)
{
    if (text_is_blank(text))
        free(text);
    else if (line->property == VCARD_TEL)
        add_phone(card, text, phone_rank(line));
    else if (line->property == VCARD_EMAIL)
        take_email(card, text, email_rank(line, text));
    else
        keep_best(&card->values[line->property], text, line->preference);
}

void
vcard_card_take(struct vcard_card *card, const struct vcard_line *line,
                const char *encoding)
{
    if (leave(card, line))
        return;
    struct buffer value = { 0 };
    vcard_line_add_value(line, encoding, &value);
    card->size += value.length;
    card->too_long = card->too_long || card->size > CARD_MOST;
    if (card->too_long) {
        buffer_clear(&value);
    } else if (line->property == VCARD_NOTE) {
        buffer_add(&card->notes, card->notes.length ? "\n" : "");
        buffer_add(&card->notes, buffer_text(&value));
        buffer_clear(&value);
    } else {
        char *text = memory_copy(buffer_text(&value));
        buffer_clear(&value);
        if (line->property == VCARD_VERSION)
            card->is_old = starts_with(text, "2.");
        else if (line->property == VCARD_KIND)
            take_kind(card, text);
        else if (line->property == VCARD_SHOW_AS)
            card->shown_as_company = strcasecmp(text, "COMPANY") == 0;
        take_text(card, line, text);
    }
}

/* ---- what they come to ---- */

/* The whole value, its backslashes undone. */
static char *
plain(const struct vcard_card *card, enum vcard_property property)
{
    struct buffer text = { 0 };
    if (card->values[property].text)
        (void)vcard_value_add_part(card->values[property].text, "", card->is_old, &text);
    char *tidy = text_tidy(buffer_text(&text));
    buffer_clear(&text);
    return tidy;
}

/* One of the parts that semicolons part; several of it are parted by commas. */
static char *
part_of(const struct vcard_card *card, enum vcard_property property, size_t index)
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

/* Family names, given names and so on may be several each: Rene,J. */
static char *
names_of(const struct vcard_card *card, size_t index)
{
    char *names = part_of(card, VCARD_N, index);
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
    char *suffix = names_of(card, 4);
    size_t length = strcspn(suffix, " .");
    for (size_t i = 0; i < sizeof(generations) / sizeof(generations[0]); i++)
        if (strlen(generations[i]) == length &&
            strncasecmp(suffix, generations[i], length) == 0)
            return suffix;
    suffix[0] = '\0';
    return suffix;
}

/* Owned texts, "" where there is none. */
struct names {
    char *family, *given, *civility;
};

/* N, or FN parted as any name that stands in one cell. */
static struct names
read_names(const struct vcard_card *card)
{
    struct names names = { .family = joined(names_of(card, 0), generation_of(card)),
                           .given = joined(names_of(card, 1), names_of(card, 2)),
                           .civility = names_of(card, 3) };
    char *first = names_of(card, 0);
    bool is_named = *first;
    free(first);
    char *whole = plain(card, VCARD_FN);
    if (!is_named && *whole && !strchr(whole, '@')) {
        struct person_name name = { 0 };
        person_name_read(&name, whole, NAME_GIVEN_FIRST);
        memory_replace(&names.family, name.family ? name.family : "");
        memory_replace(&names.given, name.given ? name.given : "");
        if (name.civility)
            memory_replace(&names.civility, name.civility);
        person_name_clear(&name);
    }
    free(whole);
    return names;
}

static void
names_clear(struct names *names)
{
    free(names->family);
    free(names->given);
    free(names->civility);
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

/* A card that is named by its organisation alone is of the organisation. */
static const char *
why_nobody(const struct vcard_card *card, const struct names *names)
{
    char *family = names_of(card, 0);
    char *given = names_of(card, 1);
    char *whole = plain(card, VCARD_FN);
    char *organisation = part_of(card, VCARD_ORG, 0);
    bool is_unnamed = !*family && !*given;
    bool is_organisation =
        card->kind == VCARD_ORGANISATION ||
        (is_unnamed &&
         (card->shown_as_company ||
          (*organisation && (!*whole || strcasecmp(whole, organisation) == 0))));
    free(family);
    free(given);
    free(whole);
    free(organisation);
    if (card->kind == VCARD_MEMBERS)
        return _("It is a list of people, not a person; import the cards of its "
                 "members.");
    if (is_organisation)
        return _("It is an organisation, not a person; add it as an organisation.");
    if (card->kind == VCARD_THING)
        return _("It is a place or a thing, not a person.");
    if (card->too_long)
        return _("The card is too long; shorten its note.");
    return *names->family ? NULL : _("The card has no name; fill in N or FN.");
}

const char *
vcard_card_pour(const struct vcard_card *card, struct table_store *rows)
{
    struct names names = read_names(card);
    const char *why = why_nobody(card, &names);
    const char *email = card->values[VCARD_EMAIL].text;
    const bool has_title = card->values[VCARD_TITLE].text;

    pour(rows, names.civility);
    pour(rows, names.given);
    pour(rows, names.family);
    pour_taken(rows, email ? address_of(email, card->is_old) : NULL);
    pour_phones(card, rows);
    pour_taken(rows, part_of(card, VCARD_ORG, 0));
    pour_taken(rows, units_of(card));
    pour_taken(rows, plain(card, has_title ? VCARD_TITLE : VCARD_ROLE));
    pour_language(card, rows);
    pour_notes(card, rows);
    names_clear(&names);
    return why;
}

void
vcard_card_clear(struct vcard_card *card)
{
    for (int i = 0; i < VCARD_OTHER; i++)
        free(card->values[i].text);
    for (size_t i = 0; i < VCARD_PHONES_MOST; i++)
        free(card->phones[i].text);
    buffer_clear(&card->notes);
    *card = (struct vcard_card){ 0 };
}
