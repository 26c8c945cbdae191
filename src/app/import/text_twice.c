/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_twice.c - letters that were encoded twice: UTF-8 that a program took for
 * Windows-1252 and wrote as UTF-8 again, DurÃ© */
#include "import/text_twice.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "import/csv_sign.h"
#include "import/text_lines.h"

/* A text that was encoded more often is not read here. */
enum { TIMES_MOST = 3 };

/* What Windows-1252 has from 0x80 on; bytes that it lacks stay the control that they are
 * in ISO 8859-1. */
static const uint16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
    0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
};

/* The byte that a program took for this letter; -1: there is none. */
static int
byte_of(uint32_t letter)
{
    if (letter < 0x100)
        return (int)letter;
    for (int i = 0; i < 32; i++)
        if (windows[i] == letter)
            return 0x80 + i;
    return -1;
}

/* The letter of UTF-8 that begins here, of at most three bytes; 0: there is none. */
static uint32_t
letter_of(const char *text, size_t left, size_t *length)
{
    const unsigned char *at = (const unsigned char *)text;

    *length = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : 3;
    if (*length > left || at[0] >= 0xF0 || (at[0] >= 0x80 && at[0] < 0xC2))
        return 0;
    if (*length == 1)
        return at[0];
    if (*length == 2)
        return (at[0] & 0x1FU) << 6 | (at[1] & 0x3FU);
    return (at[0] & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
}

/* A control of ASCII is dropped from what is stored, so it decides nothing here either:
 * the text without it, written again, is read as it was. */
static bool
is_dropped(char c)
{
    return ((unsigned char)c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
}

/* Ã, Â or â before what is no ASCII letter either: so a letter begins that may have been
 * encoded twice. */
static bool
may_be_twice(const char *text, size_t length)
{
    const char *end = text + length;

    for (const char *at = text;
         at + 3 < end && (at = memchr(at, 0xC3, (size_t)(end - at))); at++) {
        const char *next = at + 2;
        while (next < end && is_dropped(*next))
            next++;
        if (next + 1 < end && (unsigned char)at[1] >= 0x82 &&
            (unsigned char)*next >= 0xC2)
            return true;
    }
    return false;
}

static void
add_without_dropped(const char *text, size_t length, struct buffer *plain)
{
    for (size_t at = 0; at < length; at++)
        if (!is_dropped(text[at]))
            buffer_add_char(plain, text[at]);
}

static bool
is_clean(const char *text, size_t length)
{
    size_t word_length;
    (void)csv_sign_find(text, length, &word_length);
    return word_length == 0;
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Ville dՃvreux: a letter of Armenia or farther off beside one of ASCII stands in no
 * word: two signs of another encoding were taken for it. */
static bool
mixes_scripts(const char *text, size_t length)
{
    enum { FAR_OFF = 0x530, SIGNS = 0x1E00 };
    size_t letter_length;

    for (size_t at = 0; at < length; at += letter_length) {
        const uint32_t letter = letter_of(text + at, length - at, &letter_length);
        const size_t next = at + letter_length;
        if (letter >= FAR_OFF && letter < SIGNS &&
            ((at > 0 && is_ascii_letter(text[at - 1])) ||
             (next < length && is_ascii_letter(text[next]))))
            return true;
    }
    return false;
}

static bool
undo_once(const char *text, size_t length, struct buffer *bytes)
{
    size_t letter_length;

    for (size_t at = 0; at < length; at += letter_length) {
        const uint32_t letter = letter_of(text + at, length - at, &letter_length);
        const int byte = letter > 0 ? byte_of(letter) : -1;
        if (byte < 0)
            return false;
        buffer_add_char(bytes, (char)byte);
    }
    return text_is_valid(buffer_text(bytes), bytes->length);
}

static void
remember(struct text_twice *twice, const char *text, size_t length,
         const struct buffer *undone)
{
    enum { TEXT_MOST = 60 };

    if (twice->undone++ > 0 || length > TEXT_MOST)
        return;
    buffer_add_part(&twice->before, text, length);
    buffer_add_part(&twice->after, buffer_text(undone), undone->length);
}

static bool
undo(struct text_twice *twice, const char *text, size_t length, struct buffer *undone)
{
    struct buffer now = { 0 };
    struct buffer next = { 0 };
    bool any = false;

    add_without_dropped(text, length, &now);
    for (int i = 0; i < TIMES_MOST && may_be_twice(buffer_text(&now), now.length); i++) {
        buffer_reset(&next);
        if (!undo_once(buffer_text(&now), now.length, &next))
            break;
        buffer_reset(&now);
        buffer_add_part(&now, buffer_text(&next), next.length);
        any = true;
    }
    any = any && is_clean(buffer_text(&now), now.length) &&
          !mixes_scripts(buffer_text(&now), now.length);
    if (any) {
        remember(twice, text, length, &now);
        buffer_add_part(undone, buffer_text(&now), now.length);
    }
    buffer_clear(&now);
    buffer_clear(&next);
    return any;
}

bool
text_twice_undo(struct text_twice *twice, const char *text, size_t length,
                struct buffer *undone)
{
    return may_be_twice(text, length) && undo(twice, text, length, undone);
}

void
text_twice_note(const struct text_twice *twice, struct table_file *file)
{
    if (twice->undone == 0)
        return;
    struct buffer before = { 0 };
    struct buffer after = { 0 };
    text_add_printable(&before, buffer_text(&twice->before));
    text_add_printable(&after, buffer_text(&twice->after));
    if (before.length > 0)
        table_kind_note(file,
                        ngettext("%lld text was encoded twice and is mended: “%s” is "
                                 "read as “%s”.",
                                 "%lld texts were encoded twice and are mended: “%s” is "
                                 "read as “%s”.",
                                 (unsigned long)twice->undone),
                        (long long)twice->undone, buffer_text(&before),
                        buffer_text(&after));
    else
        table_kind_note(file,
                        ngettext("%lld text was encoded twice and is mended.",
                                 "%lld texts were encoded twice and are mended.",
                                 (unsigned long)twice->undone),
                        (long long)twice->undone);
    buffer_clear(&before);
    buffer_clear(&after);
}

void
text_twice_clear(struct text_twice *twice)
{
    buffer_clear(&twice->before);
    buffer_clear(&twice->after);
    *twice = (struct text_twice){ 0 };
}

/* ---- a text file ---- */

struct mending {
    struct text_twice twice;
    struct spool *text; /* NULL: the lines are only looked at */
    struct buffer line;
};

/* The part of a line up to a sign that parts cells. */
static void
mend_part(struct mending *m, const char *part, size_t length)
{
    if (!text_twice_undo(&m->twice, part, length, &m->line))
        buffer_add_part(&m->line, part, length);
}

static void
mend_line(struct mending *m, const char *line, size_t length)
{
    static const char signs[] = ";,\t|\":\r\n";
    size_t begun = 0;

    buffer_reset(&m->line);
    for (size_t at = 0; at <= length; at++) {
        if (at < length && !memchr(signs, line[at], sizeof(signs) - 1))
            continue;
        mend_part(m, line + begun, at - begun);
        if (at < length)
            buffer_add_char(&m->line, line[at]);
        begun = at + 1;
    }
}

/* While lines are only looked at, the first one that is mended ends the reading. */
static bool
take_line(void *context, const char *line, size_t length, int64_t number,
          struct error *err)
{
    (void)number;
    struct mending *m = context;

    if (!may_be_twice(line, length))
        return !m->text || spool_add(m->text, line, length, err);
    mend_line(m, line, length);
    if (!m->text)
        return m->twice.undone == 0;
    return spool_add(m->text, buffer_text(&m->line), m->line.length, err);
}

static bool
write_mended(struct mending *m, struct spool **text, uint64_t *start, struct error *err)
{
    text_twice_clear(&m->twice);
    m->text = spool_open(err);
    const bool ok = m->text && text_lines_read(*text, *start, take_line, m, err);
    spool_close(ok ? *text : m->text);
    if (!ok)
        return false;
    *text = m->text;
    *start = 0;
    return true;
}

bool
text_twice_mend(struct table_file *file, struct spool **text, uint64_t *start,
                struct error *err)
{
    if (file->choice.encoding)
        return true;
    struct mending m = { 0 };
    struct error read = { 0 };
    bool ok = text_lines_read(*text, *start, take_line, &m, &read) ||
              read.kind == ERROR_NONE || error_pass(err, &read);
    if (ok && m.twice.undone > 0) {
        ok = write_mended(&m, text, start, err);
        if (ok)
            text_twice_note(&m.twice, file);
    }
    text_twice_clear(&m.twice);
    buffer_clear(&m.line);
    return ok;
}
