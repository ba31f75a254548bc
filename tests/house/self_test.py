# SPDX-License-Identifier: MIT
"""Proves that every check of house.py can fail, and that it is silent about a tree that keeps the rules:
each case adds one bad file to a small good tree and names the words that the finding must carry."""

import os
import sys
import tempfile

import house

OPENING = "// SPDX-License-Identifier: MIT\n// A sample of the house.\n"

GOOD = {
    "kiosk/base/base.h": OPENING + "#include <stddef.h>\n",
    "kiosk/base/file.h": OPENING + '#include "base/base.h"\n',
    "kiosk/base/file.c": OPENING + "#include <fcntl.h>\n",
    "kiosk/content/card/card.c": OPENING + '#include "base/base.h"\n#include <qrencode.h>\n\nint card(int a, int b)\n{\n    return a;\n}\n',
    "kiosk/platform/draw/paint.c": OPENING + '#include "app/app.h"\n#include <SDL2/SDL_ttf.h>\n#include <time.h>\n',
    "kiosk/platform/display/window.c": OPENING + "#include <SDL2/SDL.h>\n",
    "kiosk/platform/input/pump.c": OPENING + "#include <SDL2/SDL.h>\n",
    "kiosk/main.c": OPENING + '#include "cli/command_run.h"\n',
    "README.md": "# A kiosk\n",
}

FUNCTION = "\nstatic int long_one(int a)\n{\n" + "    a++;\n" * 60 + "    return a;\n}\n"

BAD = [  # check, file, text, what the finding says
    ("layers", "kiosk/content/card/a.c", OPENING + '#include "scene/scene.h"\n', "lies above it"),
    ("layers", "kiosk/content/card/a.c", OPENING + '#include "content/deck/deck.h"\n', "lies above it"),
    ("layers", "kiosk/base/a.h", OPENING + '#include "platform/system/clock.h"\n', "lies above it"),
    ("layers", "kiosk/store/a.c", OPENING + '#include "layout/theme.h"\n', "do not know each other|lies above"),
    ("layers", "kiosk/layout/text/a.c", OPENING + '#include "store/pin/pin.h"\n', "do not know each other"),
    ("layers", "kiosk/desk/a.c", OPENING + '#include "layout/theme.h"\n', "do not know each other"),
    ("layers", "kiosk/util/a.c", OPENING, "is not a room"),
    ("layers", "kiosk/content/deck/a.c", OPENING + '#include "card.h"\n', "not written as room/name.h"),
    ("layers", "kiosk/base/base.c", OPENING + '#include "base/file.h"\n', "in a circle: kiosk/base/base, kiosk/base/file"),
    ("layers", "kiosk/scene/a.c", OPENING + "#include <SDL2/SDL.h>\n", "outside platform/"),
    ("layers", "kiosk/cli/a.c", OPENING + "#include <SDL2/SDL.h>\n", "outside platform/"),
    ("layers", "kiosk/platform/draw/a.c", OPENING + "#include <SDL2/SDL_ttf.h>\n", "is included by"),
    ("layers", "kiosk/content/card/a.c", OPENING + "#include <qrencode.h>\n", "is included by"),
    ("layers", "kiosk/content/card/a.c", OPENING + "#include <time.h>\n", "in the core"),
    ("layers", "kiosk/app/a.c", OPENING + "#include <fcntl.h>\n", "in the core"),
    ("layers", "kiosk/platform/system/a.c", OPENING + "#include <sys/socket.h>\n", "has no place"),
    ("layers", "kiosk/platform/system/a.c", OPENING + "#include <pthread.h>\n", "has no place"),
    ("layers", "kiosk/platform/system/a.c", OPENING + "#include <curl/curl.h>\n", "does not know"),
    ("sizes", "kiosk/content/card/a.c", OPENING + "\n" * 400, "lines, at most 400"),
    ("sizes", "kiosk/content/card/a.h", OPENING + "\n" * 120, "lines, at most 120"),
    ("sizes", "kiosk/content/card/a.c", OPENING + FUNCTION, "long_one has 64 lines"),
    ("sizes", "kiosk/content/card/a.c", OPENING + "\nint many(int a, int b, int (*c)(int, int),\n         int d, int e)\n{\n    return a;\n}\n",
     "many takes 5 parameters"),
    ("sizes", "assets/desk/script/a.js", OPENING + "\n" * 400, "lines, at most 400"),
    ("sizes", "assets/desk/script/a.js", OPENING + "\nfunction long_one() {\n" + "  step();\n" * 60 + "}\n", "long_one has 62 lines"),
    ("openings", "assets/desk/script/a.js", OPENING + "\npage.innerHTML = card.title;\n", "could become part of the page"),
    ("openings", "assets/desk/script/a.js", "// A script.\n", "first line"),
    ("openings", "kiosk/content/card/a.c", "// A file.\n", "first line"),
    ("openings", "tests/a.py", "import os\n", "first line"),
    ("openings", "tests/a.sh", "#!/bin/sh\nset -e\n", "first line"),
    ("openings", "kiosk/content/card/a.c", "// SPDX-License-Identifier: MIT\n#include <stdio.h>\n", "does not say what"),
    ("openings", "kiosk/content/card/a.c", OPENING + "typedef struct card card_t;\n", "not typedef'd"),
    ("openings", "kiosk/content/card/a.c", OPENING + "// ======== parts ========\n", "a banner"),
    ("openings", "kiosk/content/card/a.c", OPENING + "// TODO: later\n", "unfinished"),
    ("openings", "kiosk/content/card/a.c", OPENING + "\nvoid drop(void *p)\n{\n    free(p);\n}\n", "never frees"),
    ("tree", "notes.txt", "hello\n", "not one of the folders"),
    ("tree", "src/a.c", OPENING, "not one of the folders"),
    ("wording", "README.md", "Look in /" "work/main.\n", "one developer's machine"),
    ("wording", "README.md", "See .." "/shared/x.md.\n", "not part of the project"),
    ("wording", "tests/a.sh", "ls /tmp/build-x\n", "temporary path"),
    ("wording", "tests/a.sh", "ls /home/me\n", "somebody's home"),
    ("wording", "README.md", "curl https://pypi.org/x\n", "registry"),
]


def findings(check, files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return [f for function in house.CHECKS[check] for f in function(root)]


def main():
    wrong = []
    for check in house.CHECKS:
        wrong += [f"{check} finds fault with a good tree: {f}" for f in findings(check, GOOD)]
    for check, name, text, words in BAD:
        found = findings(check, {**GOOD, name: text})
        if not any(w in f for f in found for w in words.split("|")):
            wrong.append(f"{check} is blind: {name} should say \"{words}\", it says {found}")
    print("\n".join(wrong) if wrong else f"{len(BAD)} bad samples were found, the good one was left alone")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
