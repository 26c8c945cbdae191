/* SPDX-License-Identifier: GPL-3.0-or-later */
/* origin_uid.c - the UIDs that this program gives, in any office */
#include "calendar/origin_uid.h"

#include <string.h>

#include "atelier/base/identifier.h"

bool
origin_uid_is_one(const char *uid)
{
    enum { UUID_LENGTH = UUID_TEXT_SIZE - 1, DOMAIN_MOST = 255 };

    if (!uid || strspn(uid, "0123456789abcdef-") != UUID_LENGTH ||
        uid[UUID_LENGTH] != '@')
        return false;
    const char *domain = uid + UUID_LENGTH + 1;
    const size_t length = strlen(domain);
    return length > 0 && length <= DOMAIN_MOST && !strpbrk(domain, " \t\r\n@");
}
