/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_cards_test.c - badges and place cards, read back by poppler and by zbar */
#include "atelier/app/change_settings.h"
#include "atelier/app/print_cards.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "atelier/domain/badge_code.h"
#include "atelier/domain/registration.h"
#include "register_office.h"
#include "support/rows.h"

static struct paper_outcome outcome;
static int64_t registration; /* Anna's */
static char folder[200];
static char file[260];

static void
set_up_desk(void)
{
    set_up();
    suite_make_folder("cards", folder, sizeof(folder));
    (void)snprintf(file, sizeof(file), "%s/cards.pdf", folder);
    outcome = (struct paper_outcome){ 0 };
    office_change(at, &meeting_entity, meeting, "seats", "30", NULL);
    registration = office_register(at, meeting, anna);
    ck_assert_int_ne(registration, 0);
    (void)signal(SIGPIPE, SIG_IGN); /* as the program does */
}

static void
tear_down_desk(void)
{
    char command[400];

    paper_outcome_clear(&outcome);
    (void)snprintf(command, sizeof(command), "rm -r '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    tear_down();
}

static bool
print(struct atelier *who, const struct cards_request *request)
{
    const struct print_destination to = { .path = file, .replace = true };
    err = (struct error){ 0 };
    paper_outcome_clear(&outcome);
    struct paper_job *job = cards_job_start(who, request, &to, &err);
    if (!job)
        return false;
    struct child *child = paper_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    const bool ok = paper_job_end(job, child, &outcome, &err);
    child_free(child);
    return ok;
}

static void
ck_print(enum card_kind kind, const char *size)
{
    const struct cards_request request = { .meeting = meeting,
                                           .kind = kind,
                                           .size = size };
    ck_assert_msg(print(at, &request), "%s", err.message);
}

/* NULL: that program is not here. */
static char *
output_of(const char *program, const char *command_there)
{
    char command[1000];
    char part[4096];
    struct buffer text = { 0 };
    size_t got;

    (void)snprintf(command, sizeof(command), "command -v %s >/dev/null", program);
    if (system(command) != 0)
        return NULL;
    (void)snprintf(command, sizeof(command), "cd '%s' && %s", folder, command_there);
    FILE *pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    while ((got = fread(part, 1, sizeof(part), pipe)) > 0)
        buffer_add_part(&text, part, got);
    (void)pclose(pipe);
    return text.text ? buffer_take(&text) : memory_copy("");
}

static char *
read_text(void)
{
    return output_of("pdftotext", "pdftotext -layout cards.pdf -");
}

START_TEST(of_some_alone__whoever_is_not_meant_has_no_card)
{
    const int64_t second = office_register(at, meeting, bruno);
    const int64_t nobody = 9999;
    struct printed_cards cards = { 0 };
    struct cards_request request = { .meeting = meeting, .only = { &second, 1 } };

    ck_assert_msg(cards_read(at, &request, &cards, &err), "%s", err.message);
    ck_assert_uint_eq(cards.people.count, 1);
    ck_assert_str_eq(cards.people.items[0].name, "Bruno Bianchi");
    printed_cards_clear(&cards);
    request.only.ids = &nobody;
    ck_assert(!cards_read(at, &request, &cards, &err));
    ck_assert_msg(strstr(err.message, "None of them"), "%s", err.message);
    printed_cards_clear(&cards);
}
END_TEST

/* The usual size, and the least. */
START_TEST(a_badge__has_a_code_that_the_door_reads__however_small_it_is)
{
    if (_i)
        office_change(at, &meeting_entity, meeting, "title",
                      "Renouvellement urbain, cœurs de ville, commerces et logements, "
                      "mobilité, énergie et numérique dans les agglomérations moyennes",
                      NULL);
    ck_print(CARD_BADGE, _i ? "50x45" : NULL);
    ck_assert_int_eq(outcome.count, 1);
    char *code = output_of("zbarimg", "pdftoppm -r 200 -png cards.pdf page && "
                                      "zbarimg -q --raw page*.png 2>/dev/null");
    int64_t read = 0;
    if (code) {
        ck_assert_int_eq(badge_code_read(code, &read), BADGE_READ);
        ck_assert_int_eq(read, registration);
    }
    free(code);
}
END_TEST

/* As somebody finds out who scans a sheet of them before it is cut. */
START_TEST(a_whole_page_of_badges__is_read_code_by_code)
{
    office_change(at, &meeting_entity, meeting, "seats", "20", NULL);
    for (int i = 1; i < 10; i++) {
        char family[20];
        (void)snprintf(family, sizeof(family), "Person%d", i);
        ck_assert_int_ne(
            office_register(at, meeting, office_add_person(at, family, "Zoé")), 0);
    }
    ck_print(CARD_BADGE, NULL);
    ck_assert_int_eq(outcome.count, 10);
    char *codes = output_of("zbarimg", "pdftoppm -r 200 -png cards.pdf page && "
                                       "zbarimg -q --raw page*.png 2>/dev/null");
    int read = 0;
    for (const char *c = codes; c && (c = strchr(c, '\n')); c++)
        read++;
    ck_assert_int_eq(read, codes ? 10 : 0);
    free(codes);
}
END_TEST

START_TEST(a_badge__says_whose_it_is__the_given_name_first__and_at_which_meeting)
{
    office_change(at, &registration_entity, registration, "function", "Élue", NULL);
    ck_print(CARD_BADGE, NULL);
    char *text = read_text();
    char *title = database_file_dump("SELECT title FROM meeting");
    title[strcspn(title, "\n")] = '\0';
    struct buffer digits = { 0 };
    badge_code_add(registration, &digits);
    if (text) {
        ck_assert_msg(strstr(text, "Anna Müller"), "%s", text);
        ck_assert_msg(strstr(text, title), "%s", text);
        ck_assert_msg(strstr(text, buffer_text(&digits)), "%s", text);
        ck_assert_msg(strstr(text, "Élue"), "%s", text);
    }
    buffer_clear(&digits);
    free(title);
    free(text);
}
END_TEST

static int
count_pages(void)
{
    char *text = output_of("pdfinfo", "pdfinfo cards.pdf | sed -n 's/^Pages: *//p'");
    const int pages = text ? atoi(text) : -1;
    free(text);
    return pages;
}

START_TEST(as_many_as_fit__are_on_a_page)
{
    for (int i = 0; i < 10; i++) {
        char family[20];
        (void)snprintf(family, sizeof(family), "Person%02d", i);
        office_register(at, meeting, office_add_person(at, family, "Zoé"));
    }
    ck_print(CARD_BADGE, NULL); /* ten on the first */
    ck_assert_int_eq(outcome.count, 11);
    ck_assert(count_pages() == 2 || count_pages() == -1);
    ck_print(CARD_BADGE, "210 x 148");
    ck_assert(count_pages() == 6 || count_pages() == -1);
    char *text = read_text();
    for (int i = 0; text && i < 10; i++) {
        char name[30];
        (void)snprintf(name, sizeof(name), "Zoé Person%02d", i);
        ck_assert_msg(strstr(text, name), "%s", text);
    }
    free(text);
}
END_TEST

START_TEST(a_long_name__is_written_smaller__and_is_whole)
{
    struct buffer name = { 0 };
    for (int i = 0; i < 30; i++)
        buffer_add(&name, "Ab");
    buffer_add(&name, " de La Rochefoucauld-Montbel y Constantinopolitana");
    office_register(at, meeting, office_add_person(at, buffer_text(&name), "Zoé"));
    ck_print(CARD_BADGE, "50x45");
    ck_print(CARD_PLACE, "40x30");
    char *text = output_of("pdftotext", "pdftotext -raw cards.pdf -");
    if (text) {
        int letters = 0;
        for (const char *c = text; (c = strstr(c, "Ab")); c++)
            letters++;
        ck_assert_msg(letters >= 50, "on both sides: %s", text);
        ck_assert_msg(strstr(text, "Constantinop"), "%s", text);
    }
    free(text);
    buffer_clear(&name);
}
END_TEST

START_TEST(a_name_in_a_narrow_badge__is_not_broken_inside_a_word)
{
    office_register(at, meeting, office_add_person(at, "Wermeldingen", "Zoé"));
    ck_print(CARD_BADGE, "60x90");
    char *text = read_text();
    ck_assert_msg(!text || strstr(text, "Wermeldingen"), "%s", text);
    free(text);
}
END_TEST

START_TEST(who_is_remote__has_no_card__and_without_anybody_nothing_is_written)
{
    const struct cards_request request = { .meeting = meeting, .kind = CARD_BADGE };
    office_change(at, &meeting_entity, meeting, "mode", "remote", "link",
                  "https://example.org/room", NULL);
    ck_assert(!print(at, &request));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_int_ne(access(file, F_OK), 0);
}
END_TEST

START_TEST(a_size_that_fits_on_no_page__is_refused)
{
    const struct cards_request request = { .meeting = meeting, .size = "90x54, 3x5" };

    ck_assert(!print(at, &request));
    ck_assert_str_eq(err.field, "size");
    ck_assert_msg(strstr(err.message, "210 mm wide"), "%s", err.message);
}
END_TEST

static bool
say(const char *field, const char *text)
{
    struct settings settings;

    err = (struct error){ 0 };
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(strcmp(field, "badge_size") == 0 ? &settings.badge_size
                                                    : &settings.card_size,
                   text);
    const bool ok = settings_change(at, &settings, &err);
    record_clear(&settings_entity, &settings);
    return ok;
}

/* Where a word lies, in millimetres from the left and from above. */
struct spot {
    double left, right, top, bottom;
};

static size_t
find_spots(const char *word, struct spot *spots, size_t most)
{
    char *text = output_of("pdftotext", "pdftotext -bbox cards.pdf -");
    char mark[40];
    size_t count = 0;

    (void)snprintf(mark, sizeof(mark), ">%s</word>", word);
    for (const char *c = text; c && (c = strstr(c, mark)) && count < most; c++) {
        const char *line = c;
        while (line > text && line[-1] != '\n')
            line--;
        const char *left = strstr(line, "xMin=\"");
        const char *right = strstr(line, "xMax=\"");
        const char *top = strstr(line, "yMin=\"");
        const char *bottom = strstr(line, "yMax=\"");
        spots[count].left = strtod(left + 6, NULL) * 25.4 / 72;
        spots[count].right = strtod(right + 6, NULL) * 25.4 / 72;
        spots[count].top = strtod(top + 6, NULL) * 25.4 / 72;
        spots[count++].bottom = strtod(bottom + 6, NULL) * 25.4 / 72;
    }
    free(text);
    return count;
}

static void
ck_near(double is, double expected)
{
    ck_assert_msg(is > expected - 0.3 && is < expected + 0.3, "%.2f, not %.2f", is,
                  expected);
}

/* On sheets that are perforated, nothing may be a millimetre beside. */
START_TEST(badges__lie_where_the_settings_say__and_their_names_in_them)
{
    struct spot spots[8];

    for (int i = 0; i < 5; i++) {
        char family[20];
        (void)snprintf(family, sizeof(family), "Person%02d", i);
        office_register(at, meeting, office_add_person(at, family, "Zoé"));
    }
    ck_assert_msg(say("badge_size", "85 x 54, 2 x 2, 15 x 13.5, 10 x 6"), "%s",
                  err.message);
    ck_print(CARD_BADGE, NULL);
    ck_assert(count_pages() == 2 || count_pages() == -1);
    const size_t count = find_spots("Zoé", spots, 8);
    if (count == 0)
        return; /* no poppler here */
    ck_assert_uint_eq(count, 5);
    const double first_row = spots[0].top;
    ck_near(spots[0].left, 15 + 85 + 10 + 4); /* behind Anna, who comes first */
    ck_near(spots[1].left, 15 + 4);
    ck_near(spots[1].top, first_row + 54 + 6);
    ck_near(spots[2].left, 15 + 85 + 10 + 4);
    ck_near(spots[2].top, first_row + 54 + 6);
    ck_near(spots[3].left, 15 + 4); /* on the second page */
    ck_near(spots[3].top, first_row);
}
END_TEST

/* Folded, it is read from both sides: the name is in the middle of each. */
START_TEST(a_place_card__has_the_name_in_the_middle_of_each_half)
{
    const double left = 30, width = 100, top = 20, height = 80;
    struct spot spots[4], families[4];

    ck_assert_msg(say("card_size", "100 x 80, 1 x 1, 30 x 20, 0 x 0"), "%s", err.message);
    ck_print(CARD_PLACE, NULL);
    const size_t count = find_spots("Anna", spots, 4);
    if (count == 0)
        return; /* no poppler here */
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(find_spots("Müller", families, 4), 2);
    for (int i = 0; i < 2; i++) {
        const bool is_turned = families[i].left < spots[i].left;
        const double begin = is_turned ? families[i].left : spots[i].left;
        const double end = is_turned ? spots[i].right : families[i].right;
        ck_near((begin + end) / 2, left + width / 2);
        const double middle = (spots[i].top + spots[i].bottom) / 2;
        const bool is_above = middle < top + height / 2;
        ck_assert_msg(middle > top + height / 4 * (is_above ? 1 : 3) - 2 &&
                          middle < top + height / 4 * (is_above ? 1 : 3) + 2,
                      "%.2f", middle);
    }
    ck_assert((spots[0].top < top + height / 2) != (spots[1].top < top + height / 2));
}
END_TEST

START_TEST(a_size_of_the_settings__must_fit__and_is_each_kinds_own)
{
    ck_assert(!say("badge_size", "90 x 54, 3 x 5"));
    ck_assert_str_eq(err.field, "badge_size");
    ck_assert(!say("card_size", "a3"));
    ck_assert_str_eq(err.field, "card_size");
    ck_assert(!say("badge_size", "40 x 40"));
    ck_assert_msg(say("card_size", "40 x 40"), "%s", err.message);
    ck_print(CARD_BADGE, NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_desk, tear_down_desk);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, of_some_alone__whoever_is_not_meant_has_no_card);
    tcase_add_loop_test(
        tests, a_badge__has_a_code_that_the_door_reads__however_small_it_is, 0, 2);
    tcase_add_test(tests, a_whole_page_of_badges__is_read_code_by_code);
    tcase_add_test(tests,
                   a_badge__says_whose_it_is__the_given_name_first__and_at_which_meeting);
    tcase_add_test(tests, as_many_as_fit__are_on_a_page);
    tcase_add_test(tests, a_long_name__is_written_smaller__and_is_whole);
    tcase_add_test(tests, a_name_in_a_narrow_badge__is_not_broken_inside_a_word);
    tcase_add_test(tests,
                   who_is_remote__has_no_card__and_without_anybody_nothing_is_written);
    tcase_add_test(tests, a_size_that_fits_on_no_page__is_refused);
    tcase_add_test(tests, badges__lie_where_the_settings_say__and_their_names_in_them);
    tcase_add_test(tests, a_place_card__has_the_name_in_the_middle_of_each_half);
    tcase_add_test(tests, a_size_of_the_settings__must_fit__and_is_each_kinds_own);
}

SUITE_MAIN("print_cards")
