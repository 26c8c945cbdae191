/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_room_name.c - whether the words of a calendar may be what a room is called */
#include "calendar/import_room_name.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/room.h"

static bool
is_name(const char *text)
{
    struct error ignored = { 0 };
    struct room room;

    record_init(&room_entity, &room);
    const bool ok =
        !text_is_blank(text) &&
        field_parse(entity_field(&room_entity, "name"), &room, text, &ignored);
    record_clear(&room_entity, &room);
    return ok;
}

/* Takes a word out of a text whose words are all between blanks. */
static bool
take_out(struct buffer *text, const char *word)
{
    const size_t length = strlen(word);
    bool any = false;
    char *at = text->text;

    while ((at = strstr(at, word))) {
        if (at[-1] != ' ' || at[length] != ' ') {
            at++;
            continue;
        }
        memmove(at, at + length + 1, strlen(at + length + 1) + 1);
        any = true;
    }
    return any;
}

/* People take part from afar, or nobody knows yet where. */
static const struct nowhere_word {
    const char *text;
    bool is_remote;
} nowhere_words[] = {
    { "a definir", false },
    { "presentiel", false },
    { "tba", false },
    { "tbc", false },
    { "tbd", false },
    { "a distance", true },
    { "a distancia", true },
    { "big blue button", true },
    { "bigbluebutton", true },
    { "distanciel", true },
    { "da remoto", true },
    { "en ligne", true },
    { "en linea", true },
    { "en remoto", true },
    { "google meet", true },
    { "gotomeeting", true },
    { "in linea", true },
    { "jitsi", true },
    { "livestorm", true },
    { "online", true },
    { "by phone", true },
    { "remote", true },
    { "skype", true },
    { "teams", true },
    { "teleconference", true },
    { "telefon", true },
    { "telefonisch", true },
    { "telefonkonferenz", true },
    { "telephon", true },
    { "telephone", true },
    { "video", true },
    { "videocall", true },
    { "videoconference", true },
    { "videoconferencia", true },
    { "videoconferenz", true },
    { "videoconferenza", true },
    { "videokonferenz", true },
    { "virtual", true },
    { "virtuel", true },
    { "virtuell", true },
    { "visio", true },
    { "visioconference", true },
    { "visioconf", true },
    { "webex", true },
    { "webinaire", true },
    { "webinar", true },
    { "whereby", true },
    { "zoom", true },
};

static bool
take_out_nowhere(struct buffer *text, bool remote)
{
    bool found = false;

    for (size_t i = 0; i < sizeof nowhere_words / sizeof nowhere_words[0]; i++)
        if (!remote || nowhere_words[i].is_remote)
            found = take_out(text, nowhere_words[i].text) || found;
    return found;
}

static void
take_out_fillers(struct buffer *text)
{
    static const char *const fillers[] = {
        "a",          "besprechung", "by",      "call",        "cisco",
        "conference", "en",          "et",      "lien",        "link",
        "meeting",    "microsoft",   "or",      "ou",          "par",
        "per",        "por",         "reunion", "riunione",    "sur",
        "su",         "termin",      "uber",    "vergadering", "via",
    };

    for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++)
        take_out(text, fillers[i]);
}

/* "Microsoft Teams Meeting", "Online", "tbc": nobody sits there.  Where a venue stands
 * beside it, a room may be called "Zoom Room B": then nothing else may be left. */
static bool
is_nowhere(const char *folded, bool alone, bool remote)
{
    struct buffer text = { 0 };

    buffer_addf(&text, " %s ", folded);
    bool found = take_out_nowhere(&text, remote);
    if (found && alone)
        take_out_fillers(&text);
    if (alone)
        found = found && text_is_blank(text.text);
    buffer_clear(&text);
    return found;
}

static bool
is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* "https://..." and "meet.example.org/abc", among words or alone. */
static bool
has_link(const char *text)
{
    if (strstr(text, "://"))
        return true;
    for (const char *slash = strchr(text, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *at = slash;
        while (at > text && is_letter(at[-1]))
            at--;
        if (slash - at >= 2 && at - text >= 2 && at[-1] == '.' && at[-2] != ' ')
            return true;
    }
    return false;
}

/* Digits that are dialled are more than a room has. */
static bool
is_phone_number(const char *text)
{
    size_t digits = 0;

    for (; *text; text++) {
        if (*text >= '0' && *text <= '9')
            digits++;
        else if (!strchr(" +-./()", *text))
            return false;
    }
    return digits >= 8;
}

bool
import_room_is_nowhere(const char *folded)
{
    return is_nowhere(folded, false, false);
}

bool
import_room_may_be_called(const char *text)
{
    char *folded = fold_copy(text);
    const bool ok = is_name(text) && *folded && !has_link(text) &&
                    !is_phone_number(text) && !is_nowhere(folded, true, false);

    free(folded);
    return ok;
}

bool
import_room_is_remote(const char *text)
{
    char *folded = fold_copy(text);
    const bool is = is_nowhere(folded, true, true);

    free(folded);
    return is;
}
