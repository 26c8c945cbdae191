/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ui.c - what a screen may ask and say while it handles a key: who is on top, a message,
 * another look at the rows
 */
#include "ui.h"

#include <stdarg.h>

#include "loop.h"
#include "sentence.h"
#include "terminal/terminal.h"

struct atelier *
ui_atelier(struct ui *ui)
{
    return ui->at;
}

struct layer *
ui_top(struct ui *ui)
{
    return ui->count == 0 ? NULL : &ui->layers[ui->count - 1];
}

struct layer *
ui_top_screen(struct ui *ui)
{
    size_t i = ui->count - 1;

    while (i > 0 && ui->layers[i].screen->dialog)
        i--;
    return &ui->layers[i];
}

const struct screen *
ui_section(const struct ui *ui, size_t index)
{
    const enum staff_role role = atelier_role(ui->at);
    const struct screen *const *sections = ui->tables->sections;

    while (*sections && (index > 0 || !role_may(role, (*sections)->permission))) {
        index -= role_may(role, (*sections)->permission);
        sections++;
    }
    return *sections;
}

int64_t
ui_id(struct ui *ui)
{
    return ui_top_screen(ui)->id;
}

struct row_ref
layer_row(const struct layer *layer)
{
    const struct entity *noun =
        layer->screen->about ? layer->screen->about : layer->screen->shows;

    return noun ? (struct row_ref){ noun->kind, layer->id } : ROW_NONE;
}

struct row_ref
ui_row(struct ui *ui)
{
    return layer_row(ui_top_screen(ui));
}

void
ui_back(struct ui *ui)
{
    ui->move = MOVE_BACK;
}

void
ui_leave(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    ui_back(ui);
}

void
ui_quit(struct ui *ui)
{
    ui->leaving = true;
}

bool
ui_is_leaving(const struct ui *ui)
{
    return ui->leaving;
}

bool
ui_is_hurried(const struct ui *ui)
{
    return ui->hurried;
}

const struct key *
ui_key(const struct ui *ui)
{
    return &ui->last_key;
}

bool
ui_was_shown(const struct ui *ui)
{
    return ui->shown;
}

bool
ui_is_at_start(const struct ui *ui)
{
    return ui->message_rows == 0; /* every frame has one for it */
}

static bool
key_waits(void *context)
{
    (void)context;
    return terminal_has_input();
}

void
ui_hurry(struct ui *ui, bool on)
{
    atelier_set_stop(ui->at, on ? key_waits : NULL, NULL);
}

void
ui_keep_frame(struct ui *ui)
{
    if (ui->ticking)
        ui->dirty = false;
}

/* --- messages */

static __attribute__((format(printf, 3, 0))) void
set_message(struct ui *ui, bool refused, const char *format, va_list arguments)
{
    struct buffer keyed = { 0 };
    struct buffer message = { 0 }; /* an argument may be of the message that was */

    buffer_addv(&message, sentence_format(ui, format, &keyed), arguments);
    buffer_clear(&keyed);
    buffer_clear(&ui->message);
    ui->message = message;
    ui->refused = refused;
    ui->repeated = false;
    ui->dirty = true;
}

void
ui_say(struct ui *ui, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    set_message(ui, false, format, arguments);
    va_end(arguments);
}

void
ui_refuse(struct ui *ui, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    set_message(ui, true, format, arguments);
    va_end(arguments);
}

void
ui_repeat(struct ui *ui)
{
    ui->repeated = true;
}

bool
ui_fail(struct ui *ui, const struct error *err)
{
    if (err->kind == ERROR_CANCELLED)
        ui_say(ui, "%s", err->message);
    else
        ui_refuse(ui, "%s", err->message);
    return false;
}

bool
ui_may(struct ui *ui, enum permission permission, struct row_ref subject)
{
    struct error err = { 0 };

    return atelier_may(ui->at, permission, subject, &err) || ui_fail(ui, &err);
}

void
ui_refresh(struct ui *ui)
{
    struct layer *top = ui_top_screen(ui);
    struct error ignored = { 0 };

    if (top->screen->reload)
        (void)top->screen->reload(top->state, ui, &ignored);
}

void
ui_redraw(struct ui *ui)
{
    ui->fresh = ui->dirty = true;
}
