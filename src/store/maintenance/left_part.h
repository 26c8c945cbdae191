/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_part.h - halves of files that a killed program left behind
 */
#ifndef ATELIER_STORE_LEFT_PART_H
#define ATELIER_STORE_LEFT_PART_H

/* Removes from the folder of `path` what is named NAME.PID.part, is a database of ours or
 * an empty file, belongs to us, and whose process is gone. */
void left_part_remove(const char *path);

#endif
