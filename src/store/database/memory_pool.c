/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_pool.c - memory for SQLite, cut from blocks, piece behind piece
 *
 * The system makes a block ready at once, which takes it half of what it takes page by
 * page as each is first touched.  A piece that is given back waits in a list of its size
 * for the next to be asked for.  Like the pieces of SQLite's own mem1.c each begins with
 * its size, and is aligned to eight bytes.
 */
#include "database/memory_pool.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <sqlite3.h>

/* A text of SQLite that is used after its time is found only where each piece is one of
 * the C library. */
#if defined(__SANITIZE_ADDRESS__)
enum { LIBRARY_ALONE = 1 };
#elif defined(__has_feature)
enum { LIBRARY_ALONE = __has_feature(address_sanitizer) };
#else
enum { LIBRARY_ALONE = 0 };
#endif

enum {
    STEP = 16,               /* a piece with its head takes up some of them */
    PIECE_MOST = 4096 + 512, /* a page of the file, with what SQLite notes of it */
    SMALL_MOST = 512,        /* what is no page */
    STEPS_MOST = (PIECE_MOST + 8) / STEP + 1,
    BLOCK = 64 * 1024,
    PAGES_MOST = 4096 * 1024, /* so much has room for pages: as CONFIGURATION_CACHE */
};

struct piece {
    uint32_t size;
    uint32_t steps; /* 0: the C library's */
    union {
        struct piece *next; /* while it waits */
        unsigned char bytes[1];
    } is;
};

enum { HEAD = offsetof(struct piece, is) };

static struct {
    struct piece *waiting[STEPS_MOST + 1]; /* by their steps */
    unsigned char *rest;                   /* of the block that was begun last */
    size_t rest_size;
    size_t begun; /* all blocks */
} pool;

static struct piece *
piece_of(void *memory)
{
    return (struct piece *)(void *)((unsigned char *)memory - HEAD);
}

static uint32_t
steps_of(size_t size)
{
    return (uint32_t)((size + HEAD + STEP - 1) / STEP);
}

/* --- of the C library */

static void *
take_from_library(struct piece *before, size_t size)
{
    struct piece *piece = realloc(before, HEAD + size);

    if (!piece)
        return NULL;
    piece->size = (uint32_t)size;
    piece->steps = 0;
    return &piece->is;
}

/* --- of the pool */

static bool
begin_block(void)
{
    void *block = mmap(NULL, BLOCK, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

    if (block == MAP_FAILED)
        return false;
    pool.rest = block;
    pool.rest_size = BLOCK;
    pool.begun += BLOCK;
    return true;
}

static void *
cut(uint32_t steps)
{
    const size_t whole = (size_t)steps * STEP;

    if (pool.rest_size < whole && !begin_block())
        return NULL;
    struct piece *piece = (struct piece *)(void *)pool.rest;
    pool.rest += whole;
    pool.rest_size -= whole;
    piece->size = (uint32_t)(whole - HEAD);
    piece->steps = steps;
    return &piece->is;
}

static void *
take_from_pool(size_t size)
{
    const uint32_t steps = steps_of(size);
    struct piece *piece = pool.waiting[steps];

    if (piece) {
        pool.waiting[steps] = piece->is.next;
        return &piece->is;
    }
    if (size > SMALL_MOST && pool.begun >= PAGES_MOST)
        return take_from_library(NULL, size); /* which gives back what is too much */
    return cut(steps);
}

/* --- what SQLite asks */

static void *
take(int size)
{
    return size <= PIECE_MOST ? take_from_pool((size_t)size)
                              : take_from_library(NULL, (size_t)size);
}

static void
give(void *memory)
{
    if (!memory)
        return;
    struct piece *piece = piece_of(memory);
    if (piece->steps == 0) {
        free(piece);
    } else {
        piece->is.next = pool.waiting[piece->steps];
        pool.waiting[piece->steps] = piece;
    }
}

static int
size_of(void *memory)
{
    return memory ? (int)piece_of(memory)->size : 0;
}

static int
round_up(int size)
{
    return size <= PIECE_MOST ? (int)(steps_of((size_t)size) * STEP) - HEAD
                              : (size + 7) & ~7;
}

static void *
take_again(void *memory, int size)
{
    struct piece *piece = piece_of(memory);
    const size_t before = piece->size, wanted = (size_t)size;

    if (piece->steps == 0 && size > PIECE_MOST)
        return take_from_library(piece, wanted);
    if (piece->steps != 0 && wanted <= before)
        return memory;
    void *moved = take(size);
    if (!moved)
        return NULL;
    memcpy(moved, memory, before < wanted ? before : wanted);
    give(memory);
    return moved;
}

static int
begin(void *unused)
{
    (void)unused;
    return SQLITE_OK;
}

static void
end(void *unused)
{
    (void)unused;
}

void
memory_pool_prepare(void)
{
    static const sqlite3_mem_methods methods = {
        .xMalloc = take,
        .xFree = give,
        .xRealloc = take_again,
        .xSize = size_of,
        .xRoundup = round_up,
        .xInit = begin,
        .xShutdown = end,
    };

    if (!LIBRARY_ALONE)
        (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}
