// SPDX-License-Identifier: MIT
// See builtin.h. The assembler reads the files where they lie when the program is built; CMake is
// told that this object depends on them.
#include "platform/system/builtin.h"

// Two symbols around the bytes of a file, in read-only memory. They are known to the linker, which
// on arm64 would take labels of the assembler alone for one and the same. The section is chosen
// and left again, so that the compiler finds its own place untouched.
#define LABEL(label) ".globl " label "\n.hidden " label "\n" label ":\n"
#define BYTES(path) ".incbin \"" DIT_SOURCE_DIR "/" path "\"\n"
#define READ_ONLY(text) ".pushsection .rodata\n.balign 16\n" text ".byte 0\n.popsection\n"
#define EMBED(name, path)                                                                          \
    __asm__(                                                                                       \
        READ_ONLY(LABEL("dit_builtin_" #name) BYTES(path) LABEL("dit_builtin_" #name "_end")));    \
    extern __attribute__((visibility("hidden"))) const char dit_builtin_##name[],                  \
        dit_builtin_##name##_end[]

EMBED(regular, "assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
EMBED(bold, "assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
EMBED(kiosk, "config/kiosk.ini");
EMBED(words, "assets/words/en.ini");
EMBED(staff, "assets/staff.ini");
EMBED(refer, "config/cards/en/refer.txt");
EMBED(urgent, "config/cards/en/urgent-help.txt");

#define EMBEDDED(name)                                                                             \
    ((struct str){dit_builtin_##name, (size_t)(dit_builtin_##name##_end - dit_builtin_##name)})

struct str builtin_font(enum weight weight) {
    bool is_bold = weight == WEIGHT_BOLD || weight == WEIGHT_SEMIBOLD;
    return is_bold ? EMBEDDED(bold) : EMBEDDED(regular);
}

void builtin_load_staff_words(struct staff_words *words, struct arena *arena) {
    struct findings findings = {.arena = arena};
    staff_words_load(words, EMBEDDED(staff), "staff.ini", &findings);
}

void builtin_deck(struct deck_builtin *files) {
    *files = (struct deck_builtin){
        .kiosk_ini = EMBEDDED(kiosk),
        .words_ini = EMBEDDED(words),
        .refer_md = EMBEDDED(refer),
        .urgent_md = EMBEDDED(urgent),
    };
}
