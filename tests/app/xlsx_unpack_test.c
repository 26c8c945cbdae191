/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_unpack_test.c - parts that are unpacked beside their reader, whole, cut, damaged,
 * left in the middle */
#include "import/xlsx_unpack.h"

#include <dirent.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "atelier/base/spool.h"
#include "import/spool_zip.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/suite.h"
#include "support/workbook.h"

/* More than two times what the thread may be ahead, and no whole number of its pieces. */
enum { LONG = 40 * 1024 * 1024 + 17, LINE = 256 };

static char *content;
static struct spool *spool;
static zip_t *archive;
static zip_file_t *entry;
static struct xlsx_unpack *unpack;

/* Each line tells where it stands. */
static void
begin(void)
{
    database_file_begin();
    unpack = xlsx_unpack_new();
    content = memory_new(LONG + 1, 1);
    memset(content, 'x', LONG);
    for (size_t i = 0; i + LINE <= LONG; i += LINE) {
        const int length = snprintf(content + i, LINE, "%08zx", i * 2654435761U);
        content[i + (size_t)length] = '\n';
    }
}

static void
close_part(void)
{
    xlsx_unpack_end(unpack);
    (void)zip_fclose(entry);
    zip_discard(archive);
    spool_close(spool);
}

static void
end(void)
{
    xlsx_unpack_free(unpack);
    free(content);
    database_file_remove(NULL);
}

static const char *
write_part(size_t length)
{
    const struct workbook_part parts[] = { { "a.xml", length ? content : "", length },
                                           { NULL, NULL, 0 } };
    const char *path = database_file_path("part.xlsx");
    ck_assert(workbook_write(path, parts, NULL));
    return path;
}

/* With a byte of its packed content changed when `damage` is not 0. */
static void
open_part(const char *path, size_t damage)
{
    struct error err = { 0 };
    size_t size;
    char *bytes = paper_read(path, &size);
    if (damage)
        bytes[damage] ^= 0x55;
    spool = spool_open(&err);
    ck_assert(spool && spool_add(spool, bytes, size, &err));
    free(bytes);
    archive = spool_zip_open(spool, &err);
    ck_assert_msg(archive, "%s", err.message);
    entry = zip_fopen(archive, "a.xml", 0);
    ck_assert_ptr_nonnull(entry);
    xlsx_unpack_begin(unpack, entry);
}

struct taken {
    uint64_t length;
    bool is_content; /* in its order */
};

/* Takes all that follows; false when it is damaged. */
static bool
take_all(struct taken *taken)
{
    struct xlsx_piece piece = { 0 };
    while (!piece.is_last) {
        if (!xlsx_unpack_next(unpack, &piece))
            return false;
        ck_assert(piece.length > 0 || piece.is_last);
        ck_assert_uint_le(taken->length + piece.length, LONG);
        taken->is_content =
            taken->is_content &&
            memcmp(piece.bytes, content + taken->length, piece.length) == 0;
        taken->length += piece.length;
    }
    return true;
}

static int
count_in(const char *folder)
{
    DIR *open = opendir(folder);
    int count = 0;
    ck_assert_ptr_nonnull(open);
    while (readdir(open))
        count++;
    (void)closedir(open);
    return count;
}

/* The same memory serves a part after the other. */
START_TEST(parts__are_given_whole_and_in_order)
{
    static const size_t lengths[] = { LONG, 0, 1, 32768, 32769, 3 * 32768, LONG };
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        struct taken taken = { .is_content = true };
        open_part(write_part(lengths[i]), 0);
        ck_assert(take_all(&taken));
        ck_assert_uint_eq(taken.length, lengths[i]);
        ck_assert(taken.is_content);
        close_part();
    }
}
END_TEST

static int
count_threads(void)
{
    return count_in("/proc/self/task");
}

/* A thread that was joined may be listed a moment longer. */
static bool
has_threads(int wanted)
{
    for (int i = 0; i < 100000 && count_threads() != wanted; i++)
        (void)sched_yield();
    return count_threads() == wanted;
}

START_TEST(part__that_is_left_in_the_middle__leaves_no_thread)
{
    const char *path = write_part(LONG);
    const int threads = count_threads();
    const int files = count_in("/proc/self/fd");
    for (int pieces = 0; pieces < 4; pieces++) {
        struct xlsx_piece piece;
        open_part(path, 0);
        for (int i = 0; i < pieces; i++)
            ck_assert(xlsx_unpack_next(unpack, &piece) && !piece.is_last);
        ck_assert_int_eq(count_threads(), threads + (pieces > 1));
        xlsx_unpack_end(unpack);
        ck_assert(has_threads(threads));
        close_part();
        ck_assert_int_eq(count_in("/proc/self/fd"), files);
    }
}
END_TEST

/* The thread goes on behind it, to its end or as far as it may be ahead. */
START_TEST(piece__that_is_looked_at__stays)
{
    static const size_t lengths[] = { LONG, 16 * 1024 * 1024 + 17 };
    const int threads = count_threads();
    struct taken taken = { .is_content = true };
    struct xlsx_piece piece;
    open_part(write_part(lengths[_i]), 0);
    ck_assert(xlsx_unpack_next(unpack, &piece));
    taken.length = piece.length;
    ck_assert(xlsx_unpack_next(unpack, &piece));
    for (int i = 0; i < 10000 && count_threads() > threads; i++)
        continue;
    ck_assert_int_eq(memcmp(piece.bytes, content + taken.length, piece.length), 0);
    taken.length += piece.length;
    ck_assert(take_all(&taken));
    ck_assert_uint_eq(taken.length, lengths[_i]);
    ck_assert(taken.is_content);
    close_part();
}
END_TEST

START_TEST(part__that_is_damaged__is_given_up_to_there)
{
    enum { BEHIND = 200000 };
    struct taken taken = { 0 };
    open_part(write_part(LONG), BEHIND);
    ck_assert(!take_all(&taken));
    ck_assert_uint_gt(taken.length, BEHIND);
    ck_assert_int_ne(zip_error_code_zip(zip_file_get_error(entry)), ZIP_ER_OK);
    close_part();
}
END_TEST

START_TEST(part__that_is_cut_short__is_damaged)
{
    struct taken taken = { .is_content = true };
    open_part(write_part(LONG), 0);
    const off_t half = (off_t)spool_size(spool) / 2;
    ck_assert_int_eq(ftruncate(spool_descriptor(spool), half), 0);
    ck_assert(!take_all(&taken));
    ck_assert(taken.is_content);
    ck_assert_uint_gt(taken.length, LONG / 4);
    ck_assert_uint_lt(taken.length, LONG);
    close_part();
}
END_TEST

/* No thread can be started when there is no memory for its stack. */
START_TEST(part__without_a_thread__is_given_whole_too)
{
    const int threads = count_threads();
    struct taken taken = { .is_content = true };
    struct xlsx_piece piece;
    struct rlimit before;
    open_part(write_part(LONG), 0);
    ck_assert(xlsx_unpack_next(unpack, &piece));
    taken.length = piece.length;
    ck_assert_int_eq(getrlimit(RLIMIT_AS, &before), 0);
    const struct rlimit none = { .rlim_cur = 1, .rlim_max = before.rlim_max };
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &none), 0);
    const bool goes_on = xlsx_unpack_next(unpack, &piece);
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &before), 0);
    ck_assert(goes_on);
    ck_assert_int_eq(count_threads(), threads);
    taken.length += piece.length;
    ck_assert(take_all(&taken));
    ck_assert_uint_eq(taken.length, LONG);
    ck_assert(taken.is_content);
    close_part();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, parts__are_given_whole_and_in_order);
    tcase_add_test(tests, part__that_is_left_in_the_middle__leaves_no_thread);
    tcase_add_loop_test(tests, piece__that_is_looked_at__stays, 0, 2);
    tcase_add_test(tests, part__that_is_damaged__is_given_up_to_there);
    tcase_add_test(tests, part__that_is_cut_short__is_damaged);
    if (!suite_is_sanitized()) /* whose own memory would lack first */
        tcase_add_test(tests, part__without_a_thread__is_given_whole_too);
}

SUITE_MAIN("xlsx_unpack")
