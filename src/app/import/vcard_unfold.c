/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_unfold.c - the content lines of address cards, each on one line */
#include "import/vcard_unfold.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "import/table_kind.h"
#include "import/vcard_line.h"

enum { PART = 32768, NOTES_MOST = 5 };

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct unfolding {
    struct table_file *file;
    struct spool *text;
    struct buffer physical; /* the line that is being read, up to its limit */
    struct buffer logical;  /* the content line so far */
    int64_t number;         /* of the line that is being read */
    int64_t breaks;         /* lines since the content line began */
    int64_t begun;          /* the number of its first line */
    bool kept;              /* an import reads it */
    bool too_long;
    bool soft;      /* it goes on behind a soft break of QUOTED-PRINTABLE */
    bool quoted;    /* it is in QUOTED-PRINTABLE */
    bool base64;    /* it is in BASE64, whose lines need no blank before them */
    bool returned;  /* the last byte was \r: \n may follow */
    int64_t longer; /* lines that were too long */
};

/* ---- a content line ---- */

static bool
flush(struct unfolding *u, struct error *err)
{
    if (u->too_long && u->kept && u->longer++ < NOTES_MOST)
        table_kind_note(u->file, _("Line %lld is longer than %d kB; it was passed over."),
                        (long long)u->begun, VCARD_LINE_MOST / 1024);
    if (u->too_long || !u->kept)
        buffer_reset(&u->logical);
    bool ok = spool_add(u->text, buffer_text(&u->logical), u->logical.length, err);
    for (; ok && u->breaks > 0; u->breaks--)
        ok = spool_add(u->text, "\n", 1, err);
    buffer_reset(&u->logical);
    return ok;
}

static void
append(struct unfolding *u, const char *text, size_t length)
{
    u->soft = u->quoted && length > 0 && text[length - 1] == '=';
    length -= u->soft;
    u->too_long = u->too_long || u->logical.length + length > VCARD_LINE_MOST;
    if (u->kept && !u->too_long)
        buffer_add_part(&u->logical, text, length);
}

/* Whether the parameters before the value name an encoding, as any of the three versions
 * writes it. */
static bool
says(const char *parameters, size_t length, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i + size < length; i++)
        if ((parameters[i] == ';' || parameters[i] == '=') &&
            strncasecmp(parameters + i + 1, word, size) == 0 &&
            (i + 1 + size == length || parameters[i + 1 + size] == ';'))
            return true;
    return false;
}

static bool
begin(struct unfolding *u, const char *text, size_t length, struct error *err)
{
    if (!flush(u, err))
        return false;
    while (length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0) {
        text += 3;
        length -= 3;
    }
    const char *colon = memchr(text, ':', length);
    size_t head = colon ? (size_t)(colon - text) : 0;
    u->begun = u->number;
    u->too_long = false;
    u->kept = vcard_line_is_wanted(text, length);
    u->quoted = says(text, head, "QUOTED-PRINTABLE");
    u->base64 = says(text, head, "BASE64") || says(text, head, "B");
    append(u, text, length);
    return true;
}

/* ---- a line of the file ---- */

static bool
take_physical(struct unfolding *u, struct error *err)
{
    const char *text = buffer_text(&u->physical);
    size_t length = u->physical.length;
    bool open = u->begun > 0;
    bool ok = true;
    if (open && u->soft)
        append(u, text, length);
    else if (open && (text[0] == ' ' || text[0] == '\t'))
        append(u, text + 1, length - 1);
    else if (!open || !u->base64 || memchr(text, ':', length))
        ok = begin(u, text, length, err);
    u->breaks++;
    u->number++;
    buffer_reset(&u->physical);
    return ok;
}

/* What is far beyond the limit is not kept either. */
static void
add_physical(struct unfolding *u, const char *part, size_t length)
{
    size_t room = VCARD_LINE_MOST + 2 - u->physical.length;
    buffer_add_part(&u->physical, part, length < room ? length : room);
}

static bool
take_part(struct unfolding *u, const char *part, size_t length, struct error *err)
{
    const char *end = part + length;
    bool ok = true;
    for (const char *at = part; ok && at < end;) {
        if (u->returned && *at == '\n')
            at++;
        u->returned = false;
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        add_physical(u, at, (size_t)(stop - at));
        if (stop < end) {
            u->returned = *stop == '\r';
            ok = take_physical(u, err);
            stop++;
        }
        at = stop;
    }
    return ok;
}

static bool
unfold_all(struct unfolding *u, const struct spool *bytes, uint64_t start,
           struct error *err)
{
    char part[PART];
    size_t got;
    do {
        if (!spool_read(bytes, start, part, sizeof(part), &got, err) ||
            !take_part(u, part, got, err))
            return false;
        start += got;
    } while (got > 0);
    return (u->physical.length == 0 || take_physical(u, err)) && flush(u, err);
}

bool
vcard_unfold(struct table_file *file, struct spool **bytes, uint64_t *start,
             struct error *err)
{
    struct unfolding u = { .file = file, .number = 1, .text = spool_open(err) };
    bool ok = u.text && unfold_all(&u, *bytes, *start, err);
    *start = 0;
    if (u.longer > NOTES_MOST)
        table_kind_note(file,
                        ngettext("So was %lld other line.", "So were %lld other lines.",
                                 (unsigned long)(u.longer - NOTES_MOST)),
                        (long long)(u.longer - NOTES_MOST));
    buffer_clear(&u.physical);
    buffer_clear(&u.logical);
    spool_close(ok ? *bytes : u.text);
    if (ok)
        *bytes = u.text;
    return ok;
}
