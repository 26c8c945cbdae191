/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoding_name.h - an encoding by what people call it */
#ifndef ATELIER_APP_ENCODING_NAME_H
#define ATELIER_APP_ENCODING_NAME_H

enum { ENCODING_NAME_SIZE = 32 };

/* What iconv(3) calls an encoding that a person names, `Mac Roman`, `win-1250`, `8859-2`,
 * `Unicode`; in the buffer, or static.  The name itself, borrowed, when nothing is known
 * of it. */
const char *encoding_name_iconv(const char *name, char made[static ENCODING_NAME_SIZE]);

#endif
