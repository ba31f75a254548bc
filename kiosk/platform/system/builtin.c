// SPDX-License-Identifier: MIT
// See builtin.h. The assembler reads the files where they lie when the program is built; CMake is
// told that this object depends on them.
#include "platform/system/builtin.h"

// Two symbols around the bytes of a file, in read-only memory. The section is chosen and left
// again, so that the compiler finds its own place untouched.
#define EMBED(name, path)                                                                          \
    __asm__(".pushsection .rodata\n"                                                               \
            ".balign 16\n"                                                                         \
            "dit_builtin_" #name ":\n"                                                             \
            ".incbin \"" DIT_SOURCE_DIR "/" path "\"\n"                                            \
            "dit_builtin_" #name "_end:\n"                                                         \
            ".byte 0\n"                                                                            \
            ".popsection\n");                                                                      \
    extern const char dit_builtin_##name[], dit_builtin_##name##_end[]

EMBED(regular, "assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
EMBED(bold, "assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
EMBED(kiosk, "config/kiosk.ini");
EMBED(words, "assets/words/en.ini");
EMBED(staff, "assets/staff.ini");
EMBED(refer, "config/cards/en/refer.md");
EMBED(urgent, "config/cards/en/urgent-help.md");

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
