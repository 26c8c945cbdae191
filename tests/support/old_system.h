/* SPDX-License-Identifier: GPL-3.0-or-later */
/* old_system.h - takes from a process what some file systems and kernels do not have
 *
 * For this process and its children, to their end.  The process ends when the kernel
 * cannot filter calls.
 */
#ifndef ATELIER_TESTS_OLD_SYSTEM_H
#define ATELIER_TESTS_OLD_SYSTEM_H

/* As on a network share: each file has a name from its making on. */
void old_system_forbid_nameless_files(void);

/* That system call fails, with that errno. */
void old_system_fail(long call, int number);

/* A rename cannot be told to replace nothing. */
void old_system_forbid_careful_rename(void);

#endif
