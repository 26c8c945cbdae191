/* SPDX-License-Identifier: GPL-3.0-or-later */
/* small_disk.h - a disk of its own for a test, to be filled and emptied
 *
 * An ext4 file system in a file, in mounts that only this process and its children see.
 * Where that is not allowed there is none.
 */
#ifndef ATELIER_TESTS_SMALL_DISK_H
#define ATELIER_TESTS_SMALL_DISK_H

#include <stdbool.h>
#include <stddef.h>

struct small_disk {
    char folder[64]; /* holds the image and where it is mounted */
    char place[96];  /* where files go */
    int ballast;
};

/* False and the reason when the system does not let us. */
bool small_disk_mount(struct small_disk *disk, unsigned block, unsigned megabytes,
                      const char **why);
/* Until no more than `left` bytes are free. */
void small_disk_fill(struct small_disk *disk, size_t left);
void small_disk_empty(struct small_disk *disk);
void small_disk_unmount(struct small_disk *disk);

#endif
