# SPDX-License-Identifier: MIT
"""The rules of the house, read from the source text. Each check is one function that takes the root of
a tree and yields findings; the table CHECKS at the end names them, and self_test.py proves of each one
that it can fail. It knows the layout that clang-format gives to C, not the language."""

import os
import re
import subprocess
import sys

# Every folder of kiosk/, from low to high; a file may include its own room and the rooms before it.
ROOMS = """base
content content/words content/phone content/settings content/picture content/card content/deck content/diff
store store/pin store/stick
layout/text layout
desk
scene scene/patient scene/staff scene/screens
app/touch app/state app/patient app/staff app
platform/system platform/draw platform/display platform/input platform/staff
cli""".split()
STRANGERS = [{"store", "layout"}, {"desk", "store"}, {"desk", "layout"}]
ROOM_FILES = 14  # .c files

LIBRARIES = [  # header pattern, library
    (r"SDL2/SDL_ttf|SDL_ttf", "SDL_ttf"),
    (r"SDL2/SDL_image|SDL_image", "SDL_image"),
    (r"(SDL2/)?SDL\w*\.h", "SDL"),
    (r"qrencode", "libqrencode"),
    (r"fribidi", "FriBidi"),
    (r"(linebreak|wordbreak|graphemebreak|unibreak)", "libunibreak"),
    (r"(harfbuzz/)?hb", "HarfBuzz"),
    (r"systemd/", "libsystemd"),
    (r"xf86drm", "libdrm"),
    (r"libudev", "libudev"),
    (r"crypt\.h", "libcrypt"),
    (r"seccomp\.h", "libseccomp"),
    (r"j(peglib|error)\.h", "libjpeg"),
    (r"utf8proc\.h", "utf8proc"),
    (r"sanitizer/", "AddressSanitizer"),
    (r"cmocka", "cmocka"),
]
SHARED_INSIDE_PLATFORM = {"SDL"}

PLAIN_HEADERS = set("""assert ctype errno fenv float inttypes iso646 limits locale math stdalign stdarg stdbool
stddef stdint stdio stdlib stdnoreturn string strings wchar wctype""".split())
SYSTEM_HEADERS = set("""dirent fcntl fnmatch getopt glob libgen malloc poll setjmp signal spawn stdatomic syslog termios time
unistd""".split())
SYSTEM_FOLDERS = ("sys/", "linux/")
NEVER_HEADERS = {"pthread", "threads", "netdb", "sys/socket", "netinet/in", "arpa/inet", "resolv"}
# What a file of the core may say beside plain C, because opening and writing files is its trade.
FILE_HEADERS = {"dirent", "fcntl", "unistd", "sys/stat", "sys/types"}
CORE_SYSTEM_HEADERS = {f"kiosk/base/{name}.c": FILE_HEADERS for name in ("file", "folder")}
CORE_SYSTEM_HEADERS["kiosk/base/disk.c"] = FILE_HEADERS | {"sys/file", "sys/statvfs"}

FILE_LINES, HEADER_LINES, FUNCTION_LINES, PARAMETERS = 400, 120, 60, 4

TOP = {"kiosk", "config", "assets", "systemd", "tests", "CMakeLists.txt", "CMakePresets.json", "README.md",
       "LICENSE"}

FORBIDDEN = [  # what must not be said anywhere in the project, and why
    (r"(?<![\w.])/work\b(?!shop)", "names a folder of one developer's machine"),
    (r"\.\./shared\b", "leans on a folder that is not part of the project"),
    (r"(?<![\w.])/tmp/(?!\.X11-unix)", "names a temporary path"),
    (r"(?<![\w.])/(home|root|Users)/", "names somebody's home"),
    (r"\b(deb\.debian\.org|pypi\.org|npmjs\.(org|com)|crates\.io|proxy\.golang\.org|rubygems\.org|"
     r"registry\.\w+\.\w+)\b", "names a package registry"),
]
FORBIDDEN_EXEMPT = "tests/house/"  # the checks themselves have to name what they look for


def project_files(root):
    """The files that git tracks, relative: what lies beside them is the user's own."""
    try:
        listed = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"], capture_output=True, check=True).stdout
        names = [n for n in listed.decode().split("\0") if n]
        if names and os.path.exists(os.path.join(root, ".git")):
            return sorted(n for n in names if os.path.isfile(os.path.join(root, n)))
    except (OSError, subprocess.CalledProcessError):
        pass
    found = []
    for folder, folders, files in os.walk(root):
        top = folder == root
        folders[:] = [f for f in folders if f != ".git" and not (top and (f.startswith("build") or f == "_out"))]
        found += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(found)


def read(root, name):
    with open(os.path.join(root, name), "rb") as file:
        return file.read().decode("utf-8", "replace")


def c_files(root, *suffixes):
    return [n for n in project_files(root) if n.endswith(suffixes or (".c", ".h"))
            and n.startswith(("kiosk/", "tests/"))]


def room_of(name):
    """The folder inside kiosk/ of a file or of an include; "main" for main.c, None for what is not in kiosk/."""
    parts = name.removeprefix("kiosk/").split("/")
    if not name.startswith("kiosk/"):
        return None
    return "/".join(parts[:-1]) or "main"


def layer_of(name):
    room = room_of(name)
    return room and room.split("/")[0]


def includes(root, name):
    for number, line in enumerate(read(root, name).splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1) == "<", match.group(2)


def library_of(header):
    for pattern, library in LIBRARIES:
        if re.match(pattern, header):
            return library
    return None


def room_includes(root):
    """Name, line, own room, included file and its room for every include of ours in kiosk/."""
    for name in c_files(root):
        own = room_of(name)
        if own is None:
            continue
        for number, is_angle, header in includes(root, name):
            if not is_angle:
                yield name, number, own, header, room_of("kiosk/" + header)


def check_layers(root):
    """No upward include, and layers that are strangers stay so."""
    known = set(ROOMS) | {"main"}
    for name in c_files(root):
        if room_of(name) is not None and room_of(name) not in known:
            yield f"{name}:1: the folder {room_of(name)}/ is not a room of the house"
    for name, number, own, header, other in room_includes(root):
        if own not in known:
            continue
        if other not in ROOMS:
            yield f'{name}:{number}: "{header}" is not written as room/name.h'
        elif own != "main" and ROOMS.index(other) > ROOMS.index(own):
            yield f"{name}:{number}: {own}/ includes {header}, which lies above it"
        elif any({own.split("/")[0], other.split("/")[0]} == pair for pair in STRANGERS):
            yield f"{name}:{number}: {own}/ and {other}/ do not know each other"


def circles(graph):
    """The groups of a graph whose members all lead to each other (Tarjan), each sorted."""
    order, low, stack, found = {}, {}, [], []

    def visit(node):
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in order:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == order[node]:
            group = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(group) > 1:
                found.append(sorted(group))

    for node in sorted(graph):
        if node not in order:
            visit(node)
    return found


def check_circles(root):
    """No two modules (a .c file and its header are one) and no two rooms include each other, by whatever detour."""
    modules, rooms = {}, {}
    for name, _, own, header, other in room_includes(root):
        module, included = os.path.splitext(name)[0], os.path.splitext("kiosk/" + header)[0]
        if module != included:
            modules.setdefault(module, set()).add(included)
        if own != other:
            rooms.setdefault(own, set()).add(other)
    for group in circles(modules) + circles(rooms):
        yield f"{group[0]}:1: include each other in a circle: {', '.join(group)}"


def check_room_sizes(root):
    """A room that holds too much gets an inner wall."""
    counts = {}
    for name in c_files(root, ".c"):
        if room_of(name) is not None:
            counts[room_of(name)] = counts.get(room_of(name), 0) + 1
    for room, count in sorted(counts.items()):
        if count > ROOM_FILES:
            yield f"kiosk/{room}:1: {count} .c files, at most {ROOM_FILES}"


def check_libraries(root):
    """SDL only in platform/; one third-party library, one file; nothing unknown; no threads, no sockets."""
    users = {}
    for name in c_files(root):
        own = layer_of(name)
        if own is None:
            continue
        for number, is_angle, header in includes(root, name):
            if not is_angle:
                continue
            plain = header[:-2] if header.endswith(".h") else header
            library = library_of(header)
            if plain in NEVER_HEADERS:
                yield f"{name}:{number}: <{header}> has no place in this program"
            elif library:
                if library.startswith("SDL") and own != "platform":
                    yield f"{name}:{number}: <{header}> outside platform/"
                users.setdefault(library, {}).setdefault(name, number)
            elif plain in PLAIN_HEADERS:
                pass
            elif plain in SYSTEM_HEADERS or header.startswith(SYSTEM_FOLDERS):
                if own not in ("platform", "cli", "main") and plain not in CORE_SYSTEM_HEADERS.get(name, ()):
                    yield f"{name}:{number}: <{header}> in the core, which has no clock, device or file of its own"
            else:
                yield f"{name}:{number}: <{header}> is a library that tests/house/house.py does not know"
    for library, files in users.items():
        if library in SHARED_INSIDE_PLATFORM or len(files) < 2:
            continue
        for name, number in sorted(files.items())[1:]:
            yield f"{name}:{number}: {library} is included by {sorted(files)[0]} already"


def functions(text):
    """Name, first line, parameter text and length of every function, as clang-format lays them out."""
    lines = text.splitlines()
    start = None
    for index, line in enumerate(lines):
        if start is None and re.match(r"[A-Za-z_].*\(", line) and not line.startswith(("#", "typedef")):
            start = index
        if start is None:
            continue
        if index == start or not lines[start].endswith("{"):
            head = " ".join(part.strip() for part in lines[start:index + 1])
            if head.rstrip().endswith(";") and "{" not in head:
                start = None
                continue
            if re.search(r"=\s*\{", head):
                start = None
                continue
        if line == "}":
            body = next((i for i in range(start, index + 1) if lines[i].rstrip().endswith("{")), start)
            head = " ".join(part.strip() for part in lines[start:body + 1])
            match = re.search(r"(\w+)\s*\((.*)\)\s*\{", head)
            if match:
                yield match.group(1), start + 1, match.group(2), index - start + 1
            start = None


def parameter_count(text):
    depth, count = 0, 1
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        count += letter == "," and depth == 0
    return 0 if text.strip() in ("", "void") else count


def page_files(root, *suffixes):
    return [n for n in project_files(root) if n.startswith("assets/desk/") and n.endswith(suffixes)]


def script_functions(text):
    """Name, first line and length of every function of a script that begins at the start of a line."""
    for match in re.finditer(r"^(?:async )?function\*? (\w+)\(.*?^\}", text, re.MULTILINE | re.DOTALL):
        yield match.group(1), text.count("\n", 0, match.start()) + 1, match.group(0).count("\n") + 1


def check_page_sizes(root):
    """The same of the page for staff: files, functions, and how many of them lie in a folder."""
    counts = {}
    for name in page_files(root, ".js", ".css", ".html"):
        text = read(root, name)
        lines = text.count("\n")
        if lines > FILE_LINES:
            yield f"{name}:{lines}: {lines} lines, at most {FILE_LINES}"
        for function, line, length in script_functions(text):
            if length > FUNCTION_LINES:
                yield f"{name}:{line}: {function} has {length} lines, at most {FUNCTION_LINES}"
        counts[os.path.dirname(name)] = counts.get(os.path.dirname(name), 0) + name.endswith(".js")
    for folder, count in sorted(counts.items()):
        if count > ROOM_FILES:
            yield f"{folder}:1: {count} .js files, at most {ROOM_FILES}"


def check_page_words(root):
    """No word of a card ever becomes HTML, and nothing is asked of a network."""
    for name in page_files(root, ".js"):
        for number, line in enumerate(read(root, name).splitlines(), 1):
            if re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b|\bfetch\(|XMLHttpRequest", line):
                yield f"{name}:{number}: words of a file could become part of the page, or leave it"


def check_sizes(root):
    """Files, headers, functions and parameter lists stay small enough to be read."""
    for name in c_files(root):
        text = read(root, name)
        lines = text.count("\n")
        limit = HEADER_LINES if name.endswith(".h") else FILE_LINES
        if lines > limit:
            yield f"{name}:{lines}: {lines} lines, at most {limit}"
        for function, line, parameters, length in functions(text):
            if length > FUNCTION_LINES:
                yield f"{name}:{line}: {function} has {length} lines, at most {FUNCTION_LINES}"
            if name.startswith("kiosk/") and parameter_count(parameters) > PARAMETERS:
                yield f"{name}:{line}: {function} takes {parameter_count(parameters)} parameters, at most {PARAMETERS}"


def check_openings(root):
    """Every source file opens with its licence and says what it is."""
    marks = {".c": "//", ".h": "//", ".js": "//", ".py": "#", ".sh": "#"}
    for name in project_files(root):
        mark = marks.get(os.path.splitext(name)[1])
        if not mark:
            continue
        lines = read(root, name).splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if not lines or lines[0] != f"{mark} SPDX-License-Identifier: MIT":
            yield f"{name}:1: the first line is not \"{mark} SPDX-License-Identifier: MIT\""
        elif len(lines) < 2 or not re.match(re.escape(mark) + r' ?\S|r?"""', lines[1]) or \
                lines[1].startswith(("#include", "#pragma", "#define")):
            yield f"{name}:2: it does not say what the file is"


def check_style(root):
    """No typedef'd struct, no upper-case banner, no unfinished business."""
    for name in c_files(root):
        for number, line in enumerate(read(root, name).splitlines(), 1):
            if re.match(r"\s*typedef\s+(struct|enum|union)\b", line):
                yield f"{name}:{number}: structs and enums are not typedef'd"
            if re.search(r"//\s*[-=*#]{4,}|/\*\s*[-=*#]{4,}", line):
                yield f"{name}:{number}: a banner"
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield f"{name}:{number}: unfinished business is an issue, not a comment"
            if name.startswith("kiosk/") and layer_of(name) not in ("platform", "cli", "main") \
                    and name != "kiosk/base/arena.c" and re.search(r"(?<![\w.>])free\(", line):
                yield f"{name}:{number}: core code never frees"


def check_tree(root):
    """The top of the tree holds what DESIGN fixed, and dotfiles."""
    for top in sorted({n.split("/")[0] for n in project_files(root)}):
        if top not in TOP and not top.startswith("."):
            yield f"{top}:1: not one of the folders and files at the top"


def check_wording(root):
    """No path of a developer's machine and no registry is named anywhere."""
    for name in project_files(root):
        if name.startswith(FORBIDDEN_EXEMPT) or name.endswith((".ttf", ".png", ".jpg", ".otf")):
            continue
        for number, line in enumerate(read(root, name).splitlines(), 1):
            for pattern, why in FORBIDDEN:
                if re.search(pattern, line):
                    yield f"{name}:{number}: {why}"


CHECKS = {
    "layers": [check_layers, check_circles, check_room_sizes, check_libraries],
    "sizes": [check_sizes, check_page_sizes],
    "openings": [check_openings, check_style, check_page_words],
    "tree": [check_tree],
    "wording": [check_wording],
}


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in CHECKS:
        print(f"usage: house.py {'|'.join(CHECKS)} ROOT", file=sys.stderr)
        return 2
    found = [finding for check in CHECKS[arguments[0]] for finding in check(arguments[1])]
    for finding in found:
        print(finding)
    print(f"{arguments[0]}: {len(found)} findings in {len(project_files(arguments[1]))} files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
