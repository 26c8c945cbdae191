/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_encoding.c - a calendar that is not in UTF-8, as all of them should be */
#include "source/source_encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

enum { PART = 32768 };

/* ---- which it is ---- */

/* Letters of UTF-8 and bytes that are none.  A line may be folded within a letter. */
struct survey {
    size_t good;
    size_t bad;
    int awaited;   /* bytes of the letter that is open */
    bool is_break; /* a line has ended within it, and may go on */
};

static void
end_letter(struct survey *s)
{
    s->bad += s->awaited > 0;
    s->awaited = 0;
    s->is_break = false;
}

static void
look(struct survey *s, unsigned char c)
{
    if (s->awaited > 0 && (c == '\r' || c == '\n')) {
        s->is_break = true;
        return;
    }
    if (s->is_break && (c == ' ' || c == '\t')) {
        s->is_break = false;
        return;
    }
    if (s->awaited > 0 && !s->is_break && (c & 0xC0) == 0x80) {
        s->good += --s->awaited == 0;
        return;
    }
    end_letter(s);
    if (c >= 0xC2 && c < 0xF5)
        s->awaited = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
    else
        s->bad += c >= 0x80;
}

/* How many bytes are ASCII, of which nothing is learnt between two letters. */
static size_t
count_ascii(const char *bytes, size_t length)
{
    size_t count = 0;
    uint64_t word = 0;

    while (count + sizeof word <= length) {
        memcpy(&word, bytes + count, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
        count += sizeof word;
    }
    while (count < length && (unsigned char)bytes[count] < 0x80)
        count++;
    return count;
}

static void
survey_part(const char *part, size_t length, struct survey *survey)
{
    for (size_t i = 0; i < length && survey->good == 0;) {
        const size_t plain = survey->awaited == 0 ? count_ascii(part + i, length - i) : 0;
        if (plain == 0)
            look(survey, (unsigned char)part[i]);
        i += plain > 0 ? plain : 1;
    }
}

/* One letter of UTF-8 is enough to know it. */
static bool
survey_all(const struct spool *bytes, struct survey *survey, struct error *err)
{
    char *part = memory_new(1, PART);
    uint64_t offset = 0;
    size_t got = 0;
    bool ok = true;

    do {
        ok = spool_read(bytes, offset, part, PART, &got, err);
        if (ok)
            survey_part(part, got, survey);
        offset += got;
    } while (ok && got == PART && survey->good == 0);
    free(part);
    end_letter(survey);
    return ok;
}

/* By its mark, or by the zero beside the B of BEGIN. */
static const char *
utf16_of(const struct spool *bytes, uint64_t *start)
{
    unsigned char first[2];
    size_t got;

    *start = 0;
    if (!spool_read(bytes, 0, first, sizeof first, &got, NULL) || got < sizeof first)
        return NULL;
    if ((first[0] == 0xFF && first[1] == 0xFE) || (first[0] == 0xFE && first[1] == 0xFF))
        *start = sizeof first;
    if ((first[0] == 0xFF && first[1] == 0xFE) || (first[0] == 'B' && first[1] == 0))
        return "UTF-16LE";
    return (first[0] == 0xFE && first[1] == 0xFF) || (first[0] == 0 && first[1] == 'B')
               ? "UTF-16BE"
               : NULL;
}

/* ---- as UTF-8 ---- */

/* What no letter is becomes a zero byte, which no calendar holds: it is refused with its
 * line.  *left is how many bytes begin a letter that the next part completes. */
static bool
convert_part(iconv_t converter, char *bytes, size_t length, struct spool *text,
             size_t *left, struct error *err)
{
    char out[PART];
    char *in = bytes;

    while (length > 0) {
        char *end = out;
        size_t room = sizeof out - 1;
        const bool ok = iconv(converter, &in, &length, &end, &room) != (size_t)-1;
        const int problem = ok ? 0 : errno;
        if (problem == EILSEQ) {
            *end++ = '\0';
            in++;
            length--;
        }
        if (!spool_add(text, out, (size_t)(end - out), err))
            return false;
        if (problem == EINVAL)
            break;
    }
    *left = length;
    memmove(bytes, in, length);
    return true;
}

static bool
convert(const char *encoding, uint64_t start, struct spool **bytes, struct error *err)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return error_set(err, ERROR_SYSTEM, _("This system cannot read %s."), encoding);
    struct spool *text = spool_open(err);
    char *part = memory_new(1, PART);
    size_t left = 0;
    size_t got = 0;
    bool ok = text;

    do {
        ok = ok && spool_read(*bytes, start, part + left, PART - left, &got, err) &&
             convert_part(converter, part, left + got, text, &left, err);
        start += got;
    } while (ok && got > 0);
    free(part);
    iconv_close(converter);
    spool_close(ok ? *bytes : text);
    if (ok)
        *bytes = text;
    return ok;
}

bool
source_encoding_settle(struct spool **bytes, const char **guessed, struct error *err)
{
    struct survey survey = { 0 };
    uint64_t start;
    const char *utf16 = utf16_of(*bytes, &start);

    *guessed = NULL;
    if (utf16)
        return convert(utf16, start, bytes, err);
    if (!survey_all(*bytes, &survey, err))
        return false;
    if (survey.bad == 0 || survey.good > 0)
        return true;
    *guessed = "Windows-1252";
    return convert("CP1252", 0, bytes, err);
}
