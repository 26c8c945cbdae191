/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting.h - what the office decides for all: names, kinds and defaults of the settings
 */
#ifndef ATELIER_DOMAIN_SETTING_H
#define ATELIER_DOMAIN_SETTING_H

#include "atelier/domain/entity.h"
#include "atelier/domain/seats.h"

/* In which language calendars say what became of a meeting: one for all, whoever exports.
 */
enum calendar_language { CALENDAR_ENGLISH, CALENDAR_FRENCH, CALENDAR_LANGUAGE_COUNT };

/* Whose public holidays are reckoned; those of one's own come besides. */
enum holidays { HOLIDAYS_NONE, HOLIDAYS_FRANCE, HOLIDAYS_COUNT };

/* Read and written as one row; stored as name and text in the table setting. */
struct settings {
    struct record head;    /* only rev and changed_* are used; id is 1 */
    char *network;         /* the network's name, on screens and calendars */
    char *zone;            /* of new groups and meetings */
    char *domain;          /* behind the @ of calendar UIDs */
    char *organiser_name;  /* of published calendars */
    char *organiser_email; /* a role address */
    enum calendar_language calendar_language;
    bool pending_takes_seat;
    bool speaker_takes_seat;
    bool staff_takes_seat;
    bool unknown_logins_read; /* else logins that are not staff are refused */
    int64_t keep_years;       /* how long a person is kept after the last meeting */
    int64_t roll_years;     /* how long the list of a meeting that was held has its names,
                               whoever is erased: what a funder may ask to see */
    int64_t sessions_each;  /* at most open at once of a login; 0: no limit */
    int64_t sessions_all;   /* and of all together */
    int64_t idle_hours;     /* after which a session without a key ends; 0: never */
    enum holidays holidays; /* on which no meeting should be */
    char *own_holidays;     /* a day a line, see day_list.h */
    char *closed_days;      /* when the office is closed, the same */
    int64_t
        group_days;   /* between two meetings of a group; NUMBER_NONE, 0: not looked at */
    char *lunch;      /* the hours of the office's lunch break, see slot_cut.h */
    char *address;    /* these three stand above documents on paper */
    char *funding;    /* who pays, as the funder wants it said */
    char *logo;       /* the whole path of a PNG file */
    char *badge_size; /* these two as card_layout.h reads them */
    char *card_size;
    char *about_office;  /* these five stand in reports: what the network is */
    char *contact_name;  /* who answers questions; NULL: the organiser of calendars */
    char *contact_email; /* the same */
    char *contact_phone;
    char *website;     /* https://network.example.org */
    bool report_names; /* who was present, leads and speaks, by name */
};

extern const struct choice calendar_languages[];
extern const struct choice holiday_calendars[];
extern const struct entity
    settings_entity; /* kind ENTITY_COUNT: in no table of its own */

/* The domain of an office that has not said its own: nobody can own it (RFC 2606). */
extern const char settings_no_domain[];

bool settings_has_domain(const struct settings *settings);

/* Where no domain was said, the one of the office's e-mail address. */
void settings_adopt_domain(struct settings *settings);

/* Which states and roles take a seat by them. */
struct seat_rule settings_seat_rule(const struct settings *settings);

#endif
