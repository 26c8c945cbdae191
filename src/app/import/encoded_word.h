/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoded_word.h - words as the headers of e-mails write them: =?UTF-8?B?w4lsb8Ovc2U=?=
 */
#ifndef ATELIER_APP_ENCODED_WORD_H
#define ATELIER_APP_ENCODED_WORD_H

/*
 * The text with its encoded words (RFC 2047) as UTF-8; NULL when it has none that can be
 * read.  The caller frees.  What cannot be read stays as it is; blanks between two of
 * them go, and a sign that ends a cell or a line is a blank.
 */
char *encoded_word_decode(const char *text);

#endif
