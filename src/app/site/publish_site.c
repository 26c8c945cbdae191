/* SPDX-License-Identifier: GPL-3.0-or-later */
/* publish_site.c - the programme, the calendars and the final reports as pages of the
 * web
 *
 * What a page is made of is known before it is made: its key.  A final report is kept as
 * it stood, and its key is when; all else is of the newest act and of today.  So a site
 * of which nothing changed is not made again; and as long as there is no newer act, the
 * meetings are not even read.
 */
#include "config.h"

#include "atelier/app/publish_site.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/gather_report.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/sha256.h"
#include "atelier/domain/act.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/store/report_table.h"
#include "print/office_making.h"
#include "session/session.h"
#include "site/site_pages.h"

struct publishing {
    struct atelier *at;
    struct site site;
    struct site_epoch epoch;
    struct printed_office office;   /* its picture */
    char base[17];                  /* what every page is made of */
    char newest[PUBLISHED_KEY + 1]; /* the key of all but reports */
    struct published_folder *folder;
    struct buffer page;
};

/* --- what pages are made of */

static void
find_base(struct publishing *p)
{
    const struct settings *settings = &p->at->settings;
    const struct buffer *logo = &p->office.logo;
    struct buffer parts = { 0 };
    char sum[SHA256_TEXT_SIZE];

    sha256_text(buffer_text(logo), logo->length, sum);
    buffer_addf(&parts, "%s\n%s\n%" PRId64 "\n%" PRId64 "\n%s\n", PACKAGE_VERSION,
                language_code(), settings->head.rev, settings->head.changed_at, sum);
    sha256_text(buffer_text(&parts), parts.length, sum);
    memcpy(p->base, sum, sizeof(p->base) - 1);
    buffer_clear(&parts);
}

static void
find_newest(struct publishing *p)
{
    char day[DATE_TEXT_SIZE];

    date_format(p->site.today, day);
    (void)snprintf(p->newest, sizeof(p->newest), "%s:act%" PRId64 ".%" PRId64 ":%s",
                   p->base, p->epoch.act, p->epoch.act_at, day);
}

/* Only what may follow an address in one. */
static void
find_address(struct publishing *p)
{
    const char *website = p->at->settings.website;

    if (!website ||
        (strncasecmp(website, "https://", 8) != 0 &&
         strncasecmp(website, "http://", 7) != 0) ||
        strpbrk(website, "?# \n"))
        return;
    buffer_add(&p->site.address, website);
    if (website[strlen(website) - 1] != '/')
        buffer_add_char(&p->site.address, '/');
}

/* *stands: every page is as it was made of the same. */
static bool
begin(struct publishing *p, const struct publish_wish *wish, bool *stands,
      struct error *err)
{
    struct atelier *at = p->at;

    p->site.settings = &at->settings;
    p->site.today = atelier_today(at);
    if (!office_making_read_logo(&at->settings, &p->office, err) ||
        !(p->folder = published_folder_open(wish->folder, wish->only_looks, err)) ||
        !transaction_read_begin(at->db, err))
        return false;
    find_base(p);
    bool ok = site_table_act(at->db, &p->epoch, err);
    if (ok) {
        find_newest(p);
        *stands = published_folder_keep_all(p->folder, p->newest);
        ok = *stands || (site_table_epoch(at->db, &p->epoch, err) &&
                         site_table_load(at->db, &p->site.meetings, err));
    }
    transaction_read_end(at->db);
    if (ok)
        find_address(p);
    return ok;
}

static bool
put(struct publishing *p, const char *name, const char *key, struct error *err)
{
    return published_folder_put(p->folder, name, key, buffer_text(&p->page),
                                p->page.length, err);
}

/* --- reports */

/* Whether what was kept may be shown: it has names only if reports had them then, and
 * nobody is among them who was erased since.  The office keeps such a name for the funder
 * as long as the list of the meeting does; everybody else never reads it. */
static bool
shows_kept(const struct publishing *p, const struct site_meeting *meeting)
{
    return !meeting->names_erased &&
           (p->at->settings.report_names || meeting->final_at > p->epoch.names_changed);
}

static void
key_of_kept(const struct publishing *p, const struct site_meeting *meeting,
            char key[PUBLISHED_KEY + 1])
{
    (void)snprintf(key, PUBLISHED_KEY + 1,
                   "%s:report%" PRId64 ".%" PRId64 ":at%" PRId64 ":erased%" PRId64
                   ":year%d",
                   p->base, meeting->report, meeting->version, meeting->final_at,
                   p->epoch.erasure, meeting->start.date.year);
}

/* *kept: it is as it was kept; else it is as its entries say now. */
static bool
read_report(struct publishing *p, const struct site_meeting *meeting,
            struct report_document *document, bool *kept, struct error *err)
{
    struct report_edition edition = { 0 };
    struct report_wish wish = { .meeting = meeting->id,
                                .without_logo = true,
                                .made_at = meeting->final_at };
    struct error why = { 0 };

    if (!report_table_edition(p->at->db, meeting->report, meeting->version, &edition,
                              &why) &&
        why.kind != ERROR_NOT_FOUND)
        return error_pass(err, &why);
    *kept = shows_kept(p, meeting) && edition.document && *edition.document;
    wish.language = edition.language;
    const bool ok = *kept ? report_document_read_wire(
                                edition.document, strlen(edition.document), document, err)
                          : report_gather(p->at, &wish, document, err);
    report_say_erased(document);
    report_edition_clear(&edition);
    return ok;
}

static void
write_report(struct publishing *p, const struct site_meeting *meeting, const char *name,
             struct report_document *document)
{
    char year[SITE_NAME_SIZE];
    char above[16];
    struct buffer address = { 0 };
    const struct report_way way = { SITE_INDEX,
                                    document->office ? document->office
                                                     : site_title(&p->site),
                                    year, above };

    site_name_of_year(meeting->start.date.year, year);
    (void)snprintf(above, sizeof(above), "%d", meeting->start.date.year);
    buffer_reset(&document->logo);
    buffer_add_part(&document->logo, buffer_text(&p->office.logo), p->office.logo.length);
    if (p->site.address.length > 0) {
        buffer_addf(&address, "%s%s", buffer_text(&p->site.address), name);
        memory_replace(&document->page_address, buffer_text(&address));
    }
    buffer_reset(&p->page);
    report_html_in_site(document, &way, &p->page);
    buffer_clear(&address);
}

static bool
put_report(struct publishing *p, const struct site_meeting *meeting, struct error *err)
{
    char name[SITE_NAME_SIZE];
    char key[PUBLISHED_KEY + 1];
    struct report_document document = { 0 };
    bool kept = false;

    site_name_of_meeting(meeting->id, name);
    key_of_kept(p, meeting, key);
    if ((shows_kept(p, meeting) && published_folder_keep(p->folder, name, key)) ||
        published_folder_keep(p->folder, name, p->newest))
        return true;
    bool ok = read_report(p, meeting, &document, &kept, err);
    if (ok) {
        write_report(p, meeting, name, &document);
        ok = put(p, name, kept ? key : p->newest, err);
    }
    report_document_clear(&document);
    return ok;
}

static bool
goes_on(const struct telling *telling, size_t done, size_t total, struct error *err)
{
    return !telling->progress ||
           !telling->progress(telling->context, (int64_t)done, (int64_t)total) ||
           error_set(err, ERROR_CANCELLED, _("Stopped: the site is as it was before."));
}

static bool
put_reports(struct publishing *p, const struct telling *telling, struct error *err)
{
    const struct site_meeting_list *all = &p->site.meetings;
    bool ok = true;

    for (size_t i = 0; ok && i < all->count; i++)
        if (all->items[i].report != 0)
            ok = goes_on(telling, i, all->count, err) &&
                 put_report(p, &all->items[i], err);
    return ok;
}

/* --- all else */

static bool
put_years(struct publishing *p, struct error *err)
{
    char name[SITE_NAME_SIZE];
    bool ok = true;

    for (size_t i = 0; ok && i < p->site.meetings.count; i++) {
        const int year = p->site.meetings.items[i].start.date.year;
        if (!site_is_first_of_year(&p->site, i))
            continue;
        site_name_of_year(year, name);
        if (published_folder_keep(p->folder, name, p->newest))
            continue;
        buffer_reset(&p->page);
        site_add_year(&p->site, year, &p->page);
        erased_mark_say_in(NULL, &p->page);
        ok = put(p, name, p->newest, err);
    }
    return ok;
}

static bool
take(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static bool
put_calendar(struct publishing *p, struct row_ref of, const char *name, struct error *err)
{
    if (published_folder_keep(p->folder, name, p->newest))
        return true;
    buffer_reset(&p->page);
    return export_calendar_public(p->at, of, take, &p->page, err) &&
           put(p, name, p->newest, err);
}

static bool
put_calendars(struct publishing *p, struct error *err)
{
    char name[SITE_NAME_SIZE];
    bool ok = put_calendar(p, ROW_NONE, SITE_CALENDAR, err);

    for (size_t i = 0; ok && i < p->site.meetings.count; i++) {
        const int64_t group = p->site.meetings.items[i].group;
        if (!site_is_first_of_group(&p->site, i))
            continue;
        site_name_of_group(group, name);
        ok = put_calendar(p, (struct row_ref){ ENTITY_WORKING_GROUP, group }, name, err);
    }
    return ok;
}

static bool
put_page(struct publishing *p, const char *name,
         void (*add)(const struct site *site, struct buffer *page), struct error *err)
{
    if (published_folder_keep(p->folder, name, p->newest))
        return true;
    buffer_reset(&p->page);
    add(&p->site, &p->page);
    erased_mark_say_in(NULL, &p->page);
    return put(p, name, p->newest, err);
}

static bool
put_all(struct publishing *p, const struct publish_wish *wish, struct error *err)
{
    return put_reports(p, &wish->telling, err) && put_years(p, err) &&
           put_calendars(p, err) && put_page(p, SITE_INDEX, site_add_index, err) &&
           (p->site.address.length == 0 || put_page(p, SITE_MAP, site_add_map, err));
}

static bool
publish(struct publishing *p, const struct publish_wish *wish,
        struct published_outcome *outcome, struct error *err)
{
    bool stands = false;

    return begin(p, wish, &stands, err) && (stands || put_all(p, wish, err)) &&
           published_folder_finish(p->folder, p->newest, outcome, err);
}

static bool
may_publish(struct atelier *at, struct error *err)
{
    if (!atelier_may(at, MAY_READ, ROW_NONE, err) ||
        !atelier_role_may(at, ACT_REPORT_FINALISE_NEEDS, err))
        return false;
    return !at->is_confined ||
           error_set(err, ERROR_RULE,
                     _("This session keeps to its own folder of files, which nobody else "
                       "reads: publish from another."));
}

bool
site_publish(struct atelier *at, const struct publish_wish *wish,
             struct published_outcome *outcome, struct error *err)
{
    struct publishing p = { .at = at };
    const bool ok = may_publish(at, err) && publish(&p, wish, outcome, err);

    published_folder_free(p.folder);
    site_meeting_list_clear(&p.site.meetings);
    buffer_clear(&p.site.address);
    printed_office_clear(&p.office);
    buffer_clear(&p.page);
    return ok;
}
