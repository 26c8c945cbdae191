/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_draw.c - the report on the screen: a head, the entries, and below them what is
 * typed */
#include <string.h>

#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/report_prefix.h"
#include "atelier/domain/when.h"
#include "report/report_page.h"
#include "sentence.h"

enum {
    LINES_MOST = 4, /* of one entry; the rest is shown beside, and when it is edited */
    TAIL_MOST = 2,  /* of what stands below it: who is to do it, until when, from where */
    BOX_MOST = 7,   /* rows of what is typed */
    SIGN_AT = 2,
    WORD_AT = 4,
    TEXT_AT = 19,
    INDENT = 2,
    BEHIND = 3, /* entries behind the one under the bar that are seen, too */
    WIDE = 120  /* from there on the chosen entry is shown whole beside the others */
};

static int
text_left(const struct report_entry *entry)
{
    return (paint_is_plain() ? SIGN_AT : TEXT_AT) + INDENT * (int)entry->indent;
}

/* In the plain view its kind is read out before it. */
static void
add_text(const struct report_entry *entry, struct buffer *text)
{
    struct buffer words = { 0 };

    report_add_words(entry->text, &words);
    if (paint_is_plain())
        buffer_addf(text, _("%s: %s"), report_kind_word(entry->kind),
                    buffer_text(&words));
    else
        buffer_add(text, buffer_text(&words));
    buffer_clear(&words);
}

static const struct entry_shown *
shown_at(const struct report_page *page, const struct report_stop *stop)
{
    return stop->kind == STOP_CARRIED ? &page->view.carried.items[stop->index]
                                      : &page->view.entries.items[stop->index];
}

static int
wrapped(const struct entry_shown *shown, int columns)
{
    struct buffer text = { 0 };

    add_text(&shown->entry, &text);
    const int lines =
        paint_wrapped_lines(columns - text_left(&shown->entry), buffer_text(&text));
    buffer_clear(&text);
    return lines < 1 ? 1 : lines;
}

static int
tail_rows(const struct entry_shown *shown, int columns)
{
    struct buffer tail = { 0 };

    report_add_tail(shown, &tail);
    const int lines =
        tail.length == 0
            ? 0
            : paint_wrapped_lines(columns - text_left(&shown->entry), buffer_text(&tail));
    buffer_clear(&tail);
    return lines < TAIL_MOST ? lines : TAIL_MOST;
}

static int
stop_rows(const struct report_page *page, size_t index, int columns)
{
    const struct report_stop *stop = &page->stops[index];

    if (stop->kind == STOP_APPROVAL || stop->kind == STOP_BEFORE)
        return 1;
    const struct entry_shown *shown = shown_at(page, stop);
    const int lines = wrapped(shown, columns);
    return (lines < LINES_MOST ? lines : LINES_MOST) + tail_rows(shown, columns);
}

/* So that the whole of what is under the bar is seen, what stands above it, and what
 * comes behind it: there a colleague's entry appears. */
static void
choose_top(struct report_page *page, int rows, int columns)
{
    int height = 0;

    if (page->top >= page->count)
        page->top = 0;
    const size_t above = page->bar > 0 ? page->bar - 1 : 0;
    if (above < page->top)
        page->top = above;
    const size_t last =
        page->bar + BEHIND < page->count ? page->bar + BEHIND : page->count - 1;
    for (size_t i = page->top; i <= last; i++)
        height += stop_rows(page, i, columns);
    while (page->top < page->bar && height > rows)
        height -= stop_rows(page, page->top++, columns);
    /* No empty place below while something is above. */
    for (size_t i = last + 1; i < page->count; i++)
        height += stop_rows(page, i, columns);
    while (page->top > 0 && height + stop_rows(page, page->top - 1, columns) <= rows)
        height += stop_rows(page, --page->top, columns);
}

static void
draw_entry(const struct entry_shown *shown, struct area area)
{
    const struct report_entry *entry = &shown->entry;
    const int left = text_left(entry);
    const int lines = wrapped(shown, area.columns);
    struct buffer text = { 0 };
    struct area place = { area.top, area.left + left, area.rows, area.columns - left };

    if (!paint_is_plain()) {
        paint_text(area.top, area.left + SIGN_AT, 1, report_kind_style(entry->kind),
                   report_kind_sign(entry->kind));
        paint_text(area.top, area.left + WORD_AT, TEXT_AT - WORD_AT - 1,
                   report_kind_style(entry->kind), report_kind_word(entry->kind));
    }
    if (place.rows > LINES_MOST)
        place.rows = LINES_MOST;
    if (place.rows > lines)
        place.rows = lines;
    add_text(entry, &text);
    paint_wrapped_cut(place, STYLE_PLAIN, buffer_text(&text));
    buffer_reset(&text);
    report_add_tail(shown, &text);
    place.top += place.rows;
    place.rows = area.rows - place.rows < TAIL_MOST ? area.rows - place.rows : TAIL_MOST;
    if (text.length > 0)
        paint_wrapped_cut(place, STYLE_QUIET, buffer_text(&text));
    if (shown->is_overdue && place.rows > 0) { /* its day stands first, then */
        buffer_reset(&text);
        report_add_due(shown, &text);
        const int width = (int)text_width(buffer_text(&text));
        paint_text(place.top, place.left, width < place.columns ? width : place.columns,
                   STYLE_WARNING, buffer_text(&text));
    }
    buffer_clear(&text);
}

static void
draw_approval(const struct report_page *page, struct area area)
{
    paint_format(area.top, area.left + SIGN_AT, area.columns - SIGN_AT,
                 page->view.is_approved ? STYLE_SETTLED : STYLE_OPEN, "%s %s",
                 page->view.is_approved ? paint_is_ascii() ? "+" : "✓" : "?",
                 page->view.is_approved ? _("approved here:") : _("to approve here:"));
    struct buffer lead = { 0 };
    buffer_addf(&lead, "? %s ",
                page->view.is_approved ? _("approved here:") : _("to approve here:"));
    const int width = SIGN_AT + (int)text_width(buffer_text(&lead));
    buffer_clear(&lead);
    paint_text(area.top, area.left + width, area.columns - width, STYLE_PLAIN,
               page->view.to_approve_words);
}

static void
draw_before(const struct report_page *page, struct area area)
{
    struct buffer text = { 0 };

    buffer_add(&text, page->unfolded     ? paint_is_ascii() ? "v " : "▾ "
                      : paint_is_ascii() ? "+ "
                                         : "▸ ");
    report_add_before(page, &text);
    paint_text(area.top, area.left + SIGN_AT, area.columns - SIGN_AT, STYLE_STRONG,
               buffer_text(&text));
    buffer_clear(&text);
}

static void
draw_stop(const struct report_page *page, size_t index, struct area area)
{
    const struct report_stop *stop = &page->stops[index];

    if (stop->kind == STOP_APPROVAL)
        draw_approval(page, area);
    else if (stop->kind == STOP_BEFORE)
        draw_before(page, area);
    else
        draw_entry(shown_at(page, stop), area);
    if (index != page->bar)
        return;
    paint_text(area.top, area.left, 1, STYLE_PLAIN, ">");
    for (int row = 0; row < area.rows && !paint_is_plain(); row++)
        paint_row_bar(area.top + row, area.left, area.columns, row == 0 ? WORD_AT : 0);
    if (page->mode == REPORT_READS || page->mode == REPORT_MOVES)
        paint_cursor(area.top, area.left);
}

static void
draw_stops(struct report_page *page, struct area area)
{
    const int bottom = area.top + area.rows;
    int top = area.top;

    choose_top(page, area.rows, area.columns);
    size_t i = page->top;
    for (; i < page->count && top < bottom; i++) {
        int rows = stop_rows(page, i, area.columns);

        rows = top + rows > bottom ? bottom - top : rows;
        draw_stop(page, i, (struct area){ top, area.left, rows, area.columns });
        top += rows;
    }
    report_news_see(page, i);
}

static void
add_sign(enum report_entry_kind kind, int columns, struct buffer *text)
{
    struct buffer sign = { 0 };

    buffer_addf(&sign, "%s%s %s", text->length > 0 ? "  " : "", report_kind_sign(kind),
                report_kind_word(kind));
    if ((int)(text_width(buffer_text(text)) + text_width(buffer_text(&sign))) <= columns)
        buffer_add(text, buffer_text(&sign));
    buffer_clear(&sign);
}

/* The signs that can be typed before an entry, as many as there is room for: once it was
 * sent round, that of a remark comes first. */
static void
add_signs(const struct report_page *page, int columns, struct buffer *text)
{
    if (page->view.report.state == REPORT_CIRCULATED)
        add_sign(ENTRY_REMARK, columns, text);
    for (int kind = ENTRY_QUESTION; kind <= ENTRY_CONCLUSION; kind++)
        add_sign((enum report_entry_kind)kind, columns, text);
}

static void
draw_empty(const struct report_page *page, struct ui *ui, struct area area)
{
    struct area text = { area.top + 1, area.left + 1, area.rows - 1, area.columns - 1 };
    struct buffer words = { 0 };
    struct buffer signs = { 0 };

    if (page->view.is_locked) {
        sentence_paint(ui, text, _("Nothing was written."));
        return;
    }
    sentence_add(ui,
                 _("Nothing is written yet.  %K{entry.add} opens a line, and each "
                   "%K{Enter} makes an entry.  A sign before it says what it is:"),
                 &words);
    const int above = paint_wrapped(text, 0, STYLE_PLAIN, buffer_text(&words)) + 1;
    buffer_clear(&words);
    text.top += above;
    text.rows -= above;
    add_signs(page, text.columns * 2, &signs);
    if (text.rows > 0)
        (void)paint_wrapped(text, 0, STYLE_PLAIN, buffer_text(&signs));
    buffer_clear(&signs);
}

static void
draw_head(const struct report_page *page, struct area area)
{
    struct buffer text = { 0 };
    struct buffer counts = { 0 };
    struct buffer before = { 0 };

    report_news_add(page, &before);
    if (before.length == 0)
        report_add_before(page, &before);
    report_add_standing(page, &text);
    buffer_add(&text, "  ·  ");
    int right = (int)text_width(buffer_text(&before));
    report_add_counts(page, true, &counts);
    if ((int)(text_width(buffer_text(&text)) + text_width(buffer_text(&counts))) >
        area.columns - right - 4) {
        buffer_reset(&counts);
        report_add_counts(page, false, &counts);
    }
    buffer_add(&text, buffer_text(&counts));
    if (right > 0 && (int)text_width(buffer_text(&text)) > area.columns - right - 3) {
        buffer_reset(&before); /* its row says it, too */
        right = 0;
    }
    paint_fill(area.top, area.left, area.columns, STYLE_HEAD);
    paint_text(area.top, area.left + 1, area.columns - right - 3, STYLE_HEAD,
               buffer_text(&text));
    if (right > 0)
        paint_right(area.top, area.left + area.columns - right - 1, right, STYLE_HEAD,
                    buffer_text(&before));
    buffer_clear(&text);
    buffer_clear(&counts);
    buffer_clear(&before);
}

/* --- the chosen one, whole */

static int
draw_fact(int top, struct area area, const char *label, const char *value)
{
    if (!value || !*value || top >= area.top + area.rows)
        return top;
    const struct area place = { top, area.left, area.top + area.rows - top,
                                area.columns };
    struct buffer text = { 0 };

    /* TRANSLATORS: a label and its value; a blank before : in French */
    buffer_addf(&text, _("%s: %s"), label, value);
    const int lines = paint_wrapped(place, 0, STYLE_PLAIN, buffer_text(&text));
    buffer_clear(&text);
    return top + lines;
}

static void
draw_detail(const struct report_page *page, struct area area)
{
    const struct entry_shown *shown = report_page_chosen(page);
    struct buffer due = { 0 };

    if (!shown)
        return;
    const struct report_entry *entry = &shown->entry;
    struct buffer words = { 0 }, said_by = { 0 }, reason = { 0 };
    int top = area.top;

    report_add_words(entry->text, &words);
    erased_mark_show(entry->said_by, &said_by);
    erased_mark_show(entry->reason, &reason);
    paint_format(top++, area.left, area.columns, report_kind_style(entry->kind), "%s %s",
                 report_kind_sign(entry->kind), _(report_entry_kinds[entry->kind].label));
    top += paint_wrapped((struct area){ top, area.left, area.rows - 1, area.columns }, 0,
                         STYLE_PLAIN, buffer_text(&words)) +
           1;
    if (!date_is_none(entry->due))
        when_format_date(entry->due, WHEN_SHORT, &due);
    top = draw_fact(top, area, _("Said by"), buffer_text(&said_by));
    top = draw_fact(top, area, _("About"), shown->about);
    top = draw_fact(top, area, _("Owner"), shown->owner);
    top = draw_fact(top, area, _("Due"), buffer_text(&due));
    top = draw_fact(top, area, _("From"), shown->from);
    if (report_entry_can_be_settled(entry->kind))
        top = draw_fact(top, area, _("State"), report_state_word(entry));
    top = draw_fact(top, area, _("Reason"), buffer_text(&reason));
    (void)draw_fact(top, area, _("Changed by"), entry->head.changed_by);
    buffer_clear(&words);
    buffer_clear(&said_by);
    buffer_clear(&reason);
    buffer_clear(&due);
}

/* --- what is typed */

int
report_box_rows(const struct report_page *page, int rows)
{
    const bool edits = page->mode == REPORT_EDITS;

    if (page->mode != REPORT_WRITES && !edits)
        return 0;
    const int left = edits ? SIGN_AT : SIGN_AT + INDENT * (int)page->indent;
    const int columns = page->text.columns > 0 ? page->text.columns - 1 : 60;
    int lines = paint_wrapped_lines(columns - left, text_area_text(&page->text));
    const char *text = text_area_text(&page->text);
    const size_t length = page->text.text.text.length;

    if (length > 0 && text[length - 1] == '\n')
        lines++;
    lines = lines < (edits ? 2 : 1) ? edits ? 2 : 1 : lines;
    const int most = rows / 2 < BOX_MOST ? rows / 2 : BOX_MOST;
    return 1 + (lines < most ? lines : most);
}

static size_t
lines_typed(const char *text)
{
    size_t count = 0;

    while (*text) {
        const size_t length = strcspn(text, "\n");

        count += strspn(text, " \t") < length;
        text += length + (text[length] == '\n');
    }
    return count;
}

static void
add_box_words(const struct report_page *page, int columns, struct buffer *text)
{
    const char *typed = text_area_text(&page->text);
    struct report_typed read;

    if (text_is_blank(typed)) {
        add_signs(page, columns, text);
        return;
    }
    report_prefix_read(typed, &read);
    buffer_addf(text, "%s %s", report_kind_sign(read.kind), report_kind_word(read.kind));
    if (page->mode == REPORT_EDITS)
        return;
    const size_t lines = lines_typed(typed);
    if (lines > 1)
        buffer_addf(text,
                    ngettext("  ·  %zu entry", "  ·  %zu entries", (unsigned long)lines),
                    lines);
    const struct entry_shown_list *entries = &page->view.entries;
    const size_t above =
        page->after > 0 ? report_page_find(page, page->after) : entries->count;
    if (above + 1 < entries->count) {
        buffer_add(text, "  ·  ");
        struct buffer words = { 0 };
        report_add_line(entries->items[above].entry.text, &words);
        buffer_addf(text, _("behind “%s”"), buffer_text(&words));
        buffer_clear(&words);
    }
}

static void
draw_box(struct report_page *page, struct area area)
{
    const bool edits = page->mode == REPORT_EDITS;
    const int left = edits ? SIGN_AT : SIGN_AT + INDENT * (int)page->indent;
    struct buffer words = { 0 };

    add_box_words(page, area.columns - 1, &words);
    paint_text(area.top, area.left, area.columns, STYLE_HEAD, "");
    paint_text(area.top, area.left + 1, area.columns - 1, STYLE_HEAD,
               buffer_text(&words));
    text_area_draw(&page->text,
                   (struct area){ area.top + 1, area.left + left, area.rows - 1,
                                  area.columns - left - 1 },
                   true);
    buffer_clear(&words);
}

void
report_draw(struct report_page *page, struct ui *ui, struct area area)
{
    area = meeting_head_draw(&page->head, ui, area);
    const int box = report_box_rows(page, area.rows);
    const bool wide = area.columns >= WIDE && !paint_is_plain();
    struct area body = { area.top + 1, area.left, area.rows - 1 - box, area.columns };

    paint_clear(area);
    if (wide)
        body.columns = area.columns * 3 / 5;
    if (page->count == 0)
        draw_empty(page, ui, body);
    else
        draw_stops(page, body);
    draw_head(page, area); /* it points to what is not seen by now */
    if (wide)
        draw_detail(page, (struct area){ body.top, body.left + body.columns + 2,
                                         body.rows, area.columns - body.columns - 3 });
    if (box > 0)
        draw_box(page,
                 (struct area){ body.top + body.rows, area.left, box, area.columns });
}
