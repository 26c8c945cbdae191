/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guest_list.c - a list of people as an office gets them, always the same one */
#include "bench/guest_list.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "bench/bench.h"
#include "sample/sample_names.h"
#include "support/workbook.h"

const char *const guest_headings[GUEST_COLUMNS] = {
    "Civilité",
    "Nom",
    "Prénom",
    "Structure",
    "Type de structure",
    "Fonction",
    "Adresse mail",
    "Téléphone",
    "Besoins particuliers",
    "Remarques",
};

enum { CIVILITY, FAMILY, GIVEN, BODY, KIND, POST, MAIL, PHONE, NEEDS, NOTE };
enum { FAMILY_ROOM = 48 }; /* bytes of a family name before a second is joined to it */

static const char *
pick(const char *const *list, size_t number)
{
    size_t count = 0;
    while (list[count] != NULL)
        count++;
    return list[number % count];
}

/* One of the sample's names for one row in five; else one of 50,000 that nobody there
 * has. */
static void
make_family(size_t row, char family[static FAMILY_ROOM])
{
    static const char *const parts[] = { "Ber", "Cha", "Dé",  "Fon", "Gui", "Lar",
                                         "Mon", "Per", "ri",  "ban", "vé",  "lo",
                                         "tan", "gne", "sau", "ter", "lier" };
    unsigned long chance = (unsigned long)row * 2654435761UL;

    if (row % 5 == 0) {
        (void)snprintf(family, FAMILY_ROOM, "%s", pick(sample_families, row / 5));
        return;
    }
    (void)snprintf(family, FAMILY_ROOM, "%s%s%s%s", parts[(chance >> 3) % 8],
                   parts[8 + (chance >> 7) % 9], parts[8 + (chance >> 13) % 9],
                   parts[8 + (chance >> 19) % 9]);
}

static void
make_name(size_t row, struct guest *guest)
{
    char first[FAMILY_ROOM];
    make_family(row, first);
    const char *second = pick(sample_families, row / 11 + 5);
    char *family = guest->cells[FAMILY];

    switch (row % 10) {
    case 3:
        (void)snprintf(family, GUEST_CELL, "%s-%s", first, second);
        break;
    case 4:
        (void)snprintf(family, GUEST_CELL, "de %s", first);
        break;
    case 6:
        (void)snprintf(family, GUEST_CELL, "%s %s", first, second);
        break;
    case 7:
        (void)snprintf(family, GUEST_CELL, "van den %s", first);
        break;
    case 8:
        (void)snprintf(family, GUEST_CELL, "Saint-%s", first);
        break;
    default:
        (void)snprintf(family, GUEST_CELL, "%s", first);
    }
    if (row % 10 == 1) /* in capitals, as far as ASCII goes */
        for (char *at = family; *at != '\0'; at++)
            if (*at >= 'a' && *at <= 'z')
                *at = (char)(*at - 'a' + 'A');
    const char *given = pick(sample_givens, row / 3);
    (void)snprintf(guest->cells[GIVEN], GUEST_CELL, "%s%s%s", given,
                   row % 6 == 5 ? "-" : "",
                   row % 6 == 5 ? pick(sample_givens, row / 17 + 3) : "");
    (void)snprintf(guest->cells[CIVILITY], GUEST_CELL, "%s", row % 2 ? "Mme" : "M.");
}

static void
make_post(size_t row, struct guest *guest)
{
    static const char *const kinds[] = { "Agglomération", "Autorité de gestion",
                                         "Porteur de projet", "Région" };
    size_t count = 0;
    while (sample_organisations[count].name != NULL)
        count++;
    const struct sample_organisation *body = &sample_organisations[row / 5 % count];

    if (row % 4 == 3)
        (void)snprintf(guest->cells[BODY], GUEST_CELL, "Syndicat mixte n° %zu",
                       row / 4 % 900 + 1);
    else
        (void)snprintf(guest->cells[BODY], GUEST_CELL, "%s", body->name);
    (void)snprintf(guest->cells[KIND], GUEST_CELL, "%s", kinds[row % 4]);
    (void)snprintf(guest->cells[POST], GUEST_CELL, "%s", pick(sample_functions, row / 2));
}

void
guest_make(size_t row, struct guest *guest)
{
    memset(guest, 0, sizeof(*guest));
    make_name(row, guest);
    make_post(row, guest);
    if (row % 9 != 8)
        (void)snprintf(guest->cells[MAIL], GUEST_CELL, "invite.%05zu@example.org", row);
    if (row % 3 == 1)
        (void)snprintf(guest->cells[PHONE], GUEST_CELL, "01 99 00 %02zu %02zu",
                       row / 100 % 100, row % 100);
    if (row % 20 == 7)
        (void)snprintf(guest->cells[NEEDS], GUEST_CELL,
                       "Végétarien ; accès de plain-pied");
    if (row % 15 == 4)
        (void)snprintf(guest->cells[NOTE], GUEST_CELL,
                       "Arrive par le train de %zu h %02zu", row % 5 + 7, row % 60);
}

static void
write_cell(FILE *file, size_t column, const char *text)
{
    const char *quote = strchr(text, ';') != NULL ? "\"" : "";

    (void)fprintf(file, "%s%s%s%s", column > 0 ? ";" : "", quote, text, quote);
}

void
guest_list_write_csv(const char *path, size_t rows)
{
    FILE *file = fopen(path, "w");
    struct guest guest;

    if (file == NULL)
        bench_give_up("%s cannot be written", path);
    for (size_t c = 0; c < GUEST_COLUMNS; c++)
        write_cell(file, c, guest_headings[c]);
    (void)fputc('\n', file);
    for (size_t row = 0; row < rows; row++) {
        guest_make(row, &guest);
        for (size_t c = 0; c < GUEST_COLUMNS; c++)
            write_cell(file, c, guest.cells[c]);
        (void)fputc('\n', file);
    }
    (void)fclose(file);
}

static void
add_xml(struct buffer *xml, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            buffer_add(xml, "&amp;");
        else
            buffer_add_char(xml, *text);
}

/* A text of its own for each cell, as most cells of such a list are. */
static void
add_sheet_row(struct buffer *sheet, struct buffer *texts, size_t *count, size_t number,
              const char *const cells[GUEST_COLUMNS])
{
    buffer_addf(sheet, "<row r=\"%zu\">", number);
    for (size_t c = 0; c < GUEST_COLUMNS; c++) {
        if (cells[c][0] == '\0')
            continue;
        buffer_addf(sheet, "<c r=\"%c%zu\" t=\"s\"><v>%zu</v></c>", (char)('A' + c),
                    number, (*count)++);
        buffer_add(texts, "<si><t>");
        add_xml(texts, cells[c]);
        buffer_add(texts, "</t></si>");
    }
    buffer_add(sheet, "</row>");
}

/* Other readers want it; ours does not. */
#define TYPE(part, kind)                                                                 \
    "<Override PartName='/xl/" part "' ContentType='application/vnd.openxmlformats-"     \
    "officedocument.spreadsheetml." kind "+xml'/>"
static const struct workbook_part content_types = {
    "[Content_Types].xml",
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Default Extension='rels' ContentType='application/vnd.openxmlformats-"
    "package.relationships+xml'/><Default Extension='xml' "
    "ContentType='application/xml'/>" TYPE("workbook.xml", "sheet.main")
        TYPE("worksheets/sheet1.xml", "worksheet") TYPE("texts.xml", "sharedStrings")
            TYPE("styles.xml", "styles") "</Types>",
    0,
};

void
guest_list_write_xlsx(const char *path, size_t rows)
{
    struct buffer sheet = { 0 };
    struct buffer texts = { 0 };
    size_t count = 0;

    buffer_add(&sheet, "<worksheet xmlns='http://schemas.openxmlformats.org/"
                       "spreadsheetml/2006/main'><sheetData>");
    buffer_add(&texts, "<sst xmlns='http://schemas.openxmlformats.org/"
                       "spreadsheetml/2006/main'>");
    add_sheet_row(&sheet, &texts, &count, 1, guest_headings);
    for (size_t row = 0; row < rows; row++) {
        struct guest guest;
        const char *cells[GUEST_COLUMNS];
        guest_make(row, &guest);
        for (size_t c = 0; c < GUEST_COLUMNS; c++)
            cells[c] = guest.cells[c];
        add_sheet_row(&sheet, &texts, &count, row + 2, cells);
    }
    buffer_add(&sheet, "</sheetData></worksheet>");
    buffer_add(&texts, "</sst>");
    const struct workbook_part parts[] = {
        content_types,
        WORKBOOK_RELATIONS,
        WORKBOOK_ONE_SHEET,
        WORKBOOK_USUAL,
        { "xl/styles.xml",
          "<styleSheet "
          "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>",
          0 },
        { "xl/texts.xml", buffer_text(&texts), texts.length },
        { "xl/worksheets/sheet1.xml", buffer_text(&sheet), sheet.length },
        { NULL, NULL, 0 },
    };
    if (!workbook_write(path, parts, NULL))
        bench_give_up("%s cannot be written", path);
    buffer_clear(&sheet);
    buffer_clear(&texts);
}
