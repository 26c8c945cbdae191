/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_programme.c - what two meetings of the sample network consist of
 *
 * Both last from 9:30 to 16:00 and have lunch from 12:30 to 14:00.
 */
#include "sample/sample_programme.h"

#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/memory.h"
#include "atelier/domain/item.h"
#include "atelier/domain/project.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/workshop_table.h"
#include "sample/sample_network.h"
#include "session/session.h"

enum { HALVES = 2, PROJECTS = 2 };

static const char hearts[] = "Cœurs de ville : commerces et logements";
static const char inclusion[] = "Inclusion numérique des jeunes actifs";

/* In the order of their hours; minutes of the day. */
static const struct {
    const char *label;
    int start, end;
} halves[HALVES] = {
    { "Matin", 9 * 60 + 30, 12 * 60 + 30 },
    { "Après-midi", 14 * 60, 16 * 60 },
};

static const struct sample_workshop {
    const char *meeting;
    int half;
    const char *title;
    const char *room;
    int seats, least;
    int leader, speaker;  /* among the sample's people; -1: none */
    const char *subject;  /* of the speaker */
    bool is_given_before; /* the same once more */
} workshops[] = {
    { hearts, 1, "Vacance commerciale : agir à l’échelle du centre", "Salle Garonne", 18,
      2, 0, 1, "Un manager de centre-ville pour trois communes", false },
    { hearts, 1, "Logements au-dessus des boutiques", "Salle Loire", 14, 2, 2, 3,
      "Convaincre les copropriétés", false },
    { hearts, 1, "Foncières de redynamisation", "Salle Meuse", 10, 4, 4, -1, NULL,
      false },
    { hearts, 1, "Marchés et halles", "Grand amphithéâtre", 20, 0, 5, 6,
      "La halle, premier commerce du quartier", false },
    { inclusion, 0, "Aller vers les jeunes actifs", "Salle Loire", 16, 0, 1, 2,
      "Un bus, trois zones d’activités", false },
    { inclusion, 0, "Le téléphone pour seul ordinateur", "Salle Meuse", 12, 0, 3, -1,
      NULL, false },
    { inclusion, 1, "Aller vers les jeunes actifs", "Salle Loire", 16, 0, 1, 2,
      "Un bus, trois zones d’activités", true },
    { inclusion, 1, "Données personnelles au travail", "Salle Meuse", 12, 0, 6, -1, NULL,
      false },
    { 0 },
};

static const struct sample_project projects[PROJECTS] = {
    { "Quai des Marchands", "Rives de Loire",
      "Douze boutiques d’essai au pied de logements rénovés." },
    { "Toits habités", "Vallée de l’Isle",
      "Quarante logements au-dessus de commerces vides depuis dix ans." },
};

static const struct {
    enum item_kind kind;
    const char *title; /* NULL: of the project */
    int start, end;    /* minutes of the day */
    int speaker;       /* among the sample's people; -1: none */
    int project;       /* among the projects; -1: none */
} items[] = {
    { ITEM_PLENARY, "Ouverture : habiter et travailler au centre", 9 * 60 + 30,
      10 * 60 + 15, 0, -1 },
    { ITEM_PROJECT, NULL, 10 * 60 + 15, 10 * 60 + 45, 1, 0 },
    { ITEM_BREAK, "Pause", 10 * 60 + 45, 11 * 60, -1, -1 },
    { ITEM_PROJECT, NULL, 11 * 60, 11 * 60 + 30, 3, 1 },
};

bool
sample_programme_has(const char *title)
{
    return strcmp(title, hearts) == 0 || strcmp(title, inclusion) == 0;
}

static struct local_time
at_minute(struct date date, int minute)
{
    return (
        struct local_time){ .date = date, .hour = minute / 60, .minute = minute % 60 };
}

static int64_t
room_of(const struct sample_places *places, const char *name)
{
    for (size_t i = 0; sample_rooms[i].name; i++)
        if (strcmp(sample_rooms[i].name, name) == 0)
            return places->rooms[i];
    return 0;
}

static bool
add_slots(struct atelier *at, const struct meeting *meeting, int64_t slots[HALVES],
          struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < HALVES; i++) {
        struct slot slot;
        record_init(&slot_entity, &slot);
        slot.meeting = meeting->head.id;
        slot.label = memory_copy(halves[i].label);
        slot.start = at_minute(meeting->start.date, halves[i].start);
        slot.end = at_minute(meeting->start.date, halves[i].end);
        ok = edit_add(at, &slot_entity, &slot, NULL, err);
        slots[i] = slot.head.id;
        record_clear(&slot_entity, &slot);
    }
    return ok;
}

static bool
add_speaker(struct atelier *at, const struct sample_workshop *from, int64_t workshop,
            const struct sample_places *places, struct error *err)
{
    if (from->speaker < 0)
        return true;
    struct speaker speaker;
    record_init(&speaker_entity, &speaker);
    speaker.workshop = workshop;
    speaker.person = places->people[from->speaker];
    speaker.subject = memory_copy(from->subject);
    const bool ok = edit_add(at, &speaker_entity, &speaker, NULL, err);
    record_clear(&speaker_entity, &speaker);
    return ok;
}

/* *first is the one that may be given once more. */
static bool
add_workshop(struct atelier *at, const struct sample_workshop *from, int64_t slot,
             const struct sample_places *places, int64_t *first, struct error *err)
{
    struct workshop workshop;
    record_init(&workshop_entity, &workshop);
    workshop.meeting = places->meeting;
    workshop.title = memory_copy(from->title);
    workshop.slot = slot;
    workshop.room = room_of(places, from->room);
    workshop.seats = from->seats;
    workshop.least = from->least > 0 ? from->least : NUMBER_NONE;
    workshop.leader = places->people[from->leader];
    workshop.again = from->is_given_before ? *first : 0;
    const bool ok = edit_add(at, &workshop_entity, &workshop, NULL, err) &&
                    add_speaker(at, from, workshop.head.id, places, err);
    if (*first == 0)
        *first = workshop.head.id;
    record_clear(&workshop_entity, &workshop);
    return ok;
}

bool
sample_projects_add(struct atelier *at, const struct sample_project *added,
                    const int64_t *holders, size_t count, int64_t *ids, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        struct project project;
        record_init(&project_entity, &project);
        project.title = memory_copy(added[i].title);
        project.holder = holders[i];
        project.territory = memory_copy(added[i].territory);
        project.summary = memory_copy(added[i].summary);
        ok = edit_add(at, &project_entity, &project, NULL, err);
        ids[i] = project.head.id;
        record_clear(&project_entity, &project);
    }
    return ok;
}

static bool
add_items(struct atelier *at, const struct meeting *meeting,
          const struct sample_places *places, struct error *err)
{
    int64_t shown[PROJECTS];
    bool ok = sample_projects_add(at, projects, places->holders, PROJECTS, shown, err);
    for (size_t i = 0; ok && i < sizeof items / sizeof items[0]; i++) {
        struct item item;
        record_init(&item_entity, &item);
        item.meeting = meeting->head.id;
        item.kind = items[i].kind;
        item.title = items[i].title ? memory_copy(items[i].title) : NULL;
        item.start = at_minute(meeting->start.date, items[i].start);
        item.end = at_minute(meeting->start.date, items[i].end);
        item.speaker = items[i].speaker < 0 ? 0 : places->people[items[i].speaker];
        item.project = items[i].project < 0 ? 0 : shown[items[i].project];
        ok = edit_add(at, &item_entity, &item, NULL, err);
        record_clear(&item_entity, &item);
    }
    return ok;
}

bool
sample_programme_fill(struct atelier *at, const char *title,
                      const struct sample_places *places, struct error *err)
{
    struct meeting meeting;
    int64_t slots[HALVES] = { 0 };
    int64_t first = 0;
    record_init(&meeting_entity, &meeting);
    bool ok = edit_load(at, &meeting_entity, places->meeting, &meeting, err) &&
              add_slots(at, &meeting, slots, err) &&
              (strcmp(title, hearts) != 0 || add_items(at, &meeting, places, err));
    for (const struct sample_workshop *w = workshops; ok && w->meeting; w++)
        if (strcmp(w->meeting, title) == 0)
            ok = add_workshop(at, w, slots[w->half], places, &first, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* Three of them, a different one first for each; every second person begins with the
 * smallest, which is too small for all of them. */
bool
sample_programme_wish(struct atelier *at, int64_t meeting, int64_t person, size_t lot,
                      struct error *err)
{
    enum { WISHES = 3, SMALLEST = 2 };
    struct workshop_list list = { 0 };
    int64_t wanted[WISHES];
    bool ok = workshop_table_list(at->db, meeting, &list, err);
    const size_t first = lot % 2 == 0 ? SMALLEST : lot / 2;
    for (size_t i = 0; ok && i < WISHES && list.count >= WISHES; i++)
        wanted[i] = list.items[(first + i) % list.count].head.id;
    ok = ok && (list.count < WISHES ||
                workshop_wish(at, meeting, person, wanted, WISHES, err) ||
                err->kind == ERROR_RULE || err->kind == ERROR_NOT_FOUND);
    workshop_list_clear(&list);
    return ok;
}

bool
sample_programme_assign(struct atelier *at, int64_t meeting, struct error *err)
{
    const struct workshop_assign_request request = { .meeting = meeting,
                                                     .seed = 20170316 };
    struct workshop_assign_result result = { 0 };
    const bool ok =
        workshop_assign(at, &request, &result, err) || err->kind == ERROR_RULE;

    workshop_assign_clear(&result);
    return ok;
}

bool
sample_programme_join(struct atelier *at, const char *title, int64_t meeting,
                      int64_t person, struct error *err)
{
    enum { FIRST = 0, SMALLEST = 2 };
    const size_t wanted = strcmp(title, hearts) == 0 ? SMALLEST : FIRST;
    struct workshop_list list = { 0 };
    struct workshop_person joining = { .person = person };
    bool ok = workshop_table_list(at->db, meeting, &list, err);
    if (ok && list.count > wanted)
        ok = workshop_register(at, list.items[wanted].head.id, &joining, 1, err) ||
             err->kind == ERROR_RULE || err->kind == ERROR_NOT_FOUND ||
             question_means_no_seat(err);
    workshop_list_clear(&list);
    return ok;
}
