/* SPDX-License-Identifier: GPL-3.0-or-later */
/* address_kind.c - addresses as a mail program copies them: "DURAND, Zoé"
 * <zoe@example.org>; Yann Le Goff <yann@example.org> */
#include "import/address_kind.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/csv_cell.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "import/text_lines.h"

/* So many addresses tell what a file is; more text is none; a slip or two among them
 * are refused as rows. */
enum { ADDRESSES_READ = 100, ADDRESS_MOST = 4096, BAD_LEAST = 4 };

static const enum import_target holds[] = { IMPORT_EMAIL };

struct reading {
    struct table_file *file;
    bool pours;  /* else the first ones are only looked at */
    bool counts; /* the rows: several stand in one line */
    struct buffer item;
    bool quoted;     /* within quotation marks */
    bool angled;     /* behind < */
    bool closed;     /* behind the > of it */
    bool has_at;     /* an @ stands in it, outside of quotation marks */
    bool begins_bad; /* with something else */
    bool several;    /* in one line */
    char sign;       /* that parts them */
    size_t count;
    size_t bad;    /* of these: something else that stands among them */
    int64_t ended; /* the line of the last one */
    int64_t last;  /* what the last row counts as */
    int64_t begun; /* the line of this one */
};

/* "To: ", "Cc : " before the first one. */
static size_t
label_length(const char *text)
{
    static const char *const labels[] = {
        "to", "cc",  "bcc",  "cci", "from", "a",   "à",     "À",    "de",
        "an", "von", "para", "cco", "da",   "aan", "kopie", "pour", "destinataires"
    };
    const size_t length = strcspn(text, ":<\"@");
    size_t word = length;

    if (text[length] != ':')
        return 0;
    if (word > 2 && memcmp(text + word - 2, "\xc2\xa0", 2) == 0)
        word -= 2; /* before a colon in French */
    while (word > 0 && text[word - 1] == ' ')
        word--;
    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        if (strlen(labels[i]) == word && strncasecmp(labels[i], text, word) == 0)
            return length + 1;
    return 0;
}

/* Signs that stand in an address, and one @ among them. */
static bool
is_bare(const char *at, size_t length)
{
    size_t signs = 0;

    if (length >= 7 && strncasecmp(at, "mailto:", 7) == 0) {
        at += 7;
        length -= 7;
    }
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t<>()[]\",;:\\|", at[i]))
            return false;
        signs += at[i] == '@';
    }
    return signs == 1 && at[0] != '@' && at[length - 1] != '@';
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* What stands before an address without brackets: two words, or a sign behind it. */
static bool
parts_name(const char *name, size_t length)
{
    const char *blank = memchr(name, ' ', length);
    return length > 0 && !memchr(name, ',', length) && !memchr(name, ';', length) &&
           !memchr(name, '@', length) && (blank || strchr(":-", name[length - 1]));
}

/* Zoé Durand (zoe@example.org), Zoé Durand zoe@example.org: with the address in angle
 * brackets; false when it is none of these. */
static bool
put_brackets(char **item)
{
    const char *text = *item;
    size_t length = strlen(text);
    const bool closed = length > 0 && strchr(")]", text[length - 1]);
    size_t end = length - closed;
    size_t begun = end;

    while (begun > 0 && !is_blank(text[begun - 1]) && !strchr("([", text[begun - 1]))
        begun--;
    size_t name = begun - (closed && begun > 0 && strchr("([", text[begun - 1]));
    while (name > 0 && is_blank(text[name - 1]))
        name--;
    if (end <= begun || !is_bare(text + begun, end - begun) ||
        (closed ? name == 0 : !parts_name(text, name)))
        return false;
    while (name > 0 && strchr(":- ", text[name - 1]))
        name--;
    struct buffer whole = { 0 };
    buffer_add_part(&whole, text, name);
    buffer_add(&whole, " <");
    buffer_add_part(&whole, text + begun, end - begun);
    buffer_add_char(&whole, '>');
    free(*item);
    *item = buffer_take(&whole);
    return true;
}

/* A spreadsheet put the whole into quotation marks, or wrote those in it twice; our own
 * files have an apostrophe behind the first where “@” would begin a formula. */
static void
undo_marks(char **item)
{
    const char *text = *item;
    const size_t length = strlen(text);
    const bool whole = length > 2 && text[0] == '"' && text[length - 1] == '"';
    struct buffer plain = { 0 };

    for (size_t i = whole; i < length - whole; i++) {
        buffer_add_char(&plain, text[i]);
        i += (text[i] == '"' && text[i + 1] == '"' && i + 1 < length - whole);
    }
    free(*item);
    *item = text_tidy(csv_cell_unguarded(buffer_text(&plain)));
    buffer_clear(&plain);
}

/* An address alone, or in angle brackets behind whatever name. */
static bool
read_address(char **item)
{
    if (strchr(*item, '"'))
        undo_marks(item);
    const size_t length = strlen(*item);
    const char *open = strrchr(*item, '<');

    if (length > 0 && (*item)[length - 1] == '>')
        return open && is_bare(open + 1, (size_t)(*item + length - 1 - open - 1));
    return is_bare(*item, length) || put_brackets(item);
}

static bool
take_item(struct reading *r, char **item, struct error *err)
{
    const bool is = read_address(item);

    r->bad += !is;
    r->begins_bad = r->begins_bad || (!is && r->count == 0);
    r->several = r->several || (r->count > 0 && r->begun == r->ended);
    r->ended = r->begun;
    r->count++;
    if (!r->pours)
        return !r->begins_bad && r->count < ADDRESSES_READ;
    r->last = !r->counts && r->begun > r->last ? r->begun : r->last + 1;
    table_store_add_cell(&r->file->rows, *item, strlen(*item));
    return table_store_end_row(&r->file->rows, r->last, err);
}

/* Nothing, or nothing in quotation marks. */
static bool
is_empty(const char *item)
{
    return item[strspn(item, "\"")] == '\0';
}

static bool
end_item(struct reading *r, struct error *err)
{
    const char *text = buffer_text(&r->item);
    char *tidy = text_tidy(text + label_length(text + strspn(text, " \t")));
    bool ok = true;

    if (!is_empty(tidy))
        ok = take_item(r, &tidy, err);
    free(tidy);
    buffer_reset(&r->item);
    r->quoted = r->angled = r->closed = r->has_at = false;
    return ok;
}

static bool
take_sign(struct reading *r, char c, struct error *err)
{
    const bool parts = !r->quoted && !r->angled &&
                       (c == ',' || c == ';' || (c == '\t' && (r->closed || r->has_at)));

    /* A comma may stand in a name without quotation marks. */
    if (parts &&
        (r->closed || r->has_at || c == ';' || text_is_blank(buffer_text(&r->item)))) {
        r->sign = r->sign ? r->sign : c;
        return end_item(r, err);
    }
    r->quoted = r->quoted != (c == '"');
    r->angled = !r->quoted && (r->angled ? c != '>' : c == '<');
    r->closed = r->closed || (!r->quoted && c == '>');
    r->has_at = r->has_at || (!r->quoted && c == '@');
    buffer_add_char(&r->item, c == '\t' ? ' ' : c);
    return r->item.length <= ADDRESS_MOST || (r->pours && end_item(r, err));
}

/* A line ends an address, but not the name before it: a long header is folded. */
static bool
take_line(void *context, const char *line, size_t length, int64_t number,
          struct error *err)
{
    struct reading *r = context;
    bool ok = true;

    while (length > 0 && strchr("\r\n", line[length - 1]))
        length--;
    const bool is_folded = length > 0 && strchr(" \t", line[0]);
    if (r->item.length > 0 && !r->closed && !r->has_at && !is_folded) {
        r->quoted = false;
        ok = end_item(r, err);
    }
    for (size_t i = 0; ok && i < length; i++) {
        if (r->item.length == 0)
            r->begun = number;
        ok = take_sign(r, line[i], err);
    }
    return ok && (!(r->closed || r->has_at) || end_item(r, err));
}

static bool
read_items(struct reading *r, const struct spool *text, uint64_t start, struct error *err)
{
    const bool ok = text_lines_read(text, start, take_line, r, err) && end_item(r, err);
    buffer_clear(&r->item);
    return ok;
}

/* Whether the first ones are addresses.  Looking ends early: that is no failure. */
static bool
look(struct reading *r, const struct spool *text, uint64_t start, struct error *err)
{
    struct error read = { 0 };

    return read_items(r, text, start, &read) || read.kind == ERROR_NONE ||
           error_pass(err, &read);
}

static bool
pour(struct table_file *file, const struct reading *found, const struct spool *text,
     uint64_t start, struct error *err)
{
    const char *heading = _(import_targets[holds[0]].label);
    struct reading r = { .file = file, .pours = true, .counts = found->several };

    table_store_add_cell(&file->rows, heading, strlen(heading));
    bool ok =
        table_store_end_row(&file->rows, 0, err) && read_items(&r, text, start, err);
    file->holds = holds;
    file->delimiter = found->sign ? found->sign : ',';
    if (found->several)
        table_kind_note(file, _("The file is a list of addresses: each is a row, and "
                                "lines count them."));
    else
        table_kind_note(file, _("The file is a list of addresses: each is a row."));
    return ok;
}

bool
address_kind_read(struct table_file *file, const struct spool *text, uint64_t start,
                  bool *is, struct error *err)
{
    struct reading r = { .file = file };
    *is = false;
    if (!look(&r, text, start, err))
        return false;
    *is = r.count > 0 && !r.begins_bad && r.bad * BAD_LEAST <= r.count;
    return !*is || pour(file, &r, text, start, err);
}
