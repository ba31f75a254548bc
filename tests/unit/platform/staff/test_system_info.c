// SPDX-License-Identifier: MIT
// "About this screen": what is known is said in words, what is not known is left out, and what
// somebody else left as a note is harmless.
#include <sys/timex.h>
#include <sys/wait.h>

#include "content/settings/hours.h"
#include "no_landlock.h"
#include "own_folder.h"
#include "own_machine.h"
#include "platform/staff/system_info.h"
#include "platform/system/builtin.h"

// In place of the C library's, so that a test can say whether a network keeps the clock.
static bool is_clock_kept;

int adjtimex(struct timex *about) {
    about->status = is_clock_kept ? 0 : STA_UNSYNC;
    return is_clock_kept ? TIME_OK : TIME_ERROR;
}

struct info_room {
    struct own_folder store;
    struct arena arena;
    struct staff_words words;
    struct deck_slot slot;
    struct findings notes; // of the program
    struct content_source content;
    struct staff_jobs jobs;
};

// Where the appliance leaves its notes.
static struct own_folder notes = {.path = SYSTEM_INFO_NOTES};

static int setup(void **state) {
    struct info_room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    own_folder_open(&room->store);
    struct findings findings = {.arena = &room->arena};
    const struct deck_source from = {DIT_SOURCE_DIR "/config", DIT_SOURCE_DIR "/assets", {0}, NULL};
    assert_true(deck_load(&room->slot.deck, &from, &findings));
    builtin_load_staff_words(&room->words, &room->arena);
    room->notes.arena = &room->arena;
    room->content.store_dir = room->store.path;
    room->jobs = (struct staff_jobs){
        .folder = -1,
        .shown = &room->slot,
        .options = {.source = &room->content, .words = &room->words, .notes = &room->notes}};
    const struct disk_place store = {FILE_FROM_HERE, room->store.path};
    assert_int_equal(disk_open_folder(&room->jobs.folder, store), FILE_OK);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct info_room *room = *state;
    disk_close(room->jobs.folder);
    own_folder_close(&room->store);
    arena_finish(&notes.arena);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct info_room *room)

// The n-th fact of that kind; NULL where it is not said.
static const char *nth_fact(struct info_room *room, enum staff_word what, int n) {
    struct staff_facts facts = system_info_find(&room->jobs, &room->arena);
    for (int i = 0; i < facts.count; i++) {
        assert_non_null(facts.list[i].text);
        if (facts.list[i].what == what && n-- == 0) {
            return facts.list[i].text;
        }
    }
    return NULL;
}

static const char *fact(struct info_room *room, enum staff_word what) {
    return nth_fact(room, what, 0);
}

static const char *name_of(struct info_room *room) {
    return system_info_kiosk_name(room->jobs.folder, room->jobs.options.device_name, &room->words,
                                  &room->arena);
}

TEST(what_the_content_says_is_said) {
    assert_string_equal(fact(room, STAFF_FACT_PRACTICE), "Example Surgery");
    assert_string_equal(fact(room, STAFF_FACT_PHONE), "0203 228 1350");
    assert_string_equal(fact(room, STAFF_FACT_OWNER), "Practice manager");
    assert_non_null(fact(room, STAFF_FACT_CHECKED));
    room->slot.deck.settings.content_owner = "";
    room->slot.deck.settings.last_checked = "";
    assert_string_equal(fact(room, STAFF_FACT_OWNER), "not given");
    assert_string_equal(fact(room, STAFF_FACT_CHECKED), "not given");
}

TEST(what_is_still_to_do_is_said_until_it_is_done) {
    struct settings *settings = &room->slot.deck.settings;
    assert_non_null(strstr(fact(room, STAFF_FACT_TODO), "still shows Example Surgery"));
    assert_null(nth_fact(room, STAFF_FACT_TODO, 1));
    settings->content_owner = settings->last_checked = "";
    assert_non_null(strstr(nth_fact(room, STAFF_FACT_TODO, 1), "content_owner"));
    assert_non_null(strstr(nth_fact(room, STAFF_FACT_TODO, 2), "last_checked"));
    settings->practice_name = "Hill Road Surgery";
    settings->content_owner = "Practice manager";
    settings->last_checked = "2026-11-25";
    assert_null(fact(room, STAFF_FACT_TODO));
}

TEST(words_that_were_checked_over_a_year_ago_are_said_where_the_clock_is_set) {
    room->slot.deck.settings.practice_name = "Hill Road Surgery";
    room->slot.deck.settings.last_checked = "2024-01-05";
    is_clock_kept = true;
    assert_string_equal(
        fact(room, STAFF_FACT_TODO),
        "The words were last checked on 2024-01-05, over a year ago: read them again.");
    is_clock_kept = false;
    assert_true(access("/sys/class/rtc/rtc0/hctosys", R_OK) == 0 || !fact(room, STAFF_FACT_TODO));
}

TEST(the_version_is_the_number_of_the_cards) {
    assert_string_equal(fact(room, STAFF_FACT_CONTENT), "The cards it came with");
    const char *pointer = own_folder_path(&room->store, "current");
    assert_int_equal(symlink("gen-12", pointer), 0);
    assert_string_equal(fact(room, STAFF_FACT_CONTENT), "12");
    assert_non_null(strstr(fact(room, STAFF_FACT_VERSION), "dit-kiosk "));
}

TEST(a_kiosk_without_a_name_keeps_one_of_its_own) {
    const char *name = name_of(room);
    assert_int_equal(strlen(name), strlen("Screen 3f2a"));
    assert_memory_equal(name, "Screen ", 7);
    assert_int_equal(strspn(name + 7, "0123456789abcdef"), 4);
    own_folder_put_text(&room->store, "name", "Screen beef\n"); // as another start made it
    assert_string_equal(name_of(room), "Screen beef");
    room->jobs.options.device_name = "";
    assert_string_equal(name_of(room), "Screen beef");
    room->jobs.options.device_name = "Waiting room 2";
    assert_string_equal(fact(room, STAFF_FACT_NAME), "Waiting room 2");
}

TEST(when_the_cards_came_is_said) {
    assert_string_equal(fact(room, STAFF_FACT_UPDATED), "not yet");
    assert_int_equal(symlink("gen-12", own_folder_path(&room->store, "current")), 0);
    assert_string_equal(fact(room, STAFF_FACT_UPDATED), "clock not set");
    own_folder_put_text(&room->store, "when-12", "2026-11-25 14:05\n");
    assert_string_equal(fact(room, STAFF_FACT_UPDATED), "2026-11-25 14:05");
    own_folder_put_text(&room->store, "when-12", "2026\x1b[2J\n");
    assert_string_equal(fact(room, STAFF_FACT_UPDATED), "2026?[2J");
}

TEST(what_this_machine_cannot_tell_is_left_out) {
    bool has_sensor = access("/sys/class/thermal/thermal_zone0/temp", R_OK) == 0;
    assert_true(has_sensor || !fact(room, STAFF_FACT_HEAT));
    assert_non_null(fact(room, STAFF_FACT_CLOCK));
}

TEST(the_opening_hours_are_said_and_whether_they_are_in_force) {
    struct hours hours = {.every_day = {true, 8 * 60, 18 * 60 + 30}, .weekdays[6].is_own = true};
    is_clock_kept = true;
    assert_string_equal(fact(room, STAFF_FACT_HOURS), "not set; the screen is always on");
    room->jobs.options.hours = &hours;
    assert_string_equal(fact(room, STAFF_FACT_HOURS),
                        "as in device.ini. At other times it is dark until somebody touches it.");
    is_clock_kept = false;
    if (access("/sys/class/rtc/rtc0/hctosys", R_OK) != 0) {
        assert_string_equal(
            fact(room, STAFF_FACT_HOURS),
            "Opening hours are set, but the clock is not: the screen is always on.");
        assert_string_equal(fact(room, STAFF_FACT_CLOCK), "not set; the cards do not need it");
    }
    hours = (struct hours){0};
    assert_string_equal(fact(room, STAFF_FACT_HOURS), "not set; the screen is always on");
}

// In a process of its own, because nothing brings Landlock back.
TEST(a_kernel_without_landlock_is_said) {
    int status;
    assert_true(sandbox_has_landlock() == !fact(room, STAFF_FACT_STICKS));
    pid_t pid = fork();
    if (pid == 0) {
        take_landlock_away();
        const char *said = fact(room, STAFF_FACT_STICKS);
        _exit(said && strstr(said, "has no Landlock") ? 0 : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

TEST(what_went_wrong_at_the_start_comes_first) {
    static const char *const lines[] = {"device.ini:3: error: One. Mend it.",
                                        "device.ini:4: error: Two. Mend it."};
    finding_error(&room->notes, (struct finding_place){"device.ini", 3}, "One.", "Mend it.");
    finding_error(&room->notes, (struct finding_place){"device.ini", 4}, "Two.", "Mend it.");
    struct staff_facts facts = system_info_find(&room->jobs, &room->arena);
    assert_int_equal(facts.list[0].what, STAFF_FACT_NOTE);
    assert_string_equal(facts.list[0].text, lines[0]);
    assert_string_equal(facts.list[1].text, lines[1]);
    assert_int_equal(facts.list[2].what, STAFF_FACT_TODO);
}

static void start_appliance(void) {
    enter_own_machine("/run");
    assert_int_equal(mkdir("/run/dit-kiosk", 0755), 0);
}

TEST(notes_of_the_appliance_are_said) {
    start_appliance();
    assert_null(fact(room, STAFF_FACT_NOTE));
    assert_int_equal(mkdir(SYSTEM_INFO_NOTES, 0755), 0);
    assert_null(fact(room, STAFF_FACT_NOTE));
    own_folder_put_text(&notes, "stick-sdb", "There are two USB sticks.\nmore\n");
    own_folder_put_text(&notes, "empty", "");
    assert_int_equal(mkfifo(SYSTEM_INFO_NOTES "/pipe", 0600), 0);
    assert_int_equal(symlink("/etc/shadow", SYSTEM_INFO_NOTES "/link"), 0);
    assert_string_equal(fact(room, STAFF_FACT_NOTE), "There are two USB sticks.");
    assert_null(nth_fact(room, STAFF_FACT_NOTE, 1));
}

TEST(many_notes_are_not_none) {
    start_appliance();
    assert_int_equal(mkdir(SYSTEM_INFO_NOTES, 0755), 0);
    for (int i = 0; i < 30; i++) {
        own_folder_put_text(&notes, arena_format(&room->arena, "%02d", i),
                            arena_format(&room->arena, "Note %d.\n", i));
    }
    assert_string_equal(fact(room, STAFF_FACT_NOTE), "Note 0.");
    assert_string_equal(nth_fact(room, STAFF_FACT_NOTE, 7), "Note 7.");
    assert_null(nth_fact(room, STAFF_FACT_NOTE, 8));
}
