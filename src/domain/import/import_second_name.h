/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_second_name.h - another person behind a dash: “HUE Tom - KER Guy” */
#ifndef ATELIER_DOMAIN_IMPORT_SECOND_NAME_H
#define ATELIER_DOMAIN_IMPORT_SECOND_NAME_H

#include <stdbool.h>

/* Whether what was found beside a name, which may be NULL, is somebody's, of a text that
 * has both names and a sign between them. */
bool import_second_name_is(const char *text, const char *beside);

/* Whether a text is both names of somebody, one of them a usual given name. */
bool import_second_name_is_whole(const char *text);

#endif
