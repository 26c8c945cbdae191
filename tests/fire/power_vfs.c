/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power_vfs.c - files that lose what was not synced when the power goes */
#include "fire/power_vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512, CHANCES = 5 };

/* A change that is not synced; without data it sets the length. */
struct change {
    unsigned char *data;
    size_t offset;
    size_t length;
};

/* A file by its name, whichever handles are open on it. */
struct disk_file {
    struct disk_file *next;
    char *path;
    unsigned char *bytes; /* on the disk for certain */
    size_t length;
    bool named;   /* its name is on the disk for certain */
    bool removed; /* for everybody, but perhaps not on the disk */
    struct change *changes;
    size_t change_count, change_room;
};

struct power_file {
    sqlite3_file base;
    struct disk_file *disk; /* NULL: passed through */
    sqlite3_file *real;
};

static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    struct disk_file *files;
    struct power_figures *figures;
    size_t steps;
    bool writes_count;
    unsigned dice;
} power;

static _Noreturn void
give_up(const char *why)
{
    (void)fprintf(stderr, "power_vfs: %s\n", why);
    abort();
}

static void
set_length(struct disk_file *file, size_t length)
{
    if (length > file->length) {
        file->bytes = realloc(file->bytes, length);
        if (file->bytes == NULL)
            give_up("no memory");
        memset(file->bytes + file->length, 0, length - file->length);
    }
    file->length = length;
}

static void
put(struct disk_file *file, const unsigned char *data, size_t offset, size_t length)
{
    if (offset + length > file->length)
        set_length(file, offset + length);
    memcpy(file->bytes + offset, data, length);
}

static void
forget_changes(struct disk_file *file)
{
    for (size_t i = 0; i < file->change_count; i++)
        free(file->changes[i].data);
    file->change_count = 0;
}

static void
apply_all(struct disk_file *file)
{
    for (size_t i = 0; i < file->change_count; i++) {
        const struct change *change = &file->changes[i];
        if (change->data != NULL)
            put(file, change->data, change->offset, change->length);
        else
            set_length(file, change->length);
    }
    forget_changes(file);
}

static bool
is_kept(int chance)
{
    return rand_r(&power.dice) % (CHANCES - 1) < chance;
}

/* Each sector of it reached the disk, or did not. */
static void
apply_sectors(struct disk_file *file, const struct change *change, int chance)
{
    for (size_t done = 0; done < change->length;) {
        const size_t at = change->offset + done;
        size_t length = SECTOR - at % SECTOR;
        if (length > change->length - done)
            length = change->length - done;
        if (is_kept(chance)) {
            put(file, change->data + done, at, length);
            power.figures->sectors_kept++;
        } else {
            power.figures->sectors_dropped++;
        }
        done += length;
    }
}

static void
apply_some(struct disk_file *file)
{
    const int chance = rand_r(&power.dice) % CHANCES;

    for (size_t i = 0; i < file->change_count; i++) {
        const struct change *change = &file->changes[i];
        if (change->data != NULL)
            apply_sectors(file, change, chance);
        else if (is_kept(chance))
            set_length(file, change->length);
        else
            power.figures->lengths_dropped++;
    }
}

static void
write_out(const struct disk_file *file)
{
    const int fd = open(file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    if (fd < 0 || (file->length > 0 &&
                   write(fd, file->bytes, file->length) != (ssize_t)file->length))
        give_up("a file could not be written");
    (void)close(fd);
}

static void
settle(struct disk_file *file)
{
    if (file->removed && (!file->named || rand_r(&power.dice) % 2 == 0)) {
        (void)unlink(file->path);
        return;
    }
    power.figures->names_back += file->removed;
    if (!file->named && rand_r(&power.dice) % 2 == 0) {
        (void)unlink(file->path);
        power.figures->names_lost++;
        return;
    }
    apply_some(file);
    write_out(file);
}

/* Counts a step of that kind; the process ends in the last one. */
static void
step(size_t *kind)
{
    if (--power.steps > 0)
        return;
    (*kind)++;
    for (struct disk_file *file = power.files; file != NULL; file = file->next)
        settle(file);
    _exit(POWER_CUT_STATUS);
}

static void
load(struct disk_file *file)
{
    struct stat status;
    const int fd = open(file->path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return;
    if (fstat(fd, &status) != 0)
        give_up("a file could not be read");
    set_length(file, (size_t)status.st_size);
    if (file->length > 0 && read(fd, file->bytes, file->length) != (ssize_t)file->length)
        give_up("a file could not be read");
    file->named = true;
    (void)close(fd);
}

static struct disk_file *
find_file(const char *path)
{
    struct disk_file *file = power.files;

    while (file != NULL && strcmp(file->path, path) != 0)
        file = file->next;
    return file;
}

/* Before it is opened, and perhaps made. */
static struct disk_file *
note_file(const char *path)
{
    struct disk_file *file = find_file(path);

    if (file == NULL) {
        file = calloc(1, sizeof(*file));
        if (file == NULL || (file->path = strdup(path)) == NULL)
            give_up("no memory");
        load(file);
        file->next = power.files;
        power.files = file;
    } else if (file->removed) {
        /* A new file of that name; what the old one held is not asked for again. */
        set_length(file, 0);
        file->removed = false;
        file->named = false;
    }
    return file;
}

static void
note_change(struct disk_file *file, const void *data, size_t offset, size_t length)
{
    struct change change = { .offset = offset, .length = length };

    if (data != NULL && (change.data = malloc(length)) == NULL)
        give_up("no memory");
    if (data != NULL)
        memcpy(change.data, data, length);
    if (file->change_count == file->change_room) {
        file->change_room = file->change_room * 2 + 64;
        file->changes =
            realloc(file->changes, file->change_room * sizeof(*file->changes));
        if (file->changes == NULL)
            give_up("no memory");
    }
    file->changes[file->change_count++] = change;
}

/* --- the methods of a file */

static struct power_file *
of(sqlite3_file *file)
{
    return (struct power_file *)file;
}

static sqlite3_file *
real(sqlite3_file *file)
{
    return of(file)->real;
}

static int
vfs_close(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

static int
vfs_read(sqlite3_file *file, void *data, int length, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), data, length, offset);
}

static int
vfs_write(sqlite3_file *file, const void *data, int length, sqlite3_int64 offset)
{
    if (of(file)->disk != NULL) {
        note_change(of(file)->disk, data, (size_t)offset, (size_t)length);
        if (power.writes_count)
            step(&power.figures->in_write);
    }
    return real(file)->pMethods->xWrite(real(file), data, length, offset);
}

static int
vfs_truncate(sqlite3_file *file, sqlite3_int64 length)
{
    if (of(file)->disk != NULL) {
        note_change(of(file)->disk, NULL, 0, (size_t)length);
        step(&power.figures->in_truncate);
    }
    return real(file)->pMethods->xTruncate(real(file), length);
}

/* The system is not asked: what would reach the disk is kept here. */
static int
vfs_sync(sqlite3_file *file, int flags)
{
    if (of(file)->disk == NULL)
        return real(file)->pMethods->xSync(real(file), flags);
    step(&power.figures->in_sync);
    apply_all(of(file)->disk);
    of(file)->disk->named = true;
    return SQLITE_OK;
}

static int
vfs_file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int
vfs_lock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

static int
vfs_unlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

static int
vfs_check_reserved(sqlite3_file *file, int *reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}

static int
vfs_control(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int
vfs_sector_size(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

static int
vfs_characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int
vfs_shm_map(sqlite3_file *file, int region, int size, int extend, volatile void **memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}

static int
vfs_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

static void
vfs_shm_barrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

static int
vfs_shm_unmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = vfs_close,
    .xRead = vfs_read,
    .xWrite = vfs_write,
    .xTruncate = vfs_truncate,
    .xSync = vfs_sync,
    .xFileSize = vfs_file_size,
    .xLock = vfs_lock,
    .xUnlock = vfs_unlock,
    .xCheckReservedLock = vfs_check_reserved,
    .xFileControl = vfs_control,
    .xSectorSize = vfs_sector_size,
    .xDeviceCharacteristics = vfs_characteristics,
    .xShmMap = vfs_shm_map,
    .xShmLock = vfs_shm_lock,
    .xShmBarrier = vfs_shm_barrier,
    .xShmUnmap = vfs_shm_unmap,
};

/* --- the files by name */

static int
vfs_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out)
{
    enum { KEPT = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL };
    struct power_file *mine = of(file);

    (void)vfs;
    mine->base.pMethods = NULL;
    mine->real = (sqlite3_file *)(mine + 1);
    mine->disk = name != NULL && (flags & KEPT) != 0 ? note_file(name) : NULL;
    const int result = power.real->xOpen(power.real, name, mine->real, flags, out);
    if (mine->real->pMethods != NULL)
        mine->base.pMethods = &methods;
    return result;
}

static int
vfs_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    struct disk_file *file = find_file(name);

    (void)vfs;
    if (file != NULL) {
        step(&power.figures->in_delete);
        forget_changes(file);
        file->removed = true;
        file->named = file->named && !sync;
    }
    return power.real->xDelete(power.real, name, sync);
}

void
power_vfs_begin(size_t steps, bool writes_count, unsigned dice,
                struct power_figures *figures)
{
    power.real = sqlite3_vfs_find(NULL);
    power.vfs = *power.real;
    power.vfs.zName = "power";
    power.vfs.pNext = NULL;
    power.vfs.szOsFile += (int)sizeof(struct power_file);
    power.vfs.xOpen = vfs_open;
    power.vfs.xDelete = vfs_delete;
    power.steps = steps;
    power.writes_count = writes_count;
    power.dice = dice;
    power.figures = figures;
    if (sqlite3_vfs_register(&power.vfs, 1) != SQLITE_OK)
        give_up("it could not be registered");
}
