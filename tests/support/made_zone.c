/* SPDX-License-Identifier: GPL-3.0-or-later */
/* made_zone.c - time zones with rules of a test's own, in the test's folder
 *
 * A file without any change and with the rule behind its end (RFC 8536, 3.3) is all that
 * it takes, so no zic is needed.
 */
#include "made_zone.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/base/buffer.h"
#include "database_file.h"

/* No UT and standard indicators, no leap seconds, no changes, one type, "STD". */
static const char head[] = "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                           "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\4";
/* At Greenwich until the rule says otherwise, which it does at once. */
static const char type[] = "\0\0\0\0\0\0STD";

void
made_zone_begin(void)
{
    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", database_file_path("zones"), 1), 0);
    ck_assert_int_eq(mkdir(database_file_path("zones"), 0700), 0);
}

/* The folder of "Europe/Paris", which may be there. */
static void
make_folder(const char *name)
{
    const char *slash = strchr(name, '/');
    struct buffer folder = { 0 };

    ck_assert_ptr_nonnull(slash);
    buffer_addf(&folder, "zones/%.*s", (int)(slash - name), name);
    (void)mkdir(database_file_path(buffer_text(&folder)), 0700);
    buffer_clear(&folder);
}

void
made_zone_write(const char *name, const char *rule)
{
    struct buffer path = { 0 };

    make_folder(name);
    buffer_addf(&path, "zones/%s", name);
    FILE *file = fopen(database_file_path(buffer_text(&path)), "wb");
    buffer_clear(&path);
    ck_assert_ptr_nonnull(file);
    for (int version = 1; version <= 2; version++) {
        (void)fwrite(head, 1, sizeof head - 1, file);
        (void)fwrite(type, 1, sizeof type, file);
    }
    (void)fprintf(file, "\n%s\n", rule);
    ck_assert_int_eq(fclose(file), 0);
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

void
made_zone_end(void)
{
    ck_assert_int_eq(
        nftw(database_file_path("zones"), remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
    ck_assert_int_eq(unsetenv("ATELIER_ZONEINFO"), 0);
}
