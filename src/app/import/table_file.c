/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_file.c - rows of cells from a file, whichever program wrote it */
#include "import/table_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "import/table_kind.h"

/* Copied so many bytes at a time. */
enum { PART = 16384 };

/* Files that people send by mistake, known by some of their first bytes. */
static const struct {
    const char *start;
    size_t length;
    const char *what;
    size_t at;
} no_table[] = {
    { "mimetypeapplication/vnd.oasis", 29, N_("a document of LibreOffice (.ods, .odt)"),
      30 },
    { "%PDF", 4, N_("a PDF"), 0 },
    { "\xd0\xcf\x11\xe0", 4, N_("an old workbook, or one with a password"), 0 },
    { "\x89PNG", 4, N_("a picture"), 0 },
    { "\xff\xd8\xff", 3, N_("a picture"), 0 },
    { "GIF8", 4, N_("a picture"), 0 },
    { "{\\rtf", 5, N_("a text document"), 0 },
    { "\x1f\x8b", 2, N_("an archive"), 0 },
};

/* A table of a web page, which some programs call .xls, or one in XML. */
static bool
is_page(const char *bytes, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    static const char *const starts[] = { "<!doctype", "<html", "<table",
                                          "<?xml",     "<meta", "<head" };
    size_t at = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;

    while (at < length && bytes[at] != '\0' && strchr(" \t\r\n", bytes[at]))
        at++;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (length - at >= strlen(starts[i]) &&
            strncasecmp(bytes + at, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* ---- the file ---- */

/* Nobody types a list at a screen. */
static bool
is_input(const char *path)
{
    return strcmp(path, TABLE_FILE_INPUT) == 0 && !isatty(STDIN_FILENO);
}

static bool
fail_read(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                     error_system_text(errno));
}

static bool
fail_size(const char *path, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("%s is larger than %d MB: that is not a list of people."), path,
                     TABLE_FILE_LIMIT / 1024 / 1024);
}

static bool
copy_all(int fd, struct spool *bytes, const char *path, struct error *err)
{
    char part[PART];
    ssize_t got;
    while ((got = read(fd, part, sizeof(part))) > 0)
        if (!spool_add(bytes, part, (size_t)got, err))
            return false;
        else if (spool_size(bytes) > TABLE_FILE_LIMIT)
            return fail_size(path, err);
    return got == 0 || fail_read(path, err);
}

/* Whatever comes to the end of standard input, a pipe or a file. */
static bool
load_input(struct stat *is, struct spool *bytes, struct error *err)
{
    return (fstat(STDIN_FILENO, is) == 0 || fail_read("-", err)) &&
           copy_all(STDIN_FILENO, bytes, "-", err) &&
           (spool_size(bytes) > 0 ||
            error_set(err, ERROR_INPUT, _("Nothing came in on standard input.")));
}

/* The file as it is now, however it changes afterwards. */
bool
table_file_load(const struct own_folder *within, const char *path, struct stat *is,
                struct spool *bytes, struct error *err)
{
    if (is_input(path))
        return load_input(is, bytes, err);
    const int fd = input_file_open(within, path, is, err);
    if (fd < 0)
        return false;

    bool ok = is->st_size <= TABLE_FILE_LIMIT || fail_size(path, err);
    ok = ok && copy_all(fd, bytes, path, err);
    close(fd);
    if (ok && spool_size(bytes) == 0)
        ok = error_set(err, ERROR_INPUT, _("%s is empty."), path);
    return ok;
}

bool
table_file_has_changed(const struct table_file *file, const char *path)
{
    const struct stat *read = &file->read;
    struct stat now;
    return !is_input(path) && input_file_look(file->choice.within, path, &now) &&
           (now.st_dev != read->st_dev || now.st_ino != read->st_ino ||
            now.st_size != read->st_size || now.st_mtim.tv_sec != read->st_mtim.tv_sec ||
            now.st_mtim.tv_nsec != read->st_mtim.tv_nsec);
}

static bool
refuse_no_table(const char *bytes, size_t length, struct error *err)
{
    static const char calendar[] = "BEGIN:VCALENDAR";
    static const char archive[] = "PK\x03\x04"; /* a name in it stands further on */
    if (length >= strlen(calendar) && memcmp(bytes, calendar, strlen(calendar)) == 0)
        return error_set(err, ERROR_INPUT,
                         _("This file is a calendar, not a list of people."));
    const char *what = is_page(bytes, length) ? _("a web page, or XML") : NULL;
    for (size_t i = 0; !what && i < sizeof(no_table) / sizeof(no_table[0]); i++)
        if (length >= no_table[i].at + no_table[i].length &&
            (no_table[i].at == 0 || memcmp(bytes, archive, strlen(archive)) == 0) &&
            memcmp(bytes + no_table[i].at, no_table[i].start, no_table[i].length) == 0)
            what = _(no_table[i].what);
    return !what ||
           error_set(
               err, ERROR_INPUT,
               _("This file is %s, neither CSV nor .xlsx.  Open it in a spreadsheet "
                 "and save it as one of them."),
               what);
}

static bool
pour(struct table_file *file, const struct table_kind *const kinds[],
     struct spool **bytes, struct error *err)
{
    char first[64];
    size_t got;
    if (!spool_read(*bytes, 0, first, sizeof(first), &got, err) ||
        !refuse_no_table(first, got, err))
        return false;
    while (kinds[1] && !kinds[0]->knows(first, got))
        kinds++;
    return kinds[0]->read(file, bytes, err) && table_store_finish(&file->rows, err);
}

bool
table_file_waits_for_sheet(const struct table_file *file)
{
    return file->sheet_count > 1 && !file->choice.sheet && !file->sheet;
}

/* Before a reader takes the bytes for itself. */
static bool
add_hash(struct table_file *file, const struct spool *bytes, struct error *err)
{
    char part[PART];
    size_t got;
    file->hash = HASH_EMPTY;
    for (uint64_t at = 0; at < spool_size(bytes); at += got) {
        if (!spool_read(bytes, at, part, sizeof(part), &got, err))
            return false;
        if (got == 0)
            break;
        file->hash = hash_add(file->hash, part, got);
    }
    return true;
}

bool
table_file_read(struct table_file *file, const char *path,
                const struct table_choice *choice, const struct table_kind *const kinds[],
                struct error *err)
{
    file->choice = *choice;
    struct spool *bytes = table_store_open(&file->rows, err) ? spool_open(err) : NULL;
    bool ok = bytes && table_file_load(choice->within, path, &file->read, bytes, err) &&
              add_hash(file, bytes, err) && pour(file, kinds, &bytes, err);
    spool_close(bytes);
    file->choice.sheet = file->choice.encoding = NULL; /* were borrowed until here */
    return ok && (file->rows.count > 0 || table_file_waits_for_sheet(file) ||
                  error_set(err, ERROR_INPUT, _("%s has no rows."), path));
}

void
table_file_clear(struct table_file *file)
{
    table_store_clear(&file->rows);
    for (size_t i = 0; i < file->sheet_count; i++)
        free(file->sheets[i]);
    free(file->sheets);
    free(file->sheet);
    free(file->encoding);
    buffer_clear(&file->notes);
    *file = (struct table_file){ 0 };
}
