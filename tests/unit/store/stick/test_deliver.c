// SPDX-License-Identifier: MIT
// What goes onto a stick: the content with its guide, and the small files. Whatever stands in the
// way, nothing that was on the stick is lost.
#include "base/encoding.h"
#include "fake_stick.h"

#include "store/counts.h"
#include "store/stick/deliver.h"
#include "store/stick/export.h"
#include "store/stick/page.h"
#include "store/stick/receipt.h"

#include <errno.h>
#include <sched.h>
#include <sys/mount.h>

static const char guide[] = "How to change the words.\n";

static struct room *room; // its stick has its content as Kiosk
static struct delivery delivery;
static const char *text; // of the result

static const char *path_of(const char *name) {
    return arena_format(&room->arena, "%s/%s", room->folder.path, name);
}

// `content` is what is shown, `outbox` the small files.
static int setup_delivery(void **state) {
    setup(state);
    room = *state;
    put_content(room, "content");
    content_put_text(&room->folder, "guide.md", guide);
    content_put_text(&room->folder, "outbox/" RECEIPT_FILE, "Receipt.\r\n");
    delivery = (struct delivery){.stick_dir = room->stick,
                                 .content_dir = path_of("content"),
                                 .guide_path = path_of("guide.md")};
    return 0;
}

#define DELIVERY_TEST(name) UNIT_TEST_WITH(name, setup_delivery, teardown, void *nothing)

static enum deliver_end send(void) {
    struct delivery sent = delivery;
    const struct disk_place outbox = {FILE_FROM_HERE, path_of("outbox")};
    assert_int_equal(disk_open_folder(&sent.order.folder, outbox), FILE_OK);
    struct deliver_result result = deliver(&sent, &room->arena);
    disk_close(sent.order.folder);
    text = result.text;
    return result.end;
}

static void assert_old_folder_stays(void) {
    assert_string_equal(text_of(room, "stick/Kiosk/cards/en/10-what.md"), good_card);
    assert_false(is_there(room, "stick/kiosk") || is_there(room, "stick/kiosk-old"));
    assert_false(is_there(room, "stick/kiosk-unfinished"));
    assert_false(is_there(room, "stick/" RECEIPT_FILE)); // which would say otherwise
}

static void assert_for_notepad(const char *name, const char *words) {
    assert_string_equal(text_of(room, name),
                        encoding_for_windows(str_from(words), &room->arena).at);
}

DELIVERY_TEST(the_content_is_copied_ready_to_be_edited) {
    remove_from_room(room, "stick/Kiosk");
    assert_int_equal(send(), DELIVER_DONE);
    assert_for_notepad("stick/kiosk/kiosk.ini", good_settings);
    assert_for_notepad("stick/kiosk/cards/en/10-what.txt", good_card);
    assert_false(is_there(room, "stick/kiosk/cards/en/10-what.md"));
    assert_true(is_there(room, "stick/kiosk/images"));
    assert_non_null(strstr(text_of(room, "stick/kiosk/" EXPORT_GUIDE), "How to change"));
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_int_equal(import(room), IMPORT_DONE); // and it can come back
}

DELIVERY_TEST(the_page_for_staff_lies_beside_the_cards_and_replaces_an_older_one) {
    remove_from_room(room, "stick/Kiosk");
    content_put_text(&room->folder, "page.html", "<p>new");
    content_put_text(&room->folder, "stick/" PAGE_NAME, "<p>old");
    assert_int_equal(send(), DELIVER_DONE); // without a page
    assert_string_equal(text_of(room, "stick/" PAGE_NAME), "<p>old");
    delivery.page_path = path_of("page.html");
    delivery.keeps_old = true;
    assert_int_equal(send(), DELIVER_DONE);
    const char *page = text_of(room, "stick/" PAGE_NAME);
    assert_true(str_starts(str_from(page), "<p>new")); // then what it was copied from
    assert_non_null(strstr(page, ">kiosk.ini\n"));
    assert_non_null(strstr(page, ">cards/en/10-what.txt\n"));
    assert_int_equal(import(room), IMPORT_DONE); // and the cards are still found
}

DELIVERY_TEST(a_folder_that_is_there_is_asked_about_and_nothing_is_written) {
    assert_int_equal(send(), DELIVER_EXISTS);
    assert_string_equal(text, "kiosk-old");
    assert_old_folder_stays();
}

DELIVERY_TEST(the_old_folder_is_kept_under_another_name_each_time) {
    static const char *const kept[] = {"kiosk-old", "kiosk-old-2", "kiosk-old-3"};
    content_put_text(&room->folder, "stick/letter.txt", "Dear all");
    for (int i = 0; i < COUNT_OF(kept); i++) {
        const char *mark = arena_format(&room->arena, "Mine %d", i);
        content_put_text(&room->folder, i == 0 ? "stick/Kiosk/mine.txt" : "stick/kiosk/mine.txt",
                         mark);
        delivery.keeps_old = false;
        assert_int_equal(send(), DELIVER_EXISTS);
        assert_string_equal(text, kept[i]);
        delivery.keeps_old = true;
        assert_int_equal(send(), DELIVER_DONE);
        const char *path = arena_format(&room->arena, "stick/%s/mine.txt", kept[i]);
        assert_string_equal(text_of(room, path), mark);
        assert_false(is_there(room, "stick/kiosk/mine.txt"));
    }
    assert_string_equal(text_of(room, "stick/letter.txt"), "Dear all");
}

DELIVERY_TEST(what_has_the_name_and_is_no_folder_is_kept_too) {
    remove_from_room(room, "stick/Kiosk");
    delivery.keeps_old = true;
    content_put_text(&room->folder, "stick/KIOSK", "a file");
    assert_int_equal(send(), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/kiosk-old"), "a file");
    remove_from_room(room, "stick/kiosk");
    assert_int_equal(symlink("/etc", content_path(&room->folder, "stick/kiosk")), 0);
    assert_int_equal(send(), DELIVER_DONE);
    assert_true(is_there(room, "stick/kiosk-old-2"));
    assert_for_notepad("stick/kiosk/cards/en/10-what.txt", good_card);
}

DELIVERY_TEST(when_all_names_are_taken_nothing_is_moved) {
    delivery.keeps_old = true;
    for (int i = 1; i <= 99; i++) {
        content_put_text(
            &room->folder,
            i == 1 ? "stick/kiosk-old" : arena_format(&room->arena, "stick/KIOSK-Old-%d", i), "x");
    }
    assert_int_equal(send(), DELIVER_FAILED);
    assert_non_null(strstr(text, "The stick cannot be written: "));
    assert_string_equal(text_of(room, "stick/Kiosk/cards/en/10-what.md"), good_card);
    assert_false(is_there(room, "stick/kiosk"));
    assert_string_equal(text_of(room, "stick/kiosk-old"), "x");
}

DELIVERY_TEST(a_failure_gives_the_old_folder_its_name_back) {
    delivery.keeps_old = true;
    static const char *const spoilt[] = {"content/cards/en/refer.md", "content/kiosk.ini"};
    for (int i = 0; i < COUNT_OF(spoilt); i++) {
        remove_from_room(room, spoilt[i]);
        assert_int_equal(mkfifo(content_path(&room->folder, spoilt[i]), 0600), 0);
        assert_int_equal(send(), DELIVER_FAILED);
        assert_old_folder_stays();
    }
}

DELIVERY_TEST(a_new_folder_that_cannot_get_its_name_gives_the_old_one_its_name_back) {
    delivery.keeps_old = true;
    content_put_text(&room->folder, "stick/kiosk/mine.txt", "Mine"); // and Kiosk, which comes first
    assert_int_equal(send(), DELIVER_FAILED);
    assert_string_equal(text_of(room, "stick/kiosk/mine.txt"), "Mine");
    assert_string_equal(text_of(room, "stick/Kiosk/cards/en/10-what.md"), good_card);
    assert_false(is_there(room, "stick/kiosk-old") || is_there(room, "stick/kiosk-unfinished"));
}

DELIVERY_TEST(a_copy_that_was_broken_off_is_replaced_by_the_next) {
    remove_from_room(room, "stick/Kiosk");
    content_put_text(&room->folder, "stick/kiosk-unfinished/cards/en/10-half.md", "# Ha");
    assert_int_equal(send(), DELIVER_DONE);
    assert_false(is_there(room, "stick/kiosk-unfinished"));
    assert_false(is_there(room, "stick/kiosk/cards/en/10-half.md"));
    assert_for_notepad("stick/kiosk/cards/en/10-what.txt", good_card);
}

DELIVERY_TEST(an_order_that_was_taken_back_changes_nothing) {
    delivery.keeps_old = true;
    delivery.order.name = "writing";
    for (int i = 0; i < 2; i++) {
        assert_int_equal(send(), DELIVER_FAILED);
        assert_old_folder_stays();
        delivery.content_dir = NULL; // a receipt alone
    }
    content_put_text(&room->folder, "outbox/writing", "an order");
    assert_int_equal(send(), DELIVER_DONE);
    assert_true(is_there(room, "stick/" RECEIPT_FILE));
}

DELIVERY_TEST(small_files_come_alone_where_nothing_is_to_be_copied) {
    delivery.content_dir = NULL;
    content_put_text(&room->folder, "outbox/" COUNTS_FILE, "period,what,opened\r\n");
    content_put_text(&room->folder, "outbox/write", "an order");
    content_put_text(&room->folder, "outbox/autorun.inf", "x");
    content_put_text(&room->folder, "stick/" RECEIPT_FILE, "Of last week.");
    assert_int_equal(send(), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_string_equal(text_of(room, "stick/" COUNTS_FILE), "period,what,opened\r\n");
    assert_false(is_there(room, "stick/write") || is_there(room, "stick/autorun.inf"));
    assert_false(is_there(room, "stick/kiosk"));
}

DELIVERY_TEST(each_screen_has_files_of_its_own) {
    delivery.content_dir = NULL;
    content_put_text(&room->folder, "outbox/" COUNTS_FILE, "period,what,opened\r\n");
    content_put_text(&room->folder, "stick/" RECEIPT_FILE, "Of another screen.");
    delivery.kiosk = "Room 2: left/right";
    assert_int_equal(send(), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/KIOSK-RECEIPT Room 2- left-right.txt"),
                        "Receipt.\r\n");
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Of another screen.");
    assert_false(is_there(room, "stick/" COUNTS_FILE));
}

DELIVERY_TEST(a_small_file_that_is_not_there_is_no_failure) {
    remove_from_room(room, "stick/Kiosk");
    remove_from_room(room, "outbox/" RECEIPT_FILE);
    assert_int_equal(send(), DELIVER_DONE);
    assert_false(is_there(room, "stick/" RECEIPT_FILE));
    assert_true(is_there(room, "stick/kiosk/kiosk.ini"));
}

DELIVERY_TEST(a_small_file_that_is_something_else_is_not_followed) {
    delivery.content_dir = NULL;
    remove_from_room(room, "outbox/" RECEIPT_FILE);
    assert_int_equal(symlink("../guide.md", content_path(&room->folder, "outbox/" RECEIPT_FILE)),
                     0);
    assert_int_equal(send(), DELIVER_FAILED);
    assert_false(is_there(room, "stick/" RECEIPT_FILE));
}

DELIVERY_TEST(a_receipt_takes_the_place_of_a_link_and_not_of_what_it_names) {
    delivery.content_dir = NULL;
    assert_int_equal(symlink("../guide.md", content_path(&room->folder, "stick/" RECEIPT_FILE)), 0);
    assert_int_equal(send(), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_string_equal(text_of(room, "guide.md"), guide);
}

DELIVERY_TEST(a_stick_that_is_not_there_is_a_sentence) {
    remove_from_room(room, "stick");
    assert_int_equal(send(), DELIVER_FAILED);
    assert_string_equal(text, "The stick cannot be written: it is not there, or cannot be read.");
}

DELIVERY_TEST(a_stick_with_too_much_on_it_is_said_so) {
    delivery.keeps_old = true;
    for (int i = 0; i < 4200; i++) {
        content_put_text(&room->folder, arena_format(&room->arena, "stick/%d", i), "");
    }
    assert_int_equal(send(), DELIVER_FAILED);
    assert_string_equal(text, "The stick cannot be written: there are far too many files on it.");
    assert_old_folder_stays();
}

// A filesystem of its own in the place of the stick, in a mount namespace of the test's own.
static bool mount_stick(const char *options) {
    bool is_mounted = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                      mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
                      mount("stick", room->stick, "tmpfs", 0, options) == 0;
    if (!is_mounted) {
        print_message("Nothing can be mounted here (%s): root is missing.\n", strerror(errno));
    }
    return is_mounted;
}

DELIVERY_TEST(a_read_only_stick_is_a_sentence_and_stays_as_it_was) {
    if (!mount_stick(NULL)) {
        skip();
    }
    put_content(room, "stick/Kiosk");
    assert_int_equal(mount(NULL, room->stick, NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
    for (int i = 0; i < 3; i++) {
        delivery.keeps_old = i > 0;
        delivery.content_dir = i < 2 ? delivery.content_dir : NULL;
        enum deliver_end end = send();
        assert_int_equal(end, i == 0 ? DELIVER_EXISTS : DELIVER_FAILED);
        if (i > 0) {
            assert_string_equal(text, "The stick is locked against writing. Move the little switch "
                                      "on its side, or use another one.");
        }
    }
    assert_string_equal(text_of(room, "stick/Kiosk/cards/en/10-what.md"), good_card);
    umount2(room->stick, MNT_DETACH);
}

DELIVERY_TEST(a_full_stick_is_a_sentence_and_stays_as_it_was) {
    if (!mount_stick("size=64k")) {
        skip();
    }
    put_content(room, "stick/Kiosk");
    delivery.keeps_old = true;
    static char photograph[256 * 1024];
    content_put(&room->folder, "content/images/team.jpg",
                (struct str){photograph, sizeof photograph});
    assert_int_equal(send(), DELIVER_FAILED);
    assert_non_null(strstr(text, "The stick is full. Take what you do not need off it"));
    assert_old_folder_stays();
    umount2(room->stick, MNT_DETACH);
}
