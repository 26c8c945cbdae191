/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_pool.h - small pieces of memory for SQLite, cut from blocks */
#ifndef ATELIER_STORE_MEMORY_POOL_H
#define ATELIER_STORE_MEMORY_POOL_H

/*
 * Before SQLite is first used.
 *
 * SQLite asks for seven thousand small pieces until the first screen is there, most of
 * them to learn what tables there are.  The C library looks for a place for each, which
 * was a twentieth of the time until then.  A small piece that is given back is kept for
 * the next of its size until the program ends.
 */
void memory_pool_prepare(void);

#endif
