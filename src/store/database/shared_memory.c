/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shared_memory.c - the memory that connections share has its room on the disk */
#include "database/shared_memory.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Whether each page can be written to.  A kernel before 5.14 cannot tell: then they are
 * written to as they are. */
static bool
has_room(volatile void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    const uintptr_t start = (uintptr_t)memory;
    const size_t before = start % (uintptr_t)sysconf(_SC_PAGESIZE);

    return madvise((char *)start - before, size + before, MADV_POPULATE_WRITE) == 0 ||
           errno != EFAULT;
#else
    (void)memory;
    (void)size;
    return true;
#endif
}

static int
map(sqlite3_file *file, int region, int size, int extend, volatile void **memory)
{
    const struct shared_memory *guard = (const struct shared_memory *)file->pMethods;
    const int result = guard->real->xShmMap(file, region, size, extend, memory);

    if (result != SQLITE_OK || !*memory || has_room(*memory, (size_t)size))
        return result;
    *memory = NULL; /* or SQLite would use it the next time */
    return SQLITE_FULL;
}

void
shared_memory_guard(struct shared_memory *guard, sqlite3 *sqlite)
{
    _Static_assert(offsetof(struct shared_memory, methods) == 0, "found by its methods");
    sqlite3_file *file = NULL;

    if (sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
            SQLITE_OK ||
        !file || !file->pMethods || file->pMethods->iVersion < 2 ||
        !file->pMethods->xShmMap)
        return;
    guard->real = file->pMethods;
    guard->methods = *file->pMethods;
    guard->methods.xShmMap = map;
    file->pMethods = &guard->methods;
}
