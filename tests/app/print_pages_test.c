/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_pages_test.c - who gets a certificate, of which slots and hours; a month and a
 * programme on paper, read back by poppler */
#include "atelier/app/print_pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/attend.h"
#include "atelier/app/merge.h"
#include "atelier/base/memory.h"
#include "atelier/domain/item.h"
#include "atelier/domain/room.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "register_office.h"
#include "support/rows.h"

static struct printed_pages pages;
static int64_t count;
static int64_t morning, late;
static char folder[200];
static char file[260];

static int64_t
add_slot(const char *label, const char *start, const char *end)
{
    return office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", label,
                      "start", start, "end", end, NULL);
}

static void
set_up_paper(void)
{
    set_up();
    suite_make_folder("pages", folder, sizeof(folder));
    (void)snprintf(file, sizeof(file), "%s/paper.pdf", folder);
    fill();
    office_change(at, &meeting_entity, meeting, "end", "2027-03-16 12:30", NULL);
    morning = add_slot("Morning", "2027-03-16 09:30", "2027-03-16 11:30");
    late = add_slot("Late", "2027-03-16 11:30", "2027-03-16 12:15");
}

static void
tear_down_paper(void)
{
    printed_pages_clear(&pages);
    (void)unlink(file);
    (void)rmdir(folder);
    tear_down();
}

static void
mark(int64_t person, int64_t slot, enum presence_kind kind, enum attend_place place)
{
    struct attend_outcome outcome;
    const struct attend_request request = { .meeting = meeting,
                                            .person = person,
                                            .slot = slot,
                                            .kind = kind,
                                            .place = place,
                                            .means = "desk",
                                            .reason = "slip" };
    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    attend_outcome_clear(&outcome);
}

static bool
certify(struct atelier *who, int64_t person)
{
    const struct pages_request request = { .kind = PAGES_CERTIFICATES,
                                           .meeting = meeting,
                                           .only = { &person, person ? 1 : 0 } };
    printed_pages_clear(&pages);
    err = (struct error){ 0 };
    return pages_read(who, &request, &pages, &count, &err);
}

static bool
says(const char *text)
{
    for (size_t i = 0; i < pages.blocks.count; i++)
        if (pages.blocks.items[i].text && strcmp(pages.blocks.items[i].text, text) == 0)
            return true;
    return false;
}

/* How the first block that says so is set; -1: none does. */
static int
kind_of(const char *text)
{
    for (size_t i = 0; i < pages.blocks.count; i++)
        if (pages.blocks.items[i].text && strcmp(pages.blocks.items[i].text, text) == 0)
            return (int)pages.blocks.items[i].kind;
    return -1;
}

static void
print(const struct pages_request *request)
{
    const struct print_destination to = { .path = file, .replace = true };
    struct paper_outcome outcome = { 0 };
    struct paper_job *job = pages_job_start(at, request, &to, &err);

    ck_assert_msg(job, "%s", err.message);
    struct child *child = paper_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    ck_assert_msg(paper_job_end(job, child, &outcome, &err), "%s", err.message);
    child_free(child);
    paper_outcome_clear(&outcome);
}

/* What stands on it; NULL without poppler. */
static char *
read_file(void)
{
    char command[400];
    struct buffer text = { 0 };
    char part[4096];
    size_t got;

    if (system("command -v pdftotext >/dev/null") != 0)
        return NULL;
    (void)snprintf(command, sizeof(command), "pdftotext -layout %s -", file);
    FILE *pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    while ((got = fread(part, 1, sizeof(part), pipe)) > 0)
        buffer_add_part(&text, part, got);
    ck_assert_int_eq(pclose(pipe), 0);
    return buffer_take(&text);
}

START_TEST(whoever_was_never_marked__gets_none)
{
    struct atelier *reader = office_hire(at, "rui", ROLE_READER);
    ck_assert(!certify(at, 0));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "Nobody is marked"), "%s", err.message);
    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    mark(bruno, morning, PRESENCE_ABSENT, ATTEND_AS_BEFORE);
    ck_assert(!certify(at, bruno));
    ck_assert_msg(strstr(err.message, "Bianchi, Bruno is not marked"), "%s", err.message);
    ck_assert(certify(at, 0));
    ck_assert_int_eq(count, 1);
    ck_assert(says("Anna Müller") && !says("Bruno Bianchi"));
    mark(anna, morning, PRESENCE_ANNULLED, ATTEND_AS_BEFORE);
    ck_assert(!certify(at, anna));
    ck_assert(!certify(reader, anna));
    ck_assert_msg(strstr(err.message, "may not"), "%s", err.message);
    atelier_close(reader);
}
END_TEST

START_TEST(the_hours__are_those_of_the_slots_with_a_mark)
{
    mark(anna, morning, PRESENCE_SIGNED, ATTEND_AS_BEFORE);
    mark(anna, late, PRESENCE_PRESENT, ATTEND_REMOTE);
    mark(bruno, late, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    ck_assert_msg(certify(at, anna), "%s", err.message);
    ck_assert_int_eq(count, 1);
    ck_assert_int_eq(kind_of("Certificate of attendance"), BLOCK_LEAD);
    ck_assert_int_eq(kind_of("We certify that"), BLOCK_TEXT);
    ck_assert_int_eq(kind_of("Slot"), BLOCK_CELL);
    ck_assert(says("In all: 2 h 45"));
    ck_assert(says("Morning") && says("Late") && says("09:30–11:30"));
    ck_assert(says("remote") && says("in the room"));
    ck_assert(certify(at, 0));
    ck_assert_int_eq(count, 2);
    ck_assert(says("In all: 45 min"));
}
END_TEST

START_TEST(of_some_alone__each_of_them_who_was_there_has_one)
{
    const int64_t persons[] = { chloe, bruno };
    const struct pages_request request = { .kind = PAGES_CERTIFICATES,
                                           .meeting = meeting,
                                           .only = { persons, 2 } };

    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    ck_assert(!pages_read(at, &request, &pages, &count, &err));
    ck_assert_msg(strstr(err.message, "None of them"), "%s", err.message);
    printed_pages_clear(&pages);
    mark(bruno, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    ck_assert_msg(pages_read(at, &request, &pages, &count, &err), "%s", err.message);
    ck_assert_int_eq(count, 1);
    ck_assert(says("Bruno Bianchi") && !says("Anna Müller"));
}
END_TEST

START_TEST(a_name__is_the_one_on_the_list_then)
{
    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    office_change(at, &person_entity, anna, "family", "Schmidt", NULL);
    ck_assert(certify(at, anna));
    ck_assert(says("Anna Müller"));
}
END_TEST

START_TEST(a_name__is_that_of_the_live_registration__after_a_merge)
{
    struct merge_outcome merged;
    const int64_t second =
        database_file_number("SELECT id FROM registration WHERE family = 'Bianchi'");

    merge_outcome_init(&merged);
    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    ck_assert(act(second, REGISTRATION_WITHDRAW, NULL));
    ck_assert_msg(merge_people(at,
                               &(struct merge_request){ .keep = anna, .other = bruno },
                               &merged, &err),
                  "%s", err.message);
    ck_assert_msg(certify(at, anna), "%s", err.message);
    ck_assert(says("Anna Müller") && !says("Bruno Bianchi"));
    merge_outcome_clear(&merged);
}
END_TEST

/* Room, venue and the lines of its address. */
static void
put_in_a_room(void)
{
    const int64_t venue = office_add(at, &venue_entity, "name", "Town hall", "address",
                                     "3 Main Street\n75000 Paris", NULL);
    const int64_t room = office_add(at, &room_entity, "name", "Salle Loire", "venue",
                                    rows_number(venue), NULL);

    office_change(at, &meeting_entity, meeting, "room", rows_number(room), NULL);
}

START_TEST(certificates__are_a_page_each__and_say_where)
{
    put_in_a_room();
    const struct pages_request request = { .kind = PAGES_CERTIFICATES,
                                           .meeting = meeting };
    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    mark(bruno, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    print(&request);
    char *text = read_file();
    if (!text)
        return;
    const char *first = strstr(text, "Bruno Bianchi");
    const char *page = strchr(text, '\f');
    const char *second = strstr(text, "Anna Müller");
    ck_assert_msg(first && page && second && first < page && page < second, "%s", text);
    ck_assert_ptr_null(strchr(strchr(page + 1, '\f') + 1, '\f'));
    ck_assert(strstr(first, "Signature") && strstr(first, "Signature") < page);
    ck_assert_msg(strstr(first, "Salle Loire, Town hall, 3 Main Street, 75000 Paris"),
                  "%s", text);
    ck_assert(strstr(first, "Presence") && strstr(first, "Presence") < page);
    free(text);
}
END_TEST

START_TEST(a_certificate__names_the_group__once)
{
    mark(anna, morning, PRESENCE_PRESENT, ATTEND_AS_BEFORE);
    office_change(at, &working_group_entity, group, "name", "Renewal", NULL);
    ck_assert(certify(at, anna));
    ck_assert(says("URB · Renewal"));
    office_change(at, &working_group_entity, group, "name", "URB", NULL);
    ck_assert(certify(at, anna));
    ck_assert(says("URB"));
}
END_TEST

START_TEST(a_month__has_its_meetings_on_their_days)
{
    const struct pages_request request = {
        .kind = PAGES_MONTH,
        .wish = { .first = { 2027, 3, 1 }, .last = { 2027, 3, 31 } },
    };
    print(&request);
    char *text = read_file();
    if (!text)
        return;
    const char *day = strstr(text, "16");
    const char *entry = strstr(text, "09:30–");
    ck_assert_msg(strstr(text, "March 2027") && day && entry && day < entry, "%s", text);
    ck_assert(strstr(text, "31") && strstr(entry, "22"));
    free(text);
}
END_TEST

START_TEST(a_programme__is_by_the_hour__and_refused_when_there_is_none)
{
    const struct pages_request request = { .kind = PAGES_PROGRAMME, .meeting = meeting };
    ck_assert(!pages_read(at, &request, &pages, &count, &err));
    ck_assert_msg(strstr(err.message, "Nothing is planned"), "%s", err.message);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "break",
               "title", "Coffee", "start", "2027-03-16 10:30", "end", "2027-03-16 10:45",
               NULL);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "plenary",
               "title", "Opening", "start", "2027-03-16 09:30", "end", "2027-03-16 10:30",
               NULL);
    print(&request);
    char *text = read_file();
    if (!text)
        return;
    const char *opening = strstr(text, "Opening");
    const char *coffee = strstr(text, "10:30–10:45");
    ck_assert_msg(opening && coffee && opening < coffee, "%s", text);
    ck_assert(strstr(text, "Page 1/1"));
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_paper, tear_down_paper);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, whoever_was_never_marked__gets_none);
    tcase_add_test(tests, the_hours__are_those_of_the_slots_with_a_mark);
    tcase_add_test(tests, of_some_alone__each_of_them_who_was_there_has_one);
    tcase_add_test(tests, a_name__is_the_one_on_the_list_then);
    tcase_add_test(tests, a_name__is_that_of_the_live_registration__after_a_merge);
    tcase_add_test(tests, certificates__are_a_page_each__and_say_where);
    tcase_add_test(tests, a_certificate__names_the_group__once);
    tcase_add_test(tests, a_month__has_its_meetings_on_their_days);
    tcase_add_test(tests, a_programme__is_by_the_hour__and_refused_when_there_is_none);
}

SUITE_MAIN("print_pages")
