/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_draw.c - what one sees at the door: how many are here, who is typed, who fits */
#include "screen/door_view.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/app/atelier.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"
#include "screen/door_figure.h"
#include "sentence.h"
#include "state_sign.h"

enum {
    LEAD = 2,
    MARGIN = 1,
    FIGURE_GAP = 5,
    FIGURES_MOST = 3,
    LARGE_FROM_ROWS = 14,
    LARGE_FROM_COLUMNS = 60,
    MARK_COLUMNS = 20,
    FIELD_GAP = 2,
    FIELD_LEAST = 12,
    FIELD_MOST = 40,
};

struct figure {
    int64_t number;
    const char *words;
};

static size_t
make_figures(const struct door *door, struct figure figures[FIGURES_MOST])
{
    size_t count = 0;

    figures[count++] =
        (struct figure){ door->presence.count.present,
                         language_in_context("door", NC_("door", "here")) };
    figures[count++] =
        (struct figure){ door->presence.expected,
                         language_in_context("door", NC_("door", "expected")) };
    if (door->seats.seats != NUMBER_NONE)
        figures[count++] =
            (struct figure){ door->seats.seats,
                             language_in_context("door", NC_("door", "seats")) };
    return count;
}

/* "12 here   45 expected   60 seats" */
static int
draw_plain_figures(const struct door *door, struct area area)
{
    struct figure figures[FIGURES_MOST];
    const size_t count = make_figures(door, figures);
    struct buffer line = { 0 };

    for (size_t i = 0; i < count; i++)
        buffer_addf(&line, "%s%" PRId64 " %s", i > 0 ? "   " : " ", figures[i].number,
                    figures[i].words);
    paint_text(area.top, area.left, area.columns, STYLE_STRONG, buffer_text(&line));
    buffer_clear(&line);
    return 1;
}

static int
draw_large_figures(const struct door *door, struct area area)
{
    struct figure figures[FIGURES_MOST];
    const size_t count = make_figures(door, figures);
    const int words_row = area.top + DOOR_FIGURE_ROWS;
    int column = area.left + MARGIN + 1;

    for (int row = area.top; row <= words_row; row++)
        paint_fill(row, area.left, area.columns, STYLE_PLAIN);
    for (size_t i = 0; i < count; i++) {
        const int width = door_figure_columns(figures[i].number);
        const int words = (int)text_width(figures[i].words);

        door_figure_draw(area.top, column, figures[i].number);
        paint_text(words_row, column, words, STYLE_PLAIN, figures[i].words);
        column += (width > words ? width : words) + FIGURE_GAP;
    }
    return DOOR_FIGURE_ROWS + 1;
}

static bool
fit_large(const struct door *door, struct area area)
{
    struct figure figures[FIGURES_MOST];
    const size_t count = make_figures(door, figures);
    int width = 0;

    for (size_t i = 0; i < count; i++)
        width += door_figure_columns(figures[i].number) + FIGURE_GAP;
    return door_figure_can_be_large() && area.rows >= LARGE_FROM_ROWS &&
           area.columns >= LARGE_FROM_COLUMNS && width < area.columns;
}

/* Where nothing else says it: of who is here some are elsewhere, or have left. */
static void
add_more(const struct door *door, struct buffer *line)
{
    const struct presence_count *count = &door->presence.count;
    const int64_t left = door->presence.slot && count->present > count->inside
                             ? count->present - count->inside
                             : 0;

    if (count->remote > 0)
        buffer_addf(line,
                    ngettext("  ·  %" PRId64 " remote", "  ·  %" PRId64 " remote",
                             (unsigned long)count->remote),
                    count->remote);
    if (left > 0)
        buffer_addf(line,
                    ngettext("  ·  %" PRId64 " left", "  ·  %" PRId64 " left",
                             (unsigned long)left),
                    left);
}

void
door_draw_slot(const struct door *door, struct area area)
{
    struct buffer line = { 0 };

    when_format_span(door->meeting.start, door->meeting.end, &line);
    if (door->presence.label)
        buffer_addf(&line, "  ·  %s", door->presence.label);
    add_more(door, &line);
    paint_fill(area.top, area.left, MARGIN, STYLE_PLAIN);
    paint_text(area.top, area.left + MARGIN, area.columns - MARGIN, STYLE_PLAIN,
               buffer_text(&line));
    buffer_clear(&line);
}

/* "✓ here 09:12", or without a sign, for which there is no room, "signed left 15:40":
 * when the paper was keyed in says nothing of them. */
static void
add_mark(const struct door *door, struct ui *ui, const struct door_entry *entry,
         struct buffer *text)
{
    const bool had_left = entry->kind == PRESENCE_SIGNED && entry->left != INSTANT_NONE;
    const instant when = had_left ? entry->left : entry->at;
    struct local_time at = local_time_from_instant(when);

    (void)atelier_local_time(ui_atelier(ui), when, door->meeting.zone, &at, NULL);
    if (had_left)
        buffer_addf(text, "%s ", presence_word(entry->kind, entry->remote));
    else
        state_sign_add(presence_kinds, (int)entry->kind, text);
    buffer_addf(text, "%s %02d:%02d",
                presence_word(had_left ? PRESENCE_LEFT : entry->kind, entry->remote),
                at.hour, at.minute);
}

/* How they are marked, or why they are not expected. */
static enum style
add_standing(const struct door *door, struct ui *ui, const struct door_entry *entry,
             struct buffer *text)
{
    if (entry->mark == 0) {
        if (entry->expected)
            return STYLE_PLAIN;
        state_sign_add(registration_states, (int)entry->state, text);
        buffer_add(text, _(registration_states[entry->state].label));
        return state_sign_style(registration_states, (int)entry->state);
    }
    add_mark(door, ui, entry, text);
    return state_sign_style(presence_kinds, (int)entry->kind);
}

/* "12 ", as on the paper that is keyed in; how many columns that takes. */
static int
draw_number(const struct door *door, struct area area, size_t hit)
{
    const size_t rows = door->paper.people.count;
    char text[24] = "";

    if (rows == 0)
        return 0;
    const int digits = snprintf(NULL, 0, "%zu", rows);
    if (hit < door->keyed_count && door->keyed[hit].number != 0)
        (void)snprintf(text, sizeof(text), "%*zu", digits, door->keyed[hit].number);
    paint_text(area.top, area.left + LEAD, digits + 1, STYLE_QUIET, text);
    return digits + 1;
}

/* In the plain view, which has one column: "Colas, Mélanie: present 09:12, Ville de
 * Lyon".
 */
static void
draw_plain_entry(const struct door_entry *entry, const char *standing, struct area area)
{
    struct buffer said = { 0 }, line = { 0 };

    buffer_add(&said, standing);
    if (said.length > 0 && entry->organisation && *entry->organisation)
        buffer_add(&said, ", ");
    buffer_add(&said, entry->organisation ? entry->organisation : "");
    if (said.length > 0)
        buffer_addf(&line, _("%s: %s"), entry->name, buffer_text(&said));
    else
        buffer_add(&line, entry->name);
    paint_text(area.top, area.left, area.columns, STYLE_PLAIN, buffer_text(&line));
    buffer_clear(&said);
    buffer_clear(&line);
}

static void
draw_entry(const struct door *door, struct ui *ui, struct area area, size_t hit)
{
    const struct door_entry *entry = &door->roll.entries[door->roll.hits[hit]];
    const bool is_selected = hit == door->selected;
    const int lead = LEAD + draw_number(door, area, hit);
    const int room = area.columns - lead - MARK_COLUMNS;
    const int names = room * 2 / 5;
    struct buffer standing = { 0 };
    const enum style style = add_standing(door, ui, entry, &standing);

    paint_text(area.top, area.left, LEAD, STYLE_PLAIN, is_selected ? ">" : "");
    if (paint_is_plain()) {
        draw_plain_entry(
            entry, buffer_text(&standing),
            (struct area){ area.top, area.left + lead, 1, area.columns - lead });
    } else {
        paint_text(area.top, area.left + lead, names, STYLE_PLAIN, entry->name);
        paint_fill(area.top, area.left + lead + names, 1, STYLE_PLAIN);
        paint_text(area.top, area.left + lead + names + 1, MARK_COLUMNS - 1, style,
                   buffer_text(&standing));
        paint_text(area.top, area.left + lead + names + MARK_COLUMNS, room - names,
                   STYLE_PLAIN, entry->organisation);
    }
    if (is_selected)
        paint_row_bar(area.top, area.left, area.columns,
                      lead + paint_beginning_columns(entry->name, names));
    buffer_clear(&standing);
}

/* What Enter leads to where nobody fits: as door_walk_in() does. */
static const char *
nobody_sentence(const struct door *door, struct ui *ui)
{
    if (!*line_edit_text(&door->field))
        return _("Nobody is on the list yet: type who comes.");
    if (atelier_role_may(ui_atelier(ui), MAY_READ, NULL))
        return _("Not on the list: %K{door.mark} looks among everybody, or adds somebody "
                 "new.");
    return _("Not on the list: %K{door.mark} asks who they are, then lets them in.");
}

static void
draw_nobody(const struct door *door, struct ui *ui, struct area area)
{
    struct buffer text = { 0 };

    sentence_add(ui, nobody_sentence(door, ui), &text);
    paint_text(area.top, area.left, LEAD, STYLE_PLAIN, "");
    paint_text(area.top, area.left + LEAD, area.columns - LEAD, STYLE_QUIET,
               buffer_text(&text));
    buffer_clear(&text);
}

void
door_draw_list(struct door *door, struct ui *ui, struct area area)
{
    const size_t rows = area.rows > 0 ? (size_t)area.rows : 0;

    door->height = (int)rows;
    if (door->selected < door->top)
        door->top = door->selected;
    if (rows > 0 && door->selected >= door->top + rows)
        door->top = door->selected - rows + 1;
    for (size_t i = 0; i < rows; i++) {
        const struct area row = { area.top + (int)i, area.left, 1, area.columns };

        if (door->top + i < door->roll.hit_count)
            draw_entry(door, ui, row, door->top + i);
        else if (i == 0)
            draw_nobody(door, ui, row);
        else
            paint_fill(row.top, row.left, row.columns, STYLE_PLAIN);
    }
}

/* What an empty field waits for, right of it; the columns that are left for the field. */
static int
draw_field_hint(struct area area)
{
    const char *hint = _("a name, or a badge under the scanner");
    const int width = (int)text_width(hint);
    const int left = area.columns - width - FIELD_GAP;
    const int columns = left < FIELD_MOST ? left : FIELD_MOST;

    if (columns < FIELD_LEAST)
        return area.columns;
    paint_text(area.top, area.left + columns + FIELD_GAP, width, STYLE_QUIET, hint);
    return columns;
}

static void
draw_field(struct door *door, struct area area)
{
    const char *label = _("Who is here?");
    const int width = (int)text_width(label);
    const int left = MARGIN + width + FIELD_GAP;
    const struct area field = { area.top, area.left + left, 1,
                                area.columns - left - MARGIN };
    int columns = field.columns;

    paint_fill(area.top, area.left, area.columns, STYLE_PLAIN);
    paint_text(area.top, area.left + MARGIN, width, STYLE_STRONG, label);
    if (!*line_edit_text(&door->field))
        columns = draw_field_hint(field);
    line_edit_draw(&door->field, field.top, field.left,
                   columns < FIELD_MOST ? columns : FIELD_MOST, true);
}

static int
draw_refused(const struct door *door, struct area area)
{
    struct buffer line = { 0 };

    if (door->refused_count == 0)
        return 0;
    buffer_addf(&line, "! ");
    if (door->refused_count > 1)
        buffer_addf(&line,
                    ngettext("%zu not marked, the last: ", "%zu not marked, the last: ",
                             (unsigned long)door->refused_count),
                    door->refused_count);
    buffer_add(&line, door->refused);
    paint_text(area.top, area.left, area.columns, STYLE_WARNING, buffer_text(&line));
    buffer_clear(&line);
    return 1;
}

static struct area
below(struct area area, int rows)
{
    return (struct area){ area.top + rows, area.left, area.rows - rows, area.columns };
}

void
door_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct door *door = state;

    (void)fresh;
    door_draw_slot(door, area);
    area = below(area, 1);
    area = below(area, fit_large(door, area) ? draw_large_figures(door, area)
                                             : draw_plain_figures(door, area));
    const struct area field = area;
    area = below(area, 1);
    area = below(area, draw_refused(door, area));
    door_draw_list(door, ui, area);
    draw_field(door, field); /* last: the cursor stays in it */
}
