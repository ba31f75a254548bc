// SPDX-License-Identifier: MIT
// What went wrong with a file, in words. They stand by themselves because the page for staff says
// the same of files that it read in another way (see desk/room.c).
#include "base/file.h"

const char *file_fault_text(enum file_fault fault) {
    static const char *const texts[FILE_FAULT_COUNT] = {
        [FILE_OK] = "nothing is wrong",
        [FILE_MISSING] = "something that was there is missing",
        [FILE_EXISTS] = "there is something of that name already",
        [FILE_NO_SPACE] = "the disk is full",
        [FILE_IS_LOCKED] = "writing is not allowed there",
        [FILE_BUSY] = "another update is at work",
    };
    return texts[fault] ? texts[fault] : "the disk failed";
}

static const struct {
    const char *what, *todo;
} fault_words[FILE_FAULT_COUNT] = {
    [FILE_MISSING] = {"This file is missing.", "Put it back, or copy the cards onto an empty stick "
                                               "and take it from there."},
    [FILE_IS_LINK] = {"This is only a shortcut to a file.", "Copy the file itself here."},
    [FILE_IS_FOLDER] = {"This is a folder, not a file.", "Take the folder away or rename it."},
    [FILE_IS_SPECIAL] = {"This is not an ordinary file.", "Take it away."},
    [FILE_IS_LOCKED] = {"The kiosk is not allowed to read this file.",
                        "Copy the file afresh, or ask whoever looks after the computers."},
    [FILE_TOO_BIG] = {"This file is much too big.", "Make it smaller, or take it away."},
    [FILE_FAILED] = {"This file cannot be read.", "Copy it again, onto another stick if need be."},
};

void file_add_finding(struct findings *findings, enum file_fault fault, const char *path) {
    fault = fault_words[fault].what ? fault : FILE_FAILED;
    finding_error(findings, (struct finding_place){path, 0}, fault_words[fault].what,
                  fault_words[fault].todo);
}
