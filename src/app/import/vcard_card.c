/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_card.c - one address card, line by line: the best of each property is kept */
#include "import/vcard_card.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* More text is not what somebody writes of a person. */
enum { CARD_MOST = 262144 };

const char *const vcard_card_left_words[VCARD_LEFT_COUNT] = {
    [VCARD_LEFT_EMAILS] = N_("other e-mail addresses"),
    [VCARD_LEFT_PHONES] = N_("fax numbers and other telephones"),
    [VCARD_LEFT_ADDRESSES] = N_("postal addresses"),
    [VCARD_LEFT_CATEGORIES] = N_("categories"),
    [VCARD_LEFT_NICKNAMES] = N_("nicknames"),
    [VCARD_LEFT_PAGES] = N_("web pages"),
    [VCARD_LEFT_BIRTHDAYS] = N_("birthdays"),
};

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
add_phone(struct vcard_card *card, struct vcard_ranked phone)
{
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

/* Some programs put several in one line. */
static void
take_email(struct vcard_card *card, char *text, unsigned rank)
{
    char *comma = strpbrk(text, ",;");
    if (comma && strchr(comma, '@')) {
        *comma = '\0';
        card->left[VCARD_LEFT_EMAILS] = true;
    }
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
    else if (line->property == VCARD_NICKNAME)
        card->left[VCARD_LEFT_NICKNAMES] = card->left[VCARD_LEFT_NICKNAMES] || says;
    else if (line->property == VCARD_URL)
        card->left[VCARD_LEFT_PAGES] = card->left[VCARD_LEFT_PAGES] || says;
    else if (line->property == VCARD_BDAY)
        card->left[VCARD_LEFT_BIRTHDAYS] = card->left[VCARD_LEFT_BIRTHDAYS] || says;
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
        add_phone(card, (struct vcard_ranked){ .text = text, .rank = phone_rank(line) });
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
