/* SPDX-License-Identifier: GPL-3.0-or-later */
/* section_strip.c - the line of sections: their digits and names, in what room there is
 */
#include "section_strip.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "dateline.h"
#include "loop.h"
#include "terminal/terminal.h"

/* Where the line is narrow; a section that is not here keeps its name. */
static const struct {
    const char *title, *brief;
} briefs[] = {
    { N_("Today"), NC_("section", "Today") },
    { N_("Meetings"), NC_("section", "Meet.") },
    { N_("Calendar"), NC_("section", "Cal.") },
    { N_("Groups"), NC_("section", "Groups") },
    { N_("People"), NC_("section", "People") },
    { N_("Organisations"), NC_("section", "Org.") },
    { N_("Rooms"), NC_("section", "Rooms") },
    { N_("Settings"), NC_("section", "Set.") },
};

static const char *
brief_of(const char *title)
{
    for (size_t i = 0; i < sizeof(briefs) / sizeof(briefs[0]); i++)
        if (strcmp(briefs[i].title, title) == 0)
            return language_in_context("section", briefs[i].brief);
    return _(title);
}

/* With room between, or close to their digits: all sections are there at every width, and
 * so are the digits, which are keys. */
enum spacing { SPACING_WIDE, SPACING_CLOSE };

struct manner {
    enum spacing spacing;
    unsigned brief; /* a bit each: by its short name */
    size_t most;    /* cells of a name */
};

static const char *
section_name(const struct ui *ui, size_t index, struct manner manner)
{
    const char *title = ui_section(ui, index)->title;

    return manner.brief & 1U << index ? brief_of(title) : _(title);
}

/* Adds a section's words; the width they take.  The blanks around them are for the
 * brackets. */
static int
section_words(const struct ui *ui, size_t index, struct manner manner,
              struct buffer *words)
{
    buffer_reset(words);
    buffer_addf(words, manner.spacing == SPACING_WIDE ? " %zu " : " %zu", index + 1);
    text_add_cut(words, section_name(ui, index, manner), manner.most, false,
                 paint_is_ascii());
    buffer_add(words, " ");
    return (int)text_width(buffer_text(words));
}

/* The width of a section's words: of a name that is not cut, its own and the digit's with
 * the blanks around it. */
static int
section_width(const struct ui *ui, size_t index, struct manner manner,
              struct buffer *words)
{
    enum { CLOSE = 3, WIDE = 4 };
    const size_t name = text_width(section_name(ui, index, manner));

    if (name > manner.most || index >= 9)
        return section_words(ui, index, manner, words);
    return (int)name + (manner.spacing == SPACING_WIDE ? WIDE : CLOSE);
}

static bool
sections_fit(const struct ui *ui, struct manner manner)
{
    struct buffer words = { 0 };
    int width = 0;

    for (size_t i = 0; ui_section(ui, i); i++)
        width += section_width(ui, i, manner, &words);
    buffer_clear(&words);
    return width <= terminal_columns();
}

/* Calls the section with the longest name by its short one; false when all are. */
static bool
shorten_one(const struct ui *ui, struct manner *manner)
{
    size_t longest = 0, length = 0;

    for (size_t i = 0; ui_section(ui, i); i++) {
        const size_t width = text_width(section_name(ui, i, *manner));

        if (!(manner->brief & 1U << i) && width > length) {
            longest = i;
            length = width;
        }
    }
    manner->brief |= 1U << longest;
    return length > 0;
}

/* The widest for which there is room. */
static struct manner
section_manner(const struct ui *ui)
{
    enum { WHOLE = 40, LEAST = 3 };
    struct manner manner = { SPACING_WIDE, 0, WHOLE };

    while (!sections_fit(ui, manner) && shorten_one(ui, &manner))
        ;
    if (!sections_fit(ui, manner))
        manner.spacing = SPACING_CLOSE;
    while (manner.most > LEAST && !sections_fit(ui, manner))
        manner.most--;
    return manner;
}

/* Behind the sections, up to the last column but one. */
static enum dateline
paint_dateline(struct ui *ui, int column)
{
    enum { GAP = 2 };
    struct buffer text = { 0 };

    const enum dateline said =
        dateline_add(ui, terminal_columns() - column - GAP - 1, &text);
    const int width = (int)text_width(buffer_text(&text));
    if (width > 0)
        paint_text(0, terminal_columns() - width - 1, width + 1, STYLE_SECTION,
                   buffer_text(&text));
    buffer_clear(&text);
    return said;
}

/* Itself, or one of its views. */
static bool
is_of_section(const struct ui *ui, const struct screen *screen,
              const struct screen *section)
{
    return screen == section ||
           (screen->tabs && ui->tables->screens[screen->tabs[0]] == section);
}

enum dateline
section_strip_draw(struct ui *ui)
{
    struct manner manner = section_manner(ui);
    int column = 0, here_from = -1, here_to = -1;
    struct buffer words = { 0 };

    for (size_t i = 0; ui_section(ui, i) && column < terminal_columns(); i++) {
        bool here =
            ui->count > 0 && is_of_section(ui, ui->layers[0].screen, ui_section(ui, i));
        int width = section_words(ui, i, manner, &words);

        paint_text(0, column, width, here ? STYLE_SECTION_HERE : STYLE_SECTION,
                   buffer_text(&words));
        if (here) {
            here_from = column;
            here_to = column + width - 1;
        }
        column += width;
    }
    buffer_clear(&words);
    paint_fill(0, column, terminal_columns() - column, STYLE_SECTION);
    const enum dateline dated = paint_dateline(ui, column);
    /* Without colours the section's brackets say where one is. */
    if (here_from >= 0 && (!paint_is_coloured() || paint_is_plain())) {
        paint_text(0, here_from, 1, STYLE_SECTION_HERE, "[");
        paint_text(0, here_to, 1, STYLE_SECTION_HERE, "]");
    }
    return dated;
}

const struct screen *
section_strip_at(const struct ui *ui, int column)
{
    struct manner manner = section_manner(ui);
    int start = 0;
    const struct screen *found = NULL;
    struct buffer words = { 0 };

    for (size_t i = 0; ui_section(ui, i) && !found; i++) {
        start += section_words(ui, i, manner, &words);
        if (column < start)
            found = ui_section(ui, i);
    }
    buffer_clear(&words);
    return found;
}
