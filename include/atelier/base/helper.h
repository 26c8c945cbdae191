/* SPDX-License-Identifier: GPL-3.0-or-later */
/* helper.h - where the programs are that work for us, see child.h
 */
#ifndef ATELIER_BASE_HELPER_H
#define ATELIER_BASE_HELPER_H

/* The path of one of them, in the folder that ATELIER_LIBEXECDIR names, else beside the
 * program that runs, else where they were installed.  The caller frees. */
char *helper_path(const char *program);

#endif
