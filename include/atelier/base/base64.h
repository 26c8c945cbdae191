/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base64.h - bytes as letters (RFC 4648) */
#ifndef ATELIER_BASE_BASE64_H
#define ATELIER_BASE_BASE64_H

#include "atelier/base/buffer.h"

void base64_add(struct buffer *buffer, const char *bytes, size_t length);

#endif
