/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shared_memory.h - the memory that connections share has its room on the disk
 *
 * It is the file FILE-shm.  SQLite writes one byte into each page of it, which on a disk
 * of small blocks leaves the page with holes; a hole that is written to when the disk is
 * full ends the process with SIGBUS.  So every page gets its room when
 * it is mapped, and who finds none hears that the disk is full.
 */
#ifndef ATELIER_STORE_SHARED_MEMORY_H
#define ATELIER_STORE_SHARED_MEMORY_H

#include <sqlite3.h>

struct shared_memory {
    sqlite3_io_methods methods; /* those of the file, but for the mapping */
    const sqlite3_io_methods *real;
};

/* Before the handle's first read; the guard must live until the handle is closed. */
void shared_memory_guard(struct shared_memory *guard, sqlite3 *sqlite);

#endif
