/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_test.c - memory that is there, or the program ends */
#include "atelier/base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/suite.h"

START_TEST(new_memory__is__zeroed)
{
    int *numbers = memory_new(1000, sizeof(*numbers));
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(numbers[i], 0);
    free(numbers);
}

START_TEST(nothing__may_be_asked_for)
{
    void *none = memory_new(0, 16);
    ck_assert_ptr_nonnull(none);
    free(none);
    none = memory_new(16, 0);
    ck_assert_ptr_nonnull(none);
    free(none);
}

START_TEST(growing_array__keeps_its_items__and_zeroes_the_new_ones)
{
    long *items = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < 5000; i++) {
        size_t before = capacity;
        items = memory_grow(items, &capacity, i + 1, sizeof(*items));
        ck_assert_uint_gt(capacity, i);
        ck_assert(capacity == before || capacity >= before * 2);
        for (size_t fresh = before; fresh < capacity; fresh++)
            ck_assert_int_eq(items[fresh], 0);
        items[i] = (long)i + 1;
    }
    for (size_t i = 0; i < 5000; i++)
        ck_assert_int_eq(items[i], (long)i + 1);

    size_t before = capacity;
    long *same = memory_grow(items, &capacity, 1, sizeof(*items));
    ck_assert_ptr_eq(same, items);
    ck_assert_uint_eq(capacity, before);
    free(items);
}

START_TEST(fitted_array__keeps_its_items__and_no_room)
{
    size_t capacity = 0;
    int *items = memory_grow(NULL, &capacity, 5000, sizeof(*items));
    for (int i = 0; i < 4500; i++)
        items[i] = i;
    items = memory_fit(items, &capacity, 4500, sizeof(*items));
    ck_assert_uint_eq(capacity, 4500);
    for (int i = 0; i < 4500; i++)
        ck_assert_int_eq(items[i], i);
    items = memory_grow(items, &capacity, 4501, sizeof(*items));
    ck_assert_int_eq(items[4499], 4499);
    ck_assert_int_eq(items[4500], 0);
    free(items);

    capacity = 0;
    ck_assert_ptr_null(memory_fit(NULL, &capacity, 0, sizeof(*items)));
}

START_TEST(growing_array__reaches__a_far_size_at_once)
{
    size_t capacity = 0;
    char *items = memory_grow(NULL, &capacity, 100003, 1);
    ck_assert_uint_ge(capacity, 100003);
    ck_assert_int_eq(items[100002], 0);
    free(items);
}

START_TEST(copy__is__a_text_of_its_own)
{
    char text[] = "Łódź";
    char *copy = memory_copy(text);
    text[0] = '?';
    ck_assert_str_eq(copy, "Łódź");
    free(copy);
    ck_assert_ptr_null(memory_copy(NULL));

    copy = memory_copy_part("Ada Moreau", 3);
    ck_assert_str_eq(copy, "Ada");
    free(copy);
    copy = memory_copy_part("Ada", 0);
    ck_assert_str_eq(copy, "");
    free(copy);
    ck_assert_ptr_null(memory_copy_part(NULL, 3));
}

START_TEST(slot__may_be_replaced__by_a_part_of_itself)
{
    char *slot = NULL;
    memory_replace(&slot, "Ada Moreau");
    ck_assert_str_eq(slot, "Ada Moreau");
    memory_replace(&slot, slot + 4);
    ck_assert_str_eq(slot, "Moreau");
    memory_replace(&slot, NULL);
    ck_assert_ptr_null(slot);
    memory_replace(&slot, NULL);
    ck_assert_ptr_null(slot);
}

/* The address sanitizer ends a program that asks for too much before it can say so. */
#if defined(__SANITIZE_ADDRESS__)
#define ALLOCATOR_REFUSES 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ALLOCATOR_REFUSES 0
#endif
#endif
#ifndef ALLOCATOR_REFUSES
#define ALLOCATOR_REFUSES 1
#endif

static void
say_restored(void)
{
    static const char word[] = "restored\n";
    ssize_t ignored = write(STDOUT_FILENO, word, sizeof(word) - 1);
    (void)ignored;
}

/* Runs a program that asks for more than there is. */
static void
expect_the_end(void (*ask)(void))
{
    int errors[2];
    int output[2];
    char said[200] = "";
    char done[200] = "";
    int status;
    ck_assert_int_eq(pipe(errors), 0);
    ck_assert_int_eq(pipe(output), 0);
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        dup2(errors[1], STDERR_FILENO);
        dup2(output[1], STDOUT_FILENO);
        atexit(say_restored);
        ask();
        _exit(0);
    }
    close(errors[1]);
    close(output[1]);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_ge(read(errors[0], said, sizeof(said) - 1), 0);
    ck_assert_int_ge(read(output[0], done, sizeof(done) - 1), 0);
    close(errors[0]);
    close(output[0]);

    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 5);
    ck_assert_ptr_nonnull(strstr(said, "memory"));
    ck_assert_ptr_eq(strchr(said, '\n'), said + strlen(said) - 1);
    ck_assert_str_eq(done, "restored\n");
}

/* Not constants, so that no compiler sees the overflow coming. */
static void
ask_for_too_much(void)
{
    volatile size_t half = SIZE_MAX / 2;
    free(memory_new(half, 4));
}

static void
grow_too_much(void)
{
    volatile size_t most = SIZE_MAX - 1;
    size_t capacity = 0;
    free(memory_grow(NULL, &capacity, most, 2));
}

START_TEST(want_of_memory__ends_the_program__and_restores_the_terminal)
{
    expect_the_end(ask_for_too_much);
    expect_the_end(grow_too_much);
}

static long
faults(void)
{
    struct rusage usage;

    ck_assert_int_eq(getrusage(RUSAGE_SELF, &usage), 0);
    return usage.ru_minflt;
}

/* Since Linux 5.14, and not where another's allocator stands in for the C library's. */
static bool
can_prepare(void)
{
#ifdef MADV_POPULATE_WRITE
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    void *place =
        mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    ck_assert(place != MAP_FAILED);
    const bool can = madvise(place, page, MADV_POPULATE_WRITE) == 0;
    ck_assert_int_eq(munmap(place, page), 0);
    return can && !suite_is_sanitized();
#else
    return false;
#endif
}

/* A fifth at most of the pages are made ready as they are touched. */
START_TEST(prepared_memory__is_there_when_it_is_touched)
{
    enum { SIZE = 1024 * 1024, PART = 10000, PARTS = 90 };
    const long page = sysconf(_SC_PAGESIZE);
    char *parts[PARTS];

    memory_prepare(SIZE);
    const long before = faults();
    for (size_t i = 0; i < PARTS; i++)
        memset(parts[i] = memory_new(PART, 1), 1, PART);
    ck_assert_int_lt(faults() - before, PARTS * PART / page / 5);
    for (size_t i = 0; i < PARTS; i++)
        free(parts[i]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, new_memory__is__zeroed);
    tcase_add_test(tests, nothing__may_be_asked_for);
    tcase_add_test(tests, growing_array__keeps_its_items__and_zeroes_the_new_ones);
    tcase_add_test(tests, fitted_array__keeps_its_items__and_no_room);
    tcase_add_test(tests, growing_array__reaches__a_far_size_at_once);
    tcase_add_test(tests, copy__is__a_text_of_its_own);
    tcase_add_test(tests, slot__may_be_replaced__by_a_part_of_itself);
    if (can_prepare())
        tcase_add_test(tests, prepared_memory__is_there_when_it_is_touched);
    if (ALLOCATOR_REFUSES)
        tcase_add_test(tests,
                       want_of_memory__ends_the_program__and_restores_the_terminal);
}

SUITE_MAIN("memory")
