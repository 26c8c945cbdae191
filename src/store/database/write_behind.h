/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_behind.h - sends a file to the disk piece by piece while it is written and read
 *
 * One fsync() at the end of a long copy hands all of it to the disk at once, and whoever
 * commits meanwhile waits behind it.  In pieces, nobody waits longer than for one, and
 * the disk works while the copy is still made and checked.  That it is all there is still
 * for an fsync() to say.
 */
#ifndef ATELIER_STORE_WRITE_BEHIND_H
#define ATELIER_STORE_WRITE_BEHIND_H

struct write_behind;

/* Begins with the file of a descriptor, which stays the caller's; NULL when it cannot,
 * which harms nothing. */
struct write_behind *write_behind_start(int file);

/* Returns when what was written is sent.  NULL is fine. */
void write_behind_end(struct write_behind *behind);

#endif
