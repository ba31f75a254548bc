# SPDX-License-Identifier: MIT
"""What a receptionist does on the page, from the first look to the changed number: each story is one test, with a
picture of the page in DIT_PICTURES where that is set."""

import os
import re
import shutil
import tempfile

from browser import PAGE, Desk, Keys

SOURCE = os.environ["DIT_SOURCE_DIR"]
CONFIG = os.path.join(SOURCE, "config")
IDEAS = "cards/en/20-the-ideas.txt"


def picture(desk, name):
    if os.environ.get("DIT_PICTURES"):
        desk.picture(os.path.join(os.environ["DIT_PICTURES"], f"{name}.png"))


def words_of(desk, selector):
    return desk.script("return document.querySelector(arguments[0])?.textContent ?? ''", selector)


def dialog(desk):
    return desk.wait(lambda: desk.script("return document.querySelector('dialog')"), "a question")


def titles(desk):
    return desk.script("return [...document.querySelectorAll('.entry-title')].map((e) => e.textContent)")


def test_it_opens_and_asks_for_the_folder(desk):
    assert "Open the folder" in words_of(desk, "#open-first")
    picture(desk, "start")


def test_a_card_is_shown_as_patients_will_see_it_while_it_is_typed(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    assert words_of(desk, ".k-title") == "The ideas behind DIT"
    assert desk.script("return getComputedStyle(document.querySelector('.k-floor')).backgroundColor") == "rgb(11, 79, 84)"
    desk.find("words").send_keys(Keys.CONTROL, Keys.HOME)
    desk.find("words").send_keys("A new line above. ")
    assert words_of(desk, ".k-label").startswith("A new line above.")
    for shape in ("upright", "landscape"):
        for theme in ("contrast", "light"):
            desk.choose("shape", shape)
            desk.choose("theme", theme)
            picture(desk, f"card-{shape}-{theme}")
    desk.choose("text-size", "largest")
    assert not desk.script("return document.getElementById('pages').hidden")
    desk.press("page-next")
    assert words_of(desk, "#page-words").startswith("Page 2 of")
    picture(desk, "card-largest")


def test_what_is_wrong_is_said_and_shown(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    desk.type("\n\nSee <b>this</b>.")
    desk.settle()
    assert "1 thing has to be changed" in words_of(desk, "#findings-heading")
    desk.open_card("cards/en/10-what-is-dit.txt")
    desk.script("[...document.querySelectorAll('.finding button')][0].click()")
    field = desk.script("""const field = document.activeElement;
        return [field.id, field.value.slice(field.selectionStart, field.selectionEnd)]""")
    assert field == ["words", "See <b>this</b>."], field
    picture(desk, "finding")


def test_the_buttons_write_the_signs(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    field = desk.find("words")
    for sign, typed, expected in (("title", "Hello", "# Hello"), ("heading", "Hello", "## Hello"), ("list", "Hello", "- Hello"),
                                  ("callout", "Hello", "> Hello"), ("bold", "Hello", "**Hello**")):
        field.clear()
        field.send_keys(typed)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.NULL)
        desk.press(f"sign-{sign}")
        assert field.get_attribute("value") == expected, (sign, field.get_attribute("value"))
    field.send_keys(Keys.CONTROL, "z")
    assert field.get_attribute("value") == "Hello"


def test_the_number_is_checked_while_it_is_typed_and_named_as_different(desk):
    desk.stand_in(CONFIG)
    before = desk.stand_in_files()["kiosk/kiosk.ini"].decode().splitlines()
    desk.open_card("kiosk.ini")
    phone = desk.find("practice-phone")
    phone.clear()
    phone.send_keys("0203 228 13")
    desk.settle()
    assert "has to be changed" in words_of(desk, "#findings-heading")
    phone.send_keys("51")
    desk.settle()
    assert words_of(desk, "#findings-heading") == "Everything is right", desk.findings()
    assert words_of(desk, ".k-phone") == "0203 228 1351"
    desk.press("what-is-different")
    said = dialog(desk).text
    assert "Phone number" in said and "0203 228 1350" in said and "0203 228 1351" in said
    picture(desk, "different")
    dialog(desk).find_element("tag name", "button").click()
    desk.script("[...document.querySelectorAll('#practice button')][0].click()")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", desk.find("practice-last_checked").get_attribute("value"))
    picture(desk, "practice")
    sentence = desk.find("practice-poster")
    sentence.clear()
    sentence.send_keys("Somebody to talk to")
    desk.press("save")
    desk.has_said("Saved: kiosk.ini.")
    after = desk.stand_in_files()["kiosk/kiosk.ini"].decode("utf-8-sig").splitlines()
    changed = [line.split(" =")[0] for line, old in zip(after, before) if line != old]
    assert len(after) == len(before) and set(changed) - {"last_checked"} == {"phone", "poster"}, changed


def test_the_page_of_a_copy_knows_what_it_was_copied_from(desk):
    """As kiosk/store/stick/page.c writes it: the words of the copy stand behind the page."""
    with tempfile.TemporaryDirectory() as room:
        path = os.path.join(room, "Edit the cards.html")
        shutil.copy(PAGE, path)
        with open(path, "a", encoding="utf-8") as page:
            for folder, _, names in os.walk(CONFIG):
                for name in names:
                    inside = os.path.relpath(os.path.join(folder, name), CONFIG)
                    with open(os.path.join(folder, name), encoding="utf-8") as file:
                        words = file.read().replace("0203 228 1350", "0203 228 1359").replace("<", "&lt;")
                    page.write(f'<script type="text/plain" class="copied">{inside}\n{words}</script>\n')
        desk.page = path
        desk.stand_in(CONFIG)
        desk.press("what-is-different")
        said = dialog(desk).text
        assert "copied from the screen" in said and "0203 228 1359" in said, said


def test_a_card_is_made_moved_and_taken_out_and_put_back(desk):
    desk.stand_in(CONFIG)
    desk.press("new-card")
    dialog(desk).find_element("tag name", "input").send_keys("Opening times")
    dialog(desk).find_elements("tag name", "button")[0].click()
    desk.wait(lambda: "Opening times" in titles(desk), "the new card")
    desk.type("We open at eight.")
    desk.settle()
    assert titles(desk)[7] == "Opening times"
    desk.press("earlier")
    desk.press("earlier")
    assert titles(desk)[5] == "Opening times", titles(desk)
    row = desk.script("return document.querySelector('.entry[aria-current=true]')")
    row.send_keys(Keys.ALT, Keys.ARROW_DOWN)
    assert titles(desk)[6] == "Opening times", titles(desk)
    desk.script("""const rows = document.querySelectorAll("#cards li"), dataTransfer = new DataTransfer();
        const drag = (row, type) => row.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        drag(rows[1], "dragstart");
        drag(rows[3], "drop");""")
    assert titles(desk)[1:4] == ["The ideas behind DIT", "Why is DIT offered?", "What is DIT?"], titles(desk)
    desk.open_card(IDEAS)
    desk.press("remove-card")
    assert "The ideas behind DIT" not in titles(desk)
    desk.find("status").find_element("tag name", "button").click()
    assert titles(desk)[1] == "The ideas behind DIT"
    desk.open_card(IDEAS)
    desk.press("remove-card")
    desk.press("save")
    desk.has_said("Saved:")
    files = desk.stand_in_files()
    assert "kiosk/" + IDEAS not in files
    made = [path for path in files if path.endswith("-opening-times.txt")]
    assert len(made) == 1 and b"We open at eight." in files[made[0]], made
    assert b"the-ideas =" not in files["kiosk/kiosk.ini"]


def test_a_photo_is_turned_and_made_smaller(desk):
    from PIL import Image
    with tempfile.TemporaryDirectory() as room:
        exif = Image.Exif()
        exif[0x0112] = 6  # on its side
        path = os.path.join(room, "IMG 2034 (Team).JPG")
        Image.new("RGB", (3000, 2000), "teal").save(path, exif=exif)
        desk.stand_in(CONFIG)
        desk.open_card(IDEAS)
        desk.drop(path)
        desk.has_said("img-2034-team.jpg")
        desk.settle()
        assert words_of(desk, "#findings-heading") == "Everything is right", desk.findings()
        desk.press("save")
        desk.has_said("Saved:")
        with open(os.path.join(room, "saved.jpg"), "wb") as file:
            file.write(desk.stand_in_files()["kiosk/images/img-2034-team.jpg"])
        with Image.open(os.path.join(room, "saved.jpg")) as saved:
            assert saved.width < saved.height and saved.width * saved.height <= 2000000, saved.size
            assert 0x0112 not in saved.getexif()
    picture(desk, "photo")


def test_everything_can_be_done_with_keys(desk):
    desk.stand_in(CONFIG)
    reached = set()
    for _ in range(60):
        desk.driver.switch_to.active_element.send_keys(Keys.TAB)
        reached.add(desk.script("return document.activeElement.id || document.activeElement.className"))
    assert {"words", "save", "open", "sign-bold", "new-card", "shape", "drawing", "remove-card", "entry"} - reached <= {"save"}, reached
    desk.open_card(IDEAS)
    desk.type(" ")
    picture(desk, "keyboard")


def test_unsaved_words_are_not_left_in_silence(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    desk.type("More.")
    desk.press("open")
    assert "not on the stick yet" in dialog(desk).text
    dialog(desk).find_elements("tag name", "button")[0].click()
    assert desk.find("words").get_attribute("value").endswith("More.")
    desk.driver.refresh_is_asked = desk.script("""const event = new Event("beforeunload", { cancelable: true });
        return !window.dispatchEvent(event)""")
    assert desk.driver.refresh_is_asked


def test_it_asks_nothing_of_any_network(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    desk.type("\n\n![x](http://example.org/x.png)")
    desk.settle()
    asked = [address for address in desk.requests() if not address.startswith(("file:", "data:", "blob:", "chrome:"))]
    assert asked == [], asked
    policy = desk.script("""return document.querySelector("meta[http-equiv]").content""")
    assert "default-src 'none'" in policy
    refused = desk.driver.execute_async_script("""const done = arguments[0];
        fetch("https://example.org/").then(() => done(false), () => done(true))""")
    assert refused


def test_it_is_small_without_its_fonts(desk):
    with open(PAGE, encoding="utf-8") as file:
        text = re.sub(r'<script type="text/plain" id="fonts/.*?</script>', "", file.read())
    size = len(text.encode())
    print(f"{size} bytes without fonts")
    assert size <= 250000


def test_twice_the_size_and_high_contrast_lose_nothing(desk):
    desk.stand_in(CONFIG)
    desk.open_card(IDEAS)
    desk.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                {"width": 640, "height": 512, "deviceScaleFactor": 2, "mobile": False})
    assert desk.script("return document.documentElement.scrollWidth <= innerWidth + 1"), "it scrolls sideways"
    picture(desk, "zoom-200")
    desk.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    desk.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": "dark"}]})
    picture(desk, "high-contrast")


def main():
    only = os.environ.get("DIT_STORY", "")
    for name, test in list(globals().items()):
        if name.startswith("test_") and only in name:
            with Desk() as desk:
                test(desk)
                bad = [line for line in desk.errors() if "example.org" not in line]
                assert not bad, bad
            print(name.removeprefix("test_").replace("_", " "), flush=True)


if __name__ == "__main__":
    main()
