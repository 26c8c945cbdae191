/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_coming.c - whether somebody on a list comes: Annulé, Not Attending, Excusés
 *
 * The words are folded, in French, English, German, Spanish, Italian, Dutch and
 * Polish.
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/import_coming.h"
#include "import/import_folded.h"

/* They say no wherever they stand, and above people who do not come; in order. */
static const char *const refusals[] = {
    "abgemeldet",      "abgesagt",       "absent",         "absente",
    "absentes",        "absents",        "abwesend",       "abwesende",
    "afgemeld",        "afgezegd",       "afwezig",        "afwezigen",
    "annulation",      "annulations",    "annule",         "annulee",
    "annulees",        "annules",        "annullata",      "annullato",
    "anulowane",       "apologies",      "assente",        "assenti",
    "ausente",         "ausentes",       "caduque",        "cancelada",
    "cancelado",       "canceled",       "cancelled",      "cannot",
    "decline",         "declined",       "declinee",       "denied",
    "desiste",         "desistement",    "desistements",   "en attente",
    "entschuldigt",    "ersetzt",        "erstattet",      "excuse",
    "excused",         "excusee",        "excusees",       "excuses",
    "geannuleerd",     "lapsed",         "lista dattesa",  "lista de espera",
    "lista rezerwowa", "liste attente",  "liste dattente", "maybe",
    "ne participe",    "ne participera", "ne pourra",      "ne pourrai",
    "ne sera",         "ne serai",       "ne viendra",     "ne viendrai",
    "ne vient",        "nee bedankt",    "nee helaas",     "nein danke",
    "nein leider",     "nicht",          "nie bede",       "nie bedzie",
    "nie dziekuje",    "nie przyjde",    "nie przyjdzie",  "nie wezme",
    "nie wezmie",      "nieobecna",      "nieobecny",      "niet",
    "no gracias",      "no grazie",      "no show",        "no thank you",
    "no thanks",       "non merci",      "non present",    "non presente",
    "noshow",          "not attending",  "not coming",     "not going",
    "not present",     "odwolane",       "on hold",        "pas present",
    "pas presente",    "pending",        "peut etre",      "refunded",
    "refus",           "refuse",         "refused",        "refusee",
    "rejected",        "rembourse",      "remboursee",     "remboursement",
    "remplace",        "remplacee",      "replaced",       "retire",
    "retiree",         "rezerwowa",      "rezerwowy",      "rimborsato",
    "storniert",       "substituted",    "tentative",      "vielleicht",
    "wachtlijst",      "waiting",        "waiting list",   "waitlist",
    "waitlisted",      "warteliste",     "will not",       "withdrawn",
};

/* They say no wherever they stand in an answer; above others they may be a name. */
static const char *const answers[] = {
#define NO(words) words,
#include "import/no_word.def"
#undef NO
};

/* They say no alone, or before a comma. */
static const char *const noes[] = { "0",     "a",   "abs", "e",      "exc", "faux",
                                    "false", "n",   "no",  "falsch", "nee", "nein",
                                    "non",   "nie", "ko",  "nok",    "nope" };

/* Signs of a no at the beginning. */
static const char *const crosses[] = { "✗", "✘", "✖", "❌", "☐", "👎", "🚫", "⛔" };

/* Above those who do come; in order. */
static const char *const comers[] = {
    "aanwezig",   "aanwezigen", "accepte",      "accepted",     "acceptes",  "anwesend",
    "anwesende",  "asistentes", "attending",    "confirme",     "confirmed", "confirmes",
    "deelnemers", "inscrits",   "partecipanti", "participants", "present",   "presentes",
    "presenti",   "presents",   "registered",   "teilnehmer",
};

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

/* Whether a text begins with words, as whole words. */
static bool
begins_with(const char *folded, const char *words)
{
    if (folded[0] != words[0] || (words[1] && folded[1] != words[1]))
        return false;
    const size_t length = strlen(words);
    return strncmp(folded, words, length) == 0 &&
           (folded[length] == '\0' || folded[length] == ' ');
}

/* The first of the words, which are in order, that begins with a letter or one behind
 * it. */
static size_t
first_of(unsigned char letter, const char *const *words, size_t count)
{
    size_t from = 0;

    while (count > 0) {
        const size_t half = count / 2;
        if ((unsigned char)words[from + half][0] < letter) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from;
}

static bool
has_any(const char *folded, const char *const *words, size_t count)
{
    for (const char *at = folded; *at; at += strcspn(at, " "), at += *at == ' ')
        for (size_t i = first_of((unsigned char)*at, words, count);
             i < count && words[i][0] == *at; i++)
            if (begins_with(at, words[i]))
                return true;
    return false;
}

/* "Non", "Non, désolée". */
static bool
is_plain_no(const struct import_folded *cell)
{
    const char *text = cell->cell;
    const size_t word = strcspn(cell->folded, " ");
    if (cell->folded[word] != '\0' && strpbrk(text, ",;.!:") != text + word)
        return false;
    for (size_t i = 0; i < COUNT(noes); i++)
        if (strlen(noes[i]) == word && strncmp(cell->folded, noes[i], word) == 0)
            return true;
    return false;
}

bool
import_folded_is_no(const struct import_folded *asked)
{
    for (size_t i = 0; i < COUNT(crosses); i++)
        if (strncmp(asked->cell, crosses[i], strlen(crosses[i])) == 0)
            return true;
    const bool in_languages =
        strchr(asked->folded, ' ') && strpbrk(asked->cell, "/|(-\xe2");

    return is_plain_no(asked) ||
           (in_languages && import_folded_answer(asked) == IMPORT_ANSWER_NO) ||
           has_any(asked->folded, refusals, COUNT(refusals)) ||
           has_any(asked->folded, answers, COUNT(answers));
}

bool
import_cell_is_no(const char *cell)
{
    char *folded = fold_copy(cell);
    const struct import_folded asked = { cell, folded };
    const bool is_no = import_folded_is_no(&asked);
    free(folded);
    return is_no;
}

enum import_title
import_title_of(const char *text)
{
    char *folded = fold_copy(text);
    const enum import_title title =
        has_any(folded, refusals, COUNT(refusals)) ? IMPORT_TITLE_AWAY
        : has_any(folded, comers, COUNT(comers))   ? IMPORT_TITLE_COMING
                                                   : IMPORT_TITLE_NONE;
    free(folded);
    return title;
}

bool
import_coming_is_open(const char *cell)
{
    static const char *const words[] = {
        "invite",      "invited",    "invitee",    "invitato",     "invitata", "invitado",
        "invitada",    "eingeladen", "convoque",   "convoquee",    "convened", "offered",
        "uitgenodigd", "zaproszony", "zaproszona", "sans reponse", "no reply", "aucune",
    };
    char *folded = fold_copy(cell);
    bool is = false;
    for (size_t i = 0; !is && i < COUNT(words); i++)
        is = strcmp(folded, words[i]) == 0;
    free(folded);
    return is;
}

char *
import_coming_reason(const struct import_row *row)
{
    struct buffer reason = { 0 };

    buffer_addf(&reason,
                _("“%s”: this person does not seem to come; decide whether to take the "
                  "row."),
                row->values[IMPORT_COMING]);
    return buffer_take(&reason);
}
