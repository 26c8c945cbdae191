/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_unpack.c - the bytes of a part of an archive, unpacked beside whoever reads them
 */
#include "import/xlsx_unpack.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

#include "atelier/base/memory.h"

enum {
    PIECE = 32 * 1024, /* unpacked at once */
    RING = 512 * PIECE /* how far ahead */
};

enum state { UNPACKING, ENDED, DAMAGED };

/* A ring of bytes: those from `taken` to `unpacked`, which count from the beginning of
 * the part, are the reader's, the others the thread's. */
struct xlsx_unpack {
    char *ring;
    zip_file_t *entry;
    size_t given; /* to the reader, who still looks at them */
    bool has_begun;
    bool has_thread;
    pthread_t thread;

    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    uint64_t unpacked;
    uint64_t taken;
    enum state state;
    bool unwanted;
};

struct xlsx_unpack *
xlsx_unpack_new(void)
{
    struct xlsx_unpack *unpack = memory_new(1, sizeof(*unpack));
    unpack->ring = memory_new(RING, 1);
    (void)pthread_mutex_init(&unpack->lock, NULL);
    (void)pthread_cond_init(&unpack->changed, NULL);
    return unpack;
}

void
xlsx_unpack_free(struct xlsx_unpack *unpack)
{
    if (!unpack)
        return;
    (void)pthread_cond_destroy(&unpack->changed);
    (void)pthread_mutex_destroy(&unpack->lock);
    free(unpack->ring);
    free(unpack);
}

/* ---- unpacking ---- */

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Waits for room; false when no more is wanted. */
static bool
wait_for_room(struct xlsx_unpack *u, size_t *room)
{
    (void)pthread_mutex_lock(&u->lock);
    while (!u->unwanted && u->unpacked - u->taken == RING)
        (void)pthread_cond_wait(&u->changed, &u->lock);
    *room = RING - (size_t)(u->unpacked - u->taken);
    const bool is_wanted = !u->unwanted;
    (void)pthread_mutex_unlock(&u->lock);
    return is_wanted;
}

/* One piece; false when it was the last.  Nobody else writes `unpacked`. */
static bool
unpack_piece(struct xlsx_unpack *u, size_t room)
{
    const size_t at = (size_t)(u->unpacked % RING);
    const size_t most = least(PIECE, least(room, RING - at));
    const zip_int64_t got = zip_fread(u->entry, u->ring + at, most);
    (void)pthread_mutex_lock(&u->lock);
    if (got > 0)
        u->unpacked += (uint64_t)got;
    else
        u->state = got == 0 ? ENDED : DAMAGED;
    (void)pthread_cond_signal(&u->changed);
    (void)pthread_mutex_unlock(&u->lock);
    return got > 0;
}

static void *
unpack_all(void *context)
{
    struct xlsx_unpack *u = context;
    size_t room;
    while (wait_for_room(u, &room) && unpack_piece(u, room))
        continue;
    return NULL;
}

/* With all signals blocked: they are for the thread that began it. */
static bool
start_thread(struct xlsx_unpack *u)
{
    sigset_t all;
    (void)sigfillset(&all);
    sigset_t before;
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool ok = pthread_create(&u->thread, NULL, unpack_all, u) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

/* ---- reading ---- */

void
xlsx_unpack_begin(struct xlsx_unpack *u, zip_file_t *entry)
{
    u->entry = entry;
    u->given = 0;
    u->has_begun = u->has_thread = u->unwanted = false;
    u->unpacked = u->taken = 0;
    u->state = UNPACKING;
}

/* The first piece, or every one when there is no thread, is unpacked here. */
static void
go_on(struct xlsx_unpack *u)
{
    if (u->has_begun && !u->has_thread && u->state == UNPACKING)
        u->has_thread = start_thread(u);
    if (!u->has_thread && u->state == UNPACKING)
        (void)unpack_piece(u, RING);
    u->has_begun = true;
}

bool
xlsx_unpack_next(struct xlsx_unpack *u, struct xlsx_piece *piece)
{
    (void)pthread_mutex_lock(&u->lock);
    u->taken += u->given;
    (void)pthread_cond_signal(&u->changed);
    (void)pthread_mutex_unlock(&u->lock);
    go_on(u);

    (void)pthread_mutex_lock(&u->lock);
    while (u->unpacked == u->taken && u->state == UNPACKING)
        (void)pthread_cond_wait(&u->changed, &u->lock);
    const size_t there = (size_t)(u->unpacked - u->taken);
    const enum state state = u->state;
    (void)pthread_mutex_unlock(&u->lock);

    const size_t at = (size_t)(u->taken % RING);
    u->given = least(there, RING - at);
    *piece = (struct xlsx_piece){ .bytes = u->ring + at,
                                  .length = u->given,
                                  .is_last = state == ENDED && u->given == there };
    return there > 0 || state != DAMAGED;
}

void
xlsx_unpack_end(struct xlsx_unpack *u)
{
    (void)pthread_mutex_lock(&u->lock);
    u->unwanted = true;
    (void)pthread_cond_signal(&u->changed);
    (void)pthread_mutex_unlock(&u->lock);
    if (u->has_thread)
        (void)pthread_join(u->thread, NULL);
    u->has_thread = false;
}
