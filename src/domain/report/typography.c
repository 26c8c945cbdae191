/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typography.c - the quotes, dashes and spaces that a language prints */
#include "atelier/domain/typography.h"

#include <string.h>

enum {
    NO_BREAK = 0xA0,
    NARROW = 0x202F,
    QUOTE_LEFT = 0xAB, /* « */
    QUOTE_RIGHT = 0xBB
};

static const char no_break[] = "\u00A0";
static const char narrow[] = "\u202F";

/* What is being set: its text from `at`, behind what the setting knows. */
struct work {
    struct typography *setting;
    const char *at;
    struct buffer *to;
};

/* --- characters */

/* Of well-formed UTF-8. */
static uint32_t
character(const char *text, size_t *length)
{
    const unsigned char *b = (const unsigned char *)text;

    *length = b[0] < 0xC0 ? 1 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < *length; i++)
        if ((b[i] & 0xC0) != 0x80)
            *length = 1;
    switch (*length) {
    case 2:
        return (uint32_t)(b[0] & 0x1F) << 6 | (b[1] & 0x3F);
    case 3:
        return (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 |
               (b[2] & 0x3F);
    case 4:
        return (uint32_t)(b[0] & 0x07) << 18 | (uint32_t)(b[1] & 0x3F) << 12 |
               (uint32_t)(b[2] & 0x3F) << 6 | (b[3] & 0x3F);
    default:
        return b[0];
    }
}

static bool
is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF));
}

static bool
is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == NO_BREAK || c == NARROW;
}

/* Whether a word or a quote begins behind it. */
static bool
opens(uint32_t c)
{
    return c == 0 || is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' ||
           c == QUOTE_LEFT || c == 0x201C || c == 0x2018 || c == 0x2013 || c == 0x2014;
}

static bool
is_end_or_space(const char *text)
{
    size_t length;

    return !*text || is_space(character(text, &length));
}

static void
put(struct work *w, const char *text)
{
    size_t length = 0;

    buffer_add(w->to, text);
    for (; *text; text += length)
        w->setting->last = character(text, &length);
}

/* Puts that text for so many bytes that were typed. */
static void
put_for(struct work *w, const char *text, size_t typed)
{
    put(w, text);
    w->at += typed;
}

/* --- spaces */

/* What was put last is no space that a line may break at; the one put for it, or none
 * where nothing stands before. */
static void
space_before(struct work *w, const char *space)
{
    const uint32_t last = w->setting->last;

    if (last == NO_BREAK || last == NARROW || last == 0)
        return;
    if (last == ' ') {
        if (w->to->length == 0 || w->to->text[w->to->length - 1] != ' ')
            return; /* it came with the part before */
        w->to->text[--w->to->length] = '\0';
    }
    put(w, space);
}

static size_t
skip_spaces(const char *text)
{
    size_t all = 0;
    size_t length;

    while (text[all] && is_space(character(text + all, &length)))
        all += length;
    return all;
}

/* --- quotes */

static void
open_french(struct work *w, size_t typed)
{
    size_t length = 0;
    const char *behind = w->at + typed;
    const bool is_right = *behind && character(behind, &length) == NARROW;

    put_for(w, "«", typed);
    put(w, is_right ? narrow : no_break);
    w->at += skip_spaces(w->at);
    w->setting->is_quoted = true;
}

static void
close_french(struct work *w, size_t typed)
{
    space_before(w, no_break);
    put_for(w, "»", typed);
    w->setting->is_quoted = false;
}

/* A straight one.  19" is a length, where no quote is open. */
static void
set_double(struct work *w)
{
    struct typography *setting = w->setting;
    const bool is_before_word = !is_end_or_space(w->at + 1);
    const bool begins = setting->is_quoted ? opens(setting->last) && is_before_word
                                           : opens(setting->last) || is_before_word;

    if (!setting->is_quoted && is_digit(setting->last)) {
        put_for(w, "\"", 1);
    } else if (begins) {
        if (setting->is_french) {
            open_french(w, 1);
        } else {
            put_for(w, "“", 1);
            setting->is_quoted = true;
        }
    } else if (setting->is_french) {
        close_french(w, 1);
    } else {
        put_for(w, "”", 1);
        setting->is_quoted = false;
    }
}

/* Whether a single quote that begins here is closed further on. */
static bool
is_closed(const char *text)
{
    for (const char *at = strchr(text, '\''); at; at = strchr(at + 1, '\'')) {
        size_t length;
        const uint32_t behind = at[1] ? character(at + 1, &length) : 0;
        if (at > text && at[-1] != ' ' && !is_letter(behind) && !is_digit(behind))
            return true;
    }
    return false;
}

static void
set_single(struct work *w)
{
    const uint32_t last = w->setting->last;
    size_t length;
    const uint32_t next = w->at[1] ? character(w->at + 1, &length) : 0;

    if (is_digit(last) && !is_letter(next)) /* 5' */
        put_for(w, "'", 1);
    else if (!w->setting->is_french && opens(last) && is_letter(next) &&
             is_closed(w->at + 1))
        put_for(w, "‘", 1);
    else
        put_for(w, "’", 1);
}

/* --- signs of two parts: : ; ! ? */

static bool
is_sign_end(const char *text)
{
    return is_end_or_space(text) || strchr(";!?:.,\")]", *text) ||
           strncmp(text, "»", strlen("»")) == 0 || strncmp(text, "«", strlen("«")) == 0 ||
           strncmp(text, "”", strlen("”")) == 0 || strncmp(text, "…", strlen("…")) == 0;
}

static void
set_sign(struct work *w)
{
    const char sign[] = { *w->at, '\0' };
    const uint32_t last = w->setting->last;
    const bool follows = (last == '!' || last == '?' || last == '(' || last == '[');
    const bool is_smile = sign[0] != '!' && sign[0] != '?' && opens(last) &&
                          strchr(")(-", w->at[1]) && w->at[1];

    if (!follows && !is_smile && is_sign_end(w->at + 1) &&
        !(sign[0] == ':' && w->at[1] == ')'))
        space_before(w, sign[0] == ':' ? no_break : narrow);
    put_for(w, sign, 1);
}

/* --- dashes and dots */

static void
set_dashes(struct work *w)
{
    const size_t count = strspn(w->at, "-");
    const char *behind = w->at + count;
    const bool stands_alone = w->setting->last == ' ' && *behind == ' ';
    const bool is_option = opens(w->setting->last) && !stands_alone;

    if (count > 3 || is_option || (count == 1 && !stands_alone)) {
        for (size_t i = 0; i < count; i++)
            put_for(w, "-", 1);
        return;
    }
    if (stands_alone)
        space_before(w, no_break);
    put_for(w, count == 3 ? "—" : "–", count);
}

static void
set_dots(struct work *w)
{
    const size_t count = strspn(w->at, ".");

    if (count == 3) {
        put_for(w, "…", count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        put_for(w, ".", 1);
}

/* --- spaces that no line breaks at */

/* 10 %, 3 €, n° 4: the number and its sign stay on one line. */
static bool
holds_together(const struct work *w)
{
    const char *behind = w->at + 1;
    const bool is_sign = *behind == '%' || strncmp(behind, "€", strlen("€")) == 0;

    return w->setting->is_french &&
           ((is_digit(w->setting->last) && is_sign) ||
            (w->setting->last == 0xB0 && is_digit((unsigned char)*behind)));
}

/* --- what is not touched */

/* The bytes of an address of the web or of mail that begins here; 0: none does. */
static size_t
address_length(const struct work *w)
{
    size_t length = strcspn(w->at, " \t\n");
    bool is_address = false;

    if (!opens(w->setting->last))
        return 0;
    for (size_t i = 0; i < length; i++) {
        is_address = is_address || strncmp(w->at + i, "://", 3) == 0 ||
                     (i > 0 && w->at[i] == '@' && i + 1 < length);
        if (strncmp(w->at + i, no_break, strlen(no_break)) == 0 ||
            strncmp(w->at + i, narrow, strlen(narrow)) == 0 ||
            strncmp(w->at + i, "»", strlen("»")) == 0 || w->at[i] == '"')
            length = i;
    }
    if (!is_address && strncmp(w->at, "www.", 4) != 0 &&
        strncmp(w->at, "mailto:", 7) != 0)
        return 0;
    while (length > 1 && strchr(".,;:!?)'", w->at[length - 1]))
        length--;
    return length;
}

static void
set_french(struct work *w, uint32_t c, size_t length)
{
    if (c == QUOTE_LEFT)
        open_french(w, length);
    else if (c == QUOTE_RIGHT)
        close_french(w, length);
    else if (c == ':' || c == ';' || c == '!' || c == '?')
        set_sign(w);
    else {
        buffer_add_part(w->to, w->at, length);
        w->setting->last = c;
        w->at += length;
    }
}

/* Whoever writes a space before it writes French, whatever the language around it: a
 * line does not begin with the sign. */
static bool
is_typed_as_french(const struct work *w, uint32_t c)
{
    return w->setting->last == ' ' && (c == ':' || c == ';' || c == '!' || c == '?');
}

static void
set_next(struct work *w)
{
    size_t length = address_length(w);

    if (length > 0) {
        buffer_add_part(w->to, w->at, length);
        typography_pass(w->setting);
        w->at += length;
        return;
    }
    const uint32_t c = character(w->at, &length);
    if (c == '"')
        set_double(w);
    else if (c == '\'')
        set_single(w);
    else if (c == '-')
        set_dashes(w);
    else if (c == '.')
        set_dots(w);
    else if (c == ' ' && holds_together(w))
        put_for(w, no_break, 1);
    else if (w->setting->is_french || is_typed_as_french(w, c))
        set_french(w, c, length);
    else {
        buffer_add_part(w->to, w->at, length);
        w->setting->last = c;
        w->at += length;
    }
}

struct typography
typography_of(const char *language)
{
    return (struct typography){ .is_french = language &&
                                             strncmp(language, "fr", 2) == 0 &&
                                             !is_letter((unsigned char)language[2]) };
}

void
typography_add(struct typography *setting, const char *text, struct buffer *to)
{
    struct work w = { .setting = setting, .at = text, .to = to };

    while (w.at && *w.at)
        set_next(&w);
}

void
typography_pass(struct typography *setting)
{
    setting->last = 'x';
}
