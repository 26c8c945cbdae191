/* SPDX-License-Identifier: GPL-3.0-or-later */
/* code_draw.c - a QR code on a page */
#include "code_draw.h"

#include <qrencode.h>
#include <stddef.h>

/* The smallest of them with a mark by which a reader knows what belongs together: of many
 * smaller ones on a page some are not found. */
enum { VERSION_LEAST = 2 };

void
code_draw(struct canvas *canvas, const char *text, double x, double y, double side)
{
    if (canvas->measures || !text)
        return;
    QRcode *code = QRcode_encodeString(text, VERSION_LEAST, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code)
        return;
    canvas_draw_modules(canvas, code->data, code->width, x, y, side);
    QRcode_free(code);
}
