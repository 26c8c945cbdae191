/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory.c - memory that is there, or the program ends */
#include "atelier/base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
memory_end(const char *words)
{
    ssize_t ignored = write(STDERR_FILENO, words, strlen(words));
    (void)ignored;
    exit(5);
}

static _Noreturn void
memory_ends(void)
{
    memory_end("atelier: out of memory\n");
}

void *
memory_new(size_t count, size_t size)
{
    void *items = calloc(count ? count : 1, size ? size : 1);
    if (!items)
        memory_ends();
    return items;
}

void *
memory_grow(void *items, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return items;

    size_t wanted = *capacity < 8 ? 8 : *capacity;
    while (wanted < needed)
        wanted = wanted > SIZE_MAX / 2 ? needed : wanted * 2;
    char *grown = reallocarray(items, wanted, size);
    if (!grown)
        memory_ends();
    memset(grown + *capacity * size, 0, (wanted - *capacity) * size);
    *capacity = wanted;
    return grown;
}

void *
memory_fit(void *items, size_t *capacity, size_t count, size_t size)
{
    if (count == 0 || count >= *capacity)
        return items;

    void *fitted = reallocarray(items, count, size);
    if (!fitted) /* less would do, but nothing is lost */
        return items;
    *capacity = count;
    return fitted;
}

char *
memory_copy(const char *text)
{
    return text ? memory_copy_part(text, strlen(text)) : NULL;
}

char *
memory_copy_part(const char *text, size_t length)
{
    if (!text)
        return NULL;
    char *copy = memory_new(length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

void
memory_replace(char **slot, const char *text)
{
    char *copy = memory_copy(text);
    free(*slot);
    *slot = copy;
}

void
memory_prepare(size_t size)
{
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE) /* since Linux 5.14 */
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);

    /* A block that comes back tells the C library to take those of its size from the
     * heap, and to keep them there. */
    void *volatile first = malloc(size);
    free(first);
    char *block = malloc(size);
    if (block && size > 2 * page) {
        char *begin = block + page - (uintptr_t)block % page;
        (void)madvise(begin, (size_t)(block + size - begin) / page * page,
                      MADV_POPULATE_WRITE);
    }
    free(block);
#else
    (void)size;
#endif
}
