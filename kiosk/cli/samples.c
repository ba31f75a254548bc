// SPDX-License-Identifier: MIT
// Nothing shown here is written here: findings come from the checks, given a spoilt line; changes
// come from the comparison, given the deck with a little taken out; words come from their file.
#include "cli/samples.h"

#include "content/deck/card_numbers.h"
#include "store/pin/pin.h"

#include <string.h>

struct maker {
    struct arena *arena;
    const struct deck *deck;
    struct staff_scene base;
    struct samples samples;
};

static struct sample *add(struct maker *maker, const char *name, enum screen screen) {
    struct samples *samples = &maker->samples;
    samples->list = arena_grow(maker->arena, samples->list, samples->count, sizeof *samples->list);
    struct sample *sample = &samples->list[samples->count++];
    *sample = (struct sample){.name = name, .view = {.screen = screen}, .staff = maker->base};
    return sample;
}

// The number of the deck without its last digit, and a setting that does not exist.
static const struct findings *make_findings(const struct maker *maker) {
    struct findings *findings = ARENA_NEW(maker->arena, struct findings);
    struct settings settings;
    const char *phone = maker->deck->settings.phone;
    findings->arena = maker->arena;
    settings_load(
        &settings,
        str_from(arena_format(maker->arena,
                              "[practice]\nname = %s\n\n[referral]\nphone = %.*s\n\n"
                              "[display]\ntheme = dark\n",
                              maker->deck->settings.practice_name, (int)strlen(phone) - 1, phone)),
        "kiosk.ini", findings);
    return findings;
}

static const char *other_number(const struct maker *maker) {
    const char *phone = maker->deck->settings.phone;
    char *other = arena_text(maker->arena, str_from(phone));
    size_t last = strlen(other);
    if (last > 0) {
        other[last - 1] = other[last - 1] == '0' ? '1' : '0';
    }
    return other;
}

// What is said of a card whose numbers have slips in them.
static const struct findings *make_advice(const struct maker *maker) {
    struct findings *findings = ARENA_NEW(maker->arena, struct findings);
    struct card card = maker->deck->languages[0].cards[0];
    const char *numbers = arena_format(maker->arena, "116 132, 116 124, %s", other_number(maker));
    const struct block block = {
        .kind = BLOCK_PARAGRAPH, .line = card.title_line + 2, .text = str_from(numbers)};
    findings->arena = maker->arena;
    card.body = (struct document){&block, 1};
    card_numbers_check(&card, maker->deck->settings.phone, findings);
    return findings;
}

// The deck as it might have been before: another number, a card fewer, shorter cards.
static struct deck earlier_deck(const struct maker *maker) {
    struct deck old = *maker->deck;
    struct arena *arena = maker->arena;
    struct language *languages = ARENA_ARRAY(arena, struct language, old.language_count);
    memcpy(languages, old.languages, sizeof *languages * (size_t)old.language_count);
    struct card *cards = ARENA_ARRAY(arena, struct card, languages[0].card_count + 1);
    int count = 0;
    for (int i = 0; i < languages[0].card_count; i++) {
        if (i != 1) {
            cards[count] = languages[0].cards[i];
            int most = cards[count].body.count - 1;
            int taken = i % 2 == 0 && most > 1 ? i / 2 : 0;
            cards[count].body.count -= taken < most ? taken : most;
            count++;
        }
    }
    languages[0].cards = cards;
    languages[0].card_count = count;
    old.languages = languages;
    old.settings.phone = other_number(maker);
    return old;
}

static const struct changes *make_changes(const struct maker *maker) {
    struct changes *changes = ARENA_NEW(maker->arena, struct changes);
    struct deck *old = ARENA_NEW(maker->arena, struct deck);
    *old = earlier_deck(maker);
    changes->arena = maker->arena;
    changes_find(changes, old, maker->deck);
    return changes;
}

static void add_pins(struct maker *maker) {
    static const struct {
        const char *name;
        enum staff_pin pin;
        int digits;
    } pins[] = {
        {"staff-pin", STAFF_PIN_ASKED, 3},
        {"staff-pin-wrong", STAFF_PIN_WAS_WRONG, 0},
        {"staff-pin-closed", STAFF_PIN_IS_CLOSED, 0},
        {"staff-pin-unset", STAFF_PIN_IS_UNSET, 0},
        {"staff-pin-unasked", STAFF_PIN_IS_UNASKED, 0},
        {"staff-pin-fails", STAFF_PIN_FAILS, 0},
        {"staff-pin-new", STAFF_PIN_NEW, 2},
        {"staff-pin-again", STAFF_PIN_AGAIN, 0},
        {"staff-pin-refused", STAFF_PIN_REFUSED, 0},
        {"staff-pin-differs", STAFF_PIN_DIFFERS, 0},
    };
    for (int i = 0; i < COUNT_OF(pins); i++) {
        struct sample *sample = add(maker, pins[i].name, SCREEN_CARD);
        sample->view.is_admitting = true;
        sample->view.staff.digit_count = pins[i].digits;
        sample->staff.pin = pins[i].pin;
        sample->staff.is_for_stick = true;
        sample->staff.tries_left = 4;
        sample->staff.wait_s = 300;
        sample->staff.detail = pin_find_refusal("");
    }
}

static void add_update(struct maker *maker) {
    const struct findings *findings = make_findings(maker);
    const struct changes *changes = make_changes(maker);
    struct sample *sample = add(maker, "staff-checking", SCREEN_WORKING);
    sample->staff.done_count = 5;
    sample->staff.total_count = 12;
    sample = add(maker, "staff-findings", SCREEN_FINDINGS);
    sample->staff.findings = findings;
    sample = add(maker, "staff-advice", SCREEN_ADVICE);
    sample->staff.findings = make_advice(maker);
    sample->staff.leaves_s = 24;
    sample = add(maker, "staff-changes", SCREEN_CHANGES);
    sample->staff.findings = make_advice(maker);
    sample->staff.changes = changes;
    sample->staff.confirmed = ARENA_ARRAY(maker->arena, bool, changes->count + 1);
    sample = add(maker, "staff-changes-ticked", SCREEN_CHANGES);
    bool *confirmed = ARENA_ARRAY(maker->arena, bool, changes->count + 1);
    for (int i = 0; i < changes->confirm_count; i++) {
        confirmed[i] = true;
    }
    sample->staff.changes = changes;
    sample->staff.confirmed = confirmed;
    sample->staff.confirmed_count = changes->confirm_count;
    sample = add(maker, "staff-back", SCREEN_CHANGES);
    sample->staff.changes = changes;
    sample->staff.confirmed = confirmed;
    sample->staff.is_back = true;
    sample = add(maker, "staff-preview", SCREEN_CARD);
    sample->view.is_preview = true;
    sample->staff.notice = NOTICE_COUNT;
    sample->staff.done_count = 1;
    sample->staff.total_count = maker->deck->languages[0].card_count + 2;
    sample = add(maker, "staff-done", SCREEN_CARD);
    sample->view.is_preview = true;
    sample->staff.notice = NOTICE_DONE;
    sample->staff.receipt = RECEIPT_WRITTEN;
}

static void add_notices(struct maker *maker) {
    static const struct {
        const char *name, *detail;
        enum notice notice;
    } notices[] = {
        {"staff-nothing", NULL, NOTICE_SAME},
        {"staff-empty", NULL, NOTICE_EMPTY},
        {"staff-pulled", NULL, NOTICE_PULLED},
        {"staff-copy-pulled", NULL, NOTICE_COPY_PULLED},
        {"staff-failed", NULL, NOTICE_FAILED},
        {"staff-refused", NULL, NOTICE_REFUSED},
        {"staff-copy-over", "kiosk-old", NOTICE_COPY_OVER},
        {"staff-copied", NULL, NOTICE_COPIED},
        {"staff-copy-failed", NULL, NOTICE_COPY_FAILED},
        {"staff-restart", NULL, NOTICE_RESTART},
        {"staff-power", NULL, NOTICE_POWER},
        {"staff-keep-touch", NULL, NOTICE_KEEP_TOUCH},
        {"staff-unfit", NULL, NOTICE_UNFIT},
    };
    for (int i = 0; i < COUNT_OF(notices); i++) {
        struct sample *sample = add(maker, notices[i].name, SCREEN_NOTICE);
        sample->staff.notice = notices[i].notice;
        sample->staff.detail = notices[i].detail;
        sample->staff.wait_s = 15;
    }
}

static void add_menu(struct maker *maker) {
    struct sample *sample = add(maker, "staff-menu", SCREEN_MENU);
    for (int i = 0; i < MENU_ITEM_COUNT; i++) {
        sample->staff.items[i] = true;
    }
    const struct settings *settings = &maker->deck->settings;
    struct staff_fact *facts = ARENA_ARRAY(maker->arena, struct staff_fact, 4);
    facts[0] = (struct staff_fact){STAFF_FACT_PRACTICE, settings->practice_name};
    facts[1] = (struct staff_fact){STAFF_FACT_PHONE, settings->phone};
    facts[2] = (struct staff_fact){STAFF_FACT_OWNER, settings->content_owner};
    facts[3] = (struct staff_fact){STAFF_FACT_CHECKED, settings->last_checked};
    sample = add(maker, "staff-about", SCREEN_ABOUT);
    sample->staff.facts = (struct staff_facts){facts, 4};
    sample = add(maker, "staff-wipe", SCREEN_WIPE);
    sample->staff.wait_s = 24;
    sample = add(maker, "staff-touch", SCREEN_TOUCH);
    sample->staff.touch_x = sample->staff.touch_y = 400;
    sample = add(maker, "staff-cross", SCREEN_CROSS);
    sample->staff.cross = 1;
    (void)add(maker, "staff-arrows", SCREEN_ARROWS);
    sample = add(maker, "staff-cross-first", SCREEN_CROSS);
    sample->staff.can_be_wrong_way_up = true;
    sample->staff.leaves_s = 22;
}

struct samples samples_build(const struct deck *deck, const struct staff_words *words,
                             struct arena *arena) {
    struct maker maker = {.arena = arena, .deck = deck, .base = {.words = words, .wanted_row = -1}};
    add_pins(&maker);
    add_update(&maker);
    add_notices(&maker);
    add_menu(&maker);
    return maker.samples;
}
