/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_making.c - the office as it stands above every document on paper */
#include "print/office_making.h"

#include <errno.h>
#include <unistd.h>

#include "atelier/base/input_file.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

void
office_making_fill(const struct settings *settings, struct printed_office *office)
{
    office->name = memory_copy(settings->network);
    office->address = memory_copy(settings->address);
    office->funding = memory_copy(settings->funding);
}

static bool
read_all(int fd, struct buffer *bytes)
{
    char part[16384];
    ssize_t got = 0;

    while (bytes->length <= PRINTED_LOGO_MOST &&
           ((got = read(fd, part, sizeof(part))) > 0 || (got < 0 && errno == EINTR)))
        if (got > 0)
            buffer_add_part(bytes, part, (size_t)got);
    return got >= 0;
}

static bool
check_picture(const char *path, const struct buffer *bytes, struct error *err)
{
    if (bytes->length > PRINTED_LOGO_MOST)
        return error_set_field(err, ERROR_INPUT, "logo",
                               _("The logo %s has more than %d MB: save it smaller."),
                               path, PRINTED_LOGO_MOST / 1024 / 1024);
    return printed_logo_is_png(buffer_text(bytes), bytes->length) ||
           error_set_field(err, ERROR_INPUT, "logo",
                           _("The logo %s is no PNG of at most %d points a side: save it "
                             "as such, or name another in the settings."),
                           path, PRINTED_LOGO_SIDE_MOST);
}

bool
office_making_read_logo(const struct settings *settings, struct printed_office *office,
                        struct error *err)
{
    const char *path = settings->logo;
    struct stat is;
    struct error why = { 0 };

    if (!path)
        return true;
    const int fd = input_file_open(NULL, path, &is, &why);
    bool ok = fd >= 0 && read_all(fd, &office->logo);
    if (fd >= 0)
        (void)close(fd);
    if (!ok)
        ok = error_set_field(err, ERROR_INPUT, "logo",
                             _("The logo %s cannot be read by you: make it readable for "
                               "all, or name another in the settings."),
                             path);
    else
        ok = check_picture(path, &office->logo, err);
    error_clear(&why);
    return ok;
}
