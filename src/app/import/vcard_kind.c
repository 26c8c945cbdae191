/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_kind.c - a file of address cards: vCard 2.1, 3.0 and 4.0 */
#include "import/vcard_kind.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "import/csv_encoding.h"
#include "import/csv_lines.h"
#include "import/vcard_card.h"
#include "import/vcard_line.h"
#include "import/vcard_unfold.h"

enum { NOTES_MOST = 5 };

struct reading {
    struct table_file *file;
    struct vcard_card card;
    int64_t begun; /* the line on which the card begins; 0: outside of a card */
    bool expects_agent;
    int inner;       /* cards within the card: those of agents */
    int64_t strange; /* lines that are not of a card */
    struct buffer line;
};

static bool
end_card(struct reading *r, bool is_whole, struct error *err)
{
    struct table_store *rows = &r->file->rows;
    const char *why = vcard_card_pour(&r->card, rows);
    if (!is_whole && !why)
        why = _("The card has no END:VCARD; complete it, or export it again.");
    bool ok = why ? table_store_refuse_row(rows, r->begun, why, err)
                  : table_store_end_row(rows, r->begun, err);
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
    else if (r->inner == 0)
        vcard_card_take(&r->card, line, r->file->choice.encoding);
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
    vcard_card_pour_headings(&file->rows);
    bool ok = table_store_end_row(&file->rows, 1, err) &&
              csv_lines_read(text, start, read_line, &r, err) &&
              (r.begun == 0 || end_card(&r, false, err));
    if (r.strange > NOTES_MOST)
        table_kind_note(file,
                        ngettext("So was %lld other line.", "So were %lld other lines.",
                                 (unsigned long)(r.strange - NOTES_MOST)),
                        (long long)(r.strange - NOTES_MOST));
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
    file->holds = vcard_card_holds;
    bool ok = csv_encoding_is_wide(file, *bytes)
                  ? csv_encoding_decode(file, bytes, &start, err) &&
                        vcard_unfold(file, bytes, &start, err)
                  : vcard_unfold(file, bytes, &start, err) &&
                        csv_encoding_decode(file, bytes, &start, err);
    return ok && csv_encoding_look(file, *bytes, start, err) &&
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
