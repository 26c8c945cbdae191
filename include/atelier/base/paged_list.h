/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paged_list.h - items of one size, of which only a few lie in memory
 *
 * A list of a million costs no more memory than one of a few thousand: what was not used
 * for the longest lies in a spool, and comes back when it is asked for.  A short list
 * stays in memory and needs no spool.
 *
 * It is memory by another name, so nothing here fails: where no spool can be made or
 * written, the list stays in memory; and where one that was written cannot be read, the
 * program ends as without memory.
 */
#ifndef ATELIER_BASE_PAGED_LIST_H
#define ATELIER_BASE_PAGED_LIST_H

#include <stddef.h>

struct paged_list;

/* An empty list of items of size bytes, at most a page, which keeps `bytes` of them in
 * memory. */
struct paged_list *paged_list_new(size_t size, size_t bytes);
void paged_list_free(struct paged_list *list); /* NULL is fine */

size_t paged_list_count(const struct paged_list *list);

/* At least so many items; new ones are zeroed. */
void paged_list_grow(struct paged_list *list, size_t count);

/* An item, until the next call with this list. */
const void *paged_list_get(struct paged_list *list, size_t index);

/* The same, to be written to. */
void *paged_list_edit(struct paged_list *list, size_t index);

/* The memory that it takes. */
size_t paged_list_bytes(const struct paged_list *list);

#endif
