/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_draft_test.c - a calendar that was left goes on as it was, or not at
 * all
 */
#include <string.h>

#include "atelier/app/import_calendar_draft.h"
#include "atelier/domain/venue.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/other_calendar.h"
#include "support/paper.h"
#include "support/suite.h"

#define TEXT                                                                             \
    OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20270101T000000Z\r\n"             \
                   "DTSTART:20270316T093000\r\nSUMMARY:Jobs\r\nEND:VEVENT\r\n")

static const char kept[] = "SELECT count(*) FROM draft";

static struct atelier *at;
static struct atelier *colleague;
static struct error err;
static int64_t group;
static const char *path;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    group = office_add_group(at, "URB");
    path = paper_write("left.ics", TEXT);
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static struct calendar_import *
opened(const struct calendar_import_choice *asked)
{
    struct calendar_import_choice choice = *asked;
    choice.group = group;
    struct calendar_import *import = calendar_import_open(at, path, &choice, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    return import;
}

static void
leave(const struct calendar_import_choice *choice)
{
    struct calendar_import *import = opened(choice);
    ck_assert_msg(calendar_draft_keep(import, &err), "%s", err.message);
    calendar_import_free(import);
}

static bool
find(struct atelier *who, int64_t of, struct calendar_draft *draft)
{
    ck_assert_msg(calendar_draft_find(who, path, of, draft, &err), "%s", err.message);
    return draft->id != 0;
}

static const struct calendar_import_choice all = {
    .from = { 2027, 1, 2 },
    .until = { 2027, 12, 3 },
    .zone = "Europe/Paris",
    .utc_zone = "Europe/Zurich",
    .has_hours = true,
    .first_hour = { { 2000, 1, 1 }, 9, 5 },
    .last_hour = { { 2000, 1, 1 }, 17, 0 },
    .attendees = true,
    .private = true,
    .cut = true,
    .drop_wrong = true,
};

START_TEST(all_answers__are_there__when_the_file_is_opened_again)
{
    struct calendar_draft draft = { 0 };
    leave(&all);
    ck_assert(find(at, group, &draft));
    const struct calendar_import_choice *choice = &draft.choice;
    ck_assert_int_eq(choice->group, group);
    ck_assert_int_eq(date_compare(choice->from, all.from), 0);
    ck_assert_int_eq(date_compare(choice->until, all.until), 0);
    ck_assert_str_eq(choice->zone, "Europe/Paris");
    ck_assert_str_eq(choice->utc_zone, "Europe/Zurich");
    ck_assert(choice->has_hours);
    ck_assert_int_eq(choice->first_hour.hour * 60 + choice->first_hour.minute, 545);
    ck_assert_int_eq(choice->last_hour.hour * 60 + choice->last_hour.minute, 1020);
    ck_assert(choice->attendees && choice->private && choice->cut && choice->drop_wrong);
    ck_assert(!choice->create_rooms);
    struct calendar_import *import = opened(choice);
    ck_assert(calendar_draft_fits(&draft, import));
    calendar_import_free(import);
    calendar_draft_clear(&draft);
}
END_TEST

START_TEST(rooms__are_kept_with_their_venue)
{
    struct calendar_draft draft = { 0 };
    const int64_t venue = office_add(at, &venue_entity, "name", "Maison", NULL);
    leave(&(struct calendar_import_choice){ .create_rooms = true, .venue = venue });
    ck_assert(find(at, group, &draft));
    ck_assert(draft.choice.create_rooms);
    ck_assert_int_eq(draft.choice.venue, venue);
    calendar_draft_clear(&draft);
}
END_TEST

START_TEST(file__that_was_only_looked_at__is_not_kept_nor_the_usual_year)
{
    struct calendar_draft draft = { 0 };
    leave(&(struct calendar_import_choice){ 0 });
    office_expect(kept, "0\n");
    leave(&(struct calendar_import_choice){ .cut = true });
    office_expect(kept, "1\n");
    ck_assert(find(at, group, &draft));
    ck_assert(date_is_none(draft.choice.from));
    ck_assert(date_is_none(draft.choice.until));
    calendar_draft_clear(&draft);
    leave(&(struct calendar_import_choice){ 0 });
    office_expect(kept, "0\n");
}
END_TEST

START_TEST(what_was_left__is_for_this_login_and_this_group_alone)
{
    struct calendar_draft draft = { 0 };
    const int64_t other = office_add_group(at, "MOB");
    leave(&all);
    ck_assert(!find(colleague, group, &draft));
    ck_assert(!find(at, other, &draft));
    struct calendar_import *import = opened(&all);
    ck_assert_msg(calendar_draft_drop(import, &err), "%s", err.message);
    calendar_import_free(import);
    ck_assert(!find(at, group, &draft));
}
END_TEST

START_TEST(file_that_changed__does_not_fit)
{
    struct calendar_draft draft = { 0 };
    leave(&all);
    path = paper_write("left.ics", OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:b@x\r\n"
                                                  "DTSTART:20270316T093000\r\n"
                                                  "SUMMARY:Jobs\r\nEND:VEVENT\r\n"));
    ck_assert(find(at, group, &draft));
    struct calendar_import *import = opened(&draft.choice);
    ck_assert(!calendar_draft_fits(&draft, import));
    calendar_import_free(import);
    calendar_draft_clear(&draft);
}
END_TEST

START_TEST(text_of_another_program__is_passed_over)
{
    struct calendar_draft draft = { 0 };
    leave(&all);
    ck_assert(database_file_run("UPDATE draft SET fields = fields || 'colour' ||"
                                " char(9) || 'red' || char(10)"));
    ck_assert(!find(at, group, &draft));
}
END_TEST

static bool
stop_at_the_second(void *context, int64_t done, int64_t whole)
{
    int64_t *told = context;
    ck_assert_int_eq(whole, 201);
    *told = done;
    return done >= 100;
}

START_TEST(reading__that_is_stopped__opens_nothing_and_says_so)
{
    struct buffer text = { 0 };
    int64_t told = 0;
    for (int i = 0; i <= 200; i++)
        buffer_addf(&text,
                    "BEGIN:VEVENT\r\nUID:%d@x\r\nDTSTART:20270316T093000Z\r\n"
                    "END:VEVENT\r\n",
                    i);
    struct buffer file = { 0 };
    buffer_addf(&file, OTHER_CALENDAR("%s"), buffer_text(&text));
    ck_assert_ptr_null(
        calendar_import_open_told(at, paper_write("long.ics", buffer_text(&file)),
                                  &(struct calendar_import_choice){ .group = group },
                                  stop_at_the_second, &told, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_int_eq(told, 100);
    error_clear(&err);
    buffer_clear(&file);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, all_answers__are_there__when_the_file_is_opened_again);
    tcase_add_test(tests, rooms__are_kept_with_their_venue);
    tcase_add_test(tests, file__that_was_only_looked_at__is_not_kept_nor_the_usual_year);
    tcase_add_test(tests, what_was_left__is_for_this_login_and_this_group_alone);
    tcase_add_test(tests, reading__that_is_stopped__opens_nothing_and_says_so);
    tcase_add_test(tests, file_that_changed__does_not_fit);
    tcase_add_test(tests, text_of_another_program__is_passed_over);
}

SUITE_MAIN("import_calendar_draft")
