/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_encoding.c - any of the encodings that spreadsheets write, as UTF-8 */
#include "import/csv_encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

static bool
refuse_zero_bytes(struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("This file holds zero bytes: it is not text.  Save it as CSV, UTF-8."));
}

/* Read and written so many bytes at a time. */
enum { PART = 32768 };

/* What is being converted, and where it goes. */
struct conversion {
    iconv_t converter;
    size_t unit; /* bytes that one bad character is skipped by */
    struct spool *text;
};

static bool
add_text(struct conversion *c, const char *text, size_t length, struct error *err)
{
    if (memchr(text, '\0', length))
        return refuse_zero_bytes(err);
    return spool_add(c->text, text, length, err);
}

/* Bytes that the encoding does not know become U+FFFD.  *left is how many bytes at the
 * end begin a character that the next part completes. */
static bool
convert_part(struct conversion *c, char *bytes, size_t length, bool last, size_t *left,
             struct error *err)
{
    char *in = bytes;

    *left = 0;
    char out[PART];
    while (length > 0) {
        char *end = out;
        size_t room = sizeof(out);
        size_t result = iconv(c->converter, &in, &length, &end, &room);
        int problem = result == (size_t)-1 ? errno : 0;
        if (!add_text(c, out, (size_t)(end - out), err))
            return false;
        if (problem == EINVAL && !last) {
            *left = length;
            memmove(bytes, in, length);
            return true;
        }
        if (problem == EILSEQ || problem == EINVAL) {
            size_t skip = length < c->unit ? length : c->unit;
            if (!add_text(c, "\xef\xbf\xbd", 3, err))
                return false;
            in += skip;
            length -= skip;
        }
    }
    return true;
}

static bool
convert_all(struct conversion *c, const struct spool *bytes, uint64_t start,
            struct error *err)
{
    char part[PART];
    size_t left = 0;
    size_t got;

    do {
        if (!spool_read(bytes, start, part + left, sizeof(part) - left, &got, err) ||
            !convert_part(c, part, left + got, got == 0, &left, err))
            return false;
        start += got;
    } while (got > 0);
    return true;
}

static bool
convert(const char *encoding, size_t unit, struct spool **spool, uint64_t start,
        struct error *err)
{
    struct conversion c = { .unit = unit, .converter = iconv_open("UTF-8", encoding) };
    if (c.converter == (iconv_t)-1)
        return error_set(err, ERROR_SYSTEM, _("This system cannot read %s."), encoding);

    c.text = spool_open(err);
    bool ok = c.text && convert_all(&c, *spool, start, err);
    iconv_close(c.converter);
    spool_close(ok ? *spool : c.text);
    if (ok)
        *spool = c.text;
    return ok;
}

/* How many bytes from the start are whole characters, if it is UTF-8. */
static size_t
whole_characters(const char *bytes, size_t length)
{
    for (size_t back = 1; back <= 3 && back <= length; back++) {
        unsigned char byte = (unsigned char)bytes[length - back];
        if ((byte & 0xC0) == 0x80)
            continue;
        size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return needed > back ? length - back : length;
    }
    return length;
}

/* Whether all of it is UTF-8; refuses zero bytes. */
static bool
is_utf8(const struct spool *spool, bool *valid, struct error *err)
{
    *valid = true;
    char part[PART];
    uint64_t offset = 0;
    size_t left = 0;
    size_t got;
    do {
        if (!spool_read(spool, offset, part + left, sizeof(part) - left, &got, err))
            return false;
        if (memchr(part + left, '\0', got))
            return refuse_zero_bytes(err);
        size_t length = left + got;
        size_t whole = got > 0 ? whole_characters(part, length) : length;
        *valid = *valid && text_is_valid(part, whole);
        left = length - whole;
        memmove(part, part + whole, left);
        offset += got;
    } while (got > 0);
    return true;
}

/* The mark of the byte order at the start; programs that join files leave several. */
static bool
skip_marks(const struct spool *spool, const char *mark, size_t size, uint64_t *start)
{
    *start = 0;
    char bytes[3];
    size_t got;
    while (spool_read(spool, *start, bytes, size, &got, NULL) && got == size &&
           memcmp(bytes, mark, size) == 0)
        *start += size;
    return *start > 0;
}

const char *
csv_encoding_decode(struct spool **spool, uint64_t *start, struct error *err)
{
    const char *utf16 = skip_marks(*spool, "\xff\xfe", 2, start)   ? "UTF-16LE"
                        : skip_marks(*spool, "\xfe\xff", 2, start) ? "UTF-16BE"
                                                                   : NULL;
    if (utf16) {
        uint64_t from = *start;
        *start = 0;
        return convert(utf16, 2, spool, from, err) ? "UTF-16" : NULL;
    }
    bool valid;
    if (!is_utf8(*spool, &valid, err))
        return NULL;
    (void)skip_marks(*spool, "\xef\xbb\xbf", 3, start);
    if (valid)
        return "UTF-8";
    /* A mark before bytes that are none of its encoding is passed over all the same. */
    uint64_t from = *start;
    *start = 0;
    return convert("CP1252", 1, spool, from, err) ? "Windows-1252" : NULL;
}
