/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paged_list.c - items of one size, of which only a few lie in memory */
#include "atelier/base/paged_list.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/spool.h"

/* Large enough that a walk over the list reads seldom, small enough that one item of it
 * does not bring much that nobody asked for. */
enum { PAGE = 4096 };

/* A page that lies in memory. */
struct frame {
    char *bytes;
    size_t page;
    bool is_used; /* since the hand went by */
    bool differs; /* from what the spool has of it */
};

struct paged_list {
    size_t size;     /* of an item */
    size_t per_page; /* items */
    size_t count;

    uint32_t *frame_of; /* each page: 1 + its frame, or 0 */
    size_t page_capacity;

    struct frame *frames;
    size_t frame_count;
    size_t frame_capacity;
    size_t frames_most;
    size_t hand; /* the frame to be given up next, unless it is used */

    struct spool *spool; /* NULL until it is needed */
};

struct paged_list *
paged_list_new(size_t size, size_t bytes)
{
    struct paged_list *list = memory_new(1, sizeof(*list));

    assert(size > 0 && size <= PAGE);
    list->size = size;
    list->per_page = PAGE / size;
    list->frames_most = bytes / PAGE > 0 ? bytes / PAGE : 1;
    return list;
}

void
paged_list_free(struct paged_list *list)
{
    if (!list)
        return;
    for (size_t i = 0; i < list->frame_count; i++)
        free(list->frames[i].bytes);
    free(list->frames);
    free(list->frame_of);
    spool_close(list->spool);
    free(list);
}

size_t
paged_list_count(const struct paged_list *list)
{
    return list->count;
}

size_t
paged_list_bytes(const struct paged_list *list)
{
    return sizeof(*list) + list->page_capacity * sizeof(*list->frame_of) +
           list->frame_capacity * sizeof(*list->frames) + list->frame_count * PAGE;
}

/* ---- frames */

/* Whether its page may be given up: the spool has it as it is. */
static bool
write_out(struct paged_list *list, struct frame *frame)
{
    if (!list->spool)
        list->spool = spool_open(NULL);
    if (list->spool && frame->differs)
        frame->differs = !spool_write(list->spool, (uint64_t)frame->page * PAGE,
                                      frame->bytes, PAGE, NULL);
    return list->spool && !frame->differs;
}

static struct frame *
add_frame(struct paged_list *list)
{
    list->frames = memory_grow(list->frames, &list->frame_capacity, list->frame_count + 1,
                               sizeof(*list->frames));
    struct frame *frame = &list->frames[list->frame_count++];
    frame->bytes = memory_new(1, PAGE);
    return frame;
}

/* One that was not used since the hand went by last, or the first that it comes to
 * again. */
static struct frame *
give_up_frame(struct paged_list *list)
{
    for (;; list->hand++) {
        struct frame *frame = &list->frames[list->hand % list->frame_count];
        if (!frame->is_used)
            break;
        frame->is_used = false;
    }
    struct frame *frame = &list->frames[list->hand++ % list->frame_count];
    if (!write_out(list, frame)) { /* the list stays in memory */
        list->frames_most = SIZE_MAX;
        return add_frame(list);
    }
    list->frame_of[frame->page] = 0;
    return frame;
}

/* What the spool has of a page; zeros where it has nothing. */
static void
read_in(const struct paged_list *list, struct frame *frame)
{
    const uint64_t offset = (uint64_t)frame->page * PAGE;
    size_t got = 0;

    if (list->spool && offset < spool_size(list->spool) &&
        !spool_read(list->spool, offset, frame->bytes, PAGE, &got, NULL))
        memory_end("atelier: a temporary file cannot be read\n");
    memset(frame->bytes + got, 0, PAGE - got);
}

static struct frame *
bring(struct paged_list *list, size_t page)
{
    if (list->frame_of[page] == 0) {
        struct frame *frame =
            list->frame_count < list->frames_most ? add_frame(list) : give_up_frame(list);
        frame->page = page;
        frame->differs = false;
        read_in(list, frame);
        list->frame_of[page] = (uint32_t)(frame - list->frames) + 1;
    }
    struct frame *frame = &list->frames[list->frame_of[page] - 1];
    frame->is_used = true;
    return frame;
}

/* ---- items */

const void *
paged_list_get(struct paged_list *list, size_t index)
{
    assert(index < list->count);
    const size_t page = index / list->per_page;
    return bring(list, page)->bytes + (index - page * list->per_page) * list->size;
}

void *
paged_list_edit(struct paged_list *list, size_t index)
{
    assert(index < list->count);
    const size_t page = index / list->per_page;
    struct frame *frame = bring(list, page);
    frame->differs = true;
    return frame->bytes + (index - page * list->per_page) * list->size;
}

void
paged_list_grow(struct paged_list *list, size_t count)
{
    if (count <= list->count)
        return;
    list->frame_of = memory_grow(list->frame_of, &list->page_capacity,
                                 (count + list->per_page - 1) / list->per_page,
                                 sizeof(*list->frame_of));
    list->count = count;
}
