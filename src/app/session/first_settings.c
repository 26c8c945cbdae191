/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first_settings.c - what a new office begins with, taken from the system */
#include "session/first_settings.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"

/* $TZ, else where /etc/localtime points, else Paris: an office is somewhere. */
static const char *
system_zone(char *target, size_t size)
{
    const char *zone = getenv("TZ");
    if (zone && *zone == ':')
        zone++;
    if (zone && strchr(zone, '/') && zone_is_known(zone))
        return zone;

    ssize_t length = readlink("/etc/localtime", target, size - 1);
    if (length > 0) {
        target[length] = '\0';
        const char *found = strstr(target, "/zoneinfo/");
        if (found && strchr(found + 10, '/') && zone_is_known(found + 10) &&
            strncmp(found + 10, "Etc/", 4) != 0)
            return found + 10;
    }
    return "Europe/Paris";
}

void
first_settings_fill(struct settings *settings)
{
    char target[PATH_MAX];
    char host[256] = "";
    free(settings->zone);
    settings->zone = zone_canonical(system_zone(target, sizeof(target)));
    gethostname(host, sizeof(host) - 1);
    memory_replace(&settings->domain, strchr(host, '.') ? host : settings_no_domain);
    const int language = choice_find(calendar_languages, language_code());
    if (language >= 0)
        settings->calendar_language = (enum calendar_language)language;
    settings->unknown_logins_read = true;
}

bool
first_settings_save(struct atelier *at, struct staff *administrator, struct error *err)
{
    return setting_table_save(at->db, &at->settings, at->login, atelier_now(at), err) &&
           row_insert(at->db, &staff_entity, administrator, at->login, atelier_now(at),
                      err);
}
