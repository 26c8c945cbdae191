/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email_address.c - an e-mail address, out of what cells and letterheads put around it */
#include "atelier/domain/email_address.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

/* These never stand in an address. */
static const char outside[] = " \t\r\n<>()[]{}\",;:|";

/* Quotation marks that a text is put in; an apostrophe may be a letter's: o'neil@. */
static const char *const marks[] = { "'", "`", "‘", "’", "“", "”", "„", "«", "»" };

/* A part of the text. */
struct part {
    const char *start;
    size_t length;
};

static bool
begins_with(struct part part, const char *word)
{
    return part.length >= strlen(word) &&
           strncasecmp(part.start, word, strlen(word)) == 0;
}

static bool
ends_with(struct part part, const char *word)
{
    const size_t length = strlen(word);
    return part.length >= length &&
           strncasecmp(part.start + part.length - length, word, length) == 0;
}

/* Whether it is a byte of one of the marks, as hardly any address has at its ends. */
static bool
may_be_of_mark(char byte)
{
    return byte == '\'' || byte == '`' || (unsigned char)byte >= 0x80;
}

static struct part
trim_marks(struct part part)
{
    if (!may_be_of_mark(part.start[0]) && !may_be_of_mark(part.start[part.length - 1]))
        return part;
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (ends_with(part, marks[i]))
            part.length -= strlen(marks[i]);
        if (begins_with(part, marks[i])) {
            part.start += strlen(marks[i]);
            part.length -= strlen(marks[i]);
        }
    }
    return part;
}

/* Without blanks, these signs and quotation marks at both ends. */
static struct part
trim(struct part part, const char *before, const char *behind)
{
    for (size_t was = part.length + 1; part.length > 0 && part.length < was;) {
        was = part.length;
        part = trim_marks(part);
        if (part.length > 0 && strchr(behind, part.start[part.length - 1]))
            part.length--;
        if (part.length > 0 && strchr(before, *part.start)) {
            part.start++;
            part.length--;
        }
    }
    return part;
}

/* ---- finding it ---- */

/* The next run of signs with an @ in it; what stands before it is *between. */
static bool
next_address(const char **at, struct part *between, struct part *address)
{
    between->start = *at;
    for (const char *c = *at + strspn(*at, outside); *c; c += strspn(c, outside)) {
        *address = (struct part){ c, strcspn(c, outside) };
        c += address->length;
        if (!memchr(address->start, '@', address->length))
            continue;
        *at = c;
        between->length = (size_t)(address->start - between->start);
        const char *query = memchr(address->start, '?', address->length);
        if (query) /* mailto:zoe@example.org?subject=Hello */
            address->length = (size_t)(query - address->start);
        *address = trim(*address, "=/", ".");
        return true;
    }
    return false;
}

static bool
has_word(struct part part)
{
    for (size_t i = 0; i < part.length; i++)
        if (isalnum((unsigned char)part.start[i]) ||
            ((unsigned char)part.start[i] >= 0xC3 && part.start[i] != '\xe2'))
            return true;
    return false;
}

/* A word between two addresses, in the languages of those who write lists. */
static bool
is_conjunction(struct part part)
{
    static const char *const words[] = {
        "ou", "or", "et", "and", "oder", "und",  "o",
        "y",  "e",  "u",  "en",  "of",   "puis", "then"
    };
    part = trim(part, " ;,", " ;,");
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (part.length == strlen(words[i]) && begins_with(part, words[i]))
            return true;
    return false;
}

/* Whether what stands before an address is parted from it: by a bracket, a label's
 * colon, a quotation mark around a name. */
static bool
is_parted(struct part between, bool is_first)
{
    between = trim(between, " ", " ");
    return !has_word(between) || strchr("<([{:", between.start[between.length - 1]) ||
           (!is_first && is_conjunction(between));
}

/* Behind the last address a remark in brackets may stand. */
static bool
may_follow(const char *rest)
{
    const struct part tail =
        trim((struct part){ rest, strlen(rest) }, " >)]};,.|\"", " ");
    return !has_word(tail) || strchr("([", *tail.start);
}

/* What stands before `<`. */
static char *
name_before(struct part between)
{
    static const char scheme[] = "mailto:";
    if (ends_with(between, scheme))
        between.length -= strlen(scheme);
    between = trim(between, " ", " ");
    if (!ends_with(between, "<"))
        return NULL;
    between.length--;
    between = trim(between, " \"", " \"");
    return has_word(between) ? memory_copy_part(between.start, between.length) : NULL;
}

/* ---- judging it ---- */

/* An apostrophe that a word processor made a curly one. */
static char *
copy_address(struct part address)
{
    static const char curly[] = "’";
    struct buffer text = { 0 };
    for (size_t i = 0; i < address.length; i++) {
        const struct part rest = { address.start + i, address.length - i };
        const bool is_curly = *rest.start == curly[0] && begins_with(rest, curly);
        buffer_add_char(&text, is_curly ? '\'' : address.start[i]);
        i += is_curly ? strlen(curly) - 1 : 0;
    }
    return text.length > 0 ? buffer_take(&text) : memory_copy("");
}

static bool
has_loose_dot(const char *text, size_t length)
{
    bool loose = length > 0 && (text[0] == '.' || text[length - 1] == '.');
    for (size_t i = 1; i < length; i++)
        loose = loose || (text[i] == '.' && text[i - 1] == '.');
    return loose;
}

static bool
is_host(const char *domain)
{
    for (const char *c = domain; *c; c++) {
        const bool is_end = c == domain || !c[1] || c[-1] == '.' || c[1] == '.';
        if (!isalnum((unsigned char)*c) && (unsigned char)*c < 0x80 && *c != '.' &&
            (*c != '-' || is_end) && *c != '_')
            return false;
    }
    return true;
}

/* “.org”; no domain of one letter is below the root. */
static bool
ends_in_word(const char *domain)
{
    const char *dot = strrchr(domain, '.');
    return dot && strlen(dot) > 2;
}

static bool
refuse(const char *text, const char *field, struct error *err)
{
    return error_set_field(
        err, ERROR_INPUT, field,
        _("“%s” is not an e-mail address; write one like anna.muller@example.org."),
        text);
}

static bool
check_address(const char *address, const char *text, const char *field, struct error *err)
{
    enum { LOCAL_MOST = 64 };
    const char *at = strchr(address, '@');
    if (!at || at == address || !at[1] || strchr(at + 1, '@') || strchr(address, '\\') ||
        !is_host(at + 1) || at - address > LOCAL_MOST)
        return refuse(text, field, err);
    if (has_loose_dot(address, (size_t)(at - address)) ||
        has_loose_dot(at + 1, strlen(at + 1)))
        return error_set_field(err, ERROR_INPUT, field,
                               _("“%s” is not an e-mail address: a dot stands between "
                                 "two letters or digits; correct it."),
                               text);
    if (!ends_in_word(at))
        return error_set_field(err, ERROR_INPUT, field,
                               _("“%s” is not an e-mail address: nothing like .org or "
                                 ".fr ends it; complete it."),
                               text);
    return true;
}

/* An address behind the first one; the same one again says nothing. */
static void
add_other(struct email_address *email, const char *address)
{
    if (strcasecmp(email->address, address) == 0)
        return;
    struct buffer others = { 0 };
    if (email->others)
        buffer_addf(&others, "%s, ", email->others);
    buffer_add(&others, address);
    free(email->others);
    email->others = buffer_take(&others);
}

static bool
take(struct email_address *email, struct part found, struct part between,
     const char *text, const char *field, struct error *err)
{
    char *address = copy_address(found);
    const bool ok = is_parted(between, !email->address)
                        ? check_address(address, text, field, err)
                        : refuse(text, field, err);
    if (!ok || email->address) {
        if (ok)
            add_other(email, address);
        free(address);
        return ok;
    }
    email->address = address;
    return true;
}

bool
email_address_read(struct email_address *email, const char *text, const char *field,
                   struct error *err)
{
    const char *at = text;
    struct part between;
    struct part found;
    if (!strchr(text, '@'))
        return error_set_field(err, ERROR_INPUT, field,
                               _("“%s” is not an e-mail address: it has no @."), text);
    bool ok = true;
    while (ok && next_address(&at, &between, &found)) {
        ok = take(email, found, between, text, field, err);
        if (ok && !email->name && !email->others)
            email->name = name_before(between);
    }
    if (ok && !may_follow(at))
        ok = refuse(text, field, err);
    if (!ok)
        email_address_clear(email);
    return ok;
}

void
email_address_clear(struct email_address *email)
{
    free(email->address);
    free(email->name);
    free(email->others);
    *email = (struct email_address){ 0 };
}
