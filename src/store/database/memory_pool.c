/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_pool.c - small pieces of memory for SQLite, cut from blocks one behind another
 *
 * A piece that is given back waits in a list of its size for the next to be asked for.
 * Like the pieces of SQLite's own mem1.c each begins with its size, and is aligned to
 * eight bytes.
 */
#include "database/memory_pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
    STEP = 16, /* a piece with its head takes up some of them */
    STEPS_MOST = 32,
    HEAD = sizeof(uint64_t),
    SMALL_MOST = STEPS_MOST * STEP - HEAD, /* larger ones are the C library's */
    BLOCK = 32 * 1024,
};

struct piece {
    uint64_t size;      /* without the head, which this is */
    struct piece *next; /* while it waits; else what SQLite has begins here */
};

static struct {
    struct piece *waiting[STEPS_MOST + 1]; /* by their steps */
    unsigned char *rest;                   /* of the block that was begun last */
    size_t rest_size;
} pool;

static struct piece *
piece_of(void *memory)
{
    return (struct piece *)(void *)((unsigned char *)memory - HEAD);
}

static void *
given(struct piece *piece)
{
    return (unsigned char *)piece + HEAD;
}

static size_t
steps_of(size_t size)
{
    return (size + HEAD + STEP - 1) / STEP;
}

static void *
take_from_library(struct piece *before, size_t size)
{
    struct piece *piece = realloc(before, HEAD + size);

    if (!piece)
        return NULL;
    piece->size = size;
    return given(piece);
}

static void *
cut(size_t whole)
{
    if (pool.rest_size < whole) {
        unsigned char *block = malloc(BLOCK);
        if (!block)
            return NULL;
        pool.rest = block;
        pool.rest_size = BLOCK;
    }
    struct piece *piece = (struct piece *)(void *)pool.rest;
    pool.rest += whole;
    pool.rest_size -= whole;
    piece->size = whole - HEAD;
    return given(piece);
}

/* --- what SQLite asks */

static void *
take(int size)
{
    if (size > SMALL_MOST)
        return take_from_library(NULL, (size_t)size);
    const size_t steps = steps_of((size_t)size);
    struct piece *piece = pool.waiting[steps];
    if (!piece)
        return cut(steps * STEP);
    pool.waiting[steps] = piece->next;
    return given(piece);
}

static void
give(void *memory)
{
    struct piece *piece = piece_of(memory);

    if (piece->size > SMALL_MOST) {
        free(piece);
    } else {
        struct piece **waiting = &pool.waiting[steps_of(piece->size)];
        piece->next = *waiting;
        *waiting = piece;
    }
}

static int
size_of(void *memory)
{
    return (int)piece_of(memory)->size;
}

static int
round_up(int size)
{
    return size > SMALL_MOST ? (size + 7) & ~7
                             : (int)(steps_of((size_t)size) * STEP) - HEAD;
}

static void *
take_again(void *memory, int size)
{
    struct piece *piece = piece_of(memory);
    const size_t before = piece->size, wanted = (size_t)size;

    if (before > SMALL_MOST && wanted > SMALL_MOST)
        return take_from_library(piece, wanted);
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
