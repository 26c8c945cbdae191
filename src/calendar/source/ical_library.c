/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_library.c - libical, loaded when the first event is read */
#include "source/ical_library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "atelier/base/language.h"

/* The shared object whose structures are those of the headers that this was compiled
 * with. */
enum { NAME_SIZE = 32 };

static const char *
shared_object(char name[NAME_SIZE])
{
    (void)snprintf(name, NAME_SIZE, "libical.so.%d", ICAL_MAJOR_VERSION);
    return name;
}

static bool
load_function(struct ical_library *library, const char *name, void *function,
              struct error *err)
{
    char object[NAME_SIZE];
    void *found = dlsym(library->handle, name);
    /* ISO C has no conversion from one to the other; POSIX says that they are alike. */
    memcpy(function, &found, sizeof found);
    return found ||
           error_set(err, ERROR_SYSTEM, _("%s has no %s; install another version of it."),
                     shared_object(object), name);
}

bool
ical_library_load(struct ical_library *library, struct error *err)
{
    if (library->handle)
        return true;
    char object[NAME_SIZE];
    /* It stays loaded, as ICU and it keep memory for the next time. */
    library->handle =
        dlopen(shared_object(object), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library->handle)
        return error_set(err, ERROR_SYSTEM,
                         _("Calendars cannot be read: %s is not installed here.  Install "
                           "it (Debian: apt install libical%d) and try again."),
                         shared_object(object), ICAL_MAJOR_VERSION);
    bool ok = true;
#define ICAL_FUNCTION(name) ok = ok && load_function(library, #name, &library->name, err);
#include "source/ical_functions.def"
#undef ICAL_FUNCTION
    if (ok)
        library->icalerror_set_errors_are_fatal(0);
    else
        ical_library_close(library);
    return ok;
}

void
ical_library_close(struct ical_library *library)
{
    if (library->handle)
        dlclose(library->handle);
    *library = (struct ical_library){ 0 };
}
