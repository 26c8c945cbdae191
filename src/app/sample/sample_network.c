/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_network.c - the groups, places and meetings of the sample network
 *
 * Days count from the day on which the sample is made, so that there is
 * always a meeting next week, a full one, a cancelled one and an empty one.
 */
#include "sample/sample_network.h"

const char *const sample_categories[] = {
    "Agglomération",
    "Autorité de gestion",
    "Porteur de projet",
    "État",
    "Région",
    "Association",
    "Expert",
    NULL,
};

const struct sample_group sample_groups[] = {
    { "NUM", "Numérique et emploi", "Transition numérique", "Europe/Paris", "steelblue",
      40, 34 },
    { "URB", "Renouvellement urbain", "Quartiers et habitat", "Europe/Paris", "sienna",
      45, 38 },
    { "MOB", "Mobilités durables", "Transports", "Europe/Paris", "seagreen", 40, 31 },
    { "ENR", "Énergie et climat", "Transition écologique", "Europe/Paris", "goldenrod",
      40, 29 },
    { "INC", "Inclusion et accès aux droits", "Cohésion sociale", "Europe/Paris",
      "orchid", 35, 27 },
    { "EAU", "Eau et adaptation", "Risques et nature en ville", "Europe/Paris", "teal",
      30, 22 },
    { "FED", "Gestion des fonds européens", "Programmation", "Europe/Brussels", "navy",
      60, 41 },
    { "EVA", "Évaluation et données", "Mesure des effets", "Europe/Paris", "slategray",
      25, 18 },
    { NULL, NULL, NULL, NULL, NULL, 0, 0 },
};

const struct sample_venue sample_venues[] = {
    { "Maison des Territoires", "12 quai des Lavandières, 75000 Paris",
      "48.853000;2.349000", "Métro à cinq minutes ; ascenseur à droite de l’accueil" },
    { "Halle aux Grains", "3 place du Marché, 24000 Périgueux", "45.184000;0.721000",
      "Gare à dix minutes à pied" },
    { "Centre de congrès du Rivage", "40 avenue des Dunes, 17000 La Rochelle",
      "46.160000;-1.151000", "Navette depuis la gare" },
    { "Hôtel communautaire", "1 esplanade de la Loire, 49000 Angers",
      "47.478000;-0.563000", NULL },
    { NULL, NULL, NULL, NULL },
};

const struct sample_room sample_rooms[] = {
    { "Maison des Territoires", "Salle Garonne", 50 },
    { "Maison des Territoires", "Salle Loire", 40 },
    { "Maison des Territoires", "Salle Meuse", 20 },
    { "Maison des Territoires", "Grand amphithéâtre", 180 },
    { "Halle aux Grains", "La Nef", 90 },
    { "Halle aux Grains", "Le Grenier", 30 },
    { "Centre de congrès du Rivage", "Salle des Ormeaux", 60 },
    { "Centre de congrès du Rivage", "Salle des Embruns", 35 },
    { "Hôtel communautaire", "Salle du Conseil", 70 },
    { NULL, NULL, 0 },
};

const struct date sample_digital_day = { .year = 2017, .month = 3, .day = 16 };

const struct sample_meeting sample_digital_meeting = {
    "NUM",
    0,
    9,
    30,
    420,
    "Emplois et activités créés par le numérique dans les territoires urbains",
    "Salle Garonne",
    45,
    40,
    MEETING_HELD,
    WAITING_NONE,
    NULL
};

const struct sample_meeting sample_meetings[] = {
    { "URB", -410, 9, 30, 390, "Friches : du diagnostic au projet", "Salle Garonne", 45,
      38, MEETING_HELD, WAITING_NONE, NULL },
    { "FED", -372, 10, 0, 180, "Clôture des dossiers et pièces justificatives",
      "Grand amphithéâtre", 60, 52, MEETING_HELD, WAITING_NONE, NULL },
    { "MOB", -340, 9, 30, 210, "Autopartage dans les villes moyennes", "Salle Loire", 40,
      27, MEETING_HELD, WAITING_NONE, NULL },
    { "ENR", -301, 14, 0, 180, "Réseaux de chaleur : montages et coûts", "Le Grenier", 30,
      29, MEETING_HELD, WAITING_NONE, NULL },
    { "NUM", -266, 9, 30, 390, "Médiation numérique : qui forme qui ?", "Salle Loire", 40,
      36, MEETING_HELD, WAITING_NONE, NULL },
    { "INC", -241, 10, 0, 360, "Logement d’abord : retours de terrain",
      "Salle des Embruns", 35, 31, MEETING_HELD, WAITING_NONE, NULL },
    { "EVA", -215, 9, 0, 180, "Indicateurs communs : une liste courte", "Salle Meuse", 20,
      18, MEETING_HELD, WAITING_NONE, NULL },
    { "EAU", -188, 9, 30, 210, "Désimperméabiliser les cours d’école",
      "Salle des Embruns", 30, 22, MEETING_HELD, WAITING_NONE, NULL },
    { "URB", -160, 9, 30, 390, "Copropriétés dégradées", "Salle du Conseil", 45, 33,
      MEETING_HELD, WAITING_NONE, NULL },
    { "FED", -133, 10, 0, 180, "Investissements territoriaux intégrés", "Salle Garonne",
      50, 50, MEETING_HELD, WAITING_NONE, NULL },
    { "MOB", -104, 13, 30, 180, "Logistique du dernier kilomètre", NULL, 0, 41,
      MEETING_HELD, WAITING_NONE, NULL },
    { "NUM", -76, 9, 30, 390, "Données ouvertes et services publics", "La Nef", 40, 28,
      MEETING_HELD, WAITING_NONE, NULL },
    { "ENR", -48, 14, 0, 180, "Rénovation des écoles : financer et phaser", "Salle Loire",
      40, 35, MEETING_HELD, WAITING_NONE, NULL },
    { "EAU", -20, 9, 30, 210, "Îlots de fraîcheur", "Le Grenier", 30, 19,
      MEETING_CANCELLED, WAITING_NONE, "Grève des transports" },
    { "INC", -9, 10, 0, 360, "Aller vers : pratiques des maisons de services",
      "Salle des Ormeaux", 35, 30, MEETING_HELD, WAITING_NONE, NULL },
    { "EVA", -3, 9, 0, 180, "Enquêtes auprès des bénéficiaires", "Salle Meuse", 20, 14,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "URB", 2, 9, 30, 390, "Cœurs de ville : commerces et logements", "Salle Garonne",
      45, 48, MEETING_CONFIRMED, WAITING_PROPOSE, NULL },
    { "NUM", 8, 9, 30, 390, "Inclusion numérique des jeunes actifs", "Salle Loire", 40,
      40, MEETING_CONFIRMED, WAITING_PROPOSE, NULL },
    { "FED", 13, 10, 0, 180, "Préparer le contrôle de premier niveau",
      "Grand amphithéâtre", 60, 37, MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "MOB", 17, 9, 30, 210, "Plans de mobilité employeur", "Salle du Conseil", 40, 24,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "ENR", 23, 14, 0, 180, "Communautés d’énergie", "Salle des Embruns", 35, 12,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "INC", 30, 10, 0, 360, "Santé mentale et précarité", "Salle des Ormeaux", 35, 9,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "EAU", 37, 9, 30, 210, "Inondations : vivre avec l’aléa", "Le Grenier", 30, 6,
      MEETING_POSTPONED, WAITING_NONE, "Intervenants indisponibles" },
    { "EVA", 44, 9, 0, 180, "Évaluer les effets sur l’emploi", "Salle Meuse", 20, 5,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "URB", 58, 9, 30, 390, "Relogement et concertation", "La Nef", 45, 3,
      MEETING_CONFIRMED, WAITING_NONE, NULL },
    { "FED", 72, 10, 0, 180, "Coûts simplifiés", NULL, 0, 4, MEETING_CONFIRMED,
      WAITING_NONE, NULL },
    { "NUM", 86, 9, 30, 390, "Intelligence artificielle au guichet", "Salle Garonne", 40,
      0, MEETING_DRAFT, WAITING_NONE, NULL },
    { "MOB", 101, 9, 30, 210, "Gares et quartiers de gare", "Salle Loire", 40, 0,
      MEETING_DRAFT, WAITING_NONE, NULL },
    { "ENR", 128, 14, 0, 180, "Ombrières et toitures solaires", NULL, 30, 0,
      MEETING_DRAFT, WAITING_NONE, NULL },
    { NULL, 0, 0, 0, 0, NULL, NULL, 0, 0, MEETING_DRAFT, WAITING_NONE, NULL },
};
