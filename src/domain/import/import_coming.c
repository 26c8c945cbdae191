/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_coming.c - whether somebody on a list comes: Annulé, Not Attending, Excusés
 *
 * The words are folded, in French, English, German, Spanish, Italian and Dutch.
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/import_coming.h"

/* They say no wherever they stand, and above people who do not come. */
static const char *const refusals[] = {
    "absent",          "absente",        "absentes",      "absents",
    "abgesagt",        "abgemeldet",     "abwesend",      "abwesende",
    "afgemeld",        "afgezegd",       "afwezig",       "afwezigen",
    "annulation",      "annulations",    "annullato",     "annullata",
    "annule",          "annulee",        "annulees",      "annules",
    "apologies",       "assente",        "assenti",       "ausente",
    "ausentes",        "cancelado",      "cancelada",     "canceled",
    "cancelled",       "decline",        "declined",      "declinee",
    "desiste",         "desistement",    "desistements",  "en attente",
    "entschuldigt",    "erstattet",      "excuse",        "excused",
    "excusee",         "excusees",       "excuses",       "geannuleerd",
    "lista de espera", "lista dattesa",  "liste attente", "liste dattente",
    "maybe",           "nicht",          "niet",          "not attending",
    "not coming",      "not going",      "not present",   "no show",
    "noshow",          "non present",    "non presente",  "on hold",
    "pas present",     "pas presente",   "peut etre",     "pending",
    "refunded",        "refus",          "refuse",        "refused",
    "refusee",         "rejected",       "rembourse",     "remboursee",
    "remboursement",   "rimborsato",     "storniert",     "tentative",
    "vielleicht",      "wachtlijst",     "waiting",       "waiting list",
    "waitlist",        "waitlisted",     "warteliste",    "withdrawn",
    "ne participe",    "ne participera", "ne pourra",     "ne pourrai",
    "ne sera",         "ne serai",       "ne vient",      "ne viendra",
    "ne viendrai",     "cannot",         "will not",
};

/* They say no alone, or before a comma. */
static const char *const noes[] = { "0", "a",  "abs",    "e",   "exc",  "faux", "false",
                                    "n", "no", "falsch", "nee", "nein", "non" };

/* Above those who do come. */
static const char *const comers[] = {
    "accepted",   "accepte",    "acceptes",     "aanwezig",     "aanwezigen", "anwesend",
    "anwesende",  "asistentes", "attending",    "confirme",     "confirmed",  "confirmes",
    "deelnemers", "inscrits",   "partecipanti", "participants", "present",    "presents",
    "presentes",  "presenti",   "registered",   "teilnehmer",
};

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

/* Whether words stand in a text as whole words. */
static bool
has_words(const char *folded, const char *words)
{
    const size_t length = strlen(words);

    for (const char *at = strstr(folded, words); at; at = strstr(at + 1, words))
        if ((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    return false;
}

static bool
has_any(const char *text, const char *const *words, size_t count)
{
    char *folded = fold_copy(text);
    bool found = false;

    for (size_t i = 0; !found && i < count; i++)
        found = has_words(folded, words[i]);
    free(folded);
    return found;
}

/* "Non", "Non, désolée". */
static bool
is_plain_no(const char *text)
{
    char *folded = fold_copy(text);
    const size_t word = strcspn(folded, " ");
    const bool is_alone = folded[word] == '\0' || strpbrk(text, ",;.!:") == text + word;
    bool found = false;

    for (size_t i = 0; is_alone && !found && i < COUNT(noes); i++)
        found = strlen(noes[i]) == word && strncmp(folded, noes[i], word) == 0;
    free(folded);
    return found;
}

bool
import_coming_is_no(const char *cell)
{
    return is_plain_no(cell) || has_any(cell, refusals, COUNT(refusals)) ||
           strncmp(cell, "✗", strlen("✗")) == 0 || strncmp(cell, "✘", strlen("✘")) == 0 ||
           strncmp(cell, "☐", strlen("☐")) == 0;
}

enum import_title
import_title_of(const char *text)
{
    if (has_any(text, refusals, COUNT(refusals)))
        return IMPORT_TITLE_AWAY;
    return has_any(text, comers, COUNT(comers)) ? IMPORT_TITLE_COMING : IMPORT_TITLE_NONE;
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
