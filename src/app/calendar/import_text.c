/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_text.c - the texts of an event of a calendar file, as our fields hold them */
#include "calendar/import_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/link.h"
#include "calendar/import_html.h"
#include "calendar/import_mode.h"
#include "calendar/import_ours.h"
#include "calendar/import_room_name.h"

/* Leaves as many characters as that, the last of them a mark that more was there; false
 * when the text is no longer than that. */
static bool
cut(char **text, size_t most)
{
    struct buffer shorter = { 0 };
    size_t length = 0;
    size_t count = 0;
    size_t kept = 0; /* bytes of all characters but the last */

    for (; (*text)[length]; length++) {
        if (((unsigned char)(*text)[length] & 0xC0) == 0x80)
            continue;
        if (++count == most)
            kept = length;
    }
    if (count <= most)
        return false;
    buffer_add_part(&shorter, *text, kept);
    buffer_add(&shorter, "…");
    free(*text);
    *text = buffer_take(&shorter);
    return true;
}

/* What does not fit is cut, and said. */
static void
fit(struct imported *imported, const struct field *field, char **text)
{
    const size_t most = field_most(field);

    if (!cut(text, most))
        return;
    imported->is_cut = true;
    buffer_addf(&imported->row.notes,
                _("The field “%s” holds at most %zu characters: the rest is cut off.\n"),
                _(field->label), most);
}

/* Whether the text of the file fits the field, which judges it as if it were typed. */
static bool
take_text(struct imported *imported, const char *name, const char *text)
{
    const struct field *field = entity_field(&meeting_entity, name);
    struct error why = { 0 };

    if (text_is_blank(text))
        return true;
    char *tidy = field->kind == FIELD_LINES ? text_tidy_lines(text) : text_tidy(text);
    fit(imported, field, &tidy);
    const bool ok = field_parse(field, &imported->wanted, tidy, &why);
    free(tidy);
    if (!ok)
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
    return ok;
}

static bool
take_link(struct imported *imported, const char *text)
{
    struct meeting *meeting = &imported->wanted;

    if (meeting->link || text_is_blank(text))
        return true;
    char *link = text_tidy(text);
    struct error why = { 0 };
    bool ok = true;
    const size_t most = field_most(entity_field(&meeting_entity, "link"));
    if (text_count_characters(link, strlen(link)) > most) {
        imported->is_cut = true; /* a part of it would lead nowhere */
        buffer_addf(&imported->row.notes,
                    _("Its link is longer than %zu characters: it is left out.\n"), most);
    } else if (link_is_allowed(link) && link_complete(&link, &why))
        ok = take_text(imported, "link", link);
    else
        buffer_add(&imported->row.notes, _("Its link cannot be opened from a calendar "
                                           "and is left out.\n"));
    free(link);
    return ok;
}

/* Many write the page of a meeting there, where others write its link: beside a place it
 * takes nobody anywhere. */
static bool
take_page(struct imported *imported, const char *text)
{
    const struct meeting *meeting = &imported->wanted;

    if (text_is_blank(text) || (meeting->link && strcmp(meeting->link, text) == 0))
        return true;
    if (!meeting->link &&
        (import_mode_is_conference(text) || !import_mode_has_site(meeting)))
        return take_link(imported, text);
    buffer_add(&imported->row.notes,
               _("Its web page (URL) is not taken: it is no link by which people take "
                 "part.\n"));
    return true;
}

static bool
is_link(const char *text)
{
    return link_is_allowed(text) && !strchr(text, ' ');
}

/* Outlook parts rooms and links by semicolons: takes a link out, and then the words that
 * say no more than that there is one.  What is left is the place, to be freed. */
static bool
part_place(struct imported *imported, const char *text, char **place)
{
    struct buffer rest = { 0 };
    char *copy = memory_copy(text);
    char *at = copy;
    char *part;
    bool ok = true;

    while (ok && (part = strsep(&at, ";"))) {
        char *tidy = text_tidy(part);
        if (is_link(tidy) && !imported->wanted.link)
            ok = take_link(imported, tidy);
        else if (!text_is_blank(tidy) &&
                 !(imported->wanted.link && import_room_is_remote(tidy)))
            buffer_addf(&rest, "%s%s", rest.length > 0 ? "; " : "", part);
        free(tidy);
    }
    free(copy);
    *place =
        imported->wanted.link && rest.length > 0 ? buffer_take(&rest) : memory_copy(text);
    buffer_clear(&rest);
    return ok;
}

/* A room that has a mailbox, as Zimbra writes it: “"Salle Garonne" <salle@example.org>”,
 * or “mailto:” before the address; its name is the place.  NULL: it is none. */
static char *
name_of_mailbox(const char *text)
{
    const char *open = strchr(text, '<');
    const char *close = open ? strchr(open, '>') : NULL;
    if (!close || open == text || !text_is_blank(close + 1) ||
        !memchr(open, '@', (size_t)(close - open)))
        return NULL;
    char *part = memory_copy_part(text, (size_t)(open - text));
    char *name = text_tidy(part);
    const size_t length = strlen(name);
    free(part);
    if (length > 1 && strchr("\"'", name[0]) && name[length - 1] == name[0]) {
        memmove(name, name + 1, length - 2);
        name[length - 2] = '\0';
    }
    if (!text_is_blank(name))
        return name;
    free(name);
    return NULL;
}

/* Zoom and others write their link where the place stands; what has words beside it stays
 * a place, whole. */
static bool
take_whole_place(struct calendar_import *import, struct imported *imported,
                 const char *text)
{
    struct meeting *meeting = &imported->wanted;
    char *place = text_tidy(text);
    bool ok = true;
    bool by_venue = false;
    if (is_link(place))
        ok = take_link(imported, place);
    else if ((meeting->room = import_place_find(&import->places, text, &by_venue)) == 0)
        ok = take_text(imported, "place", place);
    if (by_venue)
        buffer_add(&imported->row.notes,
                   _("It names a venue, and no room: the only one there is taken.\n"));
    free(place);
    return ok;
}

static bool
take_place(struct calendar_import *import, struct imported *imported, const char *text)
{
    char *place = NULL;

    if (text_is_blank(text))
        return true;
    char *room = name_of_mailbox(text);
    const char *named = room ? room : text;
    const bool ok = strchr(named, ';') ? part_place(imported, named, &place) &&
                                             take_whole_place(import, imported, place)
                                       : take_whole_place(import, imported, named);
    free(place);
    free(room);
    return ok;
}

/* “Salle Garonne ; Réunion Microsoft Teams”: some take part from afar. */
static bool
says_afar(const char *location)
{
    char *copy = memory_copy(location);
    char *at = copy;
    char *part;
    bool says = false;

    while (!says && (part = strsep(&at, ";"))) {
        char *tidy = text_tidy(part);
        says = import_room_is_remote(tidy);
        free(tidy);
    }
    free(copy);
    return says;
}

/* The link that Outlook writes into the description alone, where the place says that
 * there is one; to be freed.  NULL: there is none. */
static char *
told_conference(const struct source_event *event)
{
    if (!event->description || !event->location || !says_afar(event->location))
        return NULL;
    char *plain = import_html_text(event->description);
    char *link = import_mode_find_conference(plain ? plain : event->description);

    free(plain);
    return link;
}

/* Behind the place, for what is known of a room is not kept twice. */
static bool
take_description(struct calendar_import *import, struct imported *imported,
                 const struct source_event *event)
{
    char *text;
    struct error why = { 0 };

    if (!import_ours_description(import, imported, event, &text, &why)) {
        free(text);
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
        return false;
    }
    char *plain =
        text && !calendar_source_is_ours(import->source) ? import_html_text(text) : NULL;
    if (plain)
        buffer_add(&imported->row.notes,
                   _("Its description is a web page, and is taken as plain text.\n"));
    const bool ok = take_text(imported, "description", plain ? plain : text);
    free(plain);
    free(text);
    return ok;
}

/* An event with its texts as they are meant. */
struct meant {
    struct source_event event;
    char *summary;
    char *description;
    char *location;
};

static void
meant_clear(struct meant *meant)
{
    free(meant->summary);
    free(meant->description);
    free(meant->location);
}

static char *
read_letters(char **text)
{
    char *letters = import_html_letters(*text);

    if (letters)
        *text = letters;
    return letters;
}

/* What we wrote ourselves is as somebody typed it.  A description that is a web page is
 * read with its tags. */
static void
meant_init(struct meant *meant, struct calendar_import *import, struct imported *imported,
           const struct source_event *event)
{
    *meant = (struct meant){ .event = *event };
    if (calendar_source_is_ours(import->source))
        return;
    meant->summary = read_letters(&meant->event.summary);
    meant->location = read_letters(&meant->event.location);
    char *page = event->description ? import_html_text(event->description) : NULL;
    if (!page)
        meant->description = read_letters(&meant->event.description);
    free(page);
    if (meant->summary || meant->location || meant->description)
        buffer_add(&imported->row.notes,
                   _("Letters of its texts are spelt as in a web page, “&amp;” for “&”: "
                     "they are read as they are meant.\n"));
}

static bool
take_texts(struct calendar_import *import, struct imported *imported,
           const struct source_event *event)
{
    struct meeting *meeting = &imported->wanted;
    bool ok =
        take_text(imported, "title", import_ours_title(import, imported, event->summary));
    if (ok && !meeting->title) {
        meeting->title = memory_copy(import->usual_title);
        buffer_add(&imported->row.notes,
                   _("It has no title: that of the group is taken.\n"));
    }
    const char *link = event->conference ? event->conference : event->own_conference;
    char *told =
        link || calendar_source_is_ours(import->source) ? NULL : told_conference(event);
    ok = ok && take_link(imported, link ? link : told) &&
         take_place(import, imported, event->location) &&
         take_page(imported, event->url) && take_description(import, imported, event);
    meeting->mode = import_mode_of(meeting);
    free(told);
    return ok;
}

bool
import_text_take(struct calendar_import *import, struct imported *imported,
                 const struct source_event *event)
{
    struct meant meant;

    meant_init(&meant, import, imported, event);
    const bool ok = take_texts(import, imported, &meant.event);
    meant_clear(&meant);
    return ok;
}

char *
import_text_uid(const char *uid)
{
    enum { DIGITS = 16 };
    const size_t most = field_most(entity_field(&meeting_entity, "source_uid"));
    char *tidy = text_tidy(uid);
    struct buffer known = { 0 };

    const uint64_t hash = hash_add(HASH_EMPTY, tidy, strlen(tidy));
    if (!cut(&tidy, most))
        return tidy;
    (void)cut(&tidy, most - DIGITS);
    buffer_addf(&known, "%s%016" PRIx64, tidy, hash);
    free(tidy);
    return buffer_take(&known);
}
