/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_office.c - words for what somebody is, which stand beside names */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "name/name_word.h"

static int
compare(const void *key, const void *word)
{
    return strcmp(key, *(const char *const *)word);
}

/* Folded and in order, in the six languages. */
bool
name_word_is_office(struct name_word word)
{
    static const char *const offices[] = {
        "adjoint",
        "adjointe",
        "agent",
        "alcalde",
        "alcaldesa",
        "ambassadeur",
        "ambassadrice",
        "animateur",
        "animatrice",
        "architecte",
        "assessora",
        "assessore",
        "assistant",
        "assistante",
        "buergermeister",
        "buergermeisterin",
        "burgemeester",
        "burgermeister",
        "burgermeisterin",
        "chairman",
        "chairperson",
        "chairwoman",
        "charge",
        "chargee",
        "chef",
        "cheffe",
        "colonel",
        "colonelle",
        "commandant",
        "commandante",
        "commissaire",
        "concejal",
        "concejala",
        "conseiller",
        "conseillere",
        "consigliera",
        "consigliere",
        "coordinateur",
        "coordinatrice",
        "coordonnateur",
        "coordonnatrice",
        "councillor",
        "delegue",
        "deleguee",
        "depute",
        "deputee",
        "deputy",
        "dga",
        "dgs",
        "dgst",
        "directeur",
        "director",
        "directora",
        "directrice",
        "direttore",
        "direttrice",
        "elu",
        "elue",
        "geschaftsfuhrer",
        "geschaftsfuhrerin",
        "gouverneur",
        "head",
        "hoofd",
        "ingenieur",
        "ingenieure",
        "juriste",
        "leiter",
        "leiterin",
        "maire",
        "maires",
        "mairesse",
        "manager",
        "mayor",
        "minister",
        "ministre",
        "officer",
        "prefet",
        "prefete",
        "president",
        "presidenta",
        "presidente",
        "procureur",
        "procureure",
        "recteur",
        "rectrice",
        "redacteur",
        "redactrice",
        "referent",
        "referentin",
        "responsable",
        "secretaire",
        "secretaria",
        "secretario",
        "secretary",
        "senateur",
        "senatrice",
        "sindaca",
        "sindaco",
        "sous prefet",
        "sous prefete",
        "stagiaire",
        "technicien",
        "technicienne",
        "tresorier",
        "tresoriere",
        "urbaniste",
        "vice president",
        "vice presidente",
        "voorzitter",
        "vorsitzende",
        "vorsitzender",
        "wethouder",
    };
    enum { SHORTEST = 3, LONGEST = 24 };
    if (word.length < SHORTEST || word.length > LONGEST)
        return false;
    char *part = memory_copy_part(word.start, word.length);
    char *folded = fold_copy(part);
    bool found = bsearch(folded, offices, sizeof(offices) / sizeof(offices[0]),
                         sizeof(offices[0]), compare) != NULL;
    free(folded);
    free(part);
    return found;
}
