/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_brief.c - the description of a terminal, with the shortest words for the same
 *
 * Curses sends what the description says, and has no other way to be told better.  It
 * takes a description also from the environment, compiled and in hexadecimal: terminfo(5)
 * and term(5) of ncurses, whose names of fields are used here.
 */
#include "terminal/terminal_brief.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <curses.h>
#include <term.h>

#include "atelier/base/buffer.h"

enum {
    MAGIC = 01036, /* numbers are of 32 bits */
    NOT_THERE = 0xFFFF,
    TABLE_MOST = 0x7FFF,
    STRINGS_MOST = 512,
    SCREENS_SIZE = 64,
    BRIEF_MOST = 6,
};

/* Of ncurses' own capabilities those that it asks for in what is used here. */
static const char *const more_flags[] = { "AX", "XT" };
static const char *const more_strings[] = { "BD", "BE", "XM" };

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

/* --- what is shorter */

static const char *
said(const char *name)
{
    const char *text = tigetstr(name);

    return text == (const char *)-1 ? NULL : text;
}

/* ESC [ m between what chooses the usual letters; false when it is anything else. */
static bool
find_charset(const char *end, char charset[TERMINAL_CHARSET_SIZE])
{
    static const struct {
        const char *end, *charset;
    } known[] = {
        { "\033(B\033[m", "\033(B" },
        { "\033(B\033[0m", "\033(B" },
        { "\033[m\033(B", "\033(B" },
        { "\033[0m\033(B", "\033(B" },
        { "\033[m\017", "\017" },
        { "\033[0m\017", "\017" },
        { "\033[m", "" },
        { "\033[0m", "" },
    };

    for (size_t i = 0; end && i < COUNT(known); i++)
        if (strcmp(end, known[i].end) == 0) {
            (void)snprintf(charset, TERMINAL_CHARSET_SIZE, "%s", known[i].charset);
            return true;
        }
    return false;
}

/* Curses never sends a line feed to go down, which some lines make two; the number of
 * rows may be left out. */
static bool
goes_down_by_number(void)
{
    const char *one = said("cud1");
    const char *rows = said("cud");

    return one && strcmp(one, "\n") == 0 && rows && strcmp(rows, "\033[%p1%dB") == 0;
}

/* Nothing here changes the title of a window, so it need not be put by meanwhile. */
struct screens {
    char enter[SCREENS_SIZE], leave[SCREENS_SIZE];
};

static bool
ends_with(const char *text, const char *end)
{
    return strlen(text) >= strlen(end) &&
           strcmp(text + strlen(text) - strlen(end), end) == 0;
}

static bool
leave_title(struct screens *screens)
{
    static const char put_by[] = "\033[22;0;0t", take_up[] = "\033[23;0;0t";
    const char *enter = said("smcup");
    const char *leave = said("rmcup");

    if (!enter || !leave || !ends_with(enter, put_by) || !ends_with(leave, take_up))
        return false;
    (void)snprintf(screens->enter, SCREENS_SIZE, "%.*s",
                   (int)(strlen(enter) - strlen(put_by)), enter);
    (void)snprintf(screens->leave, SCREENS_SIZE, "%.*s",
                   (int)(strlen(leave) - strlen(take_up)), leave);
    return strlen(enter) < SCREENS_SIZE && strlen(leave) < SCREENS_SIZE;
}

/* Where the cursor can be put and moved by numbers, to be put in a row or a column alone
 * is as long at best, and curses writes each way out whenever it moves. */
static bool
moves_by_number(void)
{
    return said("cup") && said("cub") && said("cuf") && said("cuu") && said("cud");
}

static const char *const other_ways[] = { "home", "hpa", "vpa" };

static bool
is_other_way(const char *name)
{
    for (size_t i = 0; i < COUNT(other_ways); i++)
        if (strcmp(name, other_ways[i]) == 0)
            return true;
    return false;
}

/* Function keys beyond those that terminal_keys.c learns; curses reads none itself. */
static bool
is_far_key(const char *name)
{
    return strncmp(name, "kf", 2) == 0 && strlen(name) == strlen("kf13") &&
           strcmp(name, "kf12") > 0;
}

/* What is said instead of what the description says. */
struct brief {
    const char *name, *text; /* NULL: nothing */
};

static size_t
find_brief(const struct screens *screens, struct brief brief[static BRIEF_MOST])
{
    size_t count = 0;

    /* Without the two that set or end several at once, each is set by itself. */
    brief[count++] = (struct brief){ "sgr", NULL };
    brief[count++] = (struct brief){ "rmul", NULL };
    brief[count++] = (struct brief){ "sgr0", "\033[m" };
    if (goes_down_by_number())
        brief[count++] = (struct brief){ "cud1", "\033[B" };
    if (screens->enter[0]) {
        brief[count++] = (struct brief){ "smcup", screens->enter };
        brief[count++] = (struct brief){ "rmcup", screens->leave };
    }
    return count;
}

static const char *
text_of(size_t string, const struct brief *brief, size_t count)
{
    const char *name = strnames[string];

    for (size_t i = 0; i < count; i++)
        if (brief[i].name[0] == name[0] && strcmp(brief[i].name, name) == 0)
            return brief[i].text;
    const char *text = CUR Strings[string];
    return text == (const char *)-1 ? NULL : text;
}

/* --- as it is compiled */

static void
add_bytes(struct buffer *hex, const void *bytes, size_t count)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *from = bytes;

    buffer_reserve(hex, 2 * count);
    char *to = hex->text + hex->length;
    for (size_t i = 0; i < count; i++) {
        *to++ = digits[from[i] >> 4];
        *to++ = digits[from[i] & 15];
    }
    *to = '\0';
    hex->length += 2 * count;
}

static void
add_byte(struct buffer *hex, unsigned char byte)
{
    add_bytes(hex, &byte, 1);
}

static void
add_short(struct buffer *hex, size_t number)
{
    const unsigned char bytes[] = { number & 0xFF, number >> 8 & 0xFF };

    add_bytes(hex, bytes, sizeof(bytes));
}

static void
add_number(struct buffer *hex, int number)
{
    add_short(hex, (uint32_t)number);
    add_short(hex, (uint32_t)number >> 16);
}

static void
add_text(struct buffer *hex, const char *text)
{
    add_bytes(hex, text, strlen(text) + 1);
}

/* Numbers begin at an even byte, and a byte is two digits here. */
static void
add_even(struct buffer *hex)
{
    if (hex->length % 4 != 0)
        add_byte(hex, 0);
}

/* Where each of the texts begins in a table of them; how long that is. */
static size_t
add_offsets(struct buffer *hex, const char *const texts[], size_t count)
{
    size_t offset = 0;

    for (size_t i = 0; i < count; i++) {
        add_short(hex, texts[i] ? offset : NOT_THERE);
        offset += texts[i] ? strlen(texts[i]) + 1 : 0;
    }
    return offset;
}

static void
add_texts(struct buffer *hex, const char *const texts[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (texts[i])
            add_text(hex, texts[i]);
}

static size_t
length_of(const char *const texts[], size_t count)
{
    size_t length = 0;

    for (size_t i = 0; i < count; i++)
        length += texts[i] ? strlen(texts[i]) + 1 : 0;
    return length;
}

static void
add_usual(struct buffer *hex, const char *type, const char *const texts[], size_t strings)
{
    size_t flags = 0, numbers = 0;

    while (boolnames[flags])
        flags++;
    while (numnames[numbers])
        numbers++;
    const size_t header[] = { MAGIC,   strlen(type) + 1, flags,
                              numbers, strings,          length_of(texts, strings) };
    for (size_t i = 0; i < COUNT(header); i++)
        add_short(hex, header[i]);
    add_text(hex, type);
    for (size_t i = 0; i < flags; i++)
        add_byte(hex, CUR Booleans[i] == TRUE);
    add_even(hex);
    for (size_t i = 0; i < numbers; i++) {
        const int number = tigetnum(numnames[i]); /* more than a short holds, some */
        add_number(hex, number < 0 ? -1 : number);
    }
    (void)add_offsets(hex, texts, strings);
    add_texts(hex, texts, strings);
    add_even(hex);
}

/* Only those that are there: their names go with them. */
static void
add_more(struct buffer *hex)
{
    const char *values[COUNT(more_strings)];
    const char *names[COUNT(more_flags) + COUNT(more_strings)];
    size_t flags = 0, strings = 0;

    for (size_t i = 0; i < COUNT(more_flags); i++)
        if (tigetflag(more_flags[i]) > 0)
            names[flags++] = more_flags[i];
    for (size_t i = 0; i < COUNT(more_strings); i++)
        if (said(more_strings[i])) {
            values[strings] = said(more_strings[i]);
            names[flags + strings++] = more_strings[i];
        }
    const size_t count = flags + strings;
    const size_t header[] = { flags, 0, strings, strings + count,
                              length_of(values, strings) + length_of(names, count) };
    for (size_t i = 0; i < COUNT(header); i++)
        add_short(hex, header[i]);
    for (size_t i = 0; i < flags; i++)
        add_byte(hex, 1);
    add_even(hex);
    (void)add_offsets(hex, values, strings);
    (void)add_offsets(hex, names, count);
    add_texts(hex, values, strings);
    add_texts(hex, names, count);
}

static char *
compile(const char *type)
{
    struct screens screens = { 0 };
    struct brief brief[BRIEF_MOST];
    const char *texts[STRINGS_MOST] = { 0 };
    size_t strings = 0;
    struct buffer hex = { 0 };
    const bool by_number = moves_by_number();

    if (!leave_title(&screens))
        screens.enter[0] = '\0';
    const size_t count = find_brief(&screens, brief);
    for (; strings < STRINGS_MOST && strnames[strings]; strings++)
        if (!is_far_key(strnames[strings]) &&
            !(by_number && is_other_way(strnames[strings])))
            texts[strings] = text_of(strings, brief, count);
    if (length_of(texts, strings) > TABLE_MOST)
        return NULL;
    buffer_add(&hex, "hex:"); /* as long as two bytes: even stays even */
    add_usual(&hex, type, texts, strings);
    add_more(&hex);
    return buffer_take(&hex);
}

char *
terminal_brief(const char *type, char charset[TERMINAL_CHARSET_SIZE])
{
    charset[0] = '\0';
    char *brief = find_charset(said("sgr0"), charset) ? compile(type) : NULL;
    (void)del_curterm(cur_term);
    return brief;
}
