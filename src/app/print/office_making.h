/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_making.h - the office as it stands above every document on paper */
#ifndef ATELIER_APP_OFFICE_MAKING_H
#define ATELIER_APP_OFFICE_MAKING_H

#include "atelier/base/error.h"
#include "atelier/domain/printed_office.h"
#include "atelier/domain/setting.h"

/* Its texts, into an empty one. */
void office_making_fill(const struct settings *settings, struct printed_office *office);

/* Reads the picture that the settings name; without one there is none.  False when it is
 * not there or is no PNG: the sentence names the file and where to correct it. */
bool office_making_read_logo(const struct settings *settings,
                             struct printed_office *office, struct error *err);

#endif
