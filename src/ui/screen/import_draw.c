/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draw.c - what an import looks like: its head, and its rows, one a line */
#include "screen/import_draw.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum {
    MAPPING_ROWS_MOST = 3,
    REFUSAL_ROWS_MOST = 2,
    LINE_COLUMNS = 7,
    VERDICT_COLUMNS = 11
};

static void
add_counts(const struct import *import, struct buffer *text)
{
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    if (import_row_count(import) == 0) /* not judged, or not yet */
        return;
    import_verdict_add_counts(counts, text);
}

/* Who would find no seat is what is wrong: nothing else is marked. */
static void
draw_seats(const struct import_outcome *outcome, struct area area, int row)
{
    struct buffer text = { 0 };

    buffer_addf(&text, _("%" PRId64 " would be registered"), outcome->registered);
    if (outcome->waiting > 0)
        buffer_addf(&text, _(", of them %" PRId64 " waiting"), outcome->waiting);
    buffer_add(&text, "  ·  ");
    int from = (int)text_width(buffer_text(&text));
    buffer_addf(&text, _("%" PRId64 " would find no seat"), outcome->full);
    int to = (int)text_width(buffer_text(&text));
    paint_text(row, area.left, area.columns, STYLE_STRONG, buffer_text(&text));
    if (to > area.columns)
        to = area.columns;
    if (outcome->full > 0 && from < to)
        paint_restyle(row, area.left + from, to - from, STYLE_WARNING);
    buffer_clear(&text);
}

static void
add_members(const struct import_outcome *outcome, struct buffer *text)
{
    buffer_addf(text,
                ngettext("%" PRId64 " is a member already",
                         "%" PRId64 " are members already",
                         (unsigned long)outcome->members),
                outcome->members);
}

/* Which role stands for rows that say none, and who is in the group already; nothing
 * where neither is. */
static int
draw_beside_roles(const struct import *import, const struct import_outcome *outcome,
                  struct area area, int row)
{
    struct buffer text = { 0 };

    if (outcome->unsaid > 0)
        buffer_addf(&text,
                    ngettext("%" PRId64 " of them has no role in the file → %s",
                             "%" PRId64 " of them have no role in the file → %s",
                             (unsigned long)outcome->unsaid),
                    outcome->unsaid,
                    _(membership_roles[import_goal(import)->role].label));
    if (outcome->members > 0) {
        buffer_add(&text, text.length > 0 ? "  ·  " : "");
        add_members(outcome, &text);
    }
    const bool any = text.length > 0;
    if (any)
        paint_text(row, area.left, area.columns,
                   outcome->unsaid > 0 ? STYLE_WARNING : STYLE_STRONG,
                   buffer_text(&text));
    buffer_clear(&text);
    return any;
}

/* Into which group, as what: where the file says it of each, of how many it does. */
static int
draw_members(const struct import *import, const struct import_outcome *outcome,
             struct area area, int row)
{
    struct buffer text = { 0 };
    struct buffer roles = { 0 };
    const bool has_roles = import_has_roles(import);

    import_add_roles(import, outcome, &roles);
    buffer_addf(&text,
                ngettext("%" PRId64 " would join the group (%s)",
                         "%" PRId64 " would join the group (%s)",
                         (unsigned long)outcome->joined),
                outcome->joined, buffer_text(&roles));
    buffer_clear(&roles);
    if (!has_roles) {
        buffer_add(&text, "  ·  ");
        add_members(outcome, &text);
    }
    paint_text(row, area.left, area.columns, STYLE_STRONG, buffer_text(&text));
    buffer_clear(&text);
    return 1 + (has_roles ? draw_beside_roles(import, outcome, area, row + 1) : 0);
}

/* "Nom -> family name, Courriel -> e-mail, Couleur -> nothing". */
static void
add_mapping(struct import *import, struct buffer *text)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    for (size_t c = 0; c < count && c < mapping->count; c++)
        if (!import_column_is_idle(import, c))
            buffer_addf(text, "%s%s → %s", text->length > 0 ? ", " : "", headers[c],
                        _(import_targets[import_column_brings(import, c)].label));
}

static const char *
what_becomes(const struct import *import, enum import_created what, size_t count)
{
    const enum import_creation creates = import_creates(import);
    const unsigned long plural = (unsigned long)count;

    if (what == IMPORT_CREATED_ORGANISATION && creates != IMPORT_CREATES_NOTHING)
        return ngettext(" → created", " → created", plural);
    if (what == IMPORT_CREATED_ORGANISATION)
        return _(" → people come without");
    if (creates == IMPORT_CREATES_NOTHING)
        return ngettext(" → not created", " → not created", plural);
    return creates == IMPORT_CREATES_CATEGORIES
               ? ngettext(" → created with its organisations",
                          " → created with their organisations", plural)
               : _(" → organisations come without a category");
}

/* New names and what becomes of them, which is never cut; nothing when there is none. */
static int
draw_new_names(const struct import *import, enum import_created what, struct area area,
               int row)
{
    const size_t count = import_new_names(import, what);
    const bool is_usual = what == IMPORT_CREATED_ORGANISATION &&
                          import_creates(import) != IMPORT_CREATES_NOTHING;
    struct buffer names = { 0 };
    struct buffer text = { 0 };

    if (count == 0)
        return 0;
    const char *becomes = what_becomes(import, what, count);
    const int room = area.columns - (int)text_width(becomes);
    import_add_new_names(import, what, &names);
    text_add_cut(&text, buffer_text(&names), room > 0 ? (size_t)room : 0, false, false);
    buffer_add(&text, becomes);
    paint_text(row, area.left, area.columns, is_usual ? STYLE_PLAIN : STYLE_WARNING,
               buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&names);
    return 1;
}

/* How the file was read. */
static void
draw_reading(const struct import *import, struct area area, int row)
{
    char delimiter = import_delimiter(import);
    const char *headless =
        import_is_headless(import) ? _("; the first row is somebody") : "";
    if (import_sheet(import))
        paint_format(row, area.left, area.columns, STYLE_QUIET, _("%s, sheet “%s”%s"),
                     import_encoding(import), import_sheet(import), headless);
    else if (delimiter == '\0')
        paint_format(row, area.left, area.columns, STYLE_QUIET, _("%s, address cards%s"),
                     import_encoding(import), headless);
    else
        paint_format(row, area.left, area.columns, STYLE_QUIET,
                     _("%s, separated by %s%s"), import_encoding(import),
                     delimiter == '\t'  ? _("tabs")
                     : delimiter == ',' ? _("commas")
                     : delimiter == '|' ? _("bars")
                                        : _("semicolons"),
                     headless);
}

/* Who said what the columns hold; nothing when it is a guess. */
static int
draw_remembered(const struct import *import, struct area area, int row)
{
    struct buffer text = { 0 };

    import_add_remembered(import, &text);
    const bool any = text.length > 0;
    if (any)
        paint_text(row, area.left, area.columns, STYLE_QUIET, buffer_text(&text));
    buffer_clear(&text);
    return any;
}

int
import_draw_head(struct import *import, const struct import_outcome *rehearsal,
                 const char *refusal, struct area area)
{
    int row = area.top;
    paint_clear((struct area){ area.top, area.left, IMPORT_DRAW_HEAD_ROWS, 1 });
    area.left++;
    area.columns--;
    struct buffer text = { 0 };
    add_counts(import, &text);
    paint_text(row++, area.left, area.columns, STYLE_STRONG, buffer_text(&text));
    if (rehearsal && import_row_count(import) > 0 && import_goal(import)->group) {
        row += draw_members(import, rehearsal, area, row);
    } else if (rehearsal && import_row_count(import) > 0) {
        draw_seats(rehearsal, area, row++);
    } else if (refusal) { /* closed, cancelled: a whole sentence, which may need two rows
                           */
        row += paint_wrapped_top(
            (struct area){ row, area.left, REFUSAL_ROWS_MOST, area.columns },
            STYLE_WARNING, refusal);
    }
    row += draw_new_names(import, IMPORT_CREATED_ORGANISATION, area, row);
    row += draw_new_names(import, IMPORT_CREATED_CATEGORY, area, row);
    draw_reading(import, area, row++);
    row += draw_remembered(import, area, row);
    buffer_reset(&text);
    add_mapping(import, &text);
    row += paint_wrapped_top(
        (struct area){ row, area.left, MAPPING_ROWS_MOST, area.columns }, STYLE_QUIET,
        buffer_text(&text));
    buffer_clear(&text);
    return row - area.top;
}

void
import_draw_add_person(const struct import_row *row, struct buffer *text)
{
    const char *family = row->values[IMPORT_FAMILY];
    const char *given = row->values[IMPORT_GIVEN];
    const char *organisation = row->values[IMPORT_ORGANISATION];
    buffer_addf(text, "%s%s%s%s%s", family ? family : "", family && given ? ", " : "",
                given ? given : "", organisation && (family || given) ? " · " : "",
                organisation ? organisation : "");
}

/* `seatless`: what keeps them from a seat, rehearsed or written; or NULL. */
static void
paint_row(const struct import_row *r, const char *seatless, bool selected,
          struct area area, int row)
{
    char line[24];
    (void)snprintf(line, sizeof(line), "%c%5" PRId64 " ", selected ? '>' : ' ', r->line);
    struct buffer text = { 0 };
    buffer_add(&text, line);
    text_add_cut(&text, _(import_verdicts[r->verdict].label), VERDICT_COLUMNS, true,
                 false);
    buffer_add_char(&text, ' ');
    const size_t empty = text.length; /* a title above others names nobody */
    import_draw_add_person(r, &text);
    if (r->reason)
        buffer_addf(&text, "%s%s", text.length > empty ? " — " : "", r->reason);
    if (seatless)
        buffer_addf(&text, _(" — no seat: %s"), seatless);
    bool left_out =
        r->verdict == IMPORT_REFUSED || r->verdict == IMPORT_DOUBTFUL || r->full;
    paint_text(row, area.left, area.columns, STYLE_PLAIN, buffer_text(&text));
    if (selected)
        paint_row_bar(row, area.left, area.columns, LINE_COLUMNS + VERDICT_COLUMNS);
    else if (left_out) /* its word; a whole row would shout */
        paint_restyle(row, area.left + LINE_COLUMNS,
                      (int)text_width(_(import_verdicts[r->verdict].label)),
                      STYLE_WARNING);
    if (selected)
        paint_cursor(row, area.left);
    buffer_clear(&text);
}

void
import_draw_row(struct import *import, size_t index, bool selected, struct area area,
                int row)
{
    struct import_row r = { 0 };
    struct error err = { 0 };
    if (import_row_load(import, index, &r, &err))
        paint_row(&r, import_row_no_seat(import, index), selected, area, row);
    else
        paint_text(row, area.left, area.columns, STYLE_WARNING, err.message);
    import_row_clear(&r);
}
