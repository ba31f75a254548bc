// SPDX-License-Identifier: MIT
// Nothing shown here is written here: findings come from the checks, given a spoilt line; changes
// come from the comparison, given the deck with a little taken out; words come from their file.
#include "cli/samples.h"

#include <string.h>

#include "content/deck/card_numbers.h"
#include "content/words/words.h"
#include "store/pin/pin.h"

static const char *const DATES[] = {
    "2026-11-25 14:05", "2026-11-02 09:30", "2026-10-19 12:10",
    "2026-07-03 16:45", "Cards number 4",   "Cards number 3",
    "Cards number 2",   "Cards number 1",   "The cards it came with"};
static const char *const NAMES[] = {"Waiting room",   "Waiting room 1", "Waiting room 2",
                                    "Waiting room 3", "Reception",      "Corridor",
                                    "Upstairs",       "Downstairs"};

// What differs from one sample to the next. A count of confirmed changes stands for all of them: 1
// where all were looked at too.
static const struct sample ROWS[] = {
    {"loop-000-poster", {.screen = SCREEN_POSTER, .is_cycling = true}, {0}},
    {"topics", {.screen = SCREEN_TOPICS}, {0}},
    {"refer", {.screen = SCREEN_REFER}, {0}},
    {"urgent-help", {.screen = SCREEN_URGENT}, {0}},
    {"languages", {.screen = SCREEN_LANGUAGES}, {0}},
    {"still-reading", {.is_asking = true}, {0}},
    {"still-reading-refer", {.screen = SCREEN_REFER, .is_asking = true}, {0}},
    {"still-reading-urgent-help", {.screen = SCREEN_URGENT, .is_asking = true}, {0}},
    {"settings", {.screen = SCREEN_SETTINGS}, {0}},
    {"staff-pin", {.is_admitting = true, .digit_count = 3}, {.pin = STAFF_PIN_ASKED}},
    {"staff-pin-wrong", {.is_admitting = true}, {.pin = STAFF_PIN_WAS_WRONG, .tries_left = 4}},
    {"staff-pin-closed", {.is_admitting = true}, {.pin = STAFF_PIN_IS_CLOSED, .wait_s = 300}},
    {"staff-pin-unset", {.is_admitting = true}, {.pin = STAFF_PIN_IS_UNSET}},
    {"staff-pin-unasked", {.is_admitting = true}, {.pin = STAFF_PIN_IS_UNASKED}},
    {"staff-pin-fails", {.is_admitting = true}, {.pin = STAFF_PIN_FAILS}},
    {"staff-pin-change", {.is_admitting = true}, {.errand = ERRAND_NEW_PIN}},
    {"staff-pin-new", {.is_admitting = true, .digit_count = 2}, {.pin = STAFF_PIN_NEW}},
    {"staff-pin-other", {.is_admitting = true}, {.pin = STAFF_PIN_NEW, .errand = ERRAND_NEW_PIN}},
    {"staff-pin-again", {.is_admitting = true}, {.pin = STAFF_PIN_AGAIN}},
    {"staff-pin-refused", {.is_admitting = true}, {.pin = STAFF_PIN_REFUSED}},
    {"staff-pin-differs", {.is_admitting = true}, {.pin = STAFF_PIN_DIFFERS}},
    {"staff-checking", {.screen = SCREEN_WORKING}, {.done_count = 5, .total_count = 12}},
    {"staff-findings", {.screen = SCREEN_FINDINGS}, {0}},
    {"staff-advice", {.screen = SCREEN_ADVICE}, {.leaves_s = 24}},
    {"staff-changes", {.screen = SCREEN_CHANGES}, {0}},
    {"staff-changes-ticked", {.screen = SCREEN_CHANGES}, {.confirmed_count = 1}},
    {"staff-changes-unseen", {.screen = SCREEN_CHANGES}, {.confirmed_count = 2}},
    {"staff-change", {.screen = SCREEN_CHANGE}, {0}},
    {"staff-contested", {.screen = SCREEN_CHANGE}, {.opened = 1}},
    {"staff-back", {.screen = SCREEN_CHANGES}, {.confirmed_count = 1, .is_back = true}},
    {"staff-preview", {.is_preview = true}, {.notice = NOTICE_COUNT, .done_count = 1}},
    {"staff-done", {.is_preview = true}, {.notice = NOTICE_DONE, .receipt = RECEIPT_WRITTEN}},
    {"staff-nothing", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_SAME}},
    {"staff-empty", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_EMPTY}},
    {"staff-pulled", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_PULLED}},
    {"staff-copy-pulled", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_COPY_PULLED}},
    {"staff-failed", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_FAILED}},
    {"staff-refused", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_REFUSED}},
    {"staff-copy-over",
     {.screen = SCREEN_NOTICE},
     {.notice = NOTICE_COPY_OVER, .detail = "kiosk-old"}},
    {"staff-copied", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_COPIED}},
    {"staff-copy-failed", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_COPY_FAILED}},
    {"staff-restart", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_RESTART}},
    {"staff-power", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_POWER}},
    {"staff-keep-touch", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_KEEP_TOUCH, .wait_s = 15}},
    {"staff-has-pin", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_PIN_SET}},
    {"staff-unfit", {.screen = SCREEN_NOTICE}, {.notice = NOTICE_UNFIT}},
    {"staff-menu", {.screen = SCREEN_MENU}, {0}},
    {"staff-names",
     {.screen = SCREEN_CHOICES},
     {.choices = {STAFF_NAMES_HEADING, NAMES, COUNT_OF(NAMES), 2}}},
    {"staff-earlier",
     {.screen = SCREEN_CHOICES},
     {.choices = {STAFF_PAST_HEADING, DATES, COUNT_OF(DATES), -1}}},
    {"staff-about", {.screen = SCREEN_ABOUT}, {0}},
    {"staff-wipe", {.screen = SCREEN_WIPE}, {.wait_s = 24}},
    {"staff-cross", {.screen = SCREEN_CROSS}, {.cross = 1}},
    {"staff-arrows", {.screen = SCREEN_ARROWS}, {0}},
    {"staff-cross-first", {.screen = SCREEN_CROSS}, {.can_be_wrong_way_up = true, .leaves_s = 22}},
};

// What the rows share.
struct maker {
    const struct deck *deck;
    struct findings findings, advice;
    struct changes changes;
    bool *no_ticks, *all_ticks; // of the changes
    struct staff_fact facts[8];
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
    char *last = other + strlen(other) - 1; // no deck that is shown is without a number
    *last = *last == '0' ? '1' : '0';
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
    const struct deck *earlier = earlier_deck(maker->deck, arena);
    changes_find(changes, earlier, maker->deck);
    if (changes->count > 0) { // as if the last of them were on the screen already
        struct change contested = changes->list[changes->count - 1];
        contested.kind = CHANGE_CONTESTED;
        changes_add(changes, contested);
    }
    maker->no_ticks = ARENA_ARRAY(arena, bool, changes->count + 1);
    maker->all_ticks = ARENA_ARRAY(arena, bool, changes->count + 1);
    memset(maker->all_ticks, true, (size_t)changes->count);
}

static void fill_staff(struct staff_scene *staff, const struct view *view,
                       const struct maker *maker) {
    bool is_ticked = staff->confirmed_count > 0;
    staff->wanted_row = -1;
    staff->facts = (struct staff_facts){maker->facts, COUNT_OF(maker->facts)};
    memset(staff->items, true, sizeof staff->items);
    staff->detail = staff->pin == STAFF_PIN_REFUSED ? pin_find_refusal("") : staff->detail;
    staff->total_count =
        view->is_preview ? maker->deck->languages[0].card_count + 2 : staff->total_count;
    staff->findings = view->screen == SCREEN_FINDINGS ? &maker->findings
                      : is_ticked                     ? NULL
                                                      : &maker->advice;
    staff->changes = &maker->changes;
    staff->seen = staff->confirmed_count == 1 ? maker->all_ticks : maker->no_ticks;
    staff->opened = staff->opened == 1 ? maker->changes.confirm_count : maker->changes.count - 1;
    staff->confirmed = is_ticked ? maker->all_ticks : maker->no_ticks;
    staff->confirmed_count = is_ticked ? maker->changes.confirm_count : 0;
}

const struct sample *samples_build(const struct deck *deck, const struct staff_words *words,
                                   struct arena *arena) {
    struct maker *maker = ARENA_NEW(arena, struct maker);
    struct sample *samples = ARENA_ARRAY(arena, struct sample, COUNT_OF(ROWS) + 1),
                  *sample = samples;
    const struct settings *settings = &deck->settings;
    *maker =
        (struct maker){.deck = deck,
                       .facts = {{STAFF_FACT_TODO, word_fill(words->text[STAFF_TODO_NAME], "{name}",
                                                             settings->practice_name, arena)},
                                 {STAFF_FACT_TODO, words->text[STAFF_TODO_OWNER]},
                                 {STAFF_FACT_TODO, words->text[STAFF_TODO_CHECKED]},
                                 {STAFF_FACT_NAME, NAMES[2]},
                                 {STAFF_FACT_PRACTICE, settings->practice_name},
                                 {STAFF_FACT_PHONE, settings->phone},
                                 {STAFF_FACT_OWNER, settings->content_owner},
                                 {STAFF_FACT_CHECKED, settings->last_checked}}};
    make_findings(maker, arena);
    make_advice(maker, arena);
    make_changes(maker, arena);
    for (int i = 0; i < COUNT_OF(ROWS); i++) {
        if (ROWS[i].view.screen != SCREEN_LANGUAGES || deck->language_count > 1) {
            *sample = ROWS[i];
            sample->staff.words = words;
            fill_staff(&sample->staff, &sample->view, maker);
            sample++;
        }
    }
    return samples;
}
