/* SPDX-License-Identifier: GPL-3.0-or-later */
/* public_key_test.c - one plain key is taken, and nothing that says more than a key
 *
 * The keys were made for this test; nobody has their other halves.
 */
#include "gateway/public_key.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "gateway/key_line.h"
#include "support/suite.h"

#define ED "AAAAC3NzaC1lZDI1NTE5AAAAIGdDb5eGlq7KVs2YJ+vmldI/zWGoakpb5p//u4x3CpNh"
#define EC                                                                               \
    "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBS44BfovyCm4+rkH0S7"           \
    "vn11H4BqS5vigQ78Iapk3SuVPx2cOnzwGwGi+4zVGOKExWKi6w8eLVNRxqV53ad0LtA="
#define RSA                                                                              \
    "AAAAB3NzaC1yc2EAAAADAQABAAABAQDKGBdba9eUMmp2Dmf43qYXdmWCUpgL+gC4qqMYNMVS"           \
    "inBFe8sN0sXIoF5Xd7KCrx5lK0V4j5ob76B7AwlQKS78wPrax5k05OpQAXBDChvUZR/HEvPy"           \
    "iuTKrKh+rVTVrNhi79hz7AahaktHcooKzh0RCXMfW8tysA/b+0NI+sWyjo/hBPb7AJOB2vLG"           \
    "h3RcyQI6DbLlQ1S7GTifyfqqry0FNzFnBd+/35yhqTVzHeQMh1iMt36M5hfsyeuA7uECukFx"           \
    "ye890ZnMK0ezOJfHCItXXJb+DbzC4fRBop7VraStNxWohyBFgzUNyfzQWl0/MMXhHaxCB/gX"           \
    "hvZGnLDRROIz"
#define RSA_1024                                                                         \
    "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDXpGhOz0uJ5WhRrZM8zyeA6HHq9SkafrfNowt0SxfK"           \
    "K/5mTnLfS2WDeUvfG+GZRcPgvagAUOx72Lc1OSBXyxF4tCMj+yiksKMl5jvCnxJ3lMn/5tCL"           \
    "2LrHramMInxD5tuvNy/Qvg+MSjriD8mfidylmPStFtd+lFVY0JR8RYeY7Q=="

static void
expect(const char *text, const char *base64)
{
    struct public_key key;
    struct error err = { 0 };
    const bool ok = public_key_read(&key, text, strlen(text), &err);

    ck_assert_msg(ok == (base64 != NULL), "%.60s: %s", text, err.message);
    if (ok) {
        ck_assert_str_eq(key.base64, base64);
        public_key_clear(&key);
    } else {
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
}

START_TEST(a_plain_key__is_taken__whatever_its_comment)
{
    expect("ssh-ed25519 " ED, ED);
    expect("ssh-ed25519 " ED "\n", ED);
    expect("ssh-ed25519 " ED " anna at home\r\n", ED);
    expect("ssh-ed25519\t" ED " command=\"sh\"", ED);
    expect("ecdsa-sha2-nistp256 " EC " x\n", EC);
    expect("ssh-rsa " RSA " x\n", RSA);
}
END_TEST

START_TEST(what_says_more_than_a_key__is_refused)
{
    expect("", NULL);
    expect("\n", NULL);
    expect("ssh-ed25519", NULL);
    expect("# ssh-ed25519 " ED, NULL);
    expect(" ssh-ed25519 " ED, NULL);
    expect("command=\"sh\" ssh-ed25519 " ED, NULL);
    expect("pty ssh-ed25519 " ED, NULL);
    expect("cert-authority ssh-ed25519 " ED, NULL);
    expect("ssh-ed25519-cert-v01@openssh.com " ED, NULL);
    expect("ssh-ed25519 " ED "\nssh-rsa " RSA "\n", NULL);
    expect("ssh-ed25519 " ED "\rssh-rsa " RSA, NULL);
    expect("ssh-ed25519 " ED " a\x1b[2J", NULL);
    expect("-----BEGIN OPENSSH PRIVATE KEY-----\n", NULL);
    expect("ssh-dss " ED, NULL);
}
END_TEST

START_TEST(a_key_that_is_not_whole__or_of_another_type__is_refused)
{
    expect("ssh-rsa " ED, NULL);
    expect("ssh-ed25519 " RSA, NULL);
    expect("ecdsa-sha2-nistp384 " EC, NULL);
    expect("ssh-rsa " RSA_1024, NULL);
    expect("ssh-ed25519 " ED "AAAA", NULL);
    expect("ssh-ed25519 =" ED, NULL);
    expect("ssh-ed25519 AAAA", NULL);
    expect("ssh-ed25519 A\"AA", NULL);
    for (size_t cut = 1; cut < strlen(ED); cut++) {
        char text[200];
        (void)snprintf(text, sizeof(text), "ssh-ed25519 %.*s", (int)(strlen(ED) - cut),
                       ED);
        expect(text, NULL);
    }
}
END_TEST

static enum key_line_kind
kind_of(const char *text)
{
    struct key_line line;
    key_line_read(&line, text);
    key_line_clear(&line);
    return line.kind;
}

#define LINE(OPTIONS, COMMAND)                                                           \
    OPTIONS "command=\"" COMMAND "\" ssh-ed25519 " ED " a.weber"
#define COMMAND "/usr/bin/atelier gateway --staff a.weber --database /srv/a.db"

START_TEST(a_line__is_ours__only_byte_for_byte)
{
    ck_assert_int_eq(kind_of(LINE("restrict,pty,", COMMAND)), KEY_LINE_OURS);
    ck_assert_int_eq(kind_of(""), KEY_LINE_EMPTY);
    ck_assert_int_eq(kind_of("# a remark"), KEY_LINE_EMPTY);
    ck_assert_int_eq(kind_of(LINE("", COMMAND)), KEY_LINE_UNRESTRICTED);
    ck_assert_int_eq(kind_of(LINE("pty,", COMMAND)), KEY_LINE_UNRESTRICTED);
    ck_assert_int_eq(kind_of(LINE("restrict,pty,port-forwarding,", COMMAND)),
                     KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of(LINE("restrict,pty,", COMMAND "; sh")), KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of(LINE("restrict,pty,", COMMAND " x")), KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of(LINE("restrict,pty,", "sh")), KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of(LINE("restrict,pty,", COMMAND) " "), KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of("ssh-ed25519 " ED " a.weber"), KEY_LINE_FOREIGN);
    ck_assert_int_eq(kind_of("cert-authority ssh-ed25519 " ED), KEY_LINE_FOREIGN);
}
END_TEST

/* Through a shell: a blank needs quotes, and what would end them is refused. */
START_TEST(a_path__stands_in_quotes__where_a_shell_would_part_it)
{
    const struct key_line line = { .program = (char[]){ "/opt/my atelier/atelier" },
                                   .login = (char[]){ "a.weber" },
                                   .database = (char[]){ "/srv/réseau/a.db" },
                                   .type = (char[]){ "ssh-ed25519" },
                                   .base64 = (char[]){ ED } };
    struct buffer text = { 0 };
    key_line_add(&line, &text);
    ck_assert_ptr_nonnull(
        strstr(buffer_text(&text), "'/opt/my atelier/atelier' gateway"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "'/srv/réseau/a.db'\" ssh"));
    ck_assert_int_eq(kind_of(buffer_text(&text)), KEY_LINE_OURS);
    buffer_clear(&text);
    ck_assert(!key_line_check_path("/srv/a'b", NULL));
    ck_assert(!key_line_check_path("/srv/a\"b", NULL));
    ck_assert(!key_line_check_path("/srv/a\nb", NULL));
    ck_assert(!key_line_check_path("a.db", NULL));
    ck_assert(!key_line_check_login("a b", NULL));
    ck_assert(!key_line_check_login("a;b", NULL));
    ck_assert(!key_line_check_login("--as", NULL));
    ck_assert(!key_line_check_login("", NULL));
    ck_assert(!key_line_check_login(".", NULL));
    ck_assert(!key_line_check_login("..", NULL));
    ck_assert(!key_line_check_login(".ssh", NULL));
    ck_assert(key_line_check_login("a.weber@example.org", NULL));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_plain_key__is_taken__whatever_its_comment);
    tcase_add_test(tests, what_says_more_than_a_key__is_refused);
    tcase_add_test(tests, a_key_that_is_not_whole__or_of_another_type__is_refused);
    tcase_add_test(tests, a_line__is_ours__only_byte_for_byte);
    tcase_add_test(tests, a_path__stands_in_quotes__where_a_shell_would_part_it);
}

SUITE_MAIN("public_key")
