/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_newcomer.c - whoever has come and is not on the list, by their name alone, or
 * found among all who are known
 *
 * A form of its own: that of a person asks for what the door neither needs nor sees, and
 * chooses organisations from their list.
 */
#include "meeting/meeting_newcomer.h"

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/app/walk_in.h"
#include "atelier/base/language.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/typed_person.h"
#include "meeting/meeting_standing.h"
#include "meeting/meeting_walk_in.h"
#include "widget/form.h"

/* The last for those alone who may read addresses. */
enum part {
    PART_FAMILY,
    PART_GIVEN,
    PART_ORGANISATION,
    PART_FUNCTION,
    PART_EMAIL,
    PART_COUNT
};

/* A noun of this file alone. */
struct newcomer {
    struct record head;
    char *family;
    char *given;
    char *organisation;
    char *function;
    char *email;
};

static const struct field fields[PART_COUNT] = {
    [PART_FAMILY] = { .name = "family",
                      .label = N_("Family name"),
                      .kind = FIELD_TEXT,
                      .flags = FIELD_REQUIRED,
                      .offset = offsetof(struct newcomer, family) },
    [PART_GIVEN] = { .name = "given",
                     .label = N_("Given name"),
                     .kind = FIELD_TEXT,
                     .offset = offsetof(struct newcomer, given) },
    [PART_ORGANISATION] = { .name = "organisation",
                            .label = N_("Organisation"),
                            .help = N_("its usual name, or its short one"),
                            .kind = FIELD_TEXT,
                            .offset = offsetof(struct newcomer, organisation) },
    [PART_FUNCTION] = { .name = "function",
                        .label = N_("Function"),
                        .kind = FIELD_TEXT,
                        .offset = offsetof(struct newcomer, function) },
    [PART_EMAIL] = { .name = "email",
                     .label = N_("E-mail"),
                     .kind = FIELD_EMAIL,
                     .offset = offsetof(struct newcomer, email) },
};

static const char *const names[] = { "family", "given", NULL };

static const struct entity entity = { .kind = ENTITY_COUNT,
                                      .name = "newcomer",
                                      .size = sizeof(struct newcomer),
                                      .fields = fields,
                                      .field_count = PART_COUNT };
static const struct entity entity_without_address = { .kind = ENTITY_COUNT,
                                                      .name = "newcomer",
                                                      .size = sizeof(struct newcomer),
                                                      .fields = fields,
                                                      .field_count = PART_EMAIL };

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

static bool
is_known(void *context, const char *organisation)
{
    (void)context;
    (void)organisation;
    return false;
}

/* "Anne Petit, Ville du Mans" is both. */
static void
put_typed(struct newcomer *newcomer, const char *text, bool with_address)
{
    struct typed_person typed = { 0 };

    typed_person_read(&typed, text, is_known, NULL);
    field_set_text(&fields[PART_FAMILY], newcomer, typed.name.family);
    field_set_text(&fields[PART_GIVEN], newcomer, typed.name.given);
    field_set_text(&fields[PART_ORGANISATION], newcomer, typed.organisation);
    field_set_text(&fields[PART_FUNCTION], newcomer, typed.function);
    if (with_address)
        field_set_text(&fields[PART_EMAIL], newcomer, typed.email);
    typed_person_clear(&typed);
}

int64_t
meeting_newcomer_let_in(struct ui *ui, int64_t meeting, int64_t slot, const char *typed)
{
    struct letting_in letting = { .meeting = meeting, .slot = slot };
    const bool with_address = atelier_role_may(ui_atelier(ui), MAY_READ, NULL);
    const struct entity *asked = with_address ? &entity : &entity_without_address;
    struct newcomer *newcomer = record_new(asked);
    struct form_request request = { .title = _("Somebody else is here"),
                                    .entity = asked,
                                    .record = newcomer,
                                    .save = save,
                                    .exchanged = names,
                                    .context = &letting };

    if (typed && *typed)
        put_typed(newcomer, typed, with_address);
    if (newcomer->family)
        request.first = newcomer->given ? "organisation" : "given";
    const bool saved = form_run(ui, &request);
    record_free(asked, newcomer);
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
