/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.c - links that people type: which are taken, and how they are completed */
#include "atelier/domain/link.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static const char *const schemes[] = { "https:", "http:", "tel:", "sips:", "sip:" };

static bool
begins(const char *text, const char *scheme)
{
    return strncasecmp(text, scheme, strlen(scheme)) == 0;
}

/* The allowed scheme that a text begins with, or NULL. */
static const char *
scheme_of(const char *text)
{
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (begins(text, schemes[i]))
            return schemes[i];
    return NULL;
}

static bool
is_web(const char *text)
{
    return begins(text, "http:") || begins(text, "https:");
}

bool
link_is_allowed(const char *link)
{
    const char *scheme = link ? scheme_of(link) : NULL;

    return scheme && strlen(link) > strlen(scheme) + (is_web(link) ? strlen("//") : 0);
}

bool
link_is_phone(const char *link)
{
    return link && begins(link, "tel:");
}

/* `visio.example.org:8443/x` has a port; `javascript:alert(1)` has a scheme. */
static bool
has_scheme(const char *text)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789+-.";
    const char *colon = text + strspn(text, letters);

    return *colon == ':' && (colon[1] == '\0' || !strchr("0123456789", colon[1]));
}

/* Letters with accents are percent-encoded by calendars, and no host is called so. */
static bool
check_host(const char *link, const char *host, struct error *err)
{
    const size_t length = strcspn(host, "/?#"); /* with its port */

    for (size_t i = 0; i < length; i++)
        if ((unsigned char)host[i] >= 0x80)
            return error_set_field(
                err, ERROR_INPUT, "link",
                _("Write the host of “%s” as browsers show it when it is copied: with "
                  "“xn--” and without accents."),
                link);
    return (length > 0 && host[0] != ':') ||
           error_set_field(err, ERROR_INPUT, "link",
                           _("“%s” has no host; write a link such as "
                             "https://visio.example.org/room."),
                           link);
}

static bool
refuse(const char *text, struct error *err)
{
    return error_set_field(err, ERROR_INPUT, "link",
                           _("“%s” is not a link; write one that begins with https://, "
                             "http://, tel: or sip:."),
                           text);
}

bool
link_complete(char **link, struct error *err)
{
    const char *text = *link;

    if (!text)
        return true;
    if (strpbrk(text, " \t\r\n"))
        return refuse(text, err);
    if (scheme_of(text)) {
        const char *slashes = strchr(text, ':') + 1;
        if (is_web(text) && strncmp(slashes, "//", 2) != 0)
            return refuse(text, err);
        return is_web(text) ? check_host(text, slashes + 2, err)
                            : link_is_allowed(text) || refuse(text, err);
    }
    if (has_scheme(text) || !memchr(text, '.', strcspn(text, "/?#")) ||
        strchr("./?#", *text) || memchr(text, '@', strcspn(text, "/?#")))
        return refuse(text, err);
    if (!check_host(text, text, err))
        return false;
    struct buffer whole = { 0 };
    buffer_addf(&whole, "https://%s", text);
    memory_replace(link, buffer_text(&whole));
    buffer_clear(&whole);
    return true;
}
