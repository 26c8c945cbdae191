/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_role.c - the role in a group that a cell of a list names */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/import_folded.h"

/* Folded, in the languages of the headings; what we write ourselves is among them. */
static const struct {
    const char *word;
    enum membership_role role;
} words[] = {
    { "member", MEMBERSHIP_MEMBER },
    { "full member", MEMBERSHIP_MEMBER },
    { "membre", MEMBERSHIP_MEMBER },
    { "titulaire", MEMBERSHIP_MEMBER },
    { "membre titulaire", MEMBERSHIP_MEMBER },
    { "mitglied", MEMBERSHIP_MEMBER },
    { "miembro", MEMBERSHIP_MEMBER },
    { "titular", MEMBERSHIP_MEMBER },
    { "membro", MEMBERSHIP_MEMBER },
    { "lid", MEMBERSHIP_MEMBER },
    { "czlonek", MEMBERSHIP_MEMBER },
    { "czlonkini", MEMBERSHIP_MEMBER },
    { "chair", MEMBERSHIP_CHAIR },
    { "chairman", MEMBERSHIP_CHAIR },
    { "chairwoman", MEMBERSHIP_CHAIR },
    { "chairperson", MEMBERSHIP_CHAIR },
    { "president", MEMBERSHIP_CHAIR },
    { "presidente", MEMBERSHIP_CHAIR },
    { "presidenta", MEMBERSHIP_CHAIR },
    { "presidence", MEMBERSHIP_CHAIR },
    { "vorsitz", MEMBERSHIP_CHAIR },
    { "vorsitzende", MEMBERSHIP_CHAIR },
    { "vorsitzender", MEMBERSHIP_CHAIR },
    { "voorzitter", MEMBERSHIP_CHAIR },
    { "przewodniczacy", MEMBERSHIP_CHAIR },
    { "przewodniczaca", MEMBERSHIP_CHAIR },
    { "alternate", MEMBERSHIP_ALTERNATE },
    { "substitute", MEMBERSHIP_ALTERNATE },
    { "deputy", MEMBERSHIP_ALTERNATE },
    { "suppleant", MEMBERSHIP_ALTERNATE },
    { "suppleante", MEMBERSHIP_ALTERNATE },
    { "membre suppleant", MEMBERSHIP_ALTERNATE },
    { "membre suppleante", MEMBERSHIP_ALTERNATE },
    { "remplacant", MEMBERSHIP_ALTERNATE },
    { "remplacante", MEMBERSHIP_ALTERNATE },
    { "stellvertreter", MEMBERSHIP_ALTERNATE },
    { "stellvertreterin", MEMBERSHIP_ALTERNATE },
    { "stellvertretung", MEMBERSHIP_ALTERNATE },
    { "suplente", MEMBERSHIP_ALTERNATE },
    { "supplente", MEMBERSHIP_ALTERNATE },
    { "plaatsvervanger", MEMBERSHIP_ALTERNATE },
    { "zastepca", MEMBERSHIP_ALTERNATE },
    { "zastepczyni", MEMBERSHIP_ALTERNATE },
    { "observer", MEMBERSHIP_OBSERVER },
    { "observateur", MEMBERSHIP_OBSERVER },
    { "observatrice", MEMBERSHIP_OBSERVER },
    { "beobachter", MEMBERSHIP_OBSERVER },
    { "beobachterin", MEMBERSHIP_OBSERVER },
    { "observador", MEMBERSHIP_OBSERVER },
    { "observadora", MEMBERSHIP_OBSERVER },
    { "osservatore", MEMBERSHIP_OBSERVER },
    { "osservatrice", MEMBERSHIP_OBSERVER },
    { "waarnemer", MEMBERSHIP_OBSERVER },
    { "obserwator", MEMBERSHIP_OBSERVER },
    { "obserwatorka", MEMBERSHIP_OBSERVER },
};

bool
import_folded_role(const char *folded, enum membership_role *role)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (words[i].word[0] != folded[0] || strcmp(words[i].word, folded) != 0)
            continue;
        *role = words[i].role;
        return true;
    }
    return false;
}

bool
import_role_read(const char *cell, enum membership_role *role)
{
    char *tidy = text_tidy(cell ? cell : "");
    char *folded = fold_copy(tidy);
    const bool is = import_folded_role(folded, role);

    free(folded);
    free(tidy);
    return is;
}
