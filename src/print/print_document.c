/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_document.c - what atelier-print does: makes a document of what it is told */
#include "atelier/print/print_document.h"

#include <errno.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/printed_cards.h"
#include "atelier/domain/printed_pages.h"
#include "atelier/domain/printed_wire.h"
#include "cards_draw.h"
#include "pages_draw.h"
#include "sheet_draw.h"

static bool
read_request(int descriptor, struct buffer *request, struct error *err)
{
    char part[65536];

    for (;;) {
        const ssize_t got = read(descriptor, part, sizeof(part));
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(err, ERROR_SYSTEM,
                             _("What is to be printed could not be read: %s."),
                             error_system_text(errno));
        if (request->length + (size_t)got > PRINT_REQUEST_MOST)
            return error_set(err, ERROR_INPUT, _("That is too much for one document."));
        buffer_add_part(request, part, (size_t)got);
    }
}

static bool
print_sheet(const struct buffer *request, int document, struct error *err)
{
    struct printed_sheet sheet = { 0 };
    const bool ok =
        printed_wire_read_sheet(buffer_text(request), request->length, &sheet, err) &&
        sheet_draw(&sheet, document, err);

    printed_sheet_clear(&sheet);
    return ok;
}

static bool
print_cards(const struct buffer *request, int document, struct error *err)
{
    struct printed_cards cards = { 0 };
    const bool ok =
        printed_cards_read_wire(buffer_text(request), request->length, &cards, err) &&
        cards_draw(&cards, document, err);

    printed_cards_clear(&cards);
    return ok;
}

static bool
print_pages(const struct buffer *request, int document, struct error *err)
{
    struct printed_pages pages = { 0 };
    const bool ok =
        printed_pages_read_wire(buffer_text(request), request->length, &pages, err) &&
        pages_draw(&pages, document, err);

    printed_pages_clear(&pages);
    return ok;
}

static bool
print(const struct buffer *request, int document, struct error *err)
{
    if (printed_cards_is_wire(buffer_text(request), request->length))
        return print_cards(request, document, err);
    if (printed_pages_is_wire(buffer_text(request), request->length))
        return print_pages(request, document, err);
    return print_sheet(request, document, err);
}

bool
print_document(int request, int document, struct error *err)
{
    struct buffer bytes = { 0 };
    const bool ok = read_request(request, &bytes, err) && print(&bytes, document, err);

    buffer_clear(&bytes);
    return ok;
}
