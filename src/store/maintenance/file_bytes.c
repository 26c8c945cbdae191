/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_bytes.c - the bytes of one descriptor go to another */
#include "maintenance/file_bytes.h"

#include <errno.h>
#include <unistd.h>

#include <sqlite3.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "database/connection_fail.h"
#include "database/scratch_name.h"

bool
file_bytes_fail_read(const char *name, int number, struct error *err)
{
    return error_set_field(err, number == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM, "file",
                           _("“%s” cannot be read: %s."), name,
                           error_system_text(number));
}

bool
file_bytes_fail_write(const char *name, int number, struct error *err)
{
    char *place = scratch_name_place(name);

    free(place);
    if (place)
        return connection_fail_code(SQLITE_IOERR_WRITE, number, name, err);
    return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."), name,
                     error_system_text(number));
}

static bool
write_all(int to, const char *bytes, size_t length, off_t place)
{
    for (size_t done = 0; done < length;) {
        const ssize_t count =
            pwrite(to, bytes + done, length - done, place + (off_t)done);
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

bool
file_bytes_copy(int from, int to, const char *from_name, const char *to_name,
                const struct interruption *interruption, struct error *err)
{
    char bytes[1 << 16];
    off_t place = 0;

    for (;;) {
        const ssize_t count = pread(from, bytes, sizeof(bytes), place);
        if (interruption_has_come(interruption))
            return error_set(err, ERROR_CANCELLED, _("Stopped."));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return file_bytes_fail_read(from_name, errno, err);
        if (count == 0)
            return true;
        if (!write_all(to, bytes, (size_t)count, place))
            return file_bytes_fail_write(to_name, errno, err);
        place += count;
    }
}
