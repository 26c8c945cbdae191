/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_kind.c - a file of address cards: vCard 2.1, 3.0 and 4.0 */
#include "import/vcard_kind.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "import/text_encoding.h"
#include "import/text_lines.h"
#include "import/text_twice.h"
#include "import/vcard_line.h"
#include "import/vcard_row.h"
#include "import/vcard_unfold.h"

enum { NOTES_MOST = 5 };

struct reading {
    struct table_file *file;
    struct vcard_card card;
    int64_t begun; /* the line on which the card begins; 0: outside of a card */
    bool expects_agent;
    int inner;                      /* cards within the card: those of agents */
    int64_t strange;                /* lines that are not of a card */
    int64_t beyond;                 /* names with words that are not taken */
    int unknown;                    /* lines that name an encoding not known here */
    int64_t left[VCARD_LEFT_COUNT]; /* cards that hold what is not taken */
    struct buffer line;
};

/* Of a name that says more than its parts. */
static void
note_beyond(struct reading *r, const char *words)
{
    if (r->beyond++ < NOTES_MOST)
        table_kind_note(r->file,
                        _("Line %lld: “%.60s” of the name on the card is not taken."),
                        (long long)r->begun, words);
}

static bool
end_card(struct reading *r, bool is_whole, struct error *err)
{
    struct table_store *rows = &r->file->rows;
    struct buffer why = { 0 };
    struct buffer beyond = { 0 };
    vcard_row_pour(&r->card, rows, &why, &beyond);
    if (why.length == 0 && beyond.length > 0)
        note_beyond(r, buffer_text(&beyond));
    buffer_clear(&beyond);
    if (!is_whole && why.length == 0)
        buffer_add(&why,
                   _("The card has no END:VCARD; complete it, or export it again."));
    for (int i = 0; i < VCARD_LEFT_COUNT && why.length == 0; i++)
        r->left[i] += r->card.left[i];
    bool ok = why.length > 0
                  ? table_store_refuse_row(rows, r->begun, buffer_text(&why), err)
                  : table_store_end_row(rows, r->begun, err);
    buffer_clear(&why);
    vcard_card_clear(&r->card);
    r->begun = 0;
    r->expects_agent = false;
    r->inner = 0;
    return ok;
}

static void
note_strange(struct reading *r, int64_t number)
{
    if (r->strange++ < NOTES_MOST)
        table_kind_note(r->file,
                        _("Line %lld is not a line of an address card; it was passed "
                          "over."),
                        (long long)number);
}

/* A name that says nothing here is told, as what it was of may be misread. */
static void
note_encoding(struct reading *r, const struct vcard_line *line, int64_t number)
{
    if (line->is_quoted && line->charset && !text_encoding_is_known(line->charset) &&
        r->unknown++ < NOTES_MOST)
        table_kind_note(r->file,
                        _("Line %lld names an encoding that is not known here, “%.40s”; "
                          "it was read as Windows-1252."),
                        (long long)number, line->charset);
}

/* Once for all cards: "postal addresses (12), categories (3)". */
static void
note_left(const struct reading *r)
{
    struct buffer text = { 0 };
    for (int i = 0; i < VCARD_LEFT_COUNT; i++)
        if (r->left[i] > 0)
            buffer_addf(&text, "%s%s (%lld)", text.length > 0 ? ", " : "",
                        _(vcard_card_left_words[i]), (long long)r->left[i]);
    if (text.length > 0)
        /* TRANSLATORS: "postal addresses (12), categories (3)": of how many cards. */
        table_kind_note(r->file, _("Not taken from the cards: %s."), buffer_text(&text));
    buffer_clear(&text);
}

static bool
begin_card(struct reading *r, int64_t number, struct error *err)
{
    if (r->inner > 0 || r->expects_agent) {
        r->inner++;
        r->expects_agent = false;
        return true;
    }
    bool ok = r->begun == 0 || end_card(r, false, err);
    r->begun = number;
    return ok;
}

static bool
take_line(struct reading *r, const struct vcard_line *line, int64_t number,
          struct error *err)
{
    bool marks = line->property == VCARD_BEGIN || line->property == VCARD_END;
    bool is_ours = !marks || strncasecmp(line->value, "VCARD", strlen("VCARD")) == 0;
    if (is_ours && line->property == VCARD_BEGIN)
        return begin_card(r, number, err);
    if (!is_ours || r->begun == 0)
        note_strange(r, number);
    else if (line->property == VCARD_END && r->inner > 0)
        r->inner--;
    else if (line->property == VCARD_END)
        return end_card(r, true, err);
    else if (line->property == VCARD_AGENT && r->inner == 0)
        r->expects_agent = line->value[strspn(line->value, " \t")] == '\0';
    else if (r->inner == 0) {
        note_encoding(r, line, number);
        vcard_card_take(&r->card, line, r->file->choice.encoding);
    }
    return true;
}

static bool
read_line(void *context, const char *text, size_t length, int64_t number,
          struct error *err)
{
    struct reading *r = context;
    while (length > 0 && strchr("\r\n \t", text[length - 1]))
        length--;
    if (length == 0)
        return true;
    buffer_reset(&r->line);
    buffer_add_part(&r->line, text, length);
    struct vcard_line line;
    if (vcard_line_read(&line, r->line.text))
        return take_line(r, &line, number, err);
    note_strange(r, number);
    return true;
}

static bool
read_cards(struct table_file *file, const struct spool *text, uint64_t start,
           struct error *err)
{
    struct reading r = { .file = file };
    vcard_row_pour_headings(&file->rows);
    bool ok = table_store_end_row(&file->rows, 1, err) &&
              text_lines_read(text, start, read_line, &r, err) &&
              (r.begun == 0 || end_card(&r, false, err));
    if (r.strange > NOTES_MOST)
        table_kind_note(file,
                        ngettext("So was %lld other line.", "So were %lld other lines.",
                                 (unsigned long)(r.strange - NOTES_MOST)),
                        (long long)(r.strange - NOTES_MOST));
    if (r.beyond > NOTES_MOST)
        table_kind_note(file,
                        ngettext("Nor are words of %lld other name.",
                                 "Nor are words of %lld other names.",
                                 (unsigned long)(r.beyond - NOTES_MOST)),
                        (long long)(r.beyond - NOTES_MOST));
    note_left(&r);
    vcard_card_clear(&r.card);
    buffer_clear(&r.line);
    return ok;
}

/* Folds are undone before letters are read, as they may tear one; but those of UTF-16
 * are found only behind it. */
static bool
vcard_read(struct table_file *file, struct spool **bytes, struct error *err)
{
    uint64_t start = 0;
    file->holds = vcard_row_holds;
    bool ok = text_encoding_is_wide(file, *bytes)
                  ? text_encoding_decode(file, bytes, &start, err) &&
                        vcard_unfold(file, bytes, &start, err)
                  : vcard_unfold(file, bytes, &start, err) &&
                        text_encoding_decode(file, bytes, &start, err);
    return ok && text_twice_mend(file, bytes, &start, err) &&
           text_encoding_look(file, *bytes, start, err) &&
           read_cards(file, *bytes, start, err);
}

/* Whatever stands before the letters of BEGIN:VCARD: marks of the byte order, blank
 * lines, and the other half of letters of UTF-16. */
static bool
vcard_knows(const char *bytes, size_t length)
{
    static const char begin[] = "BEGIN:VCARD";
    size_t matched = 0;
    for (size_t i = 0; i < length && begin[matched]; i++)
        if (strncasecmp(&bytes[i], &begin[matched], 1) == 0)
            matched++;
        else if (matched > 0 ? bytes[i] != '\0'
                             : !memchr("\xef\xbb\xbf\xfe\xff \t\r\n", bytes[i], 10))
            return false;
    return begin[matched] == '\0';
}

const struct table_kind vcard_kind = { .knows = vcard_knows, .read = vcard_read };
