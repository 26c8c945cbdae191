/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_halves.h - a family and a given name with a dash between them */
#ifndef ATELIER_DOMAIN_IMPORT_NAME_HALVES_H
#define ATELIER_DOMAIN_IMPORT_NAME_HALVES_H

#include "atelier/domain/import.h"

/* “BERNARD - Sophie” becomes “BERNARD, Sophie”; a name with something else behind its
 * dash stays as it is. */
void import_name_halves_join(char **name, enum import_target target);

#endif
