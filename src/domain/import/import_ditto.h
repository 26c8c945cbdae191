/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ditto.h - cells that stand for what is above them */
#ifndef ATELIER_DOMAIN_IMPORT_DITTO_H
#define ATELIER_DOMAIN_IMPORT_DITTO_H

#include <stdbool.h>

/* Whether a cell says only that what is above it holds here too: idem, ″. */
bool import_cell_is_ditto(const char *cell);

#endif
