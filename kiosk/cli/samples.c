// SPDX-License-Identifier: MIT
// Nothing shown here is written here: findings come from the checks, given a spoilt line; changes
// come from the comparison, given the deck with a little taken out; words come from their file.
#include "cli/samples.h"

#include <string.h>

#include "content/deck/card_numbers.h"
#include "store/pin/pin.h"

// What a screen shows that is made from the deck, and what lies over the screen.
enum {
    IN_LOOP = 1, // of the cards, which goes on from there
    WITH_QUESTION = 2,
    WITH_KEYPAD = 4,
    WITH_PREVIEW = 8,
    WITH_FINDINGS = 16,
    WITH_ADVICE = 32,
    WITH_CHANGES = 64,
    WITH_TICKS = 128, // all changes are confirmed
};

static const struct row {
    const char *name; // of the picture's file
    enum screen screen;
    unsigned with;
    int digit_count;
    struct staff_scene staff;
} ROWS[] = {
    {"topics", SCREEN_TOPICS, IN_LOOP, 0, {0}},
    {"refer", SCREEN_REFER, IN_LOOP, 0, {0}},
    {"urgent-help", SCREEN_URGENT, IN_LOOP, 0, {0}},
    {"languages", SCREEN_LANGUAGES, IN_LOOP, 0, {0}},
    {"still-reading", SCREEN_CARD, WITH_QUESTION, 0, {0}},
    {"staff-pin", SCREEN_CARD, WITH_KEYPAD, 3, {.pin = STAFF_PIN_ASKED}},
    {"staff-pin-wrong", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_WAS_WRONG, .tries_left = 4}},
    {"staff-pin-closed", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_IS_CLOSED, .wait_s = 300}},
    {"staff-pin-unset", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_IS_UNSET}},
    {"staff-pin-unasked", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_IS_UNASKED}},
    {"staff-pin-fails", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_FAILS}},
    {"staff-pin-new", SCREEN_CARD, WITH_KEYPAD, 2, {.pin = STAFF_PIN_NEW}},
    {"staff-pin-again", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_AGAIN}},
    {"staff-pin-refused", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_REFUSED}},
    {"staff-pin-differs", SCREEN_CARD, WITH_KEYPAD, 0, {.pin = STAFF_PIN_DIFFERS}},
    {"staff-checking", SCREEN_WORKING, 0, 0, {.done_count = 5, .total_count = 12}},
    {"staff-findings", SCREEN_FINDINGS, WITH_FINDINGS, 0, {0}},
    {"staff-advice", SCREEN_ADVICE, WITH_ADVICE, 0, {.leaves_s = 24}},
    {"staff-changes", SCREEN_CHANGES, WITH_CHANGES | WITH_ADVICE, 0, {0}},
    {"staff-changes-ticked", SCREEN_CHANGES, WITH_CHANGES | WITH_TICKS, 0, {0}},
    {"staff-back", SCREEN_CHANGES, WITH_CHANGES | WITH_TICKS, 0, {.is_back = true}},
    {"staff-preview", SCREEN_CARD, WITH_PREVIEW, 0, {.notice = NOTICE_COUNT, .done_count = 1}},
    {"staff-done",
     SCREEN_CARD,
     WITH_PREVIEW,
     0,
     {.notice = NOTICE_DONE, .receipt = RECEIPT_WRITTEN}},
    {"staff-nothing", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_SAME}},
    {"staff-empty", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_EMPTY}},
    {"staff-pulled", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_PULLED}},
    {"staff-copy-pulled", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_COPY_PULLED}},
    {"staff-failed", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_FAILED}},
    {"staff-refused", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_REFUSED}},
    {"staff-copy-over", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_COPY_OVER, .detail = "kiosk-old"}},
    {"staff-copied", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_COPIED}},
    {"staff-copy-failed", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_COPY_FAILED}},
    {"staff-restart", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_RESTART}},
    {"staff-power", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_POWER}},
    {"staff-keep-touch", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_KEEP_TOUCH, .wait_s = 15}},
    {"staff-unfit", SCREEN_NOTICE, 0, 0, {.notice = NOTICE_UNFIT}},
    {"staff-menu", SCREEN_MENU, 0, 0, {0}},
    {"staff-about", SCREEN_ABOUT, 0, 0, {0}},
    {"staff-wipe", SCREEN_WIPE, 0, 0, {.wait_s = 24}},
    {"staff-touch", SCREEN_TOUCH, 0, 0, {.touch_x = 400, .touch_y = 400}},
    {"staff-cross", SCREEN_CROSS, 0, 0, {.cross = 1}},
    {"staff-arrows", SCREEN_ARROWS, 0, 0, {0}},
    {"staff-cross-first", SCREEN_CROSS, 0, 0, {.can_be_wrong_way_up = true, .leaves_s = 22}},
};

// What the rows share.
struct maker {
    const struct deck *deck;
    struct findings findings, advice;
    struct changes changes;
    bool *no_ticks, *all_ticks; // of the changes
    struct staff_fact facts[4];
};

// The number of the deck without its last digit, and a setting that does not exist.
static void make_findings(struct maker *maker, struct arena *arena) {
    const struct settings *good = &maker->deck->settings;
    struct settings settings;
    const char *text = arena_format(
        arena, "[practice]\nname = %s\n\n[referral]\nphone = %.*s\n\n[display]\ntheme = dark\n",
        good->practice_name, (int)strlen(good->phone) - 1, good->phone);
    maker->findings.arena = arena;
    settings_load(&settings, str_from(text), "kiosk.ini", &maker->findings);
}

static const char *other_number(const char *phone, struct arena *arena) {
    char *other = arena_text(arena, str_from(phone));
    size_t size = strlen(other);
    if (size > 0) {
        other[size - 1] = other[size - 1] == '0' ? '1' : '0';
    }
    return other;
}

// What is said of a card whose numbers have slips in them.
static void make_advice(struct maker *maker, struct arena *arena) {
    struct card card = maker->deck->languages[0].cards[0];
    const char *phone = maker->deck->settings.phone;
    const char *numbers = arena_format(arena, "116 132, 116 124, %s", other_number(phone, arena));
    const struct block block = {
        .kind = BLOCK_PARAGRAPH, .line = card.title_line + 2, .text = str_from(numbers)};
    maker->advice.arena = arena;
    card.body = (struct document){&block, 1};
    card_numbers_check(&card, phone, &maker->advice);
}

// The deck as it might have been before: another number, a card fewer, shorter cards.
static const struct deck *earlier_deck(const struct deck *deck, struct arena *arena) {
    struct deck *old = ARENA_NEW(arena, struct deck);
    struct language *languages = ARENA_ARRAY(arena, struct language, deck->language_count);
    const struct language *first = &deck->languages[0];
    struct card *cards = ARENA_ARRAY(arena, struct card, first->card_count + 1);
    int count = 0;
    for (int i = 0; i < first->card_count; i++) {
        if (i != 1) {
            struct card *card = &cards[count++];
            *card = first->cards[i];
            int most = card->body.count - 1;
            int taken = i % 2 == 0 && most > 1 ? i / 2 : 0;
            card->body.count -= taken < most ? taken : most;
        }
    }
    memcpy(languages, deck->languages, sizeof *languages * (size_t)deck->language_count);
    languages[0].cards = cards;
    languages[0].card_count = count;
    *old = *deck;
    old->languages = languages;
    old->settings.phone = other_number(deck->settings.phone, arena);
    return old;
}

static void make_changes(struct maker *maker, struct arena *arena) {
    struct changes *changes = &maker->changes;
    changes->arena = arena;
    changes_find(changes, earlier_deck(maker->deck, arena), maker->deck);
    maker->no_ticks = ARENA_ARRAY(arena, bool, changes->count + 1);
    maker->all_ticks = ARENA_ARRAY(arena, bool, changes->count + 1);
    memset(maker->all_ticks, true, (size_t)changes->confirm_count);
}

static void make_facts(struct maker *maker) {
    const struct settings *settings = &maker->deck->settings;
    maker->facts[0] = (struct staff_fact){STAFF_FACT_PRACTICE, settings->practice_name};
    maker->facts[1] = (struct staff_fact){STAFF_FACT_PHONE, settings->phone};
    maker->facts[2] = (struct staff_fact){STAFF_FACT_OWNER, settings->content_owner};
    maker->facts[3] = (struct staff_fact){STAFF_FACT_CHECKED, settings->last_checked};
}

static void fill_view(struct view *view, const struct row *row) {
    view->screen = row->screen;
    view->is_cycling = row->with & IN_LOOP;
    view->is_asking = row->with & WITH_QUESTION;
    view->is_admitting = row->with & WITH_KEYPAD;
    view->is_preview = row->with & WITH_PREVIEW;
    view->staff.digit_count = row->digit_count;
    if (view->is_asking) {
        view->progress = 0; // the question lies over it
    }
}

static void fill_staff(struct staff_scene *staff, unsigned with, const struct maker *maker) {
    staff->wanted_row = -1;
    staff->facts = (struct staff_facts){maker->facts, COUNT_OF(maker->facts)};
    memset(staff->items, true, sizeof staff->items);
    if (with & WITH_KEYPAD) {
        staff->is_for_stick = true;
        staff->detail = pin_find_refusal("");
    }
    if (with & WITH_PREVIEW) {
        staff->total_count = maker->deck->languages[0].card_count + 2;
    }
    if (with & (WITH_FINDINGS | WITH_ADVICE)) {
        staff->findings = with & WITH_FINDINGS ? &maker->findings : &maker->advice;
    }
    if (with & WITH_CHANGES) {
        bool is_ticked = with & WITH_TICKS;
        staff->changes = &maker->changes;
        staff->confirmed = is_ticked ? maker->all_ticks : maker->no_ticks;
        staff->confirmed_count = is_ticked ? maker->changes.confirm_count : 0;
    }
}

struct samples samples_build(const struct deck *deck, const struct staff_words *words,
                             const struct view *view, struct arena *arena) {
    struct maker *maker = ARENA_NEW(arena, struct maker);
    struct samples samples = {ARENA_ARRAY(arena, struct sample, COUNT_OF(ROWS)), 0};
    maker->deck = deck;
    make_findings(maker, arena);
    make_advice(maker, arena);
    make_changes(maker, arena);
    make_facts(maker);
    for (int i = 0; i < COUNT_OF(ROWS); i++) {
        if (ROWS[i].screen != SCREEN_LANGUAGES || deck->language_count > 1) {
            struct sample *sample = &samples.list[samples.count++];
            *sample = (struct sample){ROWS[i].name, *view, ROWS[i].staff};
            sample->staff.words = words;
            fill_view(&sample->view, &ROWS[i]);
            fill_staff(&sample->staff, ROWS[i].with, maker);
        }
    }
    return samples;
}
