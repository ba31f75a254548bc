// SPDX-License-Identifier: MIT
// Files and folders that somebody else filled: only plain files are read, links are never followed,
// nothing hangs, and a folder's listing has one order.
#include "base/disk.h"
#include "base/file.h"
#include "base/folder.h"
#include "unit_test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static struct arena arena;
#define ROOM P_tmpdir "/test-file-XXXXXX"

static char room[] = ROOM;
static int place; // descriptor of that folder

static int setup(void **state) {
    (void)state;
    strcpy(room, ROOM);
    assert_non_null(mkdtemp(room));
    place = open(room, O_RDONLY | O_DIRECTORY);
    return place < 0;
}

static int teardown(void **state) {
    (void)state;
    close(place);
    arena_finish(&arena);
    return disk_remove((struct disk_place){FILE_FROM_HERE, room}) != FILE_OK;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, void *nothing)

static void write_file(const char *name, const char *text) {
    int file = openat(place, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
}

static enum file_fault load(const char *name, size_t limit, struct str *bytes) {
    const struct file_source source = {place, name, limit};
    return file_load(bytes, &source, &arena);
}

TEST(a_plain_file_is_read_whole) {
    struct str bytes = {NULL, 0};
    write_file("a.md", "# Title\n");
    assert_int_equal(load("a.md", 8, &bytes), FILE_OK);
    assert_int_equal(bytes.size, 8);
    assert_string_equal(bytes.at, "# Title\n");
    write_file("empty.md", "");
    assert_int_equal(load("empty.md", 0, &bytes), FILE_OK);
    assert_int_equal(bytes.size, 0);
}

TEST(anything_else_is_a_fault_and_leaves_the_bytes_alone) {
    write_file("big.md", "123456789");
    write_file("target.md", "secret");
    assert_int_equal(mkdirat(place, "folder.md", 0700), 0);
    assert_int_equal(mkfifoat(place, "pipe.md", 0600), 0);
    assert_int_equal(symlinkat("target.md", place, "link.md"), 0);
    assert_int_equal(symlinkat("loop.md", place, "loop.md"), 0);
    assert_int_equal(symlinkat("/etc/passwd", place, "out.md"), 0);
    assert_int_equal(symlinkat("/dev/zero", place, "endless.md"), 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/socket.md", room);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    static const struct {
        const char *name;
        enum file_fault fault;
    } cases[] = {
        {"none.md", FILE_MISSING},      {"big.md", FILE_TOO_BIG},
        {"folder.md", FILE_IS_FOLDER},  {"pipe.md", FILE_IS_SPECIAL},
        {"link.md", FILE_IS_LINK},      {"loop.md", FILE_IS_LINK},
        {"out.md", FILE_IS_LINK},       {"endless.md", FILE_IS_LINK},
        {"socket.md", FILE_IS_SPECIAL}, {"/dev/zero", FILE_IS_SPECIAL},
        {"/dev/null", FILE_IS_SPECIAL}, {"a.md/b.md", FILE_MISSING},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct str bytes = {"untouched", 9};
        enum file_fault fault = load(cases[i].name, 8, &bytes);
        if (fault != cases[i].fault) {
            fail_msg("%s gave %d", cases[i].name, (int)fault);
        }
        assert_string_equal(bytes.at, "untouched");
    }
    close(listener);
}

// A sparse file: the size alone must stop the reading, before a byte of memory is taken.
TEST(a_file_of_300_megabytes_costs_no_memory) {
    struct str bytes = {NULL, 0};
    write_file("huge.md", "");
    int file = openat(place, "huge.md", O_WRONLY);
    assert_int_equal(ftruncate(file, 300L * 1024 * 1024), 0);
    close(file);
    size_t held_before = arena.held_bytes;
    assert_int_equal(load("huge.md", 64 * 1024, &bytes), FILE_TOO_BIG);
    assert_int_equal(arena.held_bytes, held_before);
}

// Files of /proc say that they are empty, and are not: no more is read than was checked.
TEST(no_more_is_read_than_the_file_said_it_has) {
    struct str bytes = {NULL, 0};
    assert_int_equal(load("/proc/self/status", 64 * 1024, &bytes), FILE_OK);
    assert_int_equal(bytes.size, 0);
}

TEST(a_file_without_permission_is_said) {
    struct str bytes = {NULL, 0};
    bool is_root = geteuid() == 0; // root may read anything, so it becomes nobody for a moment
    write_file("locked.md", "x");
    assert_int_equal(fchmodat(place, "locked.md", 0, 0), 0);
    assert_int_equal(fchmod(place, 0755), 0);
    assert_int_equal(is_root ? seteuid(65534) : 0, 0);
    enum file_fault fault = load("locked.md", 10, &bytes);
    assert_int_equal(is_root ? seteuid(0) : 0, 0);
    assert_int_equal(fault, FILE_IS_LOCKED);
}

TEST(every_fault_has_a_sentence_and_something_to_do) {
    for (int fault = FILE_OK + 1; fault < FILE_FAULT_COUNT; fault++) {
        struct findings findings = {.arena = &arena};
        file_add_finding(&findings, (enum file_fault)fault, "cards/en/10-a.md");
        assert_int_equal(findings.error_count, 1);
        const struct finding *finding = &findings.list[0];
        assert_true(finding->what[strlen(finding->what) - 1] == '.');
        assert_true(finding->todo[strlen(finding->todo) - 1] == '.');
        assert_true(strlen(file_fault_text((enum file_fault)fault)) > 5);
    }
}

static enum file_fault list(struct folder *folder, const char *name, int limit) {
    const struct folder_source source = {place, name, limit};
    return folder_open(folder, &source, &arena);
}

TEST(a_listing_is_sorted_and_says_what_each_is) {
    static const struct folder_entry expected[] = {
        {"10-a.md", ENTRY_FILE},  {"20-B.md", ENTRY_FILE}, {"30-c.md", ENTRY_LINK},
        {"folder", ENTRY_FOLDER}, {"pipe", ENTRY_OTHER},   {"ZEBRA", ENTRY_FILE},
    };
    struct folder folder;
    write_file("ZEBRA", "");
    write_file("20-B.md", "");
    write_file("10-a.md", "");
    assert_int_equal(mkdirat(place, "folder", 0700), 0);
    assert_int_equal(mkfifoat(place, "pipe", 0600), 0);
    assert_int_equal(symlinkat("10-a.md", place, "30-c.md"), 0);
    assert_int_equal(list(&folder, ".", 100), FILE_OK);
    assert_int_equal(folder.count, COUNT_OF(expected));
    for (int i = 0; i < COUNT_OF(expected); i++) {
        assert_string_equal(folder.entries[i].name, expected[i].name);
        assert_int_equal(folder.entries[i].kind, expected[i].kind);
    }
    assert_string_equal(folder_find(&folder, "zebra")->name, "ZEBRA");
    assert_null(folder_find(&folder, "zebr"));
    folder_close(&folder);
}

TEST(a_folder_is_never_reached_through_a_link) {
    struct folder folder = {.count = 77};
    assert_int_equal(symlinkat(".", place, "loop"), 0);
    assert_int_equal(symlinkat("/etc", place, "out"), 0);
    write_file("file", "");
    enum file_fault loop = list(&folder, "loop", 100);
    enum file_fault out = list(&folder, "out", 100);
    assert_true(loop == FILE_IS_LINK || loop == FILE_IS_SPECIAL);
    assert_true(out == FILE_IS_LINK || out == FILE_IS_SPECIAL);
    assert_int_equal(list(&folder, "file", 100), FILE_IS_SPECIAL);
    assert_int_equal(list(&folder, "none", 100), FILE_MISSING);
    assert_int_equal(folder.count, 77);
}

TEST(a_folder_over_the_limit_lists_nothing) {
    struct folder folder;
    char name[16];
    for (int i = 0; i < 11; i++) {
        snprintf(name, sizeof name, "%02d.md", i);
        write_file(name, "");
    }
    assert_int_equal(list(&folder, ".", 10), FILE_OK);
    assert_true(folder.is_over_limit);
    assert_int_equal(folder.count, 0);
    folder_close(&folder);
    assert_int_equal(list(&folder, ".", 11), FILE_OK);
    assert_false(folder.is_over_limit);
    assert_int_equal(folder.count, 11);
    folder_close(&folder);
}

TEST(a_file_name_cannot_forge_a_finding) {
    struct findings findings = {.arena = &arena};
    file_add_finding(&findings, FILE_IS_LINK, "cards/en/10-a.md\nkiosk.ini:1: error: gone\x1b[2J");
    const char *text = finding_text(&findings.list[0], &arena);
    assert_null(strchr(text, '\n'));
    assert_null(strchr(text, '\x1b'));
}
