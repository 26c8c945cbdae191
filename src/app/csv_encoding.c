/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_encoding.c - any of the encodings that spreadsheets write, as UTF-8 */
#include "csv_encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

/* Files that people send by mistake, known by their first bytes. */
static const struct {
    const char *start;
    size_t length;
    const char *what;
} no_text[] = {
    { "%PDF", 4, N_("a PDF") },
    { "PK\x03\x04", 4, N_("a workbook or an archive") },
    { "\xd0\xcf\x11\xe0", 4, N_("an old workbook") },
    { "\x89PNG", 4, N_("a picture") },
    { "\xff\xd8\xff", 3, N_("a picture") },
    { "GIF8", 4, N_("a picture") },
    { "{\\rtf", 5, N_("a text document") },
    { "\x1f\x8b", 2, N_("an archive") },
};

static bool
refuse_no_text(const char *bytes, size_t length, struct error *err)
{
    for (size_t i = 0; i < sizeof(no_text) / sizeof(no_text[0]); i++) {
        if (length < no_text[i].length ||
            memcmp(bytes, no_text[i].start, no_text[i].length) != 0)
            continue;
        error_set(
            err, ERROR_INPUT,
            _("This file is %s, not CSV.  Open it in a spreadsheet and save it as CSV."),
            _(no_text[i].what));
        return false;
    }
    return true;
}

static bool
refuse_zero_bytes(struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("This file holds zero bytes: it is no text.  Save it as CSV, UTF-8."));
}

/* Bytes that the encoding does not know become U+FFFD. */
static bool
convert(const char *encoding, size_t unit, const char *bytes, size_t length,
        struct buffer *text, struct error *err)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return error_set(err, ERROR_SYSTEM, _("This system cannot read %s."), encoding);

    char *in = (char *)(uintptr_t)bytes; /* iconv(3) does not write to it */
    char out[4096];
    while (length > 0) {
        char *end = out;
        size_t room = sizeof(out);
        size_t result = iconv(converter, &in, &length, &end, &room);
        int problem = result == (size_t)-1 ? errno : 0;
        buffer_add_part(text, out, (size_t)(end - out));
        if (problem == EILSEQ || problem == EINVAL) {
            size_t skip = length < unit ? length : unit;
            buffer_add(text, "\xef\xbf\xbd");
            in += skip;
            length -= skip;
        }
    }
    iconv_close(converter);
    return !memchr(buffer_text(text), '\0', text->length) || refuse_zero_bytes(err);
}

/* The mark of the byte order at the start; programs that join files leave several. */
static bool
skip_marks(const char **bytes, size_t *length, const char *mark, size_t size)
{
    bool found = false;
    while (*length >= size && memcmp(*bytes, mark, size) == 0) {
        *bytes += size;
        *length -= size;
        found = true;
    }
    return found;
}

const char *
csv_encoding_decode(const char *bytes, size_t length, struct buffer *text,
                    struct error *err)
{
    if (!refuse_no_text(bytes, length, err))
        return NULL;
    if (skip_marks(&bytes, &length, "\xff\xfe", 2))
        return convert("UTF-16LE", 2, bytes, length, text, err) ? "UTF-16" : NULL;
    if (skip_marks(&bytes, &length, "\xfe\xff", 2))
        return convert("UTF-16BE", 2, bytes, length, text, err) ? "UTF-16" : NULL;
    if (memchr(bytes, '\0', length)) {
        refuse_zero_bytes(err);
        return NULL;
    }
    (void)skip_marks(&bytes, &length, "\xef\xbb\xbf", 3);
    if (text_is_valid(bytes, length)) {
        buffer_add_part(text, bytes, length);
        return "UTF-8";
    }
    return convert("CP1252", 1, bytes, length, text, err) ? "Windows-1252" : NULL;
}
