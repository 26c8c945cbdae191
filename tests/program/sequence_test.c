/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sequence_test.c - a terminal is sent only what it knows, in colours that it has
 *
 * What a kind of terminal knows is what its entry in terminfo can be expanded to.  Both
 * that and what the program writes are taken apart into pieces: "[?1049h", "[H", "m1".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/program.h"
#include "support/suite.h"

/* Last: it takes words such as “columns” for itself. */
#include <curses.h>
#include <term.h>

enum { PIECE_SIZE = 32, PIECES_MOST = 600, ATTRIBUTES = 9, COLOURS_MOST = 256 };

struct pieces {
    char items[PIECES_MOST][PIECE_SIZE];
    size_t count;
};

static bool
is_there(const struct pieces *pieces, const char *piece)
{
    for (size_t i = 0; i < pieces->count; i++)
        if (strcmp(pieces->items[i], piece) == 0)
            return true;
    return false;
}

static void
add(struct pieces *pieces, const char *kind, const char *rest, size_t length)
{
    char piece[PIECE_SIZE];

    (void)snprintf(piece, sizeof(piece), "%s%.*s", kind, (int)length, rest);
    if (is_there(pieces, piece))
        return;
    ck_assert_uint_lt(pieces->count, PIECES_MOST);
    memcpy(pieces->items[pieces->count++], piece, sizeof(piece));
}

/* --- taken apart */

/* "m1" of an attribute, "m30" of any of the eight colours, "m38;5" of one by number. */
static void
add_attributes(struct pieces *pieces, const char *numbers, size_t length)
{
    const char *end = numbers + length;

    if (length == 0)
        add(pieces, "m0", "", 0);
    while (numbers < end) {
        char *next;
        const long number = strtol(numbers, &next, 10);
        const bool by_number =
            (number == 38 || number == 48) && strncmp(next, ";5;", 3) == 0;
        const bool colour = number >= 30 && number <= 107 && number % 10 < 8;
        char piece[PIECE_SIZE];

        if (by_number)
            (void)strtol(next + 3, &next, 10);
        (void)snprintf(piece, sizeof(piece), "%ld%s",
                       colour ? number - number % 10 : number, by_number ? ";5" : "");
        add(pieces, "m", piece, strlen(piece));
        numbers = next + 1;
    }
}

/* "[?1049h" of each mode that is set or reset, "[H" of all else. */
static void
add_control(struct pieces *pieces, const char *parameters, size_t length, char final)
{
    const bool private = length > 0 && strchr("<=>?", parameters[0]) != NULL;

    if (final == 'm' && !private) {
        add_attributes(pieces, parameters, length);
        return;
    }
    for (size_t at = private ? 1 : 0; at <= length;) {
        const size_t digits = strspn(parameters + at, "0123456789");
        char piece[PIECE_SIZE];

        (void)snprintf(piece, sizeof(piece), "%.*s%.*s%c", private ? 1 : 0, parameters,
                       private ? (int)digits : 0, parameters + at, final);
        add(pieces, "[", piece, strlen(piece));
        at += digits + 1;
    }
}

/* A sequence from its ESC on; how long it is. */
static size_t
add_sequence(struct pieces *pieces, const char *bytes)
{
    size_t length = 1;

    if (bytes[1] == '[') {
        length = 2 + strspn(bytes + 2, "0123456789;<=>?");
        add_control(pieces, bytes + 2, length - 2, bytes[length]);
    } else if (bytes[1] == ']') {
        length = 2 + strcspn(bytes + 2, "\a\033");
        add(pieces, "]", bytes + 2, strspn(bytes + 2, "0123456789"));
    } else {
        while (bytes[length] >= ' ' && bytes[length] <= '/')
            length++;
        add(pieces, "", bytes + 1, length);
    }
    return length + 1;
}

/* The text between sequences goes to `text`, which may be NULL. */
static void
take_apart(const char *bytes, size_t length, struct pieces *pieces, FILE *text)
{
    for (size_t at = 0; at < length;) {
        const unsigned char byte = (unsigned char)bytes[at];

        if (byte == '\033') {
            at += add_sequence(pieces, bytes + at);
        } else {
            if (byte < ' ' && strchr("\r\n\b\t\a", byte) == NULL)
                add(pieces, "^", (char[]){ (char)(byte + '@'), '\0' }, 1);
            else if (text != NULL)
                (void)fputc(byte, text);
            at++;
        }
    }
}

/* --- what terminfo knows */

static void
add_known(struct pieces *known, const char *expanded)
{
    char clean[1024];
    size_t length = 0;

    /* Without the delays of old lines: "$<2/>". */
    for (; *expanded != '\0' && length + 1 < sizeof(clean); expanded++)
        if (expanded[0] == '$' && expanded[1] == '<' && strchr(expanded, '>') != NULL)
            expanded = strchr(expanded, '>');
        else
            clean[length++] = *expanded;
    clean[length] = '\0';
    take_apart(clean, length, known, NULL);
}

static bool
is_colour(const char *name)
{
    return strcmp(name, "setaf") == 0 || strcmp(name, "setab") == 0;
}

static void
add_capability(struct pieces *known, const char *name)
{
    const char *text = tigetstr(name);

    /* Keys come from the terminal; what defines them takes texts. */
    if (text == NULL || text == (const char *)-1 || name[0] == 'k' ||
        strncmp(name, "pf", 2) == 0 || strcmp(name, "pln") == 0)
        return;
    if (strcmp(name, "sgr") == 0) {
        for (int on = -1; on < ATTRIBUTES; on++)
            add_known(known, tiparm(text, on == 0, on == 1, on == 2, on == 3, on == 4,
                                    on == 5, on == 6, on == 7, on == 8));
    } else if (is_colour(name)) {
        for (int colour = 0; colour < max_colors && colour < COLOURS_MOST; colour++)
            add_known(known, tiparm(text, colour));
    } else {
        for (int on = 0; on < 2; on++)
            add_known(known, tiparm(text, on, on, on, on, on, on, on, on, on));
    }
}

static void
learn(struct pieces *known, const char *terminal)
{
    static const char *const extended[] = { "BE", "BD", "PS", "PE", "XM", "E3" };
    int found = 0;

    use_extended_names(TRUE);
    ck_assert_int_eq(setupterm(terminal, STDERR_FILENO, &found), OK);
    for (size_t i = 0; strnames[i] != NULL; i++)
        add_capability(known, strnames[i]);
    for (size_t i = 0; i < sizeof(extended) / sizeof(extended[0]); i++)
        add_capability(known, extended[i]);
    (void)del_curterm(cur_term);
}

/* --- what the program sends */

/* A list, a form, the menu, the help and a new size; what was sent from start to end. */
static void
walk(const char *const env[], struct pieces *sent, bool *is_ascii)
{
    struct term *term = program_screens(env);
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    size_t length;

    ck_assert_ptr_nonnull(stream);
    term_keys(term, "5<Down><PgDn>");
    term_expect(term, "Given name");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_keys(term, "<Esc>");
    term_expect_gone(term, "must be filled in");
    term_keys(term, "<F10>");
    term_expect(term, "Add a person");
    term_keys(term, "<Esc>");
    term_expect_gone(term, "Add a person");
    term_resize(term, 30, 100);
    term_keys(term, "1");
    term_expect(term, "Last acts");
    term_keys(term, "<Ctrl-Q>");
    ck_assert_int_eq(term_end(term), 0);
    ck_assert_ptr_null(term_unrestored(term));

    const char *bytes = term_output(term, &length);
    take_apart(bytes, length, sent, stream);
    (void)fclose(stream);
    *is_ascii = true;
    for (size_t i = 0; i < size; i++)
        *is_ascii = *is_ascii && (unsigned char)text[i] < 0x7f;
    free(text);
    term_free(term);
}

static bool
has_colour(const struct pieces *pieces)
{
    static const char *const colours[] = {
        "m30", "m40", "m90", "m100", "m38;5", "m48;5"
    };

    for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++)
        if (is_there(pieces, colours[i]))
            return true;
    return false;
}

static const struct {
    const char *name;
    bool colour;
} kinds[] = {
    { "xterm-256color", true }, { "screen-256color", true }, { "tmux-256color", true },
    { "xterm", true },          { "linux", true },           { "vt100", false },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* The brackets of a paste are asked of every terminal: descriptions know less than the
 * terminals do, and a private mode that one does not know is passed over. */
static bool
is_asked_of_all(const char *piece)
{
    return strcmp(piece, "[?2004h") == 0 || strcmp(piece, "[?2004l") == 0;
}

START_TEST(each_terminal__is_sent__only_what_it_knows)
{
    static struct pieces known, sent;
    static const char *const locales[] = { "LC_ALL=C.UTF-8", "LC_ALL=C" };
    char kind[40];
    bool is_ascii = false;

    (void)snprintf(kind, sizeof(kind), "TERM=%s", kinds[_i].name);
    learn(&known, kinds[_i].name);
    for (size_t i = 0; i < 2; i++) {
        const char *const env[] = { kind, locales[i], NULL };

        sent.count = 0;
        walk(env, &sent, &is_ascii);
        for (size_t p = 0; p < sent.count; p++)
            ck_assert_msg(is_there(&known, sent.items[p]) ||
                              is_asked_of_all(sent.items[p]),
                          "%s does not know “%s”", kinds[_i].name, sent.items[p]);
        ck_assert_int_eq(has_colour(&sent), kinds[_i].colour);
        ck_assert_int_eq(is_ascii, i == 1);
    }
}
END_TEST

START_TEST(no_color__is_obeyed)
{
    static struct pieces sent;
    const char *const env[] = { "NO_COLOR=1", NULL };
    bool is_ascii;

    walk(env, &sent, &is_ascii);
    ck_assert(!has_colour(&sent));
    ck_assert(is_there(&sent, "m7")); /* the selection shows all the same */
}
END_TEST

START_TEST(a_terminal__is_known__by_what_it_does_not_know)
{
    static struct pieces poor, rich;

    learn(&poor, "vt100");
    ck_assert(is_there(&poor, "[H"));
    ck_assert(!is_there(&poor, "[?1049h"));
    ck_assert(!is_there(&poor, "[?2004h"));
    ck_assert(!has_colour(&poor));
    learn(&rich, "xterm-256color");
    ck_assert(is_there(&rich, "[?1049h"));
    ck_assert(is_there(&rich, "[?2004h"));
    ck_assert(is_there(&rich, "[?1006h"));
    ck_assert(is_there(&rich, "m38;5"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, each_terminal__is_sent__only_what_it_knows, 0, KINDS);
    tcase_add_test(tests, no_color__is_obeyed);
    tcase_add_test(tests, a_terminal__is_known__by_what_it_does_not_know);
}

SUITE_MAIN("sequence")
