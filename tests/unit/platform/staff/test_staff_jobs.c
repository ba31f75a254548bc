// SPDX-License-Identifier: MIT
// The jobs behind the staff screens that need no stick, on a store of the test's own: the test is
// the state machine that names a job, and hears what came of it.
#include "own_folder.h"
#include "platform/staff/staff_jobs.h"
#include "platform/system/builtin.h"

struct desk {
    struct own_folder store;
    struct arena arena;
    struct staff_words words;
    struct deck_slot slots[2];
    struct touch_map touch;
    struct findings notes;
    struct content_source source;
    struct staff_jobs_options options;
    struct staff_jobs jobs;
    struct trial trial;
    struct staff_session session;
    struct staff_event heard; // the last one
};

static void hear(void *self, const struct staff_event *event) {
    struct desk *desk = self;
    desk->heard = *event;
}

static int setup(void **state) {
    static const struct ports none;
    struct desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    own_folder_open(&desk->store);
    struct findings findings = {.arena = &desk->arena};
    desk->source = (struct content_source){.store_dir = desk->store.path,
                                           .shipped_dir = DIT_SOURCE_DIR "/config",
                                           .assets_dir = DIT_SOURCE_DIR "/assets",
                                           .ports = &none};
    const struct deck_source from = {desk->source.shipped_dir, desk->source.assets_dir, {0}, NULL};
    assert_true(deck_load(&desk->slots[0].deck, &from, &findings));
    builtin_load_staff_words(&desk->words, &desk->arena);
    desk->notes.arena = &desk->arena;
    desk->options = (struct staff_jobs_options){.source = &desk->source,
                                                .stick_dir = "/nowhere",
                                                .slots = desk->slots,
                                                .words = &desk->words,
                                                .touch = &desk->touch,
                                                .notes = &desk->notes,
                                                .self = desk,
                                                .tell = hear};
    staff_jobs_open(&desk->jobs, &desk->options, &desk->trial);
    *state = desk;
    return 0;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    staff_jobs_close(&desk->jobs);
    own_folder_close(&desk->store);
    arena_finish(&desk->slots[1].arena);
    arena_finish(&desk->arena);
    free(desk);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct desk *desk)

static const struct staff_event *ask(struct desk *desk, enum staff_job job) {
    desk->heard = (struct staff_event){.kind = STAFF_EVENT_COUNT};
    staff_jobs_do(&desk->jobs, job, &desk->session, 1000);
    return &desk->heard;
}

static const struct staff_event *type(struct desk *desk, enum staff_job job, const char *pin) {
    snprintf(desk->session.pin, sizeof desk->session.pin, "%s", pin);
    return ask(desk, job);
}

static const char *fact(struct desk *desk, enum staff_word what) {
    ask(desk, JOB_MENU);
    for (int i = 0; i < desk->heard.facts.count; i++) {
        if (desk->heard.facts.list[i].what == what) {
            return desk->heard.facts.list[i].text;
        }
    }
    return NULL;
}

static bool is_in_force(struct desk *desk, const char *pin) {
    return type(desk, JOB_TRY_PIN, pin)->answer == PIN_RIGHT;
}

TEST(a_pin_is_changed_right_after_the_old_one_was_typed) {
    assert_true(pin_store(desk->jobs.folder, "271828"));
    assert_true(is_in_force(desk, "271828"));
    type(desk, JOB_SET_PIN, "314159");
    assert_int_equal(desk->heard.kind, STAFF_EVENT_SETUP);
    assert_int_equal(desk->heard.next, SETUP_OVER);
    assert_false(is_in_force(desk, "271828"));
    assert_true(is_in_force(desk, "314159"));
}

TEST(without_the_old_pin_just_before_none_is_set) {
    static const enum staff_job between[] = {JOB_OPEN, JOB_DROP, JOB_SET_PIN};
    assert_true(pin_store(desk->jobs.folder, "271828"));
    assert_int_equal(type(desk, JOB_SET_PIN, "314159")->answer, PIN_BROKEN);
    assert_int_equal(type(desk, JOB_TRY_PIN, "161803")->answer, PIN_WRONG);
    assert_int_equal(type(desk, JOB_SET_PIN, "314159")->answer, PIN_BROKEN);
    for (int i = 0; i < COUNT_OF(between); i++) {
        assert_true(is_in_force(desk, "271828"));
        type(desk, between[i], "111111"); // which cannot be one
        assert_int_equal(type(desk, JOB_SET_PIN, "314159")->answer, PIN_BROKEN);
    }
    assert_true(is_in_force(desk, "271828"));
}

TEST(the_first_pin_is_set_where_it_was_asked_for) {
    assert_int_equal(type(desk, JOB_SET_PIN, "314159")->answer, PIN_BROKEN);
    assert_true(setup_store(desk->jobs.folder, SETUP_PIN));
    assert_int_equal(type(desk, JOB_SET_PIN, "314159")->kind, STAFF_EVENT_SETUP);
    assert_int_equal(setup_load(desk->jobs.folder), SETUP_OVER);
    assert_true(is_in_force(desk, "314159"));
}

TEST(a_name_is_chosen_and_kept) {
    assert_true(ask(desk, JOB_MENU)->items[MENU_NAME]);
    const struct staff_choices *choices = &ask(desk, JOB_NAMES)->choices;
    assert_int_equal(desk->heard.kind, STAFF_EVENT_CHOICES);
    assert_int_equal(desk->heard.job, JOB_NAME);
    assert_int_equal(choices->count, 8);
    assert_int_equal(choices->here, -1); // it has one of its own
    assert_string_equal(choices->labels[2], "Waiting room 2");
    desk->session.chosen = 2;
    assert_int_equal(ask(desk, JOB_NAME)->choices.here, 2);
    assert_string_equal(fact(desk, STAFF_FACT_NAME), "Waiting room 2");
    desk->jobs.options.device_name = "Upstairs left";
    assert_string_equal(fact(desk, STAFF_FACT_NAME), "Upstairs left");
    assert_false(desk->heard.items[MENU_NAME]);
}

TEST(the_one_earlier_content_is_looked_at_without_a_question) {
    assert_false(ask(desk, JOB_MENU)->items[MENU_EARLIER]);
    assert_int_equal(ask(desk, JOB_EARLIER)->notice, NOTICE_FAILED);
    assert_int_equal(symlink("gen-7", own_folder_path(&desk->store, "current")), 0);
    assert_true(ask(desk, JOB_MENU)->items[MENU_EARLIER]);
    assert_false(desk->heard.is_newer);
    assert_int_equal(ask(desk, JOB_EARLIER)->kind, STAFF_EVENT_COUNT);
    assert_non_null(desk->jobs.loader);
    assert_int_equal(desk->jobs.generation, 0); // what came with the program
}

TEST(of_several_earlier_contents_the_one_that_was_chosen_is_looked_at) {
    own_folder_put_text(&desk->store, "gen-3/kiosk.ini", "");
    own_folder_put_text(&desk->store, "gen-5/kiosk.ini", "");
    own_folder_put_text(&desk->store, "gen-7/kiosk.ini", "");
    own_folder_put_text(&desk->store, "when-5", "2026-11-25 14:05\n");
    assert_int_equal(symlink("gen-7", own_folder_path(&desk->store, "current")), 0);
    assert_true(ask(desk, JOB_MENU)->items[MENU_EARLIER]);
    assert_int_equal(ask(desk, JOB_EARLIER)->job, JOB_LOOK_BACK);
    assert_int_equal(desk->heard.choices.count, 3);
    assert_string_equal(desk->heard.choices.labels[0], "2026-11-25 14:05");
    assert_string_equal(desk->heard.choices.labels[1], "Cards number 3");
    assert_string_equal(desk->heard.choices.labels[2], "The cards it came with");
    desk->session.chosen = 1;
    ask(desk, JOB_LOOK_BACK);
    assert_int_equal(desk->jobs.generation, 3);
}
