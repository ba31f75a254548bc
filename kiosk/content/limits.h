// SPDX-License-Identifier: MIT
// Every limit on what staff may give the kiosk, and on what it keeps of its own, in one place. They
// are far above what a waiting room needs and far below what a small computer can hold; over a
// limit is a finding, never a crash.
#pragma once

#include "base/base.h"

enum {
    // Files and folders
    LIMIT_TEXT_BYTES = 64 * 1024,          // kiosk.ini, a card, a words file: about 10,000 words
    LIMIT_PICTURE_BYTES = 8 * 1024 * 1024, // a photograph as a telephone takes it
    LIMIT_FOLDER_ENTRIES = 4096,
    LIMIT_CONTENT_FOLDERS = 64,              // kiosk/, cards/, images/ and a folder a language
    LIMIT_CONTENT_BYTES = 256 * 1024 * 1024, // of all files together
    LIMIT_CONTENT_TEXTS = 2048,              // cards and kiosk.ini
    LIMIT_CONTENT_TEXT_BYTES = 4 * 1024 * 1024,
    LIMIT_CARD_ID_BYTES = 80, // "what-is-dit" of "10-what-is-dit.txt"

    // What is shown
    LIMIT_LANGUAGES = 16,
    LIMIT_CARDS = 1000,        // in one language
    LIMIT_PICTURE_SIDE = 8192, // pixels
    LIMIT_PICTURE_PIXELS = 16 * 1024 * 1024,
    LIMIT_PICTURE_LEAST_SIDE = 100, // fewer is a warning
    LIMIT_PICTURE_RATIO = 8,        // of the long side to the short one; more is a warning
    // The largest screen that a Raspberry Pi drives, either way up: no picture is stored larger
    LIMIT_SCREEN_LONG_SIDE = 3840,
    LIMIT_SCREEN_SHORT_SIDE = 2160,

    // What staff look through before an update comes to the screen; more cards are counted
    LIMIT_CHANGES = 200,

    // Inside one card
    LIMIT_BLOCKS = 250, // headings, paragraphs, list items
    LIMIT_LIST_LEVELS = 2,
    LIMIT_LABEL_LETTERS = 40,
    LIMIT_TITLE_LETTERS = 100,

    // Readable words (NHS content style guide); over these is a warning
    LIMIT_CARD_WORDS = 120, // some three pages
    LIMIT_PAGE_WORDS = 60,
    LIMIT_SENTENCE_WORDS = 20,
    LIMIT_PARAGRAPH_SENTENCES = 3,
    LIMIT_LIST_ITEMS = 6,

    // The staff PIN
    LIMIT_PIN_DIGITS_LEAST = 6,
    LIMIT_PIN_DIGITS_MOST = 12,

    // What the QR code holds: ISO/IEC 18004, version 4, level M, byte mode
    LIMIT_QR_BYTES = 62,

    // What is counted; over these the oldest goes, or nothing is added
    LIMIT_COUNT_PENDING = LIMIT_CARDS + 2, // names between two writes
    LIMIT_COUNT_PERIODS = 400,             // a year of days and a month, and as many starts
    LIMIT_COUNT_ROWS = 8000,               // of all days together, and as many of all starts
    LIMIT_COUNT_OPENED = 1000 * 1000,      // one thing on one day, where the number stays
    LIMIT_COUNTS_BYTES = 4 * 1024 * 1024,  // twice what that many rows with the longest names take
};
