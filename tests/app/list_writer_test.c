/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_writer_test.c - cells of any kind in each form of a file, in a list that is made
 * up */
#include "written_list.h"

#include <stdio.h>
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "export/list_writer.h"

static const struct column made_columns[] = {
    { .name = "free", .label = "Free", .kind = FIELD_NUMBER, .priority = 1 },
    { .name = "there", .label = "There", .kind = FIELD_BOOLEAN, .priority = 1 },
    { .name = "day", .label = "Day", .kind = FIELD_DATE, .priority = 1 },
    { .name = "starts", .label = "Starts", .kind = FIELD_LOCAL_TIME, .priority = 1 },
    { .name = "key", .label = "Key", .kind = FIELD_TEXT, .priority = 0 },
};
enum { MADE_COLUMNS = sizeof(made_columns) / sizeof(made_columns[0]) };
static const struct listing made_up = { .columns = made_columns,
                                        .column_count = MADE_COLUMNS };

/* One row of it, with what stands above and below. */
static struct buffer
made_row(const struct list_form_way *way, const char *const *texts)
{
    char *cells[MADE_COLUMNS];
    struct buffer text = { 0 };
    struct list_writer w = {
        .at = at, .listing = &made_up, .sink = gather, .context = &text
    };
    const struct listing_row row = { .id = 7, .cells = cells };
    struct error err = { 0 };

    for (int i = 0; i < MADE_COLUMNS; i++)
        cells[i] = texts[i] ? memory_copy(texts[i]) : NULL;
    ck_assert_msg(way->begin(&w, &err) && way->row(&w, &row, &err), "%s", err.message);
    w.rows = 1;
    ck_assert_msg(way->end(&w, &err), "%s", err.message);
    if (way->clear)
        way->clear(&w);
    for (int i = 0; i < MADE_COLUMNS; i++)
        free(cells[i]);
    buffer_clear(&w.text);
    buffer_clear(&w.cell);
    return text;
}

static const char *const made_cells[] = { "-5", "1", "2027-03-16", "2027-03-16 09:30",
                                          "a\xe2\x80\xae" };

START_TEST(csv__guards_no_number__and_leaves_keys_out)
{
    struct buffer text = made_row(&list_csv_way, made_cells);
    ck_assert_str_eq(buffer_text(&text), "\xef\xbb\xbf"
                                         "Free;There;Day;Starts\r\n"
                                         "-5;yes;2027-03-16;2027-03-16 09:30\r\n");
    buffer_clear(&text);
}
END_TEST

START_TEST(json__has_every_column__each_as_its_kind)
{
    static const char *const others[MADE_COLUMNS] = { "12", "0" };
    struct buffer text = made_row(&list_json_way, made_cells);
    ck_assert_str_eq(buffer_text(&text),
                     "[\n  {\"id\": 7, \"free\": -5, \"there\": true, \"day\": "
                     "\"2027-03-16\", \"starts\": \"2027-03-16 09:30\", \"key\": "
                     "\"a\\u202e\"}\n]\n");
    buffer_clear(&text);
    text = made_row(&list_json_way, others);
    ck_assert_str_eq(buffer_text(&text),
                     "[\n  {\"id\": 7, \"free\": 12, \"there\": false, \"day\": null, "
                     "\"starts\": null, \"key\": null}\n]\n");
    buffer_clear(&text);
}
END_TEST

/* 1900 was no leap year, though spreadsheets count one: what is older is a text. */
START_TEST(workbook__has_days_of_every_century__and_the_hour)
{
    static const struct {
        const char *cells[MADE_COLUMNS];
        const char *read[4];
    } rows[] = {
        { { "-5", "1", "2027-03-16", "2027-03-16 09:30", "a" },
          { "-5", "yes", "2027-03-16", "2027-03-16 09:30" } },
        { { "3", "0", "1899-06-01", "1789-07-14 17:30", NULL },
          { "3", "no", "1899-06-01", "1789-07-14 17:30" } },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct buffer text = made_row(&list_xlsx_way, rows[i].cells);
        const char *path = database_file_path("made.xlsx");
        FILE *file = fopen(path, "w");
        ck_assert(fwrite(text.text, 1, text.length, file) == text.length);
        ck_assert_int_eq(fclose(file), 0);
        buffer_clear(&text);
        struct table_file read = { 0 };
        struct table_row row = { 0 };
        struct error err = { 0 };
        read_back(path, &read);
        ck_assert(table_store_row(&read.rows, 1, &row, &err));
        ck_assert_uint_eq(row.count, 4);
        for (size_t c = 0; c < row.count; c++)
            ck_assert_str_eq(row.cells[c], rows[i].read[c]);
        table_row_clear(&row);
        table_file_clear(&read);
    }
}
END_TEST

START_TEST(workbook__of_more_rows_than_a_sheet_holds__is_refused)
{
    struct list_writer w = { .at = at, .listing = &made_up, .rows = 1048575 };
    const struct listing_row row = { .id = 7 };
    struct error err = { 0 };

    ck_assert(!list_xlsx_way.row(&w, &row, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, csv__guards_no_number__and_leaves_keys_out);
    tcase_add_test(tests, json__has_every_column__each_as_its_kind);
    tcase_add_test(tests, workbook__has_days_of_every_century__and_the_hour);
    tcase_add_test(tests, workbook__of_more_rows_than_a_sheet_holds__is_refused);
}

SUITE_MAIN("list_writer")
