/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_rows_test.c - the rows of a sheet for a spreadsheet are those of the paper */
#include "atelier/domain/sheet_rows.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"
#include "support/suite.h"

static struct printed_sheet sheet;
static struct sheet_rows rows;

static void
add_person(const char *family, bool remote)
{
    struct printed_person *person = printed_sheet_add_person(&sheet);
    person->name = memory_copy(family);
    person->family = memory_copy(family);
    person->organisation = memory_copy("Lille");
    person->remote = remote;
}

static void
add_slot(const char *label, const char *hours)
{
    struct printed_slot *slot = printed_sheet_add_slot(&sheet);
    slot->label = memory_copy(label);
    slot->hours = memory_copy(hours);
}

static void
set_up(void)
{
    sheet.remote_word = memory_copy("remote");
    add_slot("Morning", "09:30–12:30");
    add_person("Colas", true);
    add_person("Dupont", false);
}

static void
tear_down(void)
{
    sheet_rows_clear(&rows);
    printed_sheet_clear(&sheet);
}

/* "1|Dupont||Lille|||" a row. */
static void
ck_rows(const char *expected)
{
    struct buffer text = { 0 };
    sheet_rows_fill(&rows, &sheet);
    for (size_t i = 0; i < rows.page.count; i++)
        for (size_t cell = 0; cell < rows.page.column_count; cell++) {
            const char *written = rows.page.rows[i].cells[cell];
            buffer_add(&text, written ? written : "");
            buffer_add(&text, cell + 1 < rows.page.column_count ? "|" : "\n");
        }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(who_is_remote__stands_behind_the_empty_rows__and_signs_nothing)
{
    sheet.blank = 2;
    ck_rows("1|Dupont||Lille|||\n"
            "2||||||\n"
            "3||||||\n"
            "4|Colas||Lille|||remote\n");
}
END_TEST

START_TEST(who_signs_for_the_meeting__comes_last__without_a_number)
{
    struct printed_signer *chair = printed_sheet_add_signer(&sheet);
    chair->role = memory_copy("Chair");
    chair->name = memory_copy("Roux, Inès");
    chair->family = memory_copy("Roux");
    chair->given = memory_copy("Inès");
    printed_sheet_add_signer(&sheet)->role = memory_copy("Leader");
    ck_rows("1|Dupont||Lille|||\n"
            "2|Colas||Lille|||remote\n"
            "|Roux|Inès|||Chair|\n"
            "|||||Leader|\n");
}
END_TEST

/* A label may be its hours, and then it has no others. */
START_TEST(each_slot__is_a_column__headed_by_its_label_and_hours)
{
    add_slot("14:00–17:00", NULL);
    add_slot(NULL, "18:00–19:00");
    sheet_rows_fill(&rows, &sheet);
    ck_assert_uint_eq(rows.listing.column_count, 9);
    ck_assert_str_eq(rows.listing.columns[6].label, "Morning 09:30–12:30");
    ck_assert_str_eq(rows.listing.columns[7].label, "14:00–17:00");
    ck_assert_str_eq(rows.listing.columns[8].label, "18:00–19:00");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_is_remote__stands_behind_the_empty_rows__and_signs_nothing);
    tcase_add_test(tests, who_signs_for_the_meeting__comes_last__without_a_number);
    tcase_add_test(tests, each_slot__is_a_column__headed_by_its_label_and_hours);
}

SUITE_MAIN("sheet_rows")
