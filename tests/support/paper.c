/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper.c - files in a test's folder: what is sent to the office, and what comes out of
 * it
 */
#include "paper.h"

#include <check.h>
#include <dirent.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "database_file.h"

const char *
paper_write_bytes(const char *name, const char *bytes, size_t length)
{
    const char *path = database_file_path(name);
    FILE *file = fopen(path, "wb");

    ck_assert_msg(file != NULL, "%s cannot be written", path);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

const char *
paper_write(const char *name, const char *text)
{
    return paper_write_bytes(name, text, strlen(text));
}

const char *
paper_write_as(const char *name, const char *text, const char *encoding, const char *mark)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    struct buffer bytes = { 0 };
    char *in = (char *)(uintptr_t)text; /* iconv(3) does not write to it */
    size_t left = strlen(text);
    char part[256];

    ck_assert(converter != (iconv_t)-1);
    buffer_add(&bytes, mark);
    while (left > 0) {
        char *out = part;
        size_t room = sizeof part;
        size_t before = left;

        (void)iconv(converter, &in, &left, &out, &room);
        ck_assert_msg(left < before, "“%s” is not in %s", in, encoding);
        buffer_add_part(&bytes, part, (size_t)(out - part));
    }
    (void)iconv_close(converter);
    const char *path = paper_write_bytes(name, buffer_text(&bytes), bytes.length);
    buffer_clear(&bytes);
    return path;
}

char *
paper_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    struct buffer bytes = { 0 };
    char part[4096];
    size_t got;

    ck_assert_msg(file != NULL, "%s cannot be read", path);
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        buffer_add_part(&bytes, part, got);
    ck_assert_int_eq(fclose(file), 0);
    if (length != NULL)
        *length = bytes.length;
    return buffer_take(&bytes);
}

size_t
paper_count(const char *ending)
{
    DIR *directory = opendir(database_file_path("."));
    struct dirent *entry;
    size_t count = 0;

    ck_assert_ptr_nonnull(directory);
    while ((entry = readdir(directory)) != NULL) {
        size_t length = strlen(entry->d_name);
        if (length >= strlen(ending) &&
            strcmp(entry->d_name + length - strlen(ending), ending) == 0)
            count++;
    }
    (void)closedir(directory);
    return count;
}
