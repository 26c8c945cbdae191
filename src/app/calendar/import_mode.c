/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mode.c - whether people come to a place, take part from afar, or both */
#include "calendar/import_mode.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/memory.h"
#include "calendar/import_room_name.h"

bool
import_mode_has_site(const struct meeting *meeting)
{
    return meeting->room || (meeting->place && !import_room_is_remote(meeting->place));
}

enum meeting_mode
import_mode_of(const struct meeting *meeting)
{
    if (import_mode_has_site(meeting))
        return meeting->link ? MODE_HYBRID : MODE_ON_SITE;
    return meeting->link || meeting->place ? MODE_REMOTE : MODE_ON_SITE;
}

/* Names of the programs, wherever they run: meet.example.org, visio-2.example.org. */
static bool
is_of_conference(const char *label, size_t length)
{
    static const char *const names[] = {
        "bbb",     "bigbluebutton", "conf",  "eu01web",   "gotomeet", "gotomeeting",
        "jitsi",   "livestorm",     "meet",  "meeting",   "meetings", "rendezvous",
        "skype",   "teams",         "tixeo", "video",     "visio",    "visioconf",
        "visios",  "webconf",       "webex", "webinaire", "webinar",  "webinars",
        "whereby", "zoom",
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strlen(names[i]) == length && strncasecmp(label, names[i], length) == 0)
            return true;
    return false;
}

bool
import_mode_is_conference(const char *link)
{
    if (strncasecmp(link, "tel:", 4) == 0 || strncasecmp(link, "sip:", 4) == 0)
        return true;
    const char *host = strstr(link, "://");
    host = host ? host + 3 : link;
    const char *end = host + strcspn(host, "/?#:");

    while (host < end) {
        const size_t length = strcspn(host, ".-/?#:0123456789");
        if (is_of_conference(host, length))
            return true;
        host += length + 1;
    }
    return false;
}

char *
import_mode_find_conference(const char *text)
{
    for (const char *at = text; (at = strstr(at, "http")); at++) {
        size_t length = strcspn(at, " \t\r\n<>()[]{}\"'|\\");
        while (length > 0 && strchr(".,;:!?", at[length - 1]))
            length--;
        char *link = memory_copy_part(at, length);
        if (strstr(link, "://") && import_mode_is_conference(link))
            return link;
        free(link);
    }
    return NULL;
}
