/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor.c - the person's own editor: which it is, and the file that it is given */
#include "atelier/base/editor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/child.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/program_path.h"
#include "atelier/base/text.h"

#define BLANKS " \t\n"
#define FILE_NAME "text.markdown" /* by its ending an editor knows what it holds */

/* --- which */

static void
add_word(struct editor_call *call, size_t *count, char *word)
{
    char **words = memory_new(*count + 2, sizeof *words);

    if (*count > 0)
        memcpy(words, call->words, *count * sizeof *words);
    free(call->words);
    call->words = words;
    words[(*count)++] = word;
}

static bool
split(struct editor_call *call, const char *variable, const char *command, size_t *count,
      struct error *err)
{
    for (command += strspn(command, BLANKS); *command;
         command += strspn(command, BLANKS)) {
        const size_t length = strcspn(command, BLANKS);

        add_word(call, count, memory_copy_part(command, length));
        command += length;
    }
    call->name = memory_copy(call->words[0]);
    char *path = program_path_find(call->name);
    if (!path)
        return error_set(
            err, ERROR_NOT_FOUND,
            _("The editor “%s”, which %s names, is not on this computer.  "
              "Name another before atelier starts, as by: export EDITOR=nano"),
            call->name, variable);
    free(call->words[0]);
    call->words[0] = path;
    return true;
}

static bool
find_usual(struct editor_call *call, size_t *count, struct error *err)
{
    static const char *const usual[] = { "editor", "nano", "vi" };

    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        char *path = program_path_find(usual[i]);
        if (!path)
            continue;
        call->name = memory_copy(usual[i]);
        add_word(call, count, path);
        return true;
    }
    return error_set(
        err, ERROR_NOT_FOUND,
        _("No editor is named and none was found.  Name yours before atelier "
          "starts, as by: export EDITOR=nano"));
}

static bool
find(struct editor_call *call, size_t *count, struct error *err)
{
    static const char *const variables[] = { "VISUAL", "EDITOR" };

    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *command = getenv(variables[i]);
        if (command && command[strspn(command, BLANKS)] != '\0')
            return split(call, variables[i], command, count, err);
    }
    return find_usual(call, count, err);
}

/* --- the file */

static bool
refuse_file(const struct editor_call *call, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be written: %s."),
                     call->path ? call->path : call->folder, error_system_text(errno));
}

static bool
write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t wrote = write(file, bytes, length);

        if (wrote < 0 && errno != EINTR)
            return false;
        bytes += wrote > 0 ? wrote : 0;
        length -= wrote > 0 ? (size_t)wrote : 0;
    }
    return true;
}

static bool
make_file(struct editor_call *call, const char *text, struct error *err)
{
    const char *within = getenv("TMPDIR");
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/atelier-XXXXXX", within && within[0] == '/' ? within : "/tmp");
    call->folder = buffer_take(&path);
    if (!mkdtemp(call->folder)) { /* for its owner alone */
        (void)refuse_file(call, err);
        memory_replace(&call->folder, NULL);
        return false;
    }
    buffer_addf(&path, "%s/" FILE_NAME, call->folder);
    call->path = buffer_take(&path);
    const int file =
        open(call->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return refuse_file(call, err);
    bool ok = write_all(file, text, strlen(text)) && write_all(file, "\n", 1);
    ok = close(file) == 0 && ok;
    return ok || refuse_file(call, err);
}

bool
editor_call_init(struct editor_call *call, const char *text, struct error *err)
{
    size_t count = 0;

    *call = (struct editor_call){ 0 };
    if (!find(call, &count, err))
        return false;
    if (!make_file(call, text, err)) {
        editor_call_remove(call); /* a part of what is the person's */
        return false;
    }
    add_word(call, &count, memory_copy(call->path));
    return true;
}

/* --- what comes back */

/* At most so many bytes and one more. */
static bool
read_all(int file, size_t most, struct buffer *bytes)
{
    char part[4096];
    ssize_t got = 1;

    while (got != 0 && bytes->length <= most) {
        got = read(file, part, sizeof part);
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            buffer_add_part(bytes, part, (size_t)got);
    }
    return true;
}

/* Without the mark that some editors begin a file with, and line ends behind it. */
static char *
take_text(const struct buffer *bytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const char *text = buffer_text(bytes);
    size_t length = bytes->length;

    if (length >= 3 && strncmp(text, mark, 3) == 0) {
        text += 3;
        length -= 3;
    }
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    return memory_copy_part(text, length);
}

/* Of what was read: a zero byte would end the text too early. */
static bool
check(const struct buffer *bytes, const char *text, size_t most, struct error *err)
{
    if (strlen(text) > most)
        return error_set(err, ERROR_INPUT,
                         _("What the editor wrote has more than the %zu bytes that fit "
                           "here."),
                         most);
    return text_is_valid(buffer_text(bytes), bytes->length) ||
           error_set(err, ERROR_INPUT, _("What the editor wrote is no text in UTF-8."));
}

bool
editor_call_read(const struct editor_call *call, size_t most, char **text,
                 struct error *err)
{
    enum { LINE_ENDS = 64 };
    const int file = open(call->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat is;
    struct buffer bytes = { 0 };
    bool ok = file >= 0 && fstat(file, &is) == 0 && S_ISREG(is.st_mode) &&
              read_all(file, most + LINE_ENDS, &bytes);

    if (!ok)
        (void)error_set(err, ERROR_NOT_FOUND, _("The editor left no file behind."));
    if (file >= 0)
        (void)close(file);
    *text = ok ? take_text(&bytes) : NULL;
    ok = ok && check(&bytes, *text, most, err);
    if (!ok) {
        free(*text);
        *text = NULL;
    }
    buffer_clear(&bytes);
    return ok;
}

/* --- what it kept when it was told to end */

static bool
is_kept(const struct editor_call *call, const char *name, struct buffer *path)
{
    struct stat is;

    buffer_addf(path, "%s/%s", call->folder, name);
    return lstat(buffer_text(path), &is) == 0 && S_ISREG(is.st_mode);
}

/* Whether Vim kept there what was typed and not written. */
static bool
is_of_vim(const char *path)
{
    static const char mark[] = "b0VIM";
    char begin[sizeof mark] = { 0 };
    const int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    const bool read_it = file >= 0 && read(file, begin, sizeof mark - 1) > 0;

    if (file >= 0)
        (void)close(file);
    return read_it && strcmp(begin, mark) == 0;
}

/* Waits for its end, but no longer than whoever left waits for us. */
static bool
ends_in_time(struct child *child)
{
    enum { STEP = 20, STEPS = 20 };

    for (int i = 0; i < STEPS; i++) {
        struct pollfd polled[CHILD_DESCRIPTORS];
        const nfds_t count = child_poll(child, polled);

        if (!child_step(child))
            return true;
        (void)poll(polled, count, STEP);
    }
    return false;
}

/* Only Vim reads what it kept: it is asked to write it into the file. */
static void
ask_vim(const struct editor_call *call)
{
    static const char *const how[] = { "-u", "NONE", "-i", "NONE", "-n",  "-e",
                                       "-s", "-c",   "w!", "-c",   "qa!", "-r" };
    enum { HOW = sizeof how / sizeof how[0] };
    size_t count = 0;

    while (call->words[count])
        count++;
    const char **words = memory_new(count + HOW + 1, sizeof *words);
    for (size_t i = 0; i < count; i++)
        words[i < count - 1 ? i : i + HOW] = call->words[i];
    memcpy(&words[count - 1], how, sizeof how);
    const struct child_request request = { .arguments = words, .document = -1 };
    struct error err = { 0 };
    struct child *child = child_start(&request, &err);
    if (child)
        (void)ends_in_time(child);
    child_free(child);
    error_clear(&err);
    free(words);
}

void
editor_call_rescue(const struct editor_call *call)
{
    struct buffer nano = { 0 }, vim = { 0 };

    if (is_kept(call, FILE_NAME ".save", &nano))
        (void)rename(buffer_text(&nano), call->path);
    else if (is_kept(call, "." FILE_NAME ".swp", &vim) && is_of_vim(buffer_text(&vim)))
        ask_vim(call);
    buffer_clear(&vim);
    buffer_clear(&nano);
}

/* Of folders in it, which editors make none of, only an empty one goes. */
static void
remove_all(const char *folder)
{
    DIR *names = opendir(folder);

    if (!names)
        return;
    for (struct dirent *entry = readdir(names); entry; entry = readdir(names))
        if (unlinkat(dirfd(names), entry->d_name, 0) != 0)
            (void)unlinkat(dirfd(names), entry->d_name, AT_REMOVEDIR);
    (void)closedir(names);
}

void
editor_call_remove(const struct editor_call *call)
{
    if (!call->folder)
        return;
    remove_all(call->folder);
    (void)rmdir(call->folder);
}

void
editor_call_clear(struct editor_call *call)
{
    for (size_t i = 0; call->words && call->words[i]; i++)
        free(call->words[i]);
    free(call->words);
    free(call->name);
    free(call->folder);
    free(call->path);
    *call = (struct editor_call){ 0 };
}
