/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_command.c - how many people were asked to meetings and how many came, and
 * who is behind a figure
 */
#include "atelier/app/browse_statistics.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "list_output.h"
#include "print.h"

static bool
refuse_word(const char *name, const struct choice *choices, const char *word,
            struct error *err)
{
    struct buffer names = { 0 };

    for (int i = 0; choices[i].name; i++)
        buffer_addf(&names, "%s%s", i > 0 ? ", " : "", choices[i].name);
    /* TRANSLATORS: the name of an option, the words that it takes, what was typed */
    (void)error_set_field(err, ERROR_INPUT, name, _("--%s is one of %s; not “%s”."), name,
                          buffer_text(&names), word);
    buffer_clear(&names);
    return false;
}

/* The word of the option as one of those choices; *number stays without it. */
static bool
read_choice(const struct invocation *inv, const char *name, const struct choice *choices,
            int *number, struct error *err)
{
    const char *word = invocation_option(inv, name);
    const int found = word ? choice_find(choices, word) : *number;

    if (found < 0)
        return refuse_word(name, choices, word, err);
    *number = found;
    return true;
}

static bool
read_by(const struct invocation *inv, struct statistics_wish *wish, struct error *err)
{
    int by = STATISTICS_BY_CATEGORY;
    int each = STATISTICS_EACH_NONE;

    if (!read_choice(inv, "by", statistics_bys, &by, err) ||
        !read_choice(inv, "each", statistics_eaches, &each, err))
        return false;
    wish->by = (enum statistics_by)by;
    wish->each = (enum statistics_each)each;
    wish->never = invocation_option(inv, "never");
    return true;
}

static bool
read_scope(struct invocation *inv, struct statistics_scope *scope, struct error *err)
{
    return (!invocation_option(inv, "group") || !invocation_option(inv, "meeting") ||
            error_set_field(err, ERROR_INPUT, "meeting",
                            _("Give --group or --meeting, not both."))) &&
           invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &scope->group,
                                 err) &&
           invocation_option_row(inv, "meeting", ENTITY_MEETING, &scope->meeting, err) &&
           invocation_option_day(inv, "from", &scope->first, err) &&
           invocation_option_day(inv, "to", &scope->last, err) &&
           (date_is_none(scope->first) || date_is_none(scope->last) ||
            date_compare(scope->first, scope->last) <= 0 ||
            error_set_field(err, ERROR_INPUT, "to", _("--to is before --from.")));
}

/* --- the figures */

/* What people read and programs do not: a word where there is none, and below all rows
 * the total. */
static void
add_words(struct statistics *statistics)
{
    struct statistics_row total = statistics->total;

    for (size_t i = 0; i < statistics->count; i++)
        if (!statistics->rows[i].label)
            statistics->rows[i].label = memory_copy(_("(none)"));
    if (statistics->count < 2)
        return;
    total.label = memory_copy(_("Total"));
    *statistics_add(statistics) = total;
}

static bool
show_figures(struct invocation *inv, const struct statistics_wish *wish,
             struct error *err)
{
    const struct listing *listing = statistics_listing(wish);
    struct statistics statistics = { 0 };
    struct listing_page page = { 0 };
    bool as_text = false;
    bool ok = browse_statistics(inv->at, wish, &statistics, err);

    if (ok) {
        statistics_fill_page(&statistics, listing, &page);
        ok = list_output_page(inv, listing, &page, &as_text, err);
        listing_page_clear(&page);
    }
    if (as_text) {
        add_words(&statistics);
        page = (struct listing_page){ 0 };
        statistics_fill_page(&statistics, listing, &page);
        print_page(inv, listing, &page);
        listing_page_clear(&page);
    }
    statistics_clear(&statistics);
    return ok;
}

/* --- who is behind one */

static bool
show_people(struct invocation *inv, const struct statistics_wish *wish, struct error *err)
{
    const char *key = invocation_option(inv, "key");
    int figure = FIGURE_INVITED;
    bool as_table = false;

    if (!read_choice(inv, "people", statistics_figures, &figure, err))
        return false;
    const struct statistics_part part = {
        .scope = wish->scope,
        .figure = (enum figure)figure,
        .whole = !key,
        .by = wish->by,
        .key = key && *key ? key : NULL,
        .period = invocation_option(inv, "period"),
    };
    const struct listing_query query = { .kind = LISTING_COUNTED, .counted = &part };
    return list_output(inv, &query, 0, &as_table, err);
}

static bool
show_statistics(struct invocation *inv, struct error *err)
{
    struct statistics_wish wish = { 0 };

    if (!read_by(inv, &wish, err) || !read_scope(inv, &wish.scope, err))
        return false;
    return invocation_option(inv, "people") ? show_people(inv, &wish, err)
                                            : show_figures(inv, &wish, err);
}

static const struct command_option options[] = {
    { "group", "GROUP", N_("of the meetings of this working group; else of all") },
    { "meeting", "MEETING", N_("of this meeting alone") },
    { "from", "DATE", N_("of meetings from this day on") },
    { "to", "DATE", N_("until this day; else of those that have begun") },
    { "by", "category|organisation|territory|person|meeting|group",
      N_("what each row is about; else the categories") },
    { "each", "year|month", N_("a row for each year or month") },
    { "never", NULL, N_("only who was asked and never came") },
    { "people", "FIGURE",
      N_("instead the people behind a figure: invited, accepted, present, in_room, "
         "remote, excused or absent") },
    { "key", "KEY",
      N_("with --people: of the row of that key, as --json has it; \"\" is that of "
         "none") },
    { "period", "PERIOD", N_("with --people: of that year, month or day") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

const struct command statistics_commands[] = {
    { .noun = "statistics",
      .options = options,
      .summary = N_("count who was asked to meetings, and who came"),
      .only_reads = true,
      .run = show_statistics },
    COMMAND_END,
};
