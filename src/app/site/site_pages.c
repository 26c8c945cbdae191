/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site_pages.c - what is on the pages of the site: which meetings it has, on the first
 * page and one a year */
#include "site/site_pages.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "report/html_text.h"
#include "report/report_html_head.h"

void
site_name_of_year(int year, char name[SITE_NAME_SIZE])
{
    (void)snprintf(name, SITE_NAME_SIZE, "year-%d.html", year);
}

void
site_name_of_meeting(int64_t meeting, char name[SITE_NAME_SIZE])
{
    (void)snprintf(name, SITE_NAME_SIZE, "meeting-%" PRId64 ".html", meeting);
}

void
site_name_of_group(int64_t group, char name[SITE_NAME_SIZE])
{
    (void)snprintf(name, SITE_NAME_SIZE, "group-%" PRId64 ".ics", group);
}

const char *
site_title(const struct site *site)
{
    return site->settings->network ? site->settings->network : _("Meetings");
}

bool
site_is_first_of_year(const struct site *site, size_t place)
{
    const struct site_meeting *all = site->meetings.items;

    return place == 0 || all[place].start.date.year != all[place - 1].start.date.year;
}

bool
site_is_first_of_group(const struct site *site, size_t place)
{
    for (size_t i = 0; i < place; i++)
        if (site->meetings.items[i].group == site->meetings.items[place].group)
            return false;
    return true;
}

/* --- around a page */

static void
begin_page(const struct site *site, const char *name, const char *title,
           struct buffer *page)
{
    buffer_addf(page, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", language_code());
    buffer_add(page, "<meta charset=\"utf-8\">\n");
    html_add_between(page, "<title>", title, "</title>\n");
    buffer_add(page, "<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html_add_between(page, "<meta name=\"description\" content=\"", title, "\">\n");
    if (site->address.length > 0) {
        html_add_between(page, "<link rel=\"canonical\" href=\"",
                         buffer_text(&site->address), "");
        buffer_addf(page, "%s\">\n", name);
    }
    buffer_add(page, report_html_style);
    buffer_add(page, "</head>\n<body>\n");
}

static void
add_contact(const struct settings *settings, struct buffer *page)
{
    const char *name =
        settings->contact_name ? settings->contact_name : settings->organiser_name;
    const char *mail =
        settings->contact_email ? settings->contact_email : settings->organiser_email;

    if (!name && !mail && !settings->contact_phone)
        return;
    html_add_between(page, "<section id=\"contact\">\n<h2>", _("Contact"), "</h2>\n");
    if (name)
        html_add_between(page, "<p>", name, "</p>\n");
    if (mail)
        report_html_add_mail(page, mail);
    if (settings->contact_phone)
        html_add_between(page, "<p>", settings->contact_phone, "</p>\n");
    buffer_add(page, "</section>\n");
}

static void
end_page(const struct site *site, struct buffer *page)
{
    buffer_add(page, "</main>\n<footer>\n");
    add_contact(site->settings, page);
    html_add_paragraphs(page, site->settings->address);
    html_add_paragraphs(page, site->settings->funding);
    buffer_add(page, "</footer>\n</body>\n</html>\n");
}

/* --- meetings */

static void
add_day(const struct site_meeting *meeting, struct buffer *page)
{
    char moment[LOCAL_TIME_TEXT_SIZE];
    struct buffer day = { 0 };

    local_time_format(meeting->start, moment);
    when_format_days(meeting->start.date, meeting->end.date, WHEN_LONG, &day);
    buffer_addf(page, "<tr><th scope=\"row\"><time datetime=\"%s\">", moment);
    html_add(page, buffer_text(&day));
    buffer_add(page, ", <span class=\"whole\">");
    when_format_hours(meeting->start, meeting->end, page);
    buffer_add(page, "</span></time></th><td>");
    buffer_clear(&day);
}

static bool
is_called_off(const struct site_meeting *meeting)
{
    return meeting->state == MEETING_POSTPONED || meeting->state == MEETING_CANCELLED;
}

static void
add_meeting(const struct site_meeting *meeting, struct buffer *page)
{
    char name[SITE_NAME_SIZE];

    add_day(meeting, page);
    html_add(page, meeting->title);
    if (is_called_off(meeting)) {
        buffer_add(page, " — <strong>");
        html_add(page, _(meeting_states[meeting->state].label));
        buffer_add(page, "</strong>");
    }
    html_add_between(page, "<br><span class=\"quiet\">", meeting->group_code, "");
    if (*meeting->place && !is_called_off(meeting))
        html_add_between(page, " · ", meeting->place, "");
    buffer_add(page, "</span>");
    if (meeting->report != 0) {
        site_name_of_meeting(meeting->id, name);
        buffer_addf(page, "<br><a href=\"%s\">", name);
        html_add(page, _("Report"));
        /* A link says where it leads, also to who hears links alone. */
        html_add_between(page, " <span class=\"quiet\">(", meeting->title,
                         ")</span></a>");
    }
    buffer_add(page, "</td></tr>\n");
}

static bool
is_coming(const struct site *site, const struct site_meeting *meeting)
{
    return meeting->state == MEETING_CONFIRMED &&
           date_compare(meeting->end.date, site->today) >= 0;
}

/* year 0: those to come. */
static void
add_meetings(const struct site *site, int year, const char *none, struct buffer *page)
{
    size_t count = 0;

    for (size_t i = 0; i < site->meetings.count; i++) {
        const struct site_meeting *meeting = &site->meetings.items[i];
        if (year != 0 ? meeting->start.date.year != year : !is_coming(site, meeting))
            continue;
        if (count++ == 0) {
            html_add_between(page, "<table>\n<thead><tr><th scope=\"col\">", _("When"),
                             "");
            html_add_between(page, "</th><th scope=\"col\">", _("Meeting"),
                             "</th></tr></thead>\n<tbody>\n");
        }
        add_meeting(meeting, page);
    }
    if (count > 0)
        buffer_add(page, "</tbody>\n</table>\n");
    else
        html_add_between(page, "<p>", none, "</p>\n");
}

/* --- pages */

static void
add_years(const struct site *site, struct buffer *page)
{
    char name[SITE_NAME_SIZE];

    if (site->meetings.count == 0)
        return;
    html_add_between(page, "<section id=\"years\">\n<h2>", _("All years"),
                     "</h2>\n<ul>\n");
    for (size_t i = site->meetings.count; i-- > 0;) {
        const int year = site->meetings.items[i].start.date.year;
        if (!site_is_first_of_year(site, i))
            continue;
        site_name_of_year(year, name);
        buffer_addf(page, "<li><a href=\"%s\">%d</a></li>\n", name, year);
    }
    buffer_add(page, "</ul>\n</section>\n");
}

static void
add_calendars(const struct site *site, struct buffer *page)
{
    char name[SITE_NAME_SIZE];

    html_add_between(page, "<section id=\"calendars\">\n<h2>", _("Calendars to follow"),
                     "</h2>\n<ul>\n");
    buffer_add(page, "<li><a href=\"" SITE_CALENDAR "\" type=\"text/calendar\">");
    html_add(page, _("All meetings"));
    buffer_add(page, "</a></li>\n");
    for (size_t i = 0; i < site->meetings.count; i++) {
        const struct site_meeting *meeting = &site->meetings.items[i];
        if (!site_is_first_of_group(site, i))
            continue;
        site_name_of_group(meeting->group, name);
        buffer_addf(page, "<li><a href=\"%s\" type=\"text/calendar\">", name);
        html_add_between(page, "", meeting->group_code, " · ");
        html_add_between(page, "", meeting->group_name, "</a></li>\n");
    }
    buffer_add(page, "</ul>\n</section>\n");
}

void
site_add_index(const struct site *site, struct buffer *page)
{
    struct buffer none = { 0 };

    begin_page(site, SITE_INDEX, site_title(site), page);
    html_add_between(page, "<header>\n<h1>", site_title(site), "</h1>\n");
    html_add_paragraphs(page, site->settings->about_office);
    buffer_add(page, "</header>\n<main>\n");
    html_add_between(page, "<section id=\"coming\">\n<h2>", _("Meetings to come"),
                     "</h2>\n");
    add_meetings(site, 0, _("No meeting is announced just now."), page);
    buffer_addf(page, "</section>\n<section id=\"year\">\n<h2>");
    buffer_addf(&none, _("Programme of %d"), site->today.year);
    html_add_between(page, "", buffer_text(&none), "</h2>\n");
    add_meetings(site, site->today.year, _("No meeting of this year is announced yet."),
                 page);
    buffer_add(page, "</section>\n");
    add_years(site, page);
    add_calendars(site, page);
    end_page(site, page);
    buffer_clear(&none);
}

void
site_add_year(const struct site *site, int year, struct buffer *page)
{
    char name[SITE_NAME_SIZE];
    struct buffer title = { 0 };

    site_name_of_year(year, name);
    buffer_addf(&title, _("Programme of %d"), year);
    buffer_addf(&title, " · %s", site_title(site));
    begin_page(site, name, buffer_text(&title), page);
    buffer_reset(&title);
    buffer_addf(&title, _("Programme of %d"), year);
    html_add_between(page, "<nav aria-label=\"", _("Where you are"), "\">\n<p>");
    html_add_between(page, "<a href=\"" SITE_INDEX "\" rel=\"home\">", site_title(site),
                     "</a></p>\n</nav>\n");
    html_add_between(page, "<header>\n<h1>", buffer_text(&title),
                     "</h1>\n</header>\n<main>\n");
    add_meetings(site, year, "", page);
    end_page(site, page);
    buffer_clear(&title);
}

static void
add_place(const struct site *site, const char *name, struct buffer *page)
{
    html_add_between(page, "<url><loc>", buffer_text(&site->address), "");
    buffer_addf(page, "%s</loc></url>\n", name);
}

void
site_add_map(const struct site *site, struct buffer *page)
{
    char name[SITE_NAME_SIZE];

    buffer_add(page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    add_place(site, SITE_INDEX, page);
    for (size_t i = 0; i < site->meetings.count; i++) {
        const struct site_meeting *meeting = &site->meetings.items[i];
        if (site_is_first_of_year(site, i)) {
            site_name_of_year(meeting->start.date.year, name);
            add_place(site, name, page);
        }
        if (meeting->report != 0) {
            site_name_of_meeting(meeting->id, name);
            add_place(site, name, page);
        }
    }
    buffer_add(page, "</urlset>\n");
}
