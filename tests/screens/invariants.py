# SPDX-License-Identifier: MIT
"""What holds on every screen, whatever its size, text, theme and rotation, read from its display list.
Each rule is a function that yields complaints; RULES lists those of one screen, SET_RULES those that
compare the screens of one rendering. Numbers come from WCAG 2.2, EN 301 549 and US Access Board 402.4."""

import math
import re

CAPITAL_EM = 0.668  # capital height of the bundled face
BODY_U = {"normal": (4.8, 5.6), "larger": (6.7, 7.8), "largest": (9.6, 11.2)}  # landscape, portrait
LOOP_U = 5.0, 7.0
LARGEST_NEAR_MM = 7.3   # capitals on screens of ten inches or less, in the place of twice the normal size
SLIM_MODULE_PX = 3
PHONE_NUMBER = re.compile(r"[+\d][\d ()-]+")
SMALLEST_U = 2.6    # no letter is smaller than this, in units of the design
PATIENT_PREFIXES = ("loop-", "settings", "card-", "topics", "refer", "urgent-help", "languages", "still-reading", "staff-pin", "staff-wipe")
# Its own screen, pictures that take every touch themselves, and cards that are not on screen yet.
NO_URGENT_HELP = ("urgent-help", "staff-cross", "staff-preview")
OVER_A_CARD = ("still-reading", "staff-pin", "staff-preview", "staff-done")


def unit(screen):
    width, height = screen.frame.w, screen.frame.h
    if width >= height:
        return min(height, 0.5625 * width) / 100
    return min(0.78 * width, 0.5625 * height) / 100


def px_per_mm(screen, inches):
    return math.hypot(screen.frame.w, screen.frame.h) / (inches * 25.4)


def ink(text):
    """A text's rectangle without the air above and below its letters: x, y, right, bottom."""
    size, baseline = text.number("size"), text.number("baseline")
    return text.x, baseline - round(0.72 * size), text.right, baseline + round(0.22 * size)


def nothing_lies_outside_the_screen(screen, _):
    for item in screen.items:
        if not screen.frame.holds(item):
            yield f"outside the screen: {item}"


def nothing_is_empty(screen, _):
    for item in screen.items:
        if item.w <= 0 or item.h <= 0:
            yield f"has no area: {item}"
        if item.kind == "text" and not item.text:
            yield f"says nothing: {item}"


def texts_do_not_overlap(screen, _):
    texts = [i for i in screen.above_dim if i.kind == "text"]
    for index, one in enumerate(texts):
        a = ink(one)
        for other in texts[index + 1:]:
            b = ink(other)
            if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1:
                yield f"texts overlap: {one} and {other}"


def texts_stay_in_their_boxes(screen, _):
    items = screen.above_dim
    for index, text in enumerate(items):
        if text.kind != "text":
            continue
        x, y, right, bottom = ink(text)
        middle_x, middle_y = (x + right) / 2, (y + bottom) / 2
        around = [b for b in items[:index] if b.kind in ("box", "decoration") and b.h >= text.number("size")
                  and b.x <= middle_x < b.right and b.y <= middle_y < b.bottom]
        if not around:
            continue
        box = min(around, key=lambda b: b.w * b.h)
        if x < box.x or right > box.right or y < box.y or bottom > box.bottom:
            yield f"text leaves its box: {text} in {box}"


def texts_keep_off_codes_and_pictures(screen, _):
    items = screen.above_dim
    solid = [i for i in items if i.kind in ("qr", "icon", "picture")]
    for text in (i for i in items if i.kind == "text"):
        x, y, right, bottom = ink(text)
        for other in solid:
            if min(right, other.right) - max(x, other.x) > 1 and min(bottom, other.bottom) - max(y, other.y) > 1:
                yield f"text over a picture or code: {text} and {other}"


def letters_are_large_enough(screen, options):
    least = SMALLEST_U * unit(screen)
    signs = [t for t in screen.of("target") if t.text == "text-size"]
    for text in (t for t in screen.above_dim if t.kind == "text"):
        rests = screen.name.startswith(("staff-preview", "staff-done"))  # the button is seen and cannot be touched
        if text.text == "A" and (rests or any(sign.holds(text) for sign in signs)):
            continue  # the small and the large A are a picture of what the button does
        if text.number("size") < math.floor(least):
            yield f"letters of {text.number('size')} px, at least {least:.1f}: {text}"


def column_texts(screen):
    """The texts of the card itself: what slides when the card turns, or what the loop shows on paper."""
    sliding = screen.of("sliding")
    if sliding:
        return [t for t in screen.of("text") if sliding[0].holds(t, 2)]
    bar = screen.of("progress")
    return [t for t in screen.of("text") if bar and t.bottom <= bar[0].y + 2] if screen.is_loop else []


def body_is_large_enough(screen, options):
    """The words of a card, by their number, not its label or page note: the size that most letters have.
    A telephone number stands on one line, in the letters that fit it."""
    if not screen.is_card and not screen.is_loop:
        return
    letters = {}
    for text in column_texts(screen):
        if text.fields["weight"] == "regular" and not PHONE_NUMBER.fullmatch(text.text.strip()):
            letters[text.number("size")] = letters.get(text.number("size"), 0) + len(text.text)
    if not letters:
        return
    size = max(letters, key=letters.get)
    text, inches = "normal" if screen.is_loop else options.get("text", "normal"), options.get("inches")
    is_near = inches and inches <= 10 and text == "largest"
    least = (LOOP_U if screen.is_loop else BODY_U[text])[screen.frame.h > screen.frame.w] * unit(screen)
    if size < math.floor(least) and not is_near:
        yield f"body of {size} px, at least {least:.1f}"
    if inches:
        capital_mm = size * CAPITAL_EM / px_per_mm(screen, inches)
        least_mm = LARGEST_NEAR_MM if text == "largest" else 4.8
        if capital_mm < least_mm - 0.05:
            yield f"body capitals of {capital_mm:.2f} mm, at least {least_mm}"


def targets_do_not_overlap(screen, _):
    targets = screen.of("target")
    for index, one in enumerate(targets):
        for other in targets[index + 1:]:
            width, height = one.common(other)
            is_one = one.text == other.text or "read" in (one.text, other.text)  # a touch anywhere on the loop
            if width > 0 and height > 0 and not is_one:
                yield f"targets overlap: {one} and {other}"


def targets_hold_what_is_seen(screen, _):
    for target in screen.of("target"):
        x, y, w, h = (int(v) for v in target.fields["seen"].split(","))
        if x < target.x or y < target.y or x + w > target.right or y + h > target.bottom:
            yield f"seen outside what can be touched: {target}"


def targets_come_as_they_are_read(screen, _):
    """Tab goes from the top to the bottom; what staff screens list has an order of its own."""
    tops = [tuple(int(v) for v in t.fields["seen"].split(",")) for t in screen.of("target")]
    for (_, y, _, _), (_, other_y, _, other_h) in zip(tops, tops[1:]):
        if other_y + other_h <= y and not screen.name.startswith("staff-"):
            yield f"Tab goes up, from {y} to {other_y}"


def targets_suit_a_finger(screen, options):
    if not options.get("inches"):
        return
    scale = px_per_mm(screen, options["inches"])
    for target in screen.of("target"):
        side = min(target.w, target.h) / scale
        if side < 11.6 - 0.1:
            yield f"a target of {side:.1f} mm, at least 11.6: {target}"


def there_is_at_most_one_code(screen, _):
    codes = screen.of("qr")
    needs_one = screen.is_card or screen.is_loop or screen.name == "refer" or screen.name.startswith("refer.")
    if len(codes) > 1 or (needs_one and not codes):
        yield f"{len(codes)} QR codes"


def codes_can_be_scanned(screen, options):
    for code in screen.of("qr"):
        modules, pixels = code.number("modules"), code.number("module_px")
        if modules > 33:
            yield f"a code of {modules} modules, at most 33 (version 4): {code}"
        if pixels < 2 or (modules + 8) * pixels > min(code.w, code.h):
            yield f"no quiet zone of 4 modules: {code}"
        if pixels < SLIM_MODULE_PX:
            yield f"modules of {pixels} px, at least {SLIM_MODULE_PX}: {code}"
        if options.get("inches") and (screen.is_loop or screen.name.startswith("refer")):
            scale = px_per_mm(screen, options["inches"])
            if (modules + 8) * pixels / scale < 50 - (modules + 8) / 2 / scale:
                yield f"a code of {(modules + 8) * pixels / scale:.1f} mm, at least 50"
            if pixels / scale < 1.5 - 0.5 / scale:
                yield f"modules of {pixels / scale:.2f} mm, at least 1.5"


def urgent_help_is_always_there(screen, _):
    """Where a patient may stand; while the screen is wiped nothing can be touched, so the calls stand there."""
    if screen.name.startswith("staff-wipe"):
        said = " ".join(t.text for t in screen.of("text"))
        for number in ("999", "111", "116"):
            if number not in said:
                yield f"{number} is not said while touch is off"
    elif not screen.name.startswith(NO_URGENT_HELP) and "urgent-help" not in screen.targets:
        yield "urgent help cannot be touched"


RULES = [
    nothing_lies_outside_the_screen, nothing_is_empty, texts_do_not_overlap, texts_stay_in_their_boxes,
    texts_keep_off_codes_and_pictures, letters_are_large_enough, body_is_large_enough,
    targets_do_not_overlap, targets_hold_what_is_seen, targets_come_as_they_are_read, targets_suit_a_finger,
    there_is_at_most_one_code, codes_can_be_scanned, urgent_help_is_always_there,
]


def urgent_help_never_moves(screens):
    """One place where patients look, and one behind the PIN, for whoever finds such a screen left standing."""
    places = {True: {}, False: {}}
    for screen in screens.values():
        target = screen.targets.get("urgent-help")
        if target:
            is_behind = screen.name.startswith("staff-") and not screen.name.startswith(PATIENT_PREFIXES + OVER_A_CARD)
            places[is_behind].setdefault((target.x, target.y, target.w, target.h), []).append(screen.name)
    for found in places.values():
        if len(found) > 1:
            yield f"urgent help is in {len(found)} places: {found}"


def pages_are_numbered_without_a_gap(screens):
    for screen in screens.values():
        shown, count = (int(v) for v in screen.frame.fields["page"].split("/"))
        stem, _, number = screen.name.partition(".")
        if (int(number) if number else 1) != shown:
            yield f"{screen.name} says it is page {shown}"
        if screen.name.startswith(OVER_A_CARD):
            continue  # one picture stands for what lies over any page
        if shown > count or (count > 1 and f"{stem}.{count}" not in screens):
            yield f"{screen.name} is page {shown} of {count}, and the last is missing"


SET_RULES = [urgent_help_never_moves, pages_are_numbered_without_a_gap]


def complaints(screens):
    """Everything that is wrong with one rendering, each with where."""
    found = []
    for screen in screens.values():
        for rule in RULES:
            found += [f"{screens.title} · {screen.name} · {rule.__name__}: {c}"
                      for c in rule(screen, screens.options)]
    for rule in SET_RULES:
        found += [f"{screens.title} · {rule.__name__}: {c}" for c in rule(screens)]
    return found
