/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook.c - workbooks of a spreadsheet, made of the parts that a test writes, and read
 */
#include "support/workbook.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static bool
add_part(zip_t *archive, const struct workbook_part *part, const char *password)
{
    size_t length = part->length ? part->length : strlen(part->xml);
    zip_source_t *source = zip_source_buffer(archive, part->xml, length, 0);
    zip_int64_t index =
        zip_file_add(archive, part->name, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
    return index >= 0 &&
           (!password || zip_file_set_encryption(archive, (zip_uint64_t)index,
                                                 ZIP_EM_AES_256, password) == 0);
}

bool
workbook_write(const char *path, const struct workbook_part *parts, const char *password)
{
    int problem;
    zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &problem);
    bool ok = archive;
    for (; ok && parts->name; parts++)
        ok = add_part(archive, parts, password);
    return archive && zip_close(archive) == 0 && ok;
}

char *
workbook_read_part(const char *path, const char *name)
{
    int problem;
    zip_t *archive = zip_open(path, ZIP_RDONLY, &problem);
    zip_stat_t status;
    char *text = NULL;

    if (!archive)
        return NULL;
    zip_file_t *part = zip_fopen(archive, name, 0);
    if (part && zip_stat(archive, name, 0, &status) == 0)
        text = calloc(status.size + 1, 1);
    if (text && zip_fread(part, text, status.size) != (zip_int64_t)status.size) {
        free(text);
        text = NULL;
    }
    if (part)
        (void)zip_fclose(part);
    zip_discard(archive);
    return text;
}
