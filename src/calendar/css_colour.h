/* SPDX-License-Identifier: GPL-3.0-or-later */
/* css_colour.h - the colours that CSS3 has names for, as Apple's programs read them */
#ifndef ATELIER_CALENDAR_CSS_COLOUR_H
#define ATELIER_CALENDAR_CSS_COLOUR_H

/* "#008080" of "teal"; NULL when it is no name of CSS3. */
const char *css_colour_code(const char *name);

#endif
