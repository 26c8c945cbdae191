/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_html.h - descriptions that a program wrote as a web page */
#ifndef ATELIER_APP_IMPORT_HTML_H
#define ATELIER_APP_IMPORT_HTML_H

/* Its plain text, to be freed; NULL: it is plain already.  A link stays behind its words.
 */
char *import_html_text(const char *text);

/* A plain text with its letters that are spelt, “R&eacute;union B &amp; C”, as they are
 * meant, to be freed; NULL: it has none, or an & that begins none, so that nobody knows
 * what the others are. */
char *import_html_letters(const char *text);

#endif
