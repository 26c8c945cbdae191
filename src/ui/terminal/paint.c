/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint.c - text onto curses' cells
 *
 * Curses compares with what the terminal shows and sends the difference.
 */
#include "terminal/paint.h"

#include <stdarg.h>
#include <string.h>

#include <curses.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "terminal/cells.h"
#include "terminal/look.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"

enum { BEGINNING_MOST = 17 };

static struct {
    struct look looks[STYLE_COUNT];
    enum theme theme;
    bool can_colour; /* the terminal has colours, and may show them */
    bool coloured;   /* the theme has some */
    bool ascii, plain, slow;
    int cursor_row, cursor_column;
    /* Kept so that painting a line does not allocate. */
    struct buffer said, printable, ascii_text, cut;
    cchar_t cells[TERMINAL_COLUMNS_MOST];
} paint;

void
paint_start(void)
{
    paint.ascii = !language_is_utf8();
    paint.can_colour = look_has_colours();
    paint_set_theme(THEME_AUTOMATIC);
}

void
paint_set_theme(enum theme theme)
{
    paint.theme = theme;
    paint.coloured = look_fill(paint.can_colour ? theme : THEME_NONE, paint.looks);
}

enum theme
paint_theme(void)
{
    return paint.theme;
}

bool
paint_can_colour(void)
{
    return paint.can_colour;
}

bool
paint_is_coloured(void)
{
    return paint.coloured;
}

bool
paint_is_ascii(void)
{
    return paint.ascii;
}

void
paint_set_plain(bool plain)
{
    paint.plain = plain;
}

bool
paint_is_plain(void)
{
    return paint.plain;
}

static void
set_style(enum style style)
{
    (void)attr_set(paint.looks[style].attributes, paint.looks[style].pair, NULL);
}

static bool
is_plain_ascii(const char *text, size_t *length)
{
    size_t i = 0;

    for (; text[i] != '\0'; i++)
        if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] > 0x7e)
            return false;
    *length = i;
    return true;
}

/* Who was erased is called so in the reader's language; what is typed stays as it is. */
static const char *
say(enum style style, const char *text, struct buffer *said)
{
    if (style == STYLE_INPUT || !erased_mark_stands_in(text))
        return text;
    buffer_reset(said);
    erased_mark_show(text, said);
    return buffer_text(said);
}

int
paint_width(const char *text)
{
    struct buffer ascii = { 0 };

    if (!paint.ascii)
        return (int)text_width(text);
    text_add_ascii(&ascii, text);
    const int width = (int)text_width(buffer_text(&ascii));
    buffer_clear(&ascii);
    return width;
}

/* The text as the terminal may have it, cut and padded to the columns. */
static const char *
prepare(const char *text, int columns)
{
    size_t room = (size_t)columns;

    buffer_reset(&paint.cut);
    buffer_reset(&paint.printable);
    text_add_printable(&paint.printable, text);
    text = buffer_text(&paint.printable);
    if (paint.ascii) {
        buffer_reset(&paint.ascii_text);
        text_add_ascii(&paint.ascii_text, text);
        text = buffer_text(&paint.ascii_text);
    }
    text_add_cut(&paint.cut, text, room, true, paint.ascii);
    return buffer_text(&paint.cut);
}

static void
put(int row, int column, enum style style, const char *text)
{
    const int count =
        cells_of(text, &paint.looks[style], paint.cells, TERMINAL_COLUMNS_MOST);

    if (count < 0)
        (void)mvaddstr(row, column, text);
    else if (count > 0)
        (void)mvadd_wchnstr(row, column, paint.cells, count);
}

void
paint_text(int row, int column, int columns, enum style style, const char *text)
{
    if (row < 0 || row >= LINES || column < 0 || column >= COLS)
        return;
    if (columns > COLS - column)
        columns = COLS - column;
    if (columns <= 0)
        return;
    text = say(style, text ? text : "", &paint.said);
    set_style(style);
    size_t length;
    if (is_plain_ascii(text, &length) && length <= (size_t)columns) {
        /* Most cells are blank, and curses puts down a line of them far faster. */
        put(row, column, style, text);
        if ((int)length < columns)
            (void)mvhline(row, column + (int)length, ' ', columns - (int)length);
    } else {
        put(row, column, style, prepare(text, columns));
    }
    set_style(STYLE_PLAIN);
}

void
paint_right(int row, int column, int columns, enum style style, const char *text)
{
    struct buffer said = { 0 };
    struct buffer line = { 0 };
    text = say(style, text, &said);
    const size_t width = text_width(text);

    for (size_t i = width; i < (size_t)(columns < 0 ? 0 : columns); i++)
        buffer_add_char(&line, ' ');
    buffer_add(&line, text);
    paint_text(row, column, columns, style, buffer_text(&line));
    buffer_clear(&line);
    buffer_clear(&said);
}

void
paint_format(int row, int column, int columns, enum style style, const char *format, ...)
{
    struct buffer line = { 0 };
    va_list arguments;

    va_start(arguments, format);
    buffer_addv(&line, format, arguments);
    va_end(arguments);
    paint_text(row, column, columns, style, buffer_text(&line));
    buffer_clear(&line);
}

void
paint_restyle(int row, int column, int columns, enum style style)
{
    if (row < 0 || row >= LINES || column < 0 || column >= COLS || columns <= 0)
        return;
    if (columns > COLS - column)
        columns = COLS - column;
    (void)mvchgat(row, column, columns, paint.looks[style].attributes,
                  paint.looks[style].pair, NULL);
}

void
paint_row_bar(int row, int column, int columns, int least)
{
    paint_restyle(row, column, paint.slow ? least : columns, STYLE_BAR);
}

void
paint_set_slow(bool slow)
{
    paint.slow = slow;
}

bool
paint_is_slow(void)
{
    return paint.slow;
}

int
paint_beginning_columns(const char *text, int columns)
{
    int width = (int)text_width(text);

    if (width >
        BEGINNING_MOST) { /* it ends with a word, and no wide character is cut in two */
        size_t length = text_prefix(text, BEGINNING_MOST), word = length;

        while (word > 0 && text[word] != ' ')
            word--;
        struct buffer first = { 0 };
        buffer_add_part(&first, text, word > 0 ? word : length);
        width = (int)text_width(buffer_text(&first));
        buffer_clear(&first);
    }
    return width < columns ? width : columns;
}

void
paint_fill(int row, int column, int columns, enum style style)
{
    paint_text(row, column, columns, style, "");
}

void
paint_clear(struct area area)
{
    for (int row = 0; row < area.rows; row++)
        paint_fill(area.top + row, area.left, area.columns, STYLE_PLAIN);
}

static void
box_line(int row, struct area area, const char *left, const char *middle,
         const char *right)
{
    (void)mvaddstr(row, area.left, left);
    for (int i = 2; i < area.columns; i++)
        (void)addstr(middle);
    (void)addstr(right);
}

static void
box_lines(struct area area)
{
    bool ascii = paint.ascii;
    int bottom = area.top + area.rows - 1, right = area.left + area.columns - 1;

    set_style(STYLE_PLAIN);
    box_line(area.top, area, ascii ? "+" : "┌", ascii ? "-" : "─", ascii ? "+" : "┐");
    for (int row = area.top + 1; row < bottom; row++) {
        (void)mvaddstr(row, area.left, ascii ? "|" : "│");
        (void)mvaddstr(row, right, ascii ? "|" : "│");
    }
    box_line(bottom, area, ascii ? "+" : "└", ascii ? "-" : "─", ascii ? "+" : "┘");
}

struct area
paint_box(struct area area, const char *title)
{
    struct area inside = { area.top + 1, area.left + 2, area.rows - 2, area.columns - 4 };

    if (paint.plain) {
        paint_clear((struct area){ .top = area.top, .rows = area.rows, .columns = COLS });
    } else {
        paint_clear(area);
        box_lines(area);
    }
    if (title && title[0] != '\0') {
        struct buffer text = { 0 };

        buffer_addf(&text, " %s ", title);
        int width = paint_width(buffer_text(&text));
        if (width > area.columns - 4)
            width = area.columns - 4;
        paint_text(area.top, area.left + 2, width, STYLE_STRONG, buffer_text(&text));
        buffer_clear(&text);
    }
    return inside;
}

struct area
paint_middle(struct area of, int rows, int columns)
{
    if (rows > of.rows)
        rows = of.rows;
    if (columns > of.columns)
        columns = of.columns;
    return (struct area){ .top = of.top + (of.rows - rows) / 2,
                          .left =
                              of.left + (paint.plain ? 0 : (of.columns - columns) / 2),
                          .rows = rows,
                          .columns = columns };
}

struct wrapping {
    struct area area; /* no rows: only count */
    int skip, lines;
    int last; /* the width of the last line that was painted */
    enum style style;
};

static void
wrap_line(void *context, const char *start, size_t length)
{
    struct wrapping *wrapping = context;
    int row = wrapping->lines++ - wrapping->skip;

    if (row < 0 || row >= wrapping->area.rows)
        return;
    struct buffer line = { 0 };
    buffer_add_part(&line, start, length);
    paint_text(wrapping->area.top + row, wrapping->area.left, wrapping->area.columns,
               wrapping->style, buffer_text(&line));
    wrapping->last = (int)text_width(buffer_text(&line));
    buffer_clear(&line);
}

/* The bytes of a blank at which no line ends; 0: it is something else. */
static size_t
firm_blank(const char *text)
{
    static const char *const blanks[] = { "\u00a0", "\u202f" };

    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

/* All but the blanks at which no line ends: they keep a sign with its word until the
 * lines are made, and become blanks as these are painted. */
static void
make_ascii(struct buffer *line)
{
    struct buffer ascii = { 0 }, part = { 0 };
    const char *text = buffer_text(line);

    while (*text) {
        size_t length = 0;
        while (text[length] && firm_blank(text + length) == 0)
            length++;
        buffer_reset(&part);
        buffer_add_part(&part, text, length);
        text_add_ascii(&ascii, buffer_text(&part));
        text += length;
        if (*text) {
            buffer_add(&ascii, "\u00a0");
            text += firm_blank(text);
        }
    }
    buffer_clear(&part);
    buffer_clear(line);
    *line = ascii;
}

/* Lines are wrapped one by one, so that an empty one stays. */
static void
wrap(struct wrapping *wrapping, const char *text)
{
    struct buffer line = { 0 };

    for (;;) {
        size_t length = strcspn(text, "\n");
        int before = wrapping->lines;

        buffer_reset(&line);
        buffer_add_part(&line, text, length);
        if (paint.ascii) /* where some letters are two */
            make_ascii(&line);
        text_wrap(buffer_text(&line), (size_t)wrapping->area.columns, wrap_line,
                  wrapping);
        if (wrapping->lines == before)
            wrap_line(wrapping, "", 0);
        if (text[length] == '\0')
            break;
        text += length + 1;
    }
    buffer_clear(&line);
}

int
paint_wrapped(struct area area, int skip, enum style style, const char *text)
{
    struct wrapping wrapping = { .area = area, .skip = skip, .style = style };
    struct buffer said = { 0 };

    if (text && area.columns > 0)
        wrap(&wrapping, say(style, text, &said));
    buffer_clear(&said);
    return wrapping.lines;
}

void
paint_wrapped_cut(struct area area, enum style style, const char *text)
{
    struct wrapping wrapping = { .area = area, .style = style };

    if (!text || area.columns < 1 || area.rows < 1)
        return;
    wrap(&wrapping, text);
    if (wrapping.lines <= area.rows)
        return;
    const int left = wrapping.last < area.columns ? wrapping.last : area.columns - 1;
    paint_text(area.top + area.rows - 1, area.left + left, 1, style,
               paint.ascii ? "~" : "…");
}

int
paint_wrapped_top(struct area area, enum style style, const char *text)
{
    const int lines = paint_wrapped(area, 0, style, text);

    return lines < area.rows ? lines : area.rows;
}

int
paint_wrapped_lines(int columns, const char *text)
{
    return paint_wrapped((struct area){ .columns = columns }, 0, STYLE_PLAIN, text);
}

/* Halves of a cell, of so many cells. */
static void
add_bar(struct buffer *bar, int halves, int room)
{
    for (int i = 0; i < room; i++, halves -= 2)
        buffer_add(bar, halves > 1 ? "█" : halves == 1 ? "▌" : "░");
}

static void
add_ascii_bar(struct buffer *bar, int full, int room)
{
    buffer_add(bar, "[");
    for (int i = 0; i < room; i++)
        buffer_add(bar, i < full ? "#" : "-");
    buffer_add(bar, "]");
}

/* So many of `room` parts are full: one, if any is. */
static int
parts_of(long long done, long long total, int room)
{
    const int full = total <= 0 ? 0 : done >= total ? room : (int)(done * room / total);

    return done > 0 && full == 0 ? 1 : full;
}

void
paint_add_bar(struct buffer *text, int columns, long long done, long long total)
{
    const int room = paint.ascii ? columns - 2 : columns;

    if (room < 1 || paint.plain)
        return;
    if (paint.ascii)
        add_ascii_bar(text, parts_of(done, total, room), room);
    else
        add_bar(text, parts_of(done, total, 2 * room), room);
}

void
paint_add_step(struct buffer *text, long long value, long long most)
{
    static const char *const steps[] = { " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
    static const char *const ascii[] = { " ", ".", ":", "-", "=", "+", "*", "%", "#" };

    if (!paint.plain)
        buffer_add(text, (paint.ascii ? ascii : steps)[parts_of(value, most, 8)]);
}

void
paint_bar(int row, int column, int columns, long long done, long long total)
{
    struct buffer bar = { 0 };

    if (columns < (paint.ascii ? 3 : 1))
        return;
    paint_add_bar(&bar, columns, done, total);
    paint_text(row, column, columns, STYLE_PLAIN, buffer_text(&bar));
    buffer_clear(&bar);
}

void
paint_sample(int row, int column, const char *code)
{
    const short pair = code && paint.coloured ? look_sample(code) : 0;

    if (pair == 0 || column < 0 || column + PAINT_SAMPLE > COLS)
        return;
    set_style(STYLE_PLAIN);
    (void)mvaddstr(row, column, "[");
    (void)attr_set(A_NORMAL, pair, NULL);
    (void)addstr(paint.ascii ? "####" : "████");
    set_style(STYLE_PLAIN);
    (void)addstr("]");
}

void
paint_cursor(int row, int column)
{
    paint.cursor_row = row;
    paint.cursor_column = column < COLS ? column : COLS - 1;
}

void
paint_scroll(struct area area, int lines)
{
    set_style(STYLE_PLAIN);
    (void)wsetscrreg(stdscr, area.top, area.top + area.rows - 1);
    (void)scrollok(stdscr, TRUE);
    (void)wscrl(stdscr, lines);
    (void)scrollok(stdscr, FALSE);
    (void)wsetscrreg(stdscr, 0, LINES - 1);
}

void
paint_show(void)
{
    (void)move(paint.cursor_row, paint.cursor_column);
    (void)wnoutrefresh(stdscr);
    (void)doupdate();
}
