/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cells_test.c - a cell holds a letter and its marks, or curses judges the text itself */
#include "terminal/cells.h"

#include <locale.h>
#include <wchar.h>

#include "support/suite.h"

enum { MOST = 8 };

static const struct {
    const char *text;
    int count; /* -1: curses judges it */
    const wchar_t *cells[MOST];
} texts[] = {
    { "", 0, { NULL } },
    { "a ~", 3, { L"a", L" ", L"~" } },
    { "é█", 2, { L"\u00e9", L"\u2588" } },
    { "e\u0301t", 2, { L"e\u0301", L"t" } },
    { "漢b", 2, { L"\u6f22", L"b" } },
    { "\u0301t", -1, { NULL } },                         /* on nothing */
    { "e\u0301\u0302\u0303\u0304\u0305", -1, { NULL } }, /* one too many */
    { "a\u0378", -1, { NULL } },                         /* no letter yet */
    { "a\xc3", -1, { NULL } },                           /* half of one */
    { "12345678", 8, { L"1", L"2", L"3", L"4", L"5", L"6", L"7", L"8" } },
    { "123456789", -1, { NULL } }, /* more than there is room for */
};

enum { TEXTS = sizeof texts / sizeof texts[0] };

START_TEST(a_text__is_a_cell_a_letter__or_left_to_curses)
{
    static const struct look look = { A_BOLD, 3 };
    cchar_t cells[MOST];

    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
    const int count = cells_of(texts[_i].text, &look, cells, MOST);
    ck_assert_int_eq(count, texts[_i].count);
    for (int i = 0; i < count; i++) {
        wchar_t letters[CCHARW_MAX + 1];
        attr_t attributes;
        short pair;

        ck_assert_int_eq(getcchar(&cells[i], letters, &attributes, &pair, NULL), OK);
        ck_assert_int_eq(wcscmp(letters, texts[_i].cells[i]), 0);
        ck_assert_uint_eq(attributes & A_BOLD, A_BOLD);
        ck_assert_int_eq(pair, 3);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, a_text__is_a_cell_a_letter__or_left_to_curses, 0, TEXTS);
}

SUITE_MAIN("cells")
