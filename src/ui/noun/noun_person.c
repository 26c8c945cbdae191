/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_person.c - a new person, with organisation and function on the same form
 *
 * The form's table is that of a person with two fields after the given name;
 * what they hold becomes the person's first post.  The meeting for whose list
 * somebody is added is not asked: it is there for the draft.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "noun/noun_save.h"
#include "widget/form.h"
#include "widget/question_ask.h"

struct newcomer {
    struct person person; /* first: a person's fields lie where they did */
    int64_t organisation;
    char *function;
    int64_t meeting;
};

static const struct field post_fields[] = {
    {
        .name = "organisation",
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .offset = offsetof(struct newcomer, organisation),
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        .name = "function",
        .label = N_("Function"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
        .offset = offsetof(struct newcomer, function),
    },
};

static const struct field meeting_field = {
    .name = "meeting",
    .label = N_("Meeting"),
    .kind = FIELD_REFERENCE,
    .flags = FIELD_HIDDEN,
    .offset = offsetof(struct newcomer, meeting),
    .refers_to = ENTITY_MEETING,
};

enum { POST_FIELDS = sizeof(post_fields) / sizeof(post_fields[0]) };

/* The tables as one; the caller frees it. */
static struct field *
newcomer_fields(size_t *count)
{
    struct field *fields =
        memory_new(person_entity.field_count + POST_FIELDS + 1, sizeof(*fields));

    *count = 0;
    for (size_t i = 0; i < person_entity.field_count; i++) {
        fields[(*count)++] = person_entity.fields[i];
        if (strcmp(person_entity.fields[i].name, "given") == 0)
            for (size_t k = 0; k < POST_FIELDS; k++)
                fields[(*count)++] = post_fields[k];
    }
    fields[(*count)++] = meeting_field;
    return fields;
}

struct arrival {
    struct ui *ui;
    struct newcomer *newcomer;
    const struct organisation *organisation;
    int64_t *existing;
};

static bool
arrive(void *context, struct questions *sheet, struct error *err)
{
    struct arrival *arrival = context;
    return noun_take_existing(sheet, arrival->existing) ||
           edit_add_person(ui_atelier(arrival->ui), &arrival->newcomer->person,
                           arrival->organisation->name, arrival->organisation->category,
                           arrival->newcomer->function, sheet, err);
}

static bool
newcomer_save(struct ui *ui, void *context, void *record, struct error *err)
{
    int64_t *existing = context;
    struct newcomer *newcomer = record;
    struct organisation organisation;
    struct questions sheet = { 0 };
    struct arrival arrival = { ui, newcomer, &organisation, existing };
    bool ok = true;

    *existing = 0;
    record_init(&organisation_entity, &organisation);
    if (newcomer->organisation != 0)
        ok = edit_load(ui_atelier(ui), &organisation_entity, newcomer->organisation,
                       &organisation, err);
    ok = ok && question_ask_all(ui, &sheet, arrive, &arrival, err);
    questions_clear(&sheet);
    record_clear(&organisation_entity, &organisation);
    if (ok && !*existing) {
        struct buffer name = { 0 };

        person_entity.title(&newcomer->person, &name);
        ui_say(ui, _("Added: %s.  %%K{program.undo} takes it back."), buffer_text(&name));
        buffer_clear(&name);
    }
    return ok;
}

int64_t
noun_add_person(struct ui *ui, bool main_only, const char *typed, bool resume,
                int64_t meeting, picker_create *create)
{
    const char *const known[] = { meeting_field.name, NULL };
    struct entity entity = person_entity;
    struct field *fields = newcomer_fields(&entity.field_count);
    struct newcomer *newcomer;
    struct error err = { 0 };
    int64_t existing = 0, id = 0;

    entity.fields = fields;
    entity.size = sizeof(*newcomer);
    newcomer = record_new(&entity);
    newcomer->meeting = meeting;
    if (typed != NULL)
        (void)field_parse(entity_field(&entity, "family"), newcomer, typed, &err);
    if (!edit_may(ui_atelier(ui), &person_entity, &newcomer->person, &err) ||
        !edit_prepare(ui_atelier(ui), &person_entity, &newcomer->person, &err)) {
        (void)ui_fail(ui, &err);
    } else {
        struct form_request request = {
            .title = _(person_entity.another),
            .name = main_only ? "short.person" : "form.person",
            .entity = &entity,
            .record = newcomer,
            .resume = resume,
            .main_only = main_only,
            .skip = known,
            .create = create,
            .typed = typed != NULL ? "family" : NULL,
            .save = newcomer_save,
            .context = &existing,
        };

        if (form_run(ui, &request))
            id = existing != 0 ? existing : newcomer->person.head.id;
    }
    record_free(&entity, newcomer);
    free(fields);
    return id;
}
