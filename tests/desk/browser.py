# SPDX-License-Identifier: MIT
"""The page for staff in a real Chromium, opened from file:// as by a double click, and used as a person would: by
dropping a folder, touching buttons and typing. Where there is no Chromium, no chromedriver or no page, the test is
skipped with a sentence."""

import base64
import json
import os
import shutil
import sys
import tempfile
import time
from urllib.parse import quote

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

SKIPPED = 77


def skip(words):
    print(f"skipped: {words}")
    sys.exit(SKIPPED)


try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import Select
except ImportError:
    skip("python3-selenium is not installed, and the page for staff is tried in a real browser")

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if not CHROMIUM or not DRIVER:
    skip("chromium or chromium-driver is not installed, and the page for staff is tried in a real browser")

BUILD = os.environ["DIT_BUILD_DIR"]
PAGE = os.path.join(BUILD, "desk", "Edit the cards.html")
KIOSK = os.path.join(BUILD, "dit-kiosk")
if not os.path.exists(PAGE):
    skip("this build has no page for staff, because clang cannot make WebAssembly here")

PATIENCE_S = 60 * float(os.environ.get("DIT_PATIENCE", "1"))


class Desk:
    """One browser with the page in it; `with Desk() as desk`."""

    def __init__(self, size=(1600, 1000), arguments=()):
        self.page = PAGE
        self.profile = tempfile.mkdtemp(prefix="desk-")
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=en-GB",
                         f"--window-size={size[0]},{size[1]}", f"--user-data-dir={self.profile}/profile", *arguments):
            options.add_argument(argument)
        self.downloads = os.path.join(self.profile, "downloads")
        options.add_experimental_option("prefs", {"download.default_directory": self.downloads,
                                                  "profile.default_content_setting_values.automatic_downloads": 1})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
        self.driver.set_script_timeout(PATIENCE_S)
        self.open_page()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open_page(self, before=""):
        """`before` is script that runs in the page before its own."""
        if before:
            self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": before})
        self.driver.get("file://" + quote(self.page))
        self.wait(lambda: self.script("return document.documentElement.dataset.ready"), "the page to be ready")

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def wait(self, is_there, what):
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            found = is_there()
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"waited in vain for {what}; the page says: {self.said()} {self.errors()}")

    def find(self, name):
        return self.driver.find_element(By.ID, name)

    def press(self, name):
        self.find(name).click()

    def choose(self, name, value):
        Select(self.find(name)).select_by_value(value)

    def said(self):
        return self.script("return document.getElementById('status').textContent")

    def errors(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def drop(self, *paths):
        """Files or a folder onto the middle of the page, as a hand does with the mouse."""
        data = {"items": [], "files": list(paths), "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.driver.execute_cdp_cmd("Input.dispatchDragEvent", {"type": kind, "x": 400, "y": 300, "data": data})

    def open(self, path):
        self.drop(path)
        self.wait(lambda: self.find("work").is_displayed() and self.find("progress").is_displayed() is False
                  and self.script("return document.getElementById('findings-heading').textContent"),
                  f"the folder {path}")
        self.settle()

    def settle(self):
        """Until the checks that were asked for later (fonts, pictures) have had their say."""
        self.driver.execute_async_script("""
            const done = arguments[0];
            let last = "", same = 0;
            const look = () => {
                const now = [...document.querySelectorAll("[data-finding]")].map((e) => e.dataset.finding).join();
                same = now === last ? same + 1 : 0;
                last = now;
                same > 15 ? done() : setTimeout(look, 20);
            };
            look();""")

    def findings(self):
        """As the command line says them, in its order."""
        return self.script("""return [...document.querySelectorAll("[data-finding]")].map((e) => e.dataset.finding)""")

    def open_card(self, path):
        self.script("""[...document.querySelectorAll(".entry")].find((e) => e.dataset.path === arguments[0]).click()""",
                    path)

    def requests(self):
        """The addresses that the browser asked for since the last call."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def picture(self, path):
        self.driver.save_screenshot(path)

    def stand_in(self, folder):
        """Opens a copy of the folder in the page's memory, by the button, as if the picker had been used."""
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "stand_in.js"), encoding="utf-8") as file:
            self.open_page(file.read())
        for root, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(root, name)
                with open(path, "rb") as file:
                    text = base64.b64encode(file.read()).decode()
                self.script("""standIn.files.set(arguments[0],
                    Uint8Array.from(atob(arguments[1]), (letter) => letter.charCodeAt(0)))""",
                            "kiosk/" + os.path.relpath(path, folder), text)
        self.press("open-first")
        self.wait(lambda: self.find("work").is_displayed(), "the folder of the stand-in")
        self.settle()

    def stand_in_files(self):
        """What lies in that folder now, by path."""
        found = self.script("""return [...standIn.files].map(([path, bytes]) =>
            [path, btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(""))])""")
        return {path: base64.b64decode(text) for path, text in found}

    def writes(self):
        return self.script("return standIn.writes.splice(0)")

    def type(self, text):
        """Behind what stands in the words already."""
        field = self.find("words")
        field.send_keys(Keys.CONTROL, Keys.END)
        field.send_keys(Keys.NULL)
        field.send_keys(text)

    def has_said(self, words):
        self.wait(lambda: words in self.said(), f"the words “{words}”")
