/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_period.c - cells that say when or how long, not what somebody does
 *
 * Their words are in French, English, German, Spanish, Italian and Dutch, folded.
 */
#include "import/import_period.h"

#include <stddef.h>
#include <string.h>

#include "import/import_odd.h"

static bool
is_word_of_periods(const char *word, size_t length)
{
    static const char *const words[] = {
        "du",      "au",       "de",      "a",     "le",     "depuis",  "jusqu",
        "jusquen", "jusquau",  "jusque",  "en",    "er",     "ere",     "an",
        "ans",     "annee",    "annees",  "mois",  "fin",    "debut",   "mandat",
        "from",    "to",       "until",   "till",  "since",  "of",      "the",
        "st",      "nd",       "rd",      "th",    "year",   "years",   "month",
        "months",  "term",     "present", "von",   "vom",    "bis",     "seit",
        "ab",      "zum",      "jahr",    "jahre", "jahren", "monat",   "monate",
        "monaten", "amtszeit", "desde",   "hasta", "al",     "del",     "el",
        "ano",     "anos",     "mes",     "meses", "dal",    "dall",    "dallanno",
        "fino",    "anno",     "anni",    "mese",  "mesi",   "sinds",   "van",
        "tot",     "vanaf",    "jaar",    "jaren", "maand",  "maanden",
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (words[i][0] == word[0] && strlen(words[i]) == length &&
            strncmp(words[i], word, length) == 0)
            return true;
    return import_is_month(word, length);
}

bool
import_folded_is_period(const char *folded)
{
    static const char digits[] = "0123456789";
    /* Signs of figures, dashes of all lengths among them, and apostrophes. */
    static const char between[] = " .,:/-+()[]'\xE2\x80\x90\x93\x94\x99\xAF\xC2\xA0";
    bool figures = false;

    for (const char *at = folded; *at;) {
        const size_t signs = strspn(at, between);
        const size_t numbers = strspn(at + signs, digits);
        const size_t letters =
            strcspn(at + signs + numbers, "0123456789 .,:/-+()[]'\xE2\xC2");
        if (letters > 0 && !is_word_of_periods(at + signs + numbers, letters))
            return false;
        if (signs + numbers + letters == 0)
            return false; /* another sign of several bytes */
        figures = figures || numbers > 0;
        at += signs + numbers + letters;
    }
    return figures;
}
