/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_report.c - the reports of meetings of the sample network
 *
 * Projects and quotes are invented, as all of the sample.
 */
#include "sample/sample_report.h"

#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/finish_report.h"
#include "atelier/app/write_report.h"
#include "atelier/base/memory.h"
#include "sample/sample_names.h"
#include "sample/sample_programme.h"

enum { PROJECTS = 2 };

static const char digital[] =
    "Emplois et activités créés par le numérique dans les territoires urbains";
static const char open_data[] = "Données ouvertes et services publics";
static const char outreach[] = "Aller vers : pratiques des maisons de services";

static const struct sample_project projects[PROJECTS] = {
    { "La halle aux machines", "Vallée de l’Isle",
      "Un atelier de fabrication ouvert à tous, dans une halle de 1911." },
    { "Neuf mois", "Loire et Maine",
      "Une école du code gratuite, *sans condition de diplôme*." },
};

static const struct sample_entry {
    const char *meeting;
    const char *typed;
    int project; /* from 1; 0: about none */
    const char *said_by;
    struct date due;
    int due_in;        /* days from the day on which it is written */
    const char *owner; /* the name of an organisation */
} entries[] = {
    { .meeting = digital,
      .typed = "Le numérique crée de l’emploi **en ville** surtout là où des lieux, "
               "des formations et des entreprises se rencontrent : l’équipement seul "
               "ne suffit pas." },
    { .meeting = digital,
      .typed = "  Un espace de travail partagé qui ouvre sans animateur reste vide la "
               "première année." },
    { .meeting = digital,
      .typed = "  Les emplois comptés ne sont pas toujours des emplois nouveaux : une "
               "part change seulement d’adresse." },
    { .meeting = digital,
      .typed = "? Comment compter les emplois créés, et à quelle échelle : le "
               "quartier, la ville, le bassin ?" },
    { .meeting = digital,
      .typed = "Les agglomérations ont choisi trois entrées différentes :\n\n- des "
               "**lieux** : ateliers, pépinières, espaces partagés ;\n- des "
               "**compétences** : écoles, apprentissage, reconversion ;\n- des "
               "**services** : données ouvertes, guichets en ligne." },
    { .meeting = digital,
      .typed = "> On nous demandait des mètres carrés ; les entreprises, elles, "
               "demandaient des voisins.",
      .said_by = "une directrice du développement économique" },
    { .meeting = digital,
      .typed = "! Les quartiers prioritaires restent à l’écart quand le lieu se trouve "
               "au centre." },
    { .meeting = digital,
      .typed = "  Les horaires comptent autant que la distance : un atelier fermé à 18 "
               "heures exclut ceux qui travaillent." },
    { .meeting = digital,
      .typed = "? Qui paie l’animation une fois l’investissement financé ?" },
    { .meeting = digital,
      .typed = "> Le fonds paie les murs en deux ans, et il nous reste dix ans de "
               "chauffage.",
      .said_by = "un porteur de projet" },
    { .meeting = digital,
      .typed = "La fabrique a ouvert dans une ancienne halle : douze machines, quatre "
               "salariés, trois cents adhérents.",
      .project = 1 },
    { .meeting = digital,
      .typed = "  Un adhérent sur trois est demandeur d’emploi ; quarante ont créé leur "
               "activité.",
      .project = 1 },
    { .meeting = digital,
      .typed = "  Les entreprises voisines louent les machines le matin, le public vient "
               "le soir.",
      .project = 1 },
    { .meeting = digital,
      .typed = "> Je suis venue réparer une chaise, je suis repartie avec un métier.",
      .project = 1,
      .said_by = "une adhérente" },
    { .meeting = digital,
      .typed = "! Le modèle repose sur deux subventions annuelles, renouvelées chaque "
               "fois en décembre.",
      .project = 1 },
    { .meeting = digital,
      .typed = "? La halle peut-elle se passer de subvention avant cinq ans ?",
      .project = 1 },
    { .meeting = digital,
      .typed = "+ Écrire la convention sur trois ans, avec un objectif de recettes "
               "propres.",
      .project = 1,
      .due = { 2017, 6, 30 },
      .owner = "Agglomération de Périgueux" },
    { .meeting = digital,
      .typed = "L’école forme en neuf mois, sans condition de diplôme, des personnes "
               "de 18 à 50 ans.",
      .project = 2 },
    { .meeting = digital,
      .typed = "  Sept sur dix travaillent six mois après, dont la moitié dans "
               "l’agglomération.",
      .project = 2 },
    { .meeting = digital,
      .typed = "  Les promotions comptent un tiers de femmes, deux fois plus qu’à "
               "l’ouverture.",
      .project = 2 },
    { .meeting = digital,
      .typed = "> Personne ne m’a demandé mon diplôme, on m’a demandé si je finissais "
               "ce que je commence.",
      .project = 2,
      .said_by = "un ancien élève" },
    { .meeting = digital,
      .typed = "! Les entreprises recrutent avant la fin : il faut un contrat qui "
               "laisse finir.",
      .project = 2 },
    { .meeting = digital,
      .typed = "? Que deviennent ceux qui abandonnent au cours des trois premiers mois "
               "?",
      .project = 2 },
    { .meeting = digital,
      .typed = "+ Suivre les élèves deux ans, abandons compris, avec le même "
               "questionnaire dans chaque ville.",
      .project = 2,
      .due = { 2017, 9, 15 },
      .owner = "Agglomération d’Angers" },
    { .meeting = digital,
      .typed = "Les autorités de gestion constatent que les dossiers numériques sont "
               "plus petits, plus nombreux et plus lents." },
    { .meeting = digital,
      .typed = "  Un dossier sur quatre est déposé par une structure de moins de trois "
               "salariés." },
    { .meeting = digital,
      .typed = "? Peut-on regrouper ces petits dossiers sous un seul chef de file ?" },
    { .meeting = digital,
      .typed = "> La pièce qui manque n’est jamais la même, mais il en manque toujours "
               "une.",
      .said_by = "une instructrice" },
    { .meeting = digital,
      .typed = "! Les coûts simplifiés ne sont presque pas utilisés, faute d’exemples "
               "contrôlés." },
    { .meeting = digital,
      .typed = "+ Publier deux dossiers modèles, contrôlés, avec leurs coûts "
               "simplifiés.",
      .due = { 2017, 5, 31 },
      .owner = "Autorité de gestion des fonds européens, Nouvelle-Aquitaine" },
    { .meeting = digital,
      .typed = "+ Prévoir une ligne d’animation sur cinq ans dès l’appel à projets.",
      .owner = "Conseil régional, Nouvelle-Aquitaine" },
    { .meeting = digital,
      .typed = "+ Ouvrir un guichet commun aux porteurs de moins de dix salariés.",
      .due = { 2017, 10, 1 },
      .owner = "Autorité de gestion des fonds européens, Nouvelle-Aquitaine" },
    { .meeting = digital,
      .typed = "Les données ouvertes servent d’abord aux services de la ville "
               "eux-mêmes ; les entreprises viennent ensuite." },
    { .meeting = digital,
      .typed = "> Nous avons ouvert nos données pour les autres, et c’est nous qui les "
               "avons lues les premiers.",
      .said_by = "un directeur des systèmes d’information" },
    { .meeting = digital,
      .typed = "! Une donnée publiée une fois et jamais mise à jour coûte plus de "
               "confiance qu’elle n’en apporte." },
    { .meeting = digital,
      .typed = "= Le groupe tient une liste commune d’indicateurs d’emploi, cinq au "
               "plus." },
    { .meeting = digital,
      .typed = "= La prochaine réunion a lieu dans la halle, avec les adhérents.",
      .owner = "Agglomération de Périgueux" },
    { .meeting = digital,
      .typed = ". Le numérique ne crée pas d’emploi à lui seul ; il en crée quand une "
               "ville relie un lieu, une formation et des entreprises, et paie "
               "durablement ceux qui les relient." },
    { .meeting = digital,
      .typed = ". Les comptes seront faits à la même échelle dans chaque ville, et "
               "revus dans un an." },
    { .meeting = open_data,
      .typed = "Trois villes sur dix mettent leurs données à jour chaque mois." },
    { .meeting = open_data, .typed = "? Qui répond quand une donnée est fausse ?" },
    { .meeting = open_data,
      .typed = "> Le premier utilisateur de nos horaires de bus, c’est notre standard.",
      .said_by = "une responsable de l’accueil" },
    { .meeting = open_data,
      .typed = "+ Nommer dans chaque ville une personne qui répond des données "
               "publiées.",
      .due_in = 30 },
    { .meeting = open_data,
      .typed = "= Un modèle de licence est proposé à toutes les villes." },
    { .meeting = outreach,
      .typed = "Les permanences hors les murs touchent un public que l’accueil ne voit "
               "pas." },
    { .meeting = outreach,
      .typed = "! Deux agents sur trois partent seuls, sans téléphone de service." },
    { .meeting = outreach,
      .typed = "+ Ne plus envoyer un agent seul après 18 heures.",
      .due_in = 20 },
    { .meeting = outreach,
      .typed = "+ Partager le calendrier des permanences entre les maisons." },
    { 0 },
};

bool
sample_report_has(const char *title)
{
    for (const struct sample_entry *e = entries; e->meeting; e++)
        if (strcmp(e->meeting, title) == 0)
            return true;
    return false;
}

static int64_t
organisation_of(const char *name, const int64_t *organisations)
{
    for (size_t i = 0; name && sample_organisations[i].name; i++)
        if (strcmp(sample_organisations[i].name, name) == 0)
            return organisations[i];
    return 0;
}

static void
add_entry(struct atelier *at, const struct sample_entry *from, int64_t meeting,
          const int64_t ids[PROJECTS], struct report_entry_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    struct report_entry *entry = &list->items[list->count++];
    record_init(&report_entry_entity, entry);
    entry_take_typed(entry, from->typed);
    entry->meeting = meeting;
    entry->said_by = memory_copy(from->said_by);
    entry->due =
        from->due_in > 0 ? date_add_days(atelier_today(at), from->due_in) : from->due;
    if (from->project > 0)
        entry->project = ids[from->project - 1];
}

bool
sample_report_write(struct atelier *at, const char *title, int64_t meeting,
                    const int64_t *organisations, struct error *err)
{
    struct report_entry_list list = { 0 };
    int64_t ids[PROJECTS] = { 0 };
    bool ok = strcmp(title, digital) != 0 ||
              sample_projects_add(at, projects, organisations, PROJECTS, ids, err);

    for (const struct sample_entry *e = entries; ok && e->meeting; e++)
        if (strcmp(e->meeting, title) == 0) {
            add_entry(at, e, meeting, ids, &list);
            list.items[list.count - 1].owner_organisation =
                organisation_of(e->owner, organisations);
        }
    ok = ok && entry_add_all(at, &list, ENTRY_AT_END, err);
    report_entry_list_clear(&list);
    return ok;
}

bool
sample_report_finish(struct atelier *at, int64_t meeting, struct error *err)
{
    return report_finish_unprinted(at, meeting, "fr", err);
}
