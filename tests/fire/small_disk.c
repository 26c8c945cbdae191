/* SPDX-License-Identifier: GPL-3.0-or-later */
/* small_disk.c - a disk of its own for a test, to be filled and emptied */
#include "fire/small_disk.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static bool
run(const char *command)
{
    return system(command) == 0;
}

static void
remove_all(const struct small_disk *disk)
{
    char image[96];

    (void)snprintf(image, sizeof(image), "%s/image", disk->folder);
    (void)unlink(image);
    (void)rmdir(disk->place);
    (void)rmdir(disk->folder);
}

bool
small_disk_mount(struct small_disk *disk, unsigned block, unsigned megabytes,
                 const char **why)
{
    char command[640];
    char name[128];

    *why = "a file system cannot be mounted here";
    if (geteuid() != 0 || unshare(CLONE_NEWNS) != 0 ||
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
        return false;
    (void)snprintf(disk->folder, sizeof(disk->folder), "/tmp/atelier-disk-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(disk->folder));
    (void)snprintf(disk->place, sizeof(disk->place), "%s/disk", disk->folder);
    ck_assert_int_eq(mkdir(disk->place, 0700), 0);
    (void)snprintf(command, sizeof(command),
                   "PATH=$PATH:/sbin:/usr/sbin; exec 2> /dev/null > /dev/null;"
                   " truncate -s %uM %s/image && mkfs.ext4 -q -F -m 0 -b %u %s/image &&"
                   " mount -o loop %s/image %s",
                   megabytes, disk->folder, block, disk->folder, disk->folder,
                   disk->place);
    if (!run(command)) {
        remove_all(disk);
        return false;
    }
    (void)snprintf(name, sizeof(name), "%s/ballast", disk->place);
    disk->ballast = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ck_assert_int_ge(disk->ballast, 0);
    return true;
}

static size_t
find_free(const struct small_disk *disk)
{
    struct statvfs status;

    ck_assert_int_eq(statvfs(disk->place, &status), 0);
    return status.f_bavail * status.f_frsize;
}

void
small_disk_fill(struct small_disk *disk, size_t left)
{
    enum { LARGEST = 1 << 24, SMALLEST = 1 << 10 };
    off_t end = lseek(disk->ballast, 0, SEEK_END);

    for (off_t size = LARGEST; size >= SMALLEST;) {
        const size_t room = find_free(disk);
        if (room >= left + (size_t)size && posix_fallocate(disk->ballast, end, size) == 0)
            end += size;
        else
            size /= 2;
    }
}

void
small_disk_empty(struct small_disk *disk)
{
    ck_assert_int_eq(ftruncate(disk->ballast, 0), 0);
}

void
small_disk_unmount(struct small_disk *disk)
{
    (void)close(disk->ballast);
    (void)umount2(disk->place, MNT_DETACH);
    remove_all(disk);
}
