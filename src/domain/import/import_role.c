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
    char word[28];
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
    { "titulaire e", MEMBERSHIP_MEMBER },
    { "titulares", MEMBERSHIP_MEMBER },
    { "vocal", MEMBERSHIP_MEMBER },
    { "miembro titular", MEMBERSHIP_MEMBER },
    { "titolare", MEMBERSHIP_MEMBER },
    { "effettivo", MEMBERSHIP_MEMBER },
    { "effettiva", MEMBERSHIP_MEMBER },
    { "membro effettivo", MEMBERSHIP_MEMBER },
    { "membro titolare", MEMBERSHIP_MEMBER },
    { "componente", MEMBERSHIP_MEMBER },
    { "effectif", MEMBERSHIP_MEMBER },
    { "membre effectif", MEMBERSHIP_MEMBER },
    { "ordentliches mitglied", MEMBERSHIP_MEMBER },
    { "beisitzer", MEMBERSHIP_MEMBER },
    { "beisitzerin", MEMBERSHIP_MEMBER },
    { "effectief lid", MEMBERSHIP_MEMBER },
    { "full", MEMBERSHIP_MEMBER },
    { "regular member", MEMBERSHIP_MEMBER },
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
    { "voorzitster", MEMBERSHIP_CHAIR },
    { "vorsitzende r", MEMBERSHIP_CHAIR },
    { "president e", MEMBERSHIP_CHAIR },
    { "co president", MEMBERSHIP_CHAIR },
    { "copresident", MEMBERSHIP_CHAIR },
    { "copresidente", MEMBERSHIP_CHAIR },
    { "co chair", MEMBERSHIP_CHAIR },
    { "przewodniczacy", MEMBERSHIP_CHAIR },
    { "przewodniczaca", MEMBERSHIP_CHAIR },
    { "alternate", MEMBERSHIP_ALTERNATE },
    { "substitute", MEMBERSHIP_ALTERNATE },
    { "deputy", MEMBERSHIP_ALTERNATE },
    { "suppleant", MEMBERSHIP_ALTERNATE },
    { "suppleante", MEMBERSHIP_ALTERNATE },
    { "suppleant e", MEMBERSHIP_ALTERNATE },
    { "membre suppleant e", MEMBERSHIP_ALTERNATE },
    { "alternate member", MEMBERSHIP_ALTERNATE },
    { "substitute member", MEMBERSHIP_ALTERNATE },
    { "stellvertretendes mitglied", MEMBERSHIP_ALTERNATE },
    { "stellvertreter in", MEMBERSHIP_ALTERNATE },
    { "ersatzmitglied", MEMBERSHIP_ALTERNATE },
    { "miembro suplente", MEMBERSHIP_ALTERNATE },
    { "membro supplente", MEMBERSHIP_ALTERNATE },
    { "sostituto", MEMBERSHIP_ALTERNATE },
    { "sostituta", MEMBERSHIP_ALTERNATE },
    { "plaatsvervangend lid", MEMBERSHIP_ALTERNATE },
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
    { "observateur trice", MEMBERSHIP_OBSERVER },
    { "membre observateur", MEMBERSHIP_OBSERVER },
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
import_folded_is_part(const char *folded)
{
    static const char *const parts[] = {
        "participant", "participante", "attendee",      "visitor",       "visiteur",
        "visiteuse",   "guest",        "invite",        "invitee",       "speaker",
        "intervenant", "intervenante", "panelist",      "moderator",     "moderateur",
        "moderatrice", "animateur",    "animatrice",    "formateur",     "formatrice",
        "organizer",   "organiser",    "organisateur",  "organisatrice", "host",
        "exhibitor",   "exposant",     "staff",         "volunteer",     "benevole",
        "teilnehmer",  "teilnehmerin", "teilnehmende",  "gast",          "referent",
        "referentin",  "asistente",    "ponente",       "invitado",      "invitada",
        "organizador", "organizadora", "partecipante",  "relatore",      "relatrice",
        "ospite",      "deelnemer",    "deelneemster",  "spreker",       "spreekster",
        "presenter",   "presentateur", "presentatrice", "user",          "utilisateur",
        "admin",
    };
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i][0] == folded[0] && strcmp(parts[i], folded) == 0)
            return true;
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
