// SPDX-License-Identifier: MIT
// The words of the staff screens, from assets/staff.ini. They are in English alone: the people who
// run the desk share that language, and a wrong translation of "put on screen" does harm.
#ifndef DIT_STAFF_WORDS_H
#define DIT_STAFF_WORDS_H

#include "base/finding.h"

// One list of names: PIN_OK is STAFF_PIN_OK here and `pin_ok` in the file, where its sentence is.
#define STAFF_WORDS(WORD)                                                                                                        \
    WORD(STAFF)                                                                                                                  \
    WORD(STICK_FOUND)                                                                                                            \
    WORD(UPDATE)                                                                                                                 \
    WORD(CANCEL)                                                                                                                 \
    WORD(CLOSE)                                                                                                                  \
    WORD(FINISH) WORD(TRY_AGAIN) WORD(BACK) WORD(NEXT) WORD(PAGE) WORD(PIN_HEADING) WORD(                                        \
        PIN_FOR_STICK) WORD(PIN_FOR_MENU) WORD(PIN_CLOSED_HEADING) WORD(PIN_UNSET_HEADING) WORD(PIN_OK)                          \
        WORD(PIN_DELETE) WORD(PIN_DIGIT) WORD(PIN_WRONG) WORD(PIN_CLOSED) WORD(PIN_UNSET) WORD(                                  \
            PIN_BROKEN) WORD(MINUTES) WORD(SECONDS) WORD(READING_HEADING) WORD(CHECKING_HEADING)                                 \
            WORD(COPYING_HEADING) WORD(WORKING_TEXT) WORD(FILES_DONE) WORD(NEEDS_ONE) WORD(                                      \
                NEEDS_MANY) WORD(NOTHING_LOST) WORD(FINDING_LINE) WORD(FINDING_FILE) WORD(MORE_FINDINGS)                         \
                WORD(CHANGES_HEADING) WORD(PHONE) WORD(CODE) WORD(NUMBER_IN) WORD(NOTHING) WORD(                                 \
                    CARD_NEW) WORD(CARD_LINE) WORD(CARD_LINES) WORD(CARD_GONE) WORD(PICTURE)                                     \
                    WORD(PICTURE_CHANGED) WORD(ORDER) WORD(ORDER_CHANGED) WORD(LANGUAGE) WORD(                                   \
                        LANGUAGE_NEW) WORD(LANGUAGE_GONE) WORD(LANGUAGE_START) WORD(SETTING)                                     \
                        WORD(SETTING_CHANGED) WORD(SAME_ONE) WORD(SAME_MANY) WORD(SAME) WORD(                                    \
                            ADVICE_ONE) WORD(ADVICE_MANY) WORD(ADVICE_PLACE) WORD(CONFIRM_FIRST)                                 \
                            WORD(CONFIRM_SHORT) WORD(SEE_CARDS) WORD(PUT_ON_SCREEN) WORD(PREVIEW_NOTE) WORD(                     \
                                PREVIEW_END) WORD(PREVIEW_END_SHORT) WORD(DONE_WAIT) WORD(DONE_TEXT) WORD(DONE_NO_RECEIPT)       \
                                WORD(SAME_HEADING) WORD(SAME_TEXT) WORD(EMPTY_HEADING) WORD(EMPTY_YES) WORD(                     \
                                    EMPTY_TEXT) WORD(PULLED_HEADING) WORD(PULLED_TEXT)                                           \
                                    WORD(FAILED_HEADING) WORD(FAILED_TEXT) WORD(EARLIER_HEADING) WORD(                           \
                                        REFUSED_HEADING) WORD(REFUSED_TEXT) WORD(RECEIPT_DONE) WORD(COPY_OVER_HEADING)           \
                                        WORD(COPY_OVER_TEXT) WORD(COPY_OVER) WORD(COPIED_HEADING) WORD(COPIED_TEXT) WORD(        \
                                            COPY_FAILED_HEADING) WORD(COPY_FAILED_TEXT) WORD(RESTART_HEADING) WORD(RESTART_TEXT) \
                                            WORD(RESTART) WORD(POWER_HEADING) WORD(POWER_TEXT) WORD(POWER) WORD(                 \
                                                MENU_HEADING) WORD(MENU) WORD(MENU_NOTE) WORD(MENU_EARLIER)                      \
                                                WORD(MENU_STICK) WORD(MENU_COPY) WORD(MENU_WIPE) WORD(                           \
                                                    MENU_TOUCH) WORD(MENU_ABOUT) WORD(MENU_RESTART)                              \
                                                    WORD(MENU_POWER) WORD(ABOUT_HEADING) WORD(                                   \
                                                        WIPE_HEADING) WORD(WIPE_TEXT) WORD(TOUCH_HEADING) WORD(TOUCH_TEXT)       \
                                                        WORD(TOUCH_SET_UP) WORD(CROSS_HEADING) WORD(CROSS_TEXT) WORD(            \
                                                            KEEP_HEADING) WORD(KEEP_TEXT) WORD(KEEP) WORD(UNFIT_HEADING)         \
                                                            WORD(UNFIT_TEXT) WORD(FACT_PRACTICE) WORD(FACT_PHONE) WORD(          \
                                                                FACT_OWNER) WORD(FACT_CHECKED) WORD(FACT_UPDATED)                \
                                                                WORD(FACT_VERSION) WORD(FACT_CONTENT) WORD(                      \
                                                                    FACT_STORAGE) WORD(FACT_HEAT) WORD(FACT_POWER)               \
                                                                    WORD(FACT_UPTIME) WORD(FACT_CLOCK) WORD(FACT_NOTE) WORD(     \
                                                                        NOT_SAID) WORD(NEVER) WORD(NO_CLOCK)                     \
                                                                        WORD(STORAGE_FREE) WORD(HEAT_GOOD) WORD(                 \
                                                                            HEAT_WARM) WORD(HEAT_HOT)                            \
                                                                            WORD(POWER_GOOD) WORD(POWER_LOW) WORD(               \
                                                                                DAYS) WORD(HOURS) WORD(R_TITLE)                  \
                                                                                WORD(R_KIOSK) WORD(R_WHEN) WORD(                 \
                                                                                    R_NO_CLOCK) WORD(R_PROGRAM)                  \
                                                                                    WORD(                                        \
                                                                                        R_CONTENT) WORD(R_APPLIED)               \
                                                                                        WORD(R_SAME) WORD(                       \
                                                                                            R_REFUSED)                           \
                                                                                            WORD(R_ERRORS) WORD(                 \
                                                                                                R_ADVICE)                        \
                                                                                                WORD(                            \
                                                                                                    R_MORE)                      \
                                                                                                    WORD(                        \
                                                                                                        R_COPIED)

#define STAFF_WORD_ENUM(name) STAFF_##name,
enum staff_word { STAFF_WORDS(STAFF_WORD_ENUM) STAFF_WORD_COUNT };

struct staff_words {
    const char *text[STAFF_WORD_COUNT];
};

// Reads the text of the words file (UTF-8). Texts live in findings->arena.
void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings);

#endif
