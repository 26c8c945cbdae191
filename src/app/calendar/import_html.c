/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_html.c - descriptions that a program wrote as a web page
 *
 * No page is drawn: tags go, those that end a line make one, letters that are spelt come
 * back.
 */
#include "calendar/import_html.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

enum { ENTITY_MOST = 10, TAG_MOST = 10, TAG_BYTES = 4000 };

/* &amp;eacute; was written by two programs. */
enum { TIMES_SPELT = 2 };

/* ---- tags ---- */

/* Whether the tag at `<` has one of the names, between bars. */
static bool
is_tag(const char *at, const char *names)
{
    struct buffer name = { 0 };
    const char *first = at + 1 + (at[1] == '/');
    const size_t length = strcspn(first, " \t\r\n/>");

    if (*at != '<' || length == 0 || length > TAG_MOST)
        return false;
    buffer_addf(&name, "|%.*s|", (int)length, first);
    const bool is = strcasestr(names, buffer_text(&name));
    buffer_clear(&name);
    return is;
}

#define BLOCKS "|p|div|br|li|tr|ul|ol|h1|h2|h3|h4|h5|h6|table|hr|html|body|"
#define HIDDEN "|style|script|head|title|"
#define INLINES "|a|b|i|u|em|strong|span|font|td|th|style|script|head|meta|img|title|"

/* Behind the tag; NULL: it does not end, and is none.  A long one is not looked at, so
 * that many of them take no time. */
static const char *
behind_tag(const char *at)
{
    const bool is = is_tag(at, BLOCKS INLINES) || strncmp(at, "<!", 2) == 0;
    const char *end = is ? memchr(at, '>', strnlen(at, TAG_BYTES)) : NULL;

    return end ? end + 1 : NULL;
}

/* Behind what nobody reads: <style>...</style>; NULL: it is not such, or does not end. */
static const char *
behind_hidden(const char *at)
{
    static const char *const names[] = { "style", "script", "head", "title" };
    struct buffer end = { 0 };
    const char *found = NULL;

    for (size_t i = 0; i < sizeof names / sizeof names[0] && !found; i++) {
        if (strncasecmp(at + 1, names[i], strlen(names[i])) != 0)
            continue;
        buffer_reset(&end);
        buffer_addf(&end, "</%s", names[i]);
        found = strcasestr(at, buffer_text(&end));
    }
    buffer_clear(&end);
    return found ? behind_tag(found) : NULL;
}

/* ---- letters that are spelt ---- */

static const struct {
    const char *name, *text;
} entities[] = {
    { "nbsp", " " },   { "amp", "&" },    { "lt", "<" },     { "gt", ">" },
    { "quot", "\"" },  { "apos", "'" },   { "eacute", "é" }, { "egrave", "è" },
    { "agrave", "à" }, { "ecirc", "ê" },  { "acirc", "â" },  { "icirc", "î" },
    { "ocirc", "ô" },  { "ucirc", "û" },  { "ugrave", "ù" }, { "ccedil", "ç" },
    { "Eacute", "É" }, { "Agrave", "À" }, { "Ccedil", "Ç" }, { "auml", "ä" },
    { "ouml", "ö" },   { "uuml", "ü" },   { "szlig", "ß" },  { "euml", "ë" },
    { "iuml", "ï" },   { "oelig", "œ" },  { "aacute", "á" }, { "iacute", "í" },
    { "oacute", "ó" }, { "uacute", "ú" }, { "ntilde", "ñ" }, { "rsquo", "’" },
    { "lsquo", "‘" },  { "ldquo", "“" },  { "rdquo", "”" },  { "laquo", "«" },
    { "raquo", "»" },  { "hellip", "…" }, { "ndash", "–" },  { "mdash", "—" },
    { "euro", "€" },   { "bull", "•" },   { "deg", "°" },    { "middot", "·" },
};

static void
add_letter(struct buffer *plain, uint32_t code)
{
    if (code == 0xA0)
        code = ' ';
    if (code < 0x80) {
        buffer_add_char(plain, (char)code);
    } else if (code < 0x800) {
        buffer_add_char(plain, (char)(0xC0 | code >> 6));
        buffer_add_char(plain, (char)(0x80 | (code & 0x3F)));
    } else {
        if (code < 0x10000) {
            buffer_add_char(plain, (char)(0xE0 | code >> 12));
        } else {
            buffer_add_char(plain, (char)(0xF0 | code >> 18));
            buffer_add_char(plain, (char)(0x80 | (code >> 12 & 0x3F)));
        }
        buffer_add_char(plain, (char)(0x80 | (code >> 6 & 0x3F)));
        buffer_add_char(plain, (char)(0x80 | (code & 0x3F)));
    }
}

/* &#233; or &#xe9; */
static bool
add_numbered(struct buffer *plain, const char *digits)
{
    char *end;
    const bool is_hex = *digits == 'x' || *digits == 'X';
    const unsigned long code = strtoul(digits + is_hex, &end, is_hex ? 16 : 10);

    if (*end != ';' || end == digits + is_hex || code < ' ' || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
        return false;
    add_letter(plain, (uint32_t)code);
    return true;
}

/* Adds the letter at `&` and answers how long its name is; 0: it is none. */
static size_t
add_entity(struct buffer *plain, const char *at)
{
    size_t length = 0;

    while (length <= ENTITY_MOST && at[length] && !strchr("; <\n", at[length]))
        length++;
    if (length > ENTITY_MOST || at[length] != ';')
        return 0;
    if (at[1] == '#')
        return add_numbered(plain, at + 2) ? length + 1 : 0;
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (strlen(entities[i].name) == length - 1 &&
            strncmp(at + 1, entities[i].name, length - 1) == 0) {
            buffer_add(plain, entities[i].text);
            return length + 1;
        }
    return 0;
}

/* ---- the text ---- */

struct page {
    struct buffer plain;
    char *link;   /* of the words that are being read; or NULL */
    size_t words; /* where they begin */
    bool is_open; /* something that nobody reads does not end: no more is looked for */
};

/* href="..." of a tag that ends there; NULL: it has none. */
static char *
link_of(const char *at, const char *end)
{
    char *tag = memory_copy_part(at, (size_t)(end - at));
    const char *href = strcasestr(tag, "href=");
    char *link = NULL;

    if (href) {
        href += strlen("href=");
        const bool quoted = *href == '"' || *href == '\'';
        const char quote[] = { quoted ? *href : ' ', '>', '\0' };
        href += quoted;
        link = memory_copy_part(href, strcspn(href, quote));
    }
    free(tag);
    return link;
}

/* Words that are the link itself are enough. */
static void
end_link(struct page *page)
{
    const char *words = buffer_text(&page->plain) + page->words;

    if (page->link && !strstr(words, page->link) &&
        strncasecmp(page->link, "http", strlen("http")) == 0)
        buffer_addf(&page->plain, " (%s)", page->link);
    memory_replace(&page->link, NULL);
}

static void
end_line(struct buffer *plain)
{
    while (plain->length > 0 && plain->text[plain->length - 1] == ' ')
        plain->text[--plain->length] = '\0';
    if (plain->length > 0 && plain->text[plain->length - 1] != '\n')
        buffer_add_char(plain, '\n');
}

static const char *
take_tag(struct page *page, const char *at, const char *end)
{
    const bool hides = !page->is_open && is_tag(at, HIDDEN) && at[1] != '/';
    const char *hidden = hides ? behind_hidden(at) : NULL;

    page->is_open = page->is_open || (hides && !hidden);
    if (is_tag(at, "|a|")) {
        end_link(page);
        if (at[1] != '/') {
            page->link = link_of(at, end);
            page->words = page->plain.length;
        }
    } else if (is_tag(at, BLOCKS)) {
        end_line(&page->plain);
        buffer_add(&page->plain, is_tag(at, "|li|") && at[1] != '/' ? "- " : "");
    }
    return hidden ? hidden : end;
}

/* A break of the page is a blank. */
static void
add_blank(struct buffer *plain)
{
    const char last = plain->length > 0 ? plain->text[plain->length - 1] : '\n';

    if (last != ' ' && last != '\n')
        buffer_add_char(plain, ' ');
}

static bool
is_html(const char *text)
{
    for (const char *at = strchr(text, '<'); at; at = strchr(at + 1, '<'))
        if (behind_tag(at) && !is_tag(at, "|title|head|"))
            return true;
    return strstr(text, "&nbsp;");
}

char *
import_html_text(const char *text)
{
    struct page page = { 0 };
    const bool has_tags = strchr(text, '<');

    if (!is_html(text))
        return NULL;
    while (*text) {
        const char *end = *text == '<' ? behind_tag(text) : NULL;
        const size_t entity = *text == '&' ? add_entity(&page.plain, text) : 0;
        if (end) {
            text = take_tag(&page, text, end);
            continue;
        }
        if (has_tags && strchr(" \t\r\n", *text))
            add_blank(&page.plain);
        else if (entity == 0)
            buffer_add_char(&page.plain, *text);
        text += entity ? entity : 1;
    }
    end_link(&page);
    return buffer_take(&page.plain);
}

/* False: it is not written so, and what was added is nothing. */
static bool
add_meant(const char *text, struct buffer *plain)
{
    bool has = false;

    while (*text) {
        const size_t entity = *text == '&' ? add_entity(plain, text) : 0;
        if (*text == '&' && entity == 0)
            return false;
        if (entity == 0)
            buffer_add_char(plain, *text);
        has = has || entity > 0;
        text += entity ? entity : 1;
    }
    return has;
}

char *
import_html_letters(const char *text)
{
    char *letters = NULL;

    for (int times = 0; text && times < TIMES_SPELT; times++) {
        struct buffer plain = { 0 };
        if (!add_meant(text, &plain)) {
            buffer_clear(&plain);
            break;
        }
        free(letters);
        letters = buffer_take(&plain);
        text = letters;
    }
    return letters;
}
