/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_encoding.c - any of the encodings that spreadsheets and address books write, as
 * UTF-8 */
#include "import/text_encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/csv_sign.h"
#include "import/encoding_name.h"
#include "import/text_lines.h"

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

/* Notes of a kind that are shown; more say nothing new. */
enum { NOTES_MOST = 5 };

/* What the lines say of the encoding. */
struct survey {
    int64_t good; /* have more than ASCII, in UTF-8 */
    int64_t bad;  /* are not UTF-8 */
    bool windows; /* bytes that ISO 8859 has no letters for */
    bool
        letters; /* bytes beside letters that are Œ, Ž, Š in ISO-8859-15, signs in 1252 */
};

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
survey_line(void *context, const char *line, size_t length, int64_t number,
            struct error *err)
{
    (void)number;
    struct survey *survey = context;
    if (memchr(line, '\0', length))
        return refuse_zero_bytes(err);
    bool ascii = true;
    for (size_t i = 0; i < length; i++)
        ascii = ascii && (unsigned char)line[i] < 0x80;
    if (ascii)
        return true;
    if (text_is_valid(line, length)) {
        survey->good++;
        return true;
    }
    survey->bad++;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];
        survey->windows = survey->windows || (c >= 0x80 && c < 0xA0);
        if (strchr("\xa6\xa8\xb4\xb8\xbc\xbd\xbe", c) && i + 1 < length)
            survey->letters = survey->letters || is_ascii_letter(line[i + 1]);
    }
    return true;
}

/* Rows that two programs wrote into one file. */
struct mixture {
    struct conversion conversion;
    struct table_file *file;
    int64_t bad;
};

static bool
convert_line(void *context, const char *line, size_t length, int64_t number,
             struct error *err)
{
    struct mixture *m = context;
    if (text_is_valid(line, length))
        return spool_add(m->conversion.text, line, length, err);
    if (m->bad++ < NOTES_MOST)
        table_kind_note(m->file,
                        _("Line %lld is not UTF-8 like the others; it was read as "
                          "Windows-1252."),
                        (long long)number);
    char *copy = memory_copy_part(line, length);
    bool ok = true;
    for (size_t at = 0; ok && at < length; at += PART) {
        size_t left;
        size_t part = length - at < PART ? length - at : PART;
        ok = convert_part(&m->conversion, copy + at, part, true, &left, err);
    }
    free(copy);
    return ok;
}

static bool
convert_mixture(struct table_file *file, struct spool **spool, uint64_t start,
                struct error *err)
{
    struct mixture m = { .file = file,
                         .conversion = { .unit = 1,
                                         .converter = iconv_open("UTF-8", "CP1252") } };
    if (m.conversion.converter == (iconv_t)-1)
        return error_set(err, ERROR_SYSTEM, _("This system cannot read %s."), "CP1252");
    m.conversion.text = spool_open(err);
    bool ok = m.conversion.text && text_lines_read(*spool, start, convert_line, &m, err);
    iconv_close(m.conversion.converter);
    spool_close(ok ? *spool : m.conversion.text);
    if (!ok)
        return false;
    *spool = m.conversion.text;
    if (m.bad > NOTES_MOST)
        table_kind_note(
            file,
            ngettext("So was %lld other line.  Look at the accents of its names.",
                     "So were %lld other lines.  Look at the accents of their names.",
                     (unsigned long)(m.bad - NOTES_MOST)),
            (long long)(m.bad - NOTES_MOST));
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

/* UTF-16 without a mark: every other byte of what is mostly ASCII is zero. */
static const char *
guess_utf16(const struct spool *spool)
{
    char bytes[512];
    size_t got;
    size_t zeros[2] = { 0 };
    if (!spool_read(spool, 0, bytes, sizeof(bytes), &got, NULL) || got < 4)
        return NULL;
    for (size_t i = 0; i < got; i++)
        zeros[i % 2] += bytes[i] == '\0';
    if (zeros[0] == 0 && zeros[1] > got / 4)
        return "UTF-16LE";
    return zeros[1] == 0 && zeros[0] > got / 4 ? "UTF-16BE" : NULL;
}

/* A slash would ask iconv(3) for something else than an encoding. */
static iconv_t
open_converter(const char *name)
{
    char made[ENCODING_NAME_SIZE];

    return !*name || strchr(name, '/')
               ? (iconv_t)-1
               : iconv_open("UTF-8", encoding_name_iconv(name, made));
}

bool
text_encoding_is_known(const char *encoding)
{
    iconv_t converter = open_converter(encoding);

    if (converter == (iconv_t)-1)
        return false;
    iconv_close(converter);
    return true;
}

void
text_encoding_add(const char *encoding, const char *bytes, size_t length,
                  struct buffer *text)
{
    iconv_t converter = encoding ? open_converter(encoding) : (iconv_t)-1;
    if (converter == (iconv_t)-1)
        converter = iconv_open("UTF-8", "CP1252");
    char *copy = memory_copy_part(bytes, length);
    char *in = copy;
    while (length > 0 && converter != (iconv_t)-1) {
        char out[512];
        char *end = out;
        size_t room = sizeof(out);
        bool ok = iconv(converter, &in, &length, &end, &room) != (size_t)-1;
        bool is_bad = !ok && errno != E2BIG;
        for (const char *c = out; c < end; c++)
            if (*c)
                buffer_add_char(text, *c);
        buffer_add(text, is_bad ? "\xef\xbf\xbd" : "");
        in += is_bad;
        length -= is_bad;
    }
    free(copy);
    if (converter != (iconv_t)-1)
        iconv_close(converter);
}

bool
text_encoding_is_wide(const struct table_file *file, const struct spool *spool)
{
    char made[ENCODING_NAME_SIZE];
    uint64_t start;
    if (file->choice.encoding)
        return strncasecmp(encoding_name_iconv(file->choice.encoding, made), "UTF-16",
                           strlen("UTF-16")) == 0;
    return skip_marks(spool, "\xff\xfe", 2, &start) ||
           skip_marks(spool, "\xfe\xff", 2, &start) || guess_utf16(spool);
}

/* As a person says it is; what it does not know becomes U+FFFD, which is noted later. */
static bool
decode_as(struct table_file *file, const char *name, struct spool **spool,
          struct error *err)
{
    char made[ENCODING_NAME_SIZE];
    const char *encoding = encoding_name_iconv(name, made);
    iconv_t known = open_converter(name);
    if (known == (iconv_t)-1)
        return error_set_field(err, ERROR_INPUT, "encoding",
                               _("No encoding is called “%s”; try UTF-8, Windows-1252, "
                                 "ISO-8859-15, CP1250, CP850 or Mac."),
                               name);
    iconv_close(known);
    file->encoding = memory_copy(encoding);
    size_t unit = strncasecmp(encoding, "UTF-16", 6) == 0 ? 2 : 1;
    return convert(encoding, unit, spool, 0, err);
}

static bool
decode_bytes(struct table_file *file, struct spool **spool, uint64_t start, bool *same,
             struct error *err)
{
    struct survey survey = { 0 };
    if (!text_lines_read(*spool, start, survey_line, &survey, err))
        return false;
    *same = survey.bad == 0;
    bool latin9 = survey.letters && !survey.windows;
    file->encoding = memory_copy(survey.bad == 0 || survey.good > 0 ? "UTF-8"
                                 : latin9                           ? "ISO-8859-15"
                                                                    : "Windows-1252");
    if (survey.bad == 0)
        return true;
    if (survey.good > 0)
        return convert_mixture(file, spool, start, err);
    return convert(latin9 ? "ISO-8859-15" : "CP1252", 1, spool, start, err);
}

bool
text_encoding_decode(struct table_file *file, struct spool **spool, uint64_t *start,
                     struct error *err)
{
    *start = 0;
    bool ok;
    if (file->choice.encoding) {
        ok = decode_as(file, file->choice.encoding, spool, err);
    } else {
        const char *utf16 = skip_marks(*spool, "\xff\xfe", 2, start) ? "UTF-16LE"
                            : skip_marks(*spool, "\xfe\xff", 2, start)
                                ? "UTF-16BE"
                                : guess_utf16(*spool);
        uint64_t from = *start;
        *start = 0;
        if (utf16) {
            file->encoding = memory_copy("UTF-16");
            return convert(utf16, 2, spool, from, err);
        }
        (void)skip_marks(*spool, "\xef\xbb\xbf", 3, start);
        from = *start;
        bool same = false;
        ok = decode_bytes(file, spool, from, &same, err);
        if (!same)
            *start = 0;
    }
    if (ok && *start == 0)
        (void)skip_marks(*spool, "\xef\xbb\xbf", 3, start);
    return ok;
}

/* ---- what looks wrong ---- */

struct look {
    struct table_file *file;
    int64_t found;
};

static bool
look_at_line(void *context, const char *line, size_t length, int64_t number,
             struct error *err)
{
    (void)err;
    struct look *look = context;
    size_t word_length;
    size_t word = csv_sign_find(line, length, &word_length);
    if (word_length == 0 || look->found++ >= NOTES_MOST)
        return true;
    enum { WORD_MOST = 80 };
    char *copy =
        memory_copy_part(line + word, word_length < WORD_MOST ? word_length : WORD_MOST);
    struct buffer shown = { 0 };
    text_add_printable(&shown, copy);
    table_kind_note(look->file,
                    _("Line %lld: “%s” looks wrong; if it is, choose another encoding."),
                    (long long)number, buffer_text(&shown));
    buffer_clear(&shown);
    free(copy);
    return true;
}

bool
text_encoding_look(struct table_file *file, const struct spool *text, uint64_t start,
                   struct error *err)
{
    struct look look = { .file = file };
    if (!text_lines_read(text, start, look_at_line, &look, err))
        return false;
    file->wrong_lines = look.found;
    if (look.found > NOTES_MOST)
        table_kind_note(file,
                        ngettext("So does a word in %lld other line.",
                                 "So do words in %lld other lines.",
                                 (unsigned long)(look.found - NOTES_MOST)),
                        (long long)(look.found - NOTES_MOST));
    return true;
}
