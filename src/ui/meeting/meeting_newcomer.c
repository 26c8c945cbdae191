/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_newcomer.c - whoever has come and is not on the list, by their name alone
 *
 * A form of its own: that of a person asks for what the door neither needs nor sees, and
 * chooses organisations from their list.
 */
#include "meeting/meeting_newcomer.h"

#include <stddef.h>

#include "atelier/app/walk_in.h"
#include "atelier/base/language.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/typed_person.h"
#include "meeting/meeting_walk_in.h"
#include "widget/form.h"

enum part { PART_FAMILY, PART_GIVEN, PART_ORGANISATION, PART_FUNCTION, PART_COUNT };

/* A noun of this file alone. */
struct newcomer {
    struct record head;
    char *family;
    char *given;
    char *organisation;
    char *function;
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
};

static const struct entity entity = { .kind = ENTITY_COUNT,
                                      .name = "newcomer",
                                      .size = sizeof(struct newcomer),
                                      .fields = fields,
                                      .field_count = PART_COUNT };

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
                                             .function = newcomer->function };

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
put_typed(struct newcomer *newcomer, const char *text)
{
    struct typed_person typed = { 0 };

    typed_person_read(&typed, text, is_known, NULL);
    field_set_text(&fields[PART_FAMILY], newcomer, typed.name.family);
    field_set_text(&fields[PART_GIVEN], newcomer, typed.name.given);
    field_set_text(&fields[PART_ORGANISATION], newcomer, typed.organisation);
    field_set_text(&fields[PART_FUNCTION], newcomer, typed.function);
    typed_person_clear(&typed);
}

int64_t
meeting_newcomer_let_in(struct ui *ui, int64_t meeting, int64_t slot, const char *typed)
{
    struct letting_in letting = { .meeting = meeting, .slot = slot };
    struct newcomer *newcomer = record_new(&entity);
    struct form_request request = { .title = _("Somebody else is here"),
                                    .entity = &entity,
                                    .record = newcomer,
                                    .save = save,
                                    .context = &letting };

    if (typed && *typed)
        put_typed(newcomer, typed);
    if (newcomer->family)
        request.first = newcomer->given ? "organisation" : "given";
    const bool saved = form_run(ui, &request);
    record_free(&entity, newcomer);
    return saved ? letting.registration : 0;
}
