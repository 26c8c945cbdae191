/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confine.h - the limits of a program that works for us on what may mean harm */
#ifndef ATELIER_BASE_CONFINE_H
#define ATELIER_BASE_CONFINE_H

#include <stdbool.h>

/* No core file, so many seconds of processor, 512 MB of addresses; a file that may grow
 * no further answers as a full disk does.  False when one of them could not be set.  A
 * sanitizer needs more addresses than there is memory, and gets them. */
bool confine_process(int seconds);

#endif
