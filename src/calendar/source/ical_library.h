/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_library.h - libical, loaded when the first event is read
 *
 * It brings ICU and the C++ library along, which takes longer to load than the rest of
 * the program takes to start; most days nobody imports a calendar.
 */
#ifndef ATELIER_CALENDAR_ICAL_LIBRARY_H
#define ATELIER_CALENDAR_ICAL_LIBRARY_H

#include <libical/ical.h>

#include "atelier/base/error.h"

/* A pointer to each function, under its own name. */
struct ical_library {
    void *handle;
#define ICAL_FUNCTION(name) __typeof__(name) *name;
#include "source/ical_functions.def"
#undef ICAL_FUNCTION
};

/* Nothing happens when it is loaded already.  ERROR_SYSTEM: it is not installed. */
bool ical_library_load(struct ical_library *library, struct error *err);
void ical_library_close(struct ical_library *library);

#endif
