/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screens.h - the screens by name, SCREEN_GROUP: screens.def lists them
 *
 * Screens open each other by these, which makes no file depend on another; the loop
 * finds them in the tables that ui_run() is given.
 */
#ifndef ATELIER_UI_SCREENS_H
#define ATELIER_UI_SCREENS_H

enum screen_id {
#define SECTION(NAME, name) SCREEN_##NAME,
#define SCREEN(NAME, name) SCREEN_##NAME,
#include "screens.def"
#undef SECTION
#undef SCREEN
    SCREEN_COUNT
};

#endif
