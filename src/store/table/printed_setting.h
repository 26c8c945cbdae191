/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_setting.h - the settings that events print: a change of one changes every event
 */
#ifndef ATELIER_STORE_PRINTED_SETTING_H
#define ATELIER_STORE_PRINTED_SETTING_H

#define PRINTED_SETTINGS(SETTING)                                                        \
    SETTING(organiser_name)                                                              \
    SETTING(organiser_email)                                                             \
    SETTING(calendar_language)

/* The names, as the list of an IN. */
#define PRINTED_SETTING_QUOTED(NAME) "'" #NAME "', "
#define PRINTED_SETTING_LIST "(" PRINTED_SETTINGS(PRINTED_SETTING_QUOTED) "'')"

#endif
