/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_look_test.c - what a spreadsheet and its printer make of a list: headings,
 * days, widths
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_list.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"
#include "support/workbook.h"

static struct atelier *at;
static int64_t group;
static const char *path;

static void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "GT-1");
}

static void
end(void)
{
    office_end(at);
}

static void
save(enum listing_kind kind)
{
    const struct list_export list = { .query = { .kind = kind, .scope = group },
                                      .form = LIST_XLSX };
    struct list_outcome outcome;
    struct error err = { 0 };

    path = database_file_path("list.xlsx");
    ck_assert_msg(export_list_file(at, &list, path, true, &outcome, &err), "%s",
                  err.message);
}

static void
expect(const char *part, const char *xml)
{
    char *text = workbook_read_part(path, part);

    ck_assert_ptr_nonnull(text);
    ck_assert_msg(strstr(text, xml) != NULL, "no %s in\n%.3000s", xml, text);
    free(text);
}

#define SHEET "xl/worksheets/sheet1.xml"
#define STYLES "xl/styles.xml"

START_TEST(headings__stay_in_sight__and_stand_alone_on_each_printed_page)
{
    save(LISTING_PERSON);
    expect(SHEET, "<pane ySplit=\"1\" topLeftCell=\"A2\"");
    expect("xl/workbook.xml", "!$1:$1</definedName>");
}
END_TEST

/* The second style: its font is the second, which is bold. */
START_TEST(headings__are_bold__and_columns_as_wide_as_their_text)
{
    save(LISTING_PERSON);
    expect(SHEET, "<c r=\"A1\" s=\"1\" ");
    expect(SHEET, "<c r=\"B1\" s=\"1\" ");
    expect(STYLES, "</font><font><b/>");
    expect(STYLES, "<xf numFmtId=\"0\" fontId=\"1\" ");
    expect(SHEET, "<col min=\"1\" max=\"1\" width=\"28.");
    expect(SHEET, "<col min=\"2\" max=\"2\" width=\"24.");
}
END_TEST

START_TEST(telephone__that_is_changed_in_the_spreadsheet__stays_a_text)
{
    office_add_person(at, "Martin", "Zoé");
    save(LISTING_PERSON);
    expect(SHEET, "<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>Martin</t>");
    expect(STYLES, "<numFmt numFmtId=\"164\" formatCode=\"@\"/>");
    expect(STYLES, "<xf numFmtId=\"164\" fontId=\"0\" ");
}
END_TEST

START_TEST(day__is_written_as_in_europe__and_a_moment_with_its_hour)
{
    office_add_member(at, group, "Martin", "member", "2027-01-02", "2027-12-30");
    save(LISTING_MEMBERSHIP);
    expect(STYLES, " formatCode=\"dd/mm/yyyy\"/>");
    office_add_meeting(at, group, "2027-03-16 09:30", 12);
    save(LISTING_GROUP_MEETING);
    expect(STYLES, " formatCode=\"dd/mm/yyyy hh:mm\"/>");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, headings__stay_in_sight__and_stand_alone_on_each_printed_page);
    tcase_add_test(tests, headings__are_bold__and_columns_as_wide_as_their_text);
    tcase_add_test(tests, telephone__that_is_changed_in_the_spreadsheet__stays_a_text);
    tcase_add_test(tests, day__is_written_as_in_europe__and_a_moment_with_its_hour);
}

SUITE_MAIN("workbook_look")
