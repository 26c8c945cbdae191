/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leak_search.c - the search for leaks, without the pages that nobody has touched
 *
 * At the end of each program and of each test that forks, the leak sanitizer looks for
 * pointers in all variables.  Of the 10 MB that it reads nine are tables of its own,
 * hardly ever touched; reading them takes longer than most tests.  It asks
 * dl_iterate_phdr(3) where variables are: this one, which all programs of that kind are
 * linked with, parts those of the program into what was touched, by /proc/self/pagemap
 * (proc_pid_pagemap(5)). A page of zeros, and one that is as it stands in the file, hold
 * no memory of malloc(3). Where the system does not tell, all is read.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PAGE = 4096, ASKED_MOST = 4096, PARTS_MOST = 2048 };

/* Bits of an entry: in memory, or swapped out. */
#define TOUCHED ((uint64_t)3 << 62)

/* It runs while all else stands still. */
#define ALONE __attribute__((no_sanitize("address", "undefined")))

typedef int tell_fn(struct dl_phdr_info *info, size_t size, void *data);
typedef int iterate_fn(tell_fn *tell, void *data);

struct asked {
    tell_fn *tell;
    void *data;
};

/* Of no stack: that one is searched too. */
static struct {
    uint64_t pages[ASKED_MOST];
    ElfW(Phdr) parts[PARTS_MOST];
    size_t count;
} found;

ALONE static bool
add_part(const ElfW(Phdr) * part)
{
    if (found.count == PARTS_MOST)
        return false;
    found.parts[found.count++] = *part;
    return true;
}

/* Adds what was touched from `at` to `end`, with as many pages as are known. */
ALONE static bool
add_touched(const ElfW(Phdr) * segment, ElfW(Addr) base, uintptr_t at, size_t pages,
            uintptr_t end)
{
    bool goes_on = false;

    for (size_t i = 0; i < pages; i++, at = at / PAGE * PAGE + PAGE) {
        const uintptr_t next = at / PAGE * PAGE + PAGE;
        const size_t size = (next < end ? next : end) - at;
        const bool touched = (found.pages[i] & TOUCHED) != 0;

        if (touched && goes_on) {
            found.parts[found.count - 1].p_memsz += size;
        } else if (touched) {
            ElfW(Phdr) part = *segment;
            part.p_vaddr = at - base;
            part.p_memsz = size;
            if (!add_part(&part))
                return false;
        }
        goes_on = touched;
    }
    return true;
}

ALONE static bool
part_segment(long pagemap, const ElfW(Phdr) * segment, ElfW(Addr) base)
{
    const uintptr_t end = base + segment->p_vaddr + segment->p_memsz;
    uintptr_t at = base + segment->p_vaddr;

    while (at < end) {
        const size_t lack = (end - 1) / PAGE - at / PAGE + 1;
        const size_t pages = lack < ASKED_MOST ? lack : ASKED_MOST;
        const size_t size = pages * sizeof(found.pages[0]);

        if (syscall(SYS_pread64, pagemap, found.pages, size,
                    at / PAGE * sizeof(found.pages[0])) != (long)size ||
            !add_touched(segment, base, at, pages, end))
            return false;
        at = (at / PAGE + pages) * PAGE;
    }
    return true;
}

ALONE static bool
part(const struct dl_phdr_info *info)
{
    const long pagemap =
        syscall(SYS_openat, AT_FDCWD, "/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    bool ok = pagemap >= 0;

    found.count = 0;
    for (size_t i = 0; ok && i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        ok = segment->p_type == PT_LOAD && (segment->p_flags & PF_W) != 0
                 ? part_segment(pagemap, segment, info->dlpi_addr)
                 : add_part(segment);
    }
    if (pagemap >= 0)
        (void)syscall(SYS_close, pagemap);
    return ok;
}

/* The program itself has no name. */
ALONE static int
tell_touched(struct dl_phdr_info *info, size_t size, void *data)
{
    const struct asked *asked = data;

    if (info->dlpi_name && info->dlpi_name[0])
        return asked->tell(info, size, asked->data);
    if (!part(info))
        return asked->tell(info, size, asked->data);
    struct dl_phdr_info told = *info;
    told.dlpi_phdr = found.parts;
    told.dlpi_phnum = (ElfW(Half))found.count;
    return asked->tell(&told, size, asked->data);
}

ALONE int
dl_iterate_phdr(tell_fn *tell, void *data)
{
    static iterate_fn *library;
    struct asked asked = { tell, data };

    if (!library)
        *(void **)&library = dlsym(RTLD_NEXT, "dl_iterate_phdr");
    return library(tell_touched, &asked);
}
