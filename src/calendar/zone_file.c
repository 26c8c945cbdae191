/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_file.c - finds and reads a zone's file; a name is never taken for a path */
#include "zone_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/zone.h"

enum { NAME_LIMIT = 64 };

const char *
zone_directory(void)
{
    static const char *const variables[] = { "ATELIER_ZONEINFO", "TZDIR" };

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *directory = getenv(variables[i]);

        if (directory && *directory != '\0')
            return directory;
    }
    return "/usr/share/zoneinfo";
}

/*
 * Area/City: words that begin with a letter, the first with a capital.  That
 * leaves out paths, and the folder's other inhabitants (`posix`, `right`,
 * `localtime`, `posixrules`).
 */
static bool
name_is_sound(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static const char others[] = "0123456789_+-";

    if (!name || *name < 'A' || *name > 'Z' || strlen(name) > NAME_LIMIT)
        return false;
    bool word_begins = true;
    for (const char *at = name; *at != '\0'; at++) {
        bool is_letter = strchr(letters, *at);

        if (*at == '/' ? word_begins : word_begins && !is_letter)
            return false;
        if (*at != '/' && !is_letter && !strchr(others, *at))
            return false;
        word_begins = *at == '/';
    }
    return !word_begins;
}

static int
open_zone(const char *directory, const char *name)
{
    if (!name_is_sound(name)) {
        errno = ENOENT;
        return -1;
    }
    struct buffer path = { 0 };
    buffer_addf(&path, "%s/%s", directory, name);
    int file = open(buffer_text(&path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    buffer_clear(&path);
    struct stat status;
    if (file >= 0 && (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))) {
        (void)close(file);
        errno = ENOENT;
        return -1;
    }
    return file;
}

/* Whole, or NULL with errno. */
static unsigned char *
read_file(int file, size_t *size)
{
    size_t capacity = 8192;
    unsigned char *bytes = memory_new(capacity, 1);

    *size = 0;
    while (*size <= TZIF_SIZE_LIMIT) {
        if (*size == capacity)
            bytes = memory_grow(bytes, &capacity, capacity + 1, 1);
        ssize_t count = read(file, bytes + *size, capacity - *size);
        if (count == 0)
            return bytes;
        if (count > 0)
            *size += (size_t)count;
        else if (errno != EINTR)
            goto failed;
    }
    errno = EFBIG;
failed:
    free(bytes);
    return NULL;
}

bool
zone_file_load(const char *directory, const char *name, struct tzif *file,
               struct error *err)
{
    int descriptor = open_zone(directory, name);

    if (descriptor < 0 && errno == ENOENT && access(directory, X_OK) != 0)
        return error_set(
            err, ERROR_SYSTEM,
            _("The system's time zones cannot be read in %s; install tzdata."),
            directory);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return error_set_field(err, ERROR_INPUT, "zone",
                               _("There is no time zone “%s”; choose one such as %s."),
                               !name ? "" : name, "Europe/Paris");
    if (descriptor < 0)
        return error_set(err, ERROR_SYSTEM, _("The time zone %s cannot be read: %s."),
                         name, error_system_text(errno));

    size_t size;
    unsigned char *bytes = read_file(descriptor, &size);
    (void)close(descriptor);
    if (!bytes)
        return error_set(err, ERROR_SYSTEM, _("The time zone %s cannot be read: %s."),
                         name, error_system_text(errno));
    bool done = tzif_read(bytes, size, file);
    free(bytes);
    if (!done)
        return error_set(
            err, ERROR_SYSTEM,
            _("The file of the time zone %s is damaged; install tzdata again."), name);
    return true;
}

bool
zone_is_known(const char *name)
{
    int file = open_zone(zone_directory(), name);

    if (file < 0)
        return false;
    char magic[4];
    bool known = read(file, magic, sizeof magic) == (ssize_t)sizeof magic &&
                 memcmp(magic, "TZif", sizeof magic) == 0;
    (void)close(file);
    return known;
}
