/* SPDX-License-Identifier: GPL-3.0-or-later */
/* whole_name.h - somebody's name as it is written, of its two parts
 *
 * Either part may be missing.  In SQL the same stands in table/rule_sql.h of the store.
 */
#ifndef ATELIER_DOMAIN_WHOLE_NAME_H
#define ATELIER_DOMAIN_WHOLE_NAME_H

#include "atelier/base/buffer.h"

/* "Müller, Anna", by which lists are sorted; who was erased, in a word of the reader's.
 */
void whole_name_add_listed(const char *family, const char *given, struct buffer *buffer);

/* "Anna Müller", as it is said: on badges and certificates, in reports and calendars. */
void whole_name_add_said(const char *family, const char *given, struct buffer *buffer);

#endif
