/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_publish.h - writes the site that everybody may read, into a folder */
#ifndef ATELIER_UI_SETTINGS_PUBLISH_H
#define ATELIER_UI_SETTINGS_PUBLISH_H

#include "ui.h"

/* The sentence why this session cannot; NULL: it can. */
const char *settings_publish_why_not(struct ui *ui, void *state, int64_t argument);

void settings_publish(struct ui *ui, void *state, int64_t argument);

#endif
