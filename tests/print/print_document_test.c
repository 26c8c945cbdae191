/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_document_test.c - the attendance sheet that atelier-print makes, read back by
 * poppler */
#include "atelier/print/print_document.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/helper.h"
#include "atelier/base/memory.h"
#include "atelier/domain/printed_wire.h"
#include "support/picture.h"
#include "support/suite.h"

static struct printed_sheet sheet;
static struct buffer told; /* on standard output */
static char folder[256];
static char pdf[300];

static void
set_up(void)
{
    suite_make_folder("print", folder, sizeof(folder));
    (void)snprintf(pdf, sizeof(pdf), "%s/sheet.pdf", folder);
    sheet.language = memory_copy("fr");
    sheet.kind = memory_copy("Feuille d’émargement");
    sheet.office.name = memory_copy("Réseau des villes");
    sheet.title = memory_copy("Mobilité");
    sheet.made_at = memory_copy("2027-03-12T16:40:00Z");
    sheet.version = memory_copy("Version 2 of 12/03/2027 17:40");
    sheet.page = memory_copy("Page");
    sheet.name_heading = memory_copy("Nom");
    sheet.organisation_heading = memory_copy("Organisation");
    sheet.remote_heading = memory_copy("À distance");
    sheet.blank_heading = memory_copy("Venus sans inscription");
    sheet.signer_heading = memory_copy("Pour la réunion");
    sheet.remote_word = memory_copy("écran");
    *printed_sheet_add_signer(&sheet) =
        (struct printed_signer){ .role = memory_copy("Présidence"),
                                 .name = memory_copy("Colas, Léo") };
}

static void
tear_down(void)
{
    printed_sheet_clear(&sheet);
    buffer_clear(&told);
    (void)unlink(pdf);
    (void)rmdir(folder);
}

static void
add_slot(const char *label)
{
    *printed_sheet_add_slot(&sheet) =
        (struct printed_slot){ memory_copy(label), memory_copy("09:30–12:30") };
}

static void
add_person(const char *name, bool remote)
{
    *printed_sheet_add_person(&sheet) = (struct printed_person){
        .name = memory_copy(name),
        .organisation = memory_copy("Ville de Lille"),
        .function = memory_copy("Chargée de mission"),
        .remote = remote,
    };
}

static void
add_people(int count)
{
    for (int i = 1; i <= count; i++) {
        char name[40];
        (void)snprintf(name, sizeof(name), "Person%04d, Anna", i);
        add_person(name, false);
    }
}

/* Runs the program itself, as atelier does; its output comes by a pipe. */
static int
run(int document, const char *input, size_t length)
{
    char *program = helper_path("atelier-print");
    int in[2];
    int out[2];
    ck_assert(pipe(in) == 0 && pipe(out) == 0);
    const pid_t pid = suite_fork();
    if (pid == 0) {
        (void)dup2(in[0], STDIN_FILENO);
        (void)dup2(out[1], STDOUT_FILENO);
        (void)dup2(document, 3);
        (void)close(in[1]);
        execl(program, program, (char *)NULL);
        _exit(127);
    }
    free(program);
    (void)close(in[0]);
    (void)close(out[1]);
    (void)signal(SIGPIPE, SIG_IGN);
    for (size_t done = 0; done < length;) {
        const ssize_t wrote = write(in[1], input + done, length - done);
        if (wrote <= 0)
            break;
        done += (size_t)wrote;
    }
    (void)close(in[1]);
    buffer_reset(&told);
    char part[4096];
    ssize_t got;
    while ((got = read(out[0], part, sizeof(part))) > 0)
        buffer_add_part(&told, part, (size_t)got);
    (void)close(out[0]);
    int status = 0;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    return status;
}

static void
print(void)
{
    struct buffer wire = { 0 };
    printed_sheet_part(&sheet);
    printed_wire_add_sheet(&wire, &sheet);
    const int document = open(pdf, O_CREAT | O_TRUNC | O_RDWR, 0600);
    ck_assert_int_ge(document, 0);
    ck_assert_int_eq(run(document, buffer_text(&wire), wire.length), 0);
    (void)close(document);
    buffer_clear(&wire);
}

static char *
output_of(const char *command)
{
    FILE *pipe = popen(command, "r");
    struct buffer text = { 0 };
    char part[4096];
    size_t got;

    ck_assert_ptr_nonnull(pipe);
    while ((got = fread(part, 1, sizeof(part), pipe)) > 0)
        buffer_add_part(&text, part, got);
    ck_assert_int_eq(pclose(pipe), 0);
    return text.text ? buffer_take(&text) : memory_copy("");
}

static bool
has_poppler(void)
{
    return system("command -v pdftotext pdfinfo >/dev/null") == 0;
}

/* The text of a page, 0: of all. */
static char *
read_page(int page)
{
    char command[400];
    (void)snprintf(command, sizeof(command), "pdftotext -layout -f %d -l %d %s -",
                   page > 0 ? page : 1, page > 0 ? page : 9999, pdf);
    return output_of(command);
}

static int
count_pages(void)
{
    char command[400];
    (void)snprintf(command, sizeof(command), "pdfinfo %s | sed -n 's/^Pages: *//p'", pdf);
    char *text = output_of(command);
    const int pages = atoi(text);
    free(text);
    return pages;
}

static void
ck_page_size(const char *size)
{
    char command[400];
    (void)snprintf(command, sizeof(command), "pdfinfo %s | grep '^Page size'", pdf);
    char *text = output_of(command);
    ck_assert_msg(strstr(text, size), "%s", text);
    free(text);
}

START_TEST(everybody_stands_on_it__in_order__on_numbered_pages)
{
    add_slot("Matin");
    add_people(120);
    print();
    if (!has_poppler())
        return;
    char *text = read_page(0);
    const char *at = text;
    for (int i = 1; i <= 120; i++) {
        char name[40];
        (void)snprintf(name, sizeof(name), "Person%04d, Anna", i);
        const char *found = strstr(at, name);
        ck_assert_msg(found, "%s", name);
        ck_assert_msg(!strstr(found + 1, name), "%s stands there twice", name);
        at = found;
    }
    free(text);
    const int pages = count_pages();
    ck_assert_int_gt(pages, 2);
    for (int i = 1; i <= pages; i++) {
        char number[40];
        (void)snprintf(number, sizeof(number), "Page %d/%d", i, pages);
        text = read_page(i);
        ck_assert_msg(strstr(text, number) && strstr(text, "Nom") &&
                          strstr(text, "Matin") && strstr(text, "Version 2 of"),
                      "%s", text);
        free(text);
    }
    char *last = read_page(pages);
    ck_assert(strstr(last, "Colas, Léo") && strstr(last, "Présidence"));
    free(last);
}
END_TEST

START_TEST(a_long_name__wraps__and_is_whole)
{
    static const char *const words[] = { "Rochefoucauld",    "Montbel",
                                         "Marie-Antoinette", "Joséphine",
                                         "Wilhelmina",       "Constantinopolitan" };
    struct buffer name = { 0 };
    for (size_t i = 0; i < 6; i++)
        buffer_addf(&name, "%s%s", i ? " " : "", words[i]);
    add_slot("Matin");
    add_person(buffer_text(&name), false);
    buffer_reset(&name);
    for (int i = 0; i < 130; i++)
        buffer_add(&name, "Ab");
    add_person(buffer_text(&name), false); /* one word, wider than its column */
    print();
    if (has_poppler()) {
        char *text = read_page(0);
        for (size_t i = 0; i < 6; i++)
            ck_assert_msg(strstr(text, words[i]), "%s", words[i]);
        /* One that is cut on the paper is whole in the text, but on one line. */
        const char *first = strstr(text, words[0]);
        const char *line_end = strchr(first, '\n');
        ck_assert_msg(strstr(first, words[5]) > line_end, "%s", text);
        ck_assert(!strstr(text, "…"));
        int letters = 0;
        for (const char *c = text; (c = strstr(c, "Ab")); c++)
            letters++;
        ck_assert_int_ge(letters, 118); /* a line may end between the two letters */
        free(text);
    }
    buffer_clear(&name);
}
END_TEST

START_TEST(a_text_that_would_fill_pages__is_written_smaller_on_one)
{
    struct buffer name = { 0 };
    while (name.length < PRINTED_TEXT_MOST - 10)
        buffer_add(&name, "wort ");
    buffer_add(&name, "Ende");
    add_slot("Matin");
    add_person(buffer_text(&name), false);
    print();
    if (has_poppler()) {
        ck_assert_int_le(count_pages(), 2);
        char *text = read_page(0);
        ck_assert(strstr(text, "Ende") || strstr(text, "Ende\n"));
        free(text);
    }
    buffer_clear(&name);
}
END_TEST

START_TEST(who_is_remote__stands_apart__behind_the_rows_for_walk_ins)
{
    add_slot("Matin");
    add_person("Zz, Remote", true);
    add_person("Aa, Inside", false);
    sheet.blank = 2;
    print();
    if (!has_poppler())
        return;
    char *text = read_page(0);
    const char *inside = strstr(text, "Aa, Inside");
    const char *blank = strstr(text, "Venus sans inscription");
    const char *heading = strstr(text, "À distance");
    const char *remote = strstr(text, "Zz, Remote");
    ck_assert(inside && blank && heading && remote);
    ck_assert(inside < blank && blank < heading && heading < remote);
    ck_assert(strstr(remote, "écran"));
    ck_assert(!strstr(inside, "Zz") || strstr(inside, "Zz") > heading);
    ck_assert_msg(strstr(remote - 20, "4"), "the blank rows are 2 and 3: %s", text);
    free(text);
}
END_TEST

START_TEST(more_than_two_slots__lie__and_more_than_six_come_again)
{
    add_people(3);
    add_slot("Slot1");
    add_slot("Slot2");
    print();
    if (!has_poppler())
        return;
    ck_page_size("595.");
    ck_assert_int_eq(count_pages(), 1);
    add_slot("Slot3");
    print();
    ck_page_size("841.89 x 595");
    for (int i = 4; i <= 8; i++) {
        char label[16];
        (void)snprintf(label, sizeof(label), "Slot%d", i);
        add_slot(label);
    }
    print();
    ck_assert_int_eq(count_pages(), 2);
    char *first = read_page(1);
    char *second = read_page(2);
    ck_assert(strstr(first, "Slot4") && !strstr(first, "Slot5"));
    ck_assert(strstr(second, "Slot5") && strstr(second, "Slot8"));
    ck_assert(strstr(second, "Person0003") && strstr(second, "Page 2/2"));
    free(first);
    free(second);
}
END_TEST

/* How high that word stands on the first page, in points; 0: it is not there. */
static double
height_of(const char *word)
{
    char command[400];
    double top = 0;
    double bottom = 0;

    (void)snprintf(command, sizeof(command),
                   "pdftotext -bbox -l 1 %s - | grep '>%s<' | head -1", pdf, word);
    char *text = output_of(command);
    const char *at = strstr(text, "yMin=");
    if (at)
        (void)sscanf(at, "yMin=\"%lf\" xMax=\"%*f\" yMax=\"%lf\"", &top, &bottom);
    free(text);
    return bottom - top;
}

START_TEST(a_heading__is_smaller__than_what_stands_below_it)
{
    add_slot("Matin");
    add_people(2);
    print();
    if (!has_poppler())
        return;
    ck_assert_double_gt(height_of("Organisation"), 0);
    ck_assert_double_lt(height_of("Organisation"), 0.95 * height_of("Lille"));
    ck_assert_double_lt(height_of("Lille"), height_of("Person0001,"));
}
END_TEST

START_TEST(the_same_sheet__is_the_same_bytes)
{
    char other[300];
    char command[700];
    (void)snprintf(other, sizeof(other), "%s/other.pdf", folder);
    add_slot("Matin");
    add_people(30);
    print();
    ck_assert_int_eq(rename(pdf, other), 0);
    (void)usleep(1100 * 1000);
    print();
    (void)snprintf(command, sizeof(command), "cmp %s %s", pdf, other);
    ck_assert_int_eq(system(command), 0);
    (void)unlink(other);
}
END_TEST

START_TEST(the_office__stands_above__with_its_logo)
{
    char command[400];
    sheet.office.address = memory_copy("12, rue du Port\n59000 Lille");
    sheet.office.funding = memory_copy("Avec le soutien de la Région");
    buffer_add_part(&sheet.office.logo, (const char *)picture_png, sizeof(picture_png));
    add_slot("Matin");
    add_people(60);
    print();
    if (!has_poppler())
        return;
    char *text = read_page(1);
    const char *name = strstr(text, "Réseau des villes");
    const char *street = strstr(text, "12, rue du Port\n");
    const char *town = strstr(text, "59000 Lille");
    const char *title = strstr(text, "Mobilité");
    ck_assert_msg(name && street && town && title, "%s", text);
    ck_assert(name < street && street < town && town < title);
    ck_assert(strstr(text, "soutien de la Région") < street);
    free(text);
    (void)snprintf(command, sizeof(command), "pdfimages -list %s | grep -c image", pdf);
    text = output_of(command);
    ck_assert_int_eq(atoi(text), 1); /* once, on the first page */
    free(text);
}
END_TEST

START_TEST(a_sign_without_a_letter__is_told__with_whose_name_it_is)
{
    add_slot("Matin");
    add_person("Known, Anna", false);
    add_person("Unknown\U000F1234, Bert", false);
    print();
    ck_assert_msg(strstr(buffer_text(&told), "! U+F1234 Unknown"), "%s",
                  buffer_text(&told));
    ck_assert(!strstr(buffer_text(&told), "Known, Anna"));
    ck_assert_msg(strstr(buffer_text(&told), "! ") < strstr(buffer_text(&told), "1 1"),
                  "it is told before the first page");
}
END_TEST

START_TEST(each_who_lacks_a_sign__is_told__though_another_lacks_it_too)
{
    add_slot("Matin");
    add_person("First\U000F1234\U000F1235, Anna", false);
    add_person("Second\U000F1234, Bert", false);
    print();
    ck_assert_msg(strstr(buffer_text(&told), "! U+F1234 First") &&
                      strstr(buffer_text(&told), "! U+F1234 Second"),
                  "%s", buffer_text(&told));
    ck_assert_msg(!strstr(buffer_text(&told), "! U+F1234 \n") &&
                      !strstr(buffer_text(&told), "! U+F1235 \n"),
                  "what is theirs is told of nobody else: %s", buffer_text(&told));
}
END_TEST

START_TEST(a_full_disk__is_a_failure)
{
    struct buffer wire = { 0 };
    add_slot("Matin");
    add_people(100);
    printed_wire_add_sheet(&wire, &sheet);
    const int full = open("/dev/full", O_WRONLY);
    if (full >= 0) {
        const int status = run(full, buffer_text(&wire), wire.length);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 1);
        (void)close(full);
    }
    buffer_clear(&wire);
}
END_TEST

START_TEST(what_is_no_request__is_a_failure)
{
    const int document = open(pdf, O_CREAT | O_TRUNC | O_RDWR, 0600);
    const int status = run(document, "anything", 8);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    ck_assert_int_eq(lseek(document, 0, SEEK_END), 0);
    (void)close(document);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, everybody_stands_on_it__in_order__on_numbered_pages);
    tcase_add_test(tests, a_long_name__wraps__and_is_whole);
    tcase_add_test(tests, a_text_that_would_fill_pages__is_written_smaller_on_one);
    tcase_add_test(tests, who_is_remote__stands_apart__behind_the_rows_for_walk_ins);
    tcase_add_test(tests, more_than_two_slots__lie__and_more_than_six_come_again);
    tcase_add_test(tests, a_heading__is_smaller__than_what_stands_below_it);
    tcase_add_test(tests, the_same_sheet__is_the_same_bytes);
    tcase_add_test(tests, the_office__stands_above__with_its_logo);
    tcase_add_test(tests, a_sign_without_a_letter__is_told__with_whose_name_it_is);
    tcase_add_test(tests, each_who_lacks_a_sign__is_told__though_another_lacks_it_too);
    tcase_add_test(tests, a_full_disk__is_a_failure);
    tcase_add_test(tests, what_is_no_request__is_a_failure);
}

SUITE_MAIN("print_document")
