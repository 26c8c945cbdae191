/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting.c - the fields of the office's settings, and what they must keep to */
#include "atelier/domain/setting.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/card_layout.h"
#include "atelier/domain/day_list.h"
#include "atelier/domain/slot_cut.h"
#include "noun/noun_table.h"

const struct choice calendar_languages[] = {
    [CALENDAR_ENGLISH] = { "en", N_("English") },
    [CALENDAR_FRENCH] = { "fr", N_("French") },
    { NULL, NULL },
};

const struct choice holiday_calendars[] = {
    [HOLIDAYS_NONE] = { "none", N_("of no country") },
    [HOLIDAYS_FRANCE] = { "france", N_("of France") },
    { NULL, NULL },
};

enum {
    COUNT_MOST = 9999,
    ABOVE_LINES_MOST = 8,
    ABOVE_BYTES_MOST = 600,
    ABOUT_BYTES_MOST = 8000
};

static const struct field fields[] = {
    {
        FIELD_OF(struct settings, network),
        .label = N_("Network"),
        .help = N_("its name, on screens and in calendars"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, zone),
        .label = N_("Time zone"),
        .help = N_("of new groups and meetings: Europe/Paris"),
        .kind = FIELD_ZONE,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct settings, domain),
        .label = N_("Domain"),
        .help = N_("behind the @ of calendar identifiers: network.example.org"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct settings, organiser_name),
        .label = N_("Organiser's name"),
        .help = N_("in published calendars"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, organiser_email),
        .label = N_("Organiser's e-mail"),
        .help = N_("an address of the office: groups@example.org"),
        .kind = FIELD_EMAIL,
    },
    {
        FIELD_OF(struct settings, calendar_language),
        .label = N_("Language of calendars"),
        .help = N_("of what they say: cancelled, postponed, chair, access"),
        .kind = FIELD_CHOICE,
        .choices = calendar_languages,
    },
    {
        FIELD_OF(struct settings, pending_takes_seat),
        .label = N_("Unapproved take a seat too"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct settings, speaker_takes_seat),
        .label = N_("Speakers take a seat"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct settings, staff_takes_seat),
        .label = N_("Staff take a seat"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct settings, unknown_logins_read),
        .label = N_("Unknown logins may read"),
        .help = N_("else who is not staff is refused"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct settings, keep_years),
        .label = N_("Years to keep people"),
        .help = N_("after their last meeting; empty: no limit"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, roll_years),
        .label = N_("Years to keep lists"),
        .help = N_("of meetings that were held, names too; empty: none"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, sessions_each),
        .label = N_("Sessions one person may have"),
        .help = N_("open at once; empty: 20, 0: no limit"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, sessions_all),
        .label = N_("Sessions in all"),
        .help = N_("open at once; empty: 200, 0: no limit"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, idle_hours),
        .label = N_("Hours until a session ends"),
        .help = N_("without a key pressed; empty or 0: never"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, holidays),
        .label = N_("Public holidays"),
        .help = N_("on which a meeting is a clash"),
        .kind = FIELD_CHOICE,
        .choices = holiday_calendars,
    },
    {
        FIELD_OF(struct settings, own_holidays),
        .label = N_("Holidays of one's own"),
        .help = N_("a line each: 2027-05-07 Bridge"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct settings, closed_days),
        .label = N_("Days the office is closed"),
        .help = N_("a line each: 2027-08-02..2027-08-20 Summer"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct settings, group_days),
        .label = N_("Days between meetings"),
        .help = N_("of one group; fewer are a clash; empty: any"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct settings, lunch),
        .label = N_("Lunch break"),
        .help = N_("12:30–14:00 parts a day into two slots; empty: none"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, address),
        .label = N_("Address on paper"),
        .help = N_("of the office, above printed documents"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct settings, funding),
        .label = N_("Funding on paper"),
        .help = N_("as the funder wants it said: Funded by the region"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct settings, logo),
        .label = N_("Logo on paper"),
        .help = N_("a PNG file, by its whole path: /srv/network/logo.png"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, badge_size),
        .label = N_("Size of badges"),
        .help = N_("millimetres, 85 x 54, 2 x 5, or card; empty: badge"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, card_size),
        .label = N_("Size of place cards"),
        .help = N_("unfolded: 100 x 90, 2 x 3, or a6; empty: place"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, about_office),
        .label = N_("About the network"),
        .help = N_("in reports: who it is, what it is for"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct settings, contact_name),
        .label = N_("Contact in reports"),
        .help = N_("who answers questions; empty: the organiser's name"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, contact_email),
        .label = N_("Contact's e-mail"),
        .help = N_("an address of the office; empty: the organiser's"),
        .kind = FIELD_EMAIL,
    },
    {
        FIELD_OF(struct settings, contact_phone),
        .label = N_("Contact's telephone"),
        .kind = FIELD_PHONE,
    },
    {
        FIELD_OF(struct settings, website),
        .label = N_("Website"),
        .help = N_("of the network, in reports: https://network.example.org"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct settings, report_names),
        .label = N_("Names in reports"),
        .help = N_("who was present, leads and speaks; else organisations"),
        .kind = FIELD_BOOLEAN,
    },
};

static bool
is_domain(const char *text)
{
    size_t length = strlen(text);

    return text[0] != '.' && text[0] != '-' && text[length - 1] != '.' &&
           !strstr(text, "..") &&
           strspn(text,
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-") ==
               length;
}

const char settings_no_domain[] = "atelier.invalid";

bool
settings_has_domain(const struct settings *settings)
{
    return settings->domain && strcmp(settings->domain, settings_no_domain) != 0;
}

void
settings_adopt_domain(struct settings *settings)
{
    const char *at =
        settings->organiser_email ? strrchr(settings->organiser_email, '@') : NULL;

    if (!settings_has_domain(settings) && at && at[1] != '\0' && is_domain(at + 1))
        memory_replace(&settings->domain, at + 1);
}

static bool
check_count(const char *field, int64_t count, struct error *err)
{
    return count == NUMBER_NONE || (count >= 0 && count <= COUNT_MOST) ||
           error_set_field(err, ERROR_INPUT, field,
                           _("This is a number from 0 to %d; correct it."), COUNT_MOST);
}

static bool
check_days(const char *field, const char *text, struct error *err)
{
    struct day_list days;
    struct error why = { 0 };

    if (!day_list_read(text, &days, &why))
        return error_set_field(err, ERROR_INPUT, field, "%s", why.message);
    day_list_clear(&days);
    return true;
}

static bool
check_lunch(const char *text, struct error *err)
{
    struct lunch lunch;
    struct error why = { 0 };

    return lunch_read(text, &lunch, &why) ||
           error_set_field(err, ERROR_INPUT, "lunch", "%s", why.message);
}

/* A page must keep its room for what it is about. */
static bool
check_above(const char *field, const char *text, struct error *err)
{
    size_t lines = 1;

    for (const char *c = text; c && *c; c++)
        lines += *c == '\n';
    return !text || (lines <= ABOVE_LINES_MOST && strlen(text) <= ABOVE_BYTES_MOST) ||
           error_set_field(err, ERROR_INPUT, field,
                           _("That is too much above a document: at most %d lines and "
                             "%d letters."),
                           ABOVE_LINES_MOST, ABOVE_BYTES_MOST);
}

static bool
check_about(const char *text, struct error *err)
{
    return !text || strlen(text) <= ABOUT_BYTES_MOST ||
           error_set_field(err, ERROR_INPUT, "about_office",
                           _("That is too much for every report: at most %d letters."),
                           ABOUT_BYTES_MOST);
}

static bool
check_website(const char *address, struct error *err)
{
    return !address || strncmp(address, "https://", 8) == 0 ||
           strncmp(address, "http://", 7) == 0 ||
           error_set_field(err, ERROR_INPUT, "website",
                           _("Write the address as a browser has it: "
                             "https://network.example.org."));
}

static bool
check_logo(const char *path, struct error *err)
{
    return !path || path[0] == '/' ||
           error_set_field(err, ERROR_INPUT, "logo",
                           _("Name the logo by its whole path, from “/” on: whoever "
                             "prints stands in another folder."));
}

static bool
check_size(const char *field, enum card_kind kind, const char *text, struct error *err)
{
    struct card_layout layout;
    struct error why = { 0 };

    return card_layout_read(kind, text, &layout, &why) ||
           error_set_field(err, ERROR_INPUT, field, "%s", why.message);
}

static bool
settings_check(const void *record, struct error *err)
{
    const struct settings *settings = record;

    if (settings->domain && !is_domain(settings->domain))
        return error_set_field(
            err, ERROR_INPUT, "domain",
            _("“%s” is not a domain name; write one like network.example.org."),
            settings->domain);
    if (settings->keep_years != NUMBER_NONE && settings->keep_years < 0)
        return error_set_field(
            err, ERROR_INPUT, "keep_years",
            _("There cannot be fewer than 0 years; correct the number."));
    return check_count("roll_years", settings->roll_years, err) &&
           check_count("sessions_each", settings->sessions_each, err) &&
           check_count("sessions_all", settings->sessions_all, err) &&
           check_count("idle_hours", settings->idle_hours, err) &&
           check_days("own_holidays", settings->own_holidays, err) &&
           check_days("closed_days", settings->closed_days, err) &&
           check_count("group_days", settings->group_days, err) &&
           check_lunch(settings->lunch, err) &&
           check_above("address", settings->address, err) &&
           check_above("funding", settings->funding, err) &&
           check_logo(settings->logo, err) && check_about(settings->about_office, err) &&
           check_website(settings->website, err) &&
           check_size("badge_size", CARD_BADGE, settings->badge_size, err) &&
           check_size("card_size", CARD_PLACE, settings->card_size, err);
}

static void
settings_title(const void *record, struct buffer *buffer)
{
    const struct settings *settings = record;

    buffer_add(buffer, settings->network);
}

struct seat_rule
settings_seat_rule(const struct settings *settings)
{
    struct seat_rule rule;

    seat_rule_init(&rule, settings->pending_takes_seat, settings->speaker_takes_seat,
                   settings->staff_takes_seat);
    return rule;
}

const struct entity settings_entity = {
    .kind = ENTITY_COUNT,
    .number = 14,
    .name = "settings",
    .label = N_("Settings"),
    .plural = N_("Settings"),
    .another = N_("Settings"),
    ENTITY_OF(struct settings, fields),
    .groupless = true,
    .check = settings_check,
    .title = settings_title,
    .listing = LISTING_COUNT,
};
