/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_size.h - the paper that everything is printed on
 */
#ifndef ATELIER_DOMAIN_PAPER_SIZE_H
#define ATELIER_DOMAIN_PAPER_SIZE_H

#define PAPER_NAME "A4"
enum { PAPER_SHORT_MM = 210, PAPER_LONG_MM = 297 };

#endif
