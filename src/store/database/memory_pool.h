/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_pool.h - memory for SQLite, cut from blocks, piece behind piece */
#ifndef ATELIER_STORE_MEMORY_POOL_H
#define ATELIER_STORE_MEMORY_POOL_H

/*
 * Before the first connection.
 *
 * SQLite asks for seven thousand pieces until the first screen is there, most of them to
 * learn what tables there are, and for a piece a page that it reads.  The C library looks
 * for a place for each, which was a tenth of the time; and each page of memory was made
 * ready by itself, a twentieth.  What is given back is kept for the next until the
 * program ends, but for what is larger than a page.
 */
void memory_pool_prepare(void);

#endif
