/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_newcomer.c - whoever has come and is not on the list, by their name alone, or
 * found among all who are known
 *
 * A form of its own: that of a person asks for what the door neither needs nor sees.
 * An organisation is named: one that nobody knows yet is added by the act that lets them
 * in.  Who may read them chooses its name as it is typed; who stands at the door alone
 * types it.
 */
#include "meeting/meeting_newcomer.h"

#include <stddef.h>
#include <stdlib.h>

#include "atelier/app/atelier.h"
#include "atelier/app/reference.h"
#include "atelier/app/walk_in.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/typed_person.h"
#include "meeting/meeting_standing.h"
#include "meeting/meeting_walk_in.h"
#include "noun/noun.h"
#include "widget/form.h"

/* The last two for those alone who may read organisations and addresses. */
enum part {
    PART_FAMILY,
    PART_GIVEN,
    PART_ORGANISATION,
    PART_FUNCTION,
    PART_EMAIL,
    PART_COUNT
};

enum { DOOR_PARTS = PART_EMAIL };

/* A noun of this file alone. */
struct newcomer {
    struct record head;
    char *family;
    char *given;
    char *organisation;
    char *function;
    char *email;
};

#define NAME_FIELDS                                                                      \
    [PART_FAMILY] = { .name = "family",                                                  \
                      .label = N_("Family name"),                                        \
                      .kind = FIELD_TEXT,                                                \
                      .flags = FIELD_REQUIRED,                                           \
                      .offset = offsetof(struct newcomer, family) },                     \
    [PART_GIVEN] = { .name = "given",                                                    \
                     .label = N_("Given name"),                                          \
                     .kind = FIELD_TEXT,                                                 \
                     .offset = offsetof(struct newcomer, given) },                       \
    [PART_FUNCTION] = { .name = "function",                                              \
                        .label = N_("Function"),                                         \
                        .kind = FIELD_TEXT,                                              \
                        .offset = offsetof(struct newcomer, function) }

static const struct field fields[PART_COUNT] = {
    NAME_FIELDS,
    [PART_ORGANISATION] = { .name = "organisation",
                            .label = N_("Organisation"),
                            .kind = FIELD_TEXT,
                            .flags = FIELD_NAMES,
                            .offset = offsetof(struct newcomer, organisation),
                            .refers_to = ENTITY_ORGANISATION },
    [PART_EMAIL] = { .name = "email",
                     .label = N_("E-mail"),
                     .kind = FIELD_EMAIL,
                     .offset = offsetof(struct newcomer, email) },
};

static const struct field door_fields[DOOR_PARTS] = {
    NAME_FIELDS,
    [PART_ORGANISATION] = { .name = "organisation",
                            .label = N_("Organisation"),
                            .help = N_("its usual name, or its short one"),
                            .kind = FIELD_TEXT,
                            .offset = offsetof(struct newcomer, organisation) },
};

static const struct entity entity = { .kind = ENTITY_COUNT,
                                      .name = "newcomer",
                                      .size = sizeof(struct newcomer),
                                      .fields = fields,
                                      .field_count = PART_COUNT };
static const struct entity door_entity = { .kind = ENTITY_COUNT,
                                           .name = "newcomer",
                                           .size = sizeof(struct newcomer),
                                           .fields = door_fields,
                                           .field_count = DOOR_PARTS };

static const char *const names[] = { "family", "given", NULL };

struct letting_in {
    int64_t meeting;
    int64_t slot;
    int64_t registration;
};

static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    struct letting_in *letting = context;
    const struct newcomer *newcomer = record;
    const struct walk_in_newcomer wanted = { .family = newcomer->family,
                                             .given = newcomer->given,
                                             .organisation = newcomer->organisation,
                                             .function = newcomer->function,
                                             .email = newcomer->email };

    return meeting_walk_in_newcomer(ui, letting->meeting, letting->slot, &wanted,
                                    &letting->registration, err);
}

/* Nothing is to whoever may not read. */
static bool
is_known(void *context, const char *organisation)
{
    struct atelier *at = ui_atelier(context);
    struct error ignored = { 0 };
    int64_t id = 0;

    return atelier_role_may(at, MAY_READ, NULL) &&
           reference_called(at, ENTITY_ORGANISATION, organisation, &id, &ignored) &&
           id != 0;
}

static bool
is_like_known(void *context, const char *letters)
{
    struct atelier *at = ui_atelier(context);
    struct search_hit_list list = { 0 };
    struct error ignored = { 0 };

    if (atelier_role_may(at, MAY_READ, NULL) &&
        !reference_find(at, ENTITY_ORGANISATION, letters, 1, &list, &ignored))
        error_clear(&ignored);
    const bool is = list.count > 0;
    search_hit_list_clear(&list);
    return is;
}

/* "Anne Petit, Ville du Mans" is both. */
static void
put_typed(struct ui *ui, struct newcomer *newcomer, const char *text)
{
    struct typed_person typed = { 0 };

    const struct typed_organisations known = { is_known, is_like_known, ui };
    typed_person_read(&typed, text, &known);
    field_set_text(&fields[PART_FAMILY], newcomer, typed.name.family);
    field_set_text(&fields[PART_GIVEN], newcomer, typed.name.given);
    field_set_text(&fields[PART_ORGANISATION], newcomer, typed.organisation);
    field_set_text(&fields[PART_FUNCTION], newcomer, typed.function);
    field_set_text(&fields[PART_EMAIL], newcomer, typed.email);
    typed_person_clear(&typed);
}

/* The name of an organisation that is not known, to be looked for in its field: it may be
 * a slip.  NULL: it is known, or another field is in hand before. */
static char *
take_unknown(struct ui *ui, struct newcomer *newcomer)
{
    char *typed = newcomer->organisation;

    if (!typed || !newcomer->given || is_known(ui, typed))
        return NULL;
    newcomer->organisation = NULL;
    return typed;
}

int64_t
meeting_newcomer_let_in(struct ui *ui, int64_t meeting, int64_t slot, const char *typed)
{
    struct letting_in letting = { .meeting = meeting, .slot = slot };
    const bool may_read = atelier_role_may(ui_atelier(ui), MAY_READ, NULL);
    const struct entity *asked = may_read ? &entity : &door_entity;
    struct newcomer *newcomer = record_new(asked);
    struct form_request request = { .title = _("Somebody else is here"),
                                    .entity = asked,
                                    .record = newcomer,
                                    .nouns = may_read ? &noun_picker : NULL,
                                    .save = save,
                                    .exchanged = names,
                                    .context = &letting };
    char *sought = NULL;

    if (typed && *typed)
        put_typed(ui, newcomer, typed);
    if (may_read)
        sought = take_unknown(ui, newcomer);
    else
        memory_replace(&newcomer->email, NULL);
    request.sought = sought;
    if (newcomer->family)
        request.first = newcomer->given ? "organisation" : "given";
    const bool saved = form_run(ui, &request);
    record_free(asked, newcomer);
    free(sought);
    return saved ? letting.registration : 0;
}

/* --- of those who are known, or a new one */

static int64_t
let_in_new(struct ui *ui, void *context, enum entity_kind kind, const char *typed)
{
    struct letting_in *letting = context;

    (void)kind;
    letting->registration =
        meeting_newcomer_let_in(ui, letting->meeting, letting->slot, typed);
    return letting->registration;
}

int64_t
meeting_newcomer_pick(struct ui *ui, int64_t meeting, int64_t slot, const char *typed)
{
    struct letting_in letting = { .meeting = meeting, .slot = slot };
    struct picker_nouns nouns = meeting_standing_nouns(meeting);

    nouns.create = let_in_new;
    nouns.context = &letting;
    const int64_t person = picker_run(
        ui, _("Who else is here: three letters of a name, an organisation or an e-mail"),
        ENTITY_PERSON, typed, &nouns);
    if (letting.registration != 0 || person == 0)
        return letting.registration;
    return meeting_walk_in_person(ui, meeting, slot, person);
}
