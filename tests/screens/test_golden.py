# SPDX-License-Identifier: MIT
"""Every display list is the golden one. First that a difference would be seen, on a system whose letters are
measured a little differently too: a wrong digit, a letter size, a payload."""

import difflib
import unittest

import golden

NUMBER = 'text 401 731 432 71 "0203 228 1350" size=60 baseline=787 weight=bold ink=#FFFFFF'
CODE = 'qr 436 315 363 363 "tel:+442032281350" modules=25 module_px=11'
TARGET = 'target 54 915 434 130 "open-card 3" label="Need urgent help?" seen=54,915,434,130'
CASES = [  # line, what is replaced, with what, whether only FreeType may have done it
    (NUMBER, " 401 731 432 ", " 400 732 434 ", True),
    (NUMBER, " 432 ", " 435 ", False),
    (NUMBER, "baseline=787", "baseline=788", True),
    (NUMBER, "baseline=787", "baseline=789", False),
    (NUMBER, "1350", "1351", False),
    (NUMBER, "size=60", "size=59", False),
    (NUMBER, "bold", "regular", False),
    (NUMBER, "#FFFFFF", "#FFFFFE", False),
    (NUMBER, " ink=#FFFFFF", "", False),
    (CODE, "1350", "1351", False),
    (CODE, "module_px=11", "module_px=10", False),
    (TARGET, "seen=54,915,434,130", "seen=54,915,433,130", True),
    (TARGET, "seen=54,915,434,130", "seen=54,915,431,130", False),
    (TARGET, "open-card 3", "open-card 4", False),
    (TARGET, "target", "box", False),
]


class Golden(unittest.TestCase):
    def test_only_what_freetype_decides_may_differ(self):
        for line, old, new, is_alike in CASES:
            with self.subTest(old=old, new=new):
                self.assertEqual(golden.differs(line, line.replace(old, new), False), not is_alike)
                self.assertTrue(golden.differs(line, line.replace(old, new), True))
        self.assertTrue(golden.differs(NUMBER, NUMBER + "\n" + CODE, False))

    def test_every_display_list_is_as_it_was(self):
        old, new, is_exact = golden.blessed(), golden.drawn(), golden.is_exact_system()
        self.assertTrue(new)
        wrong = [name for name in sorted(old.keys() | new.keys())
                 if golden.differs(old.get(name, ""), new.get(name, ""), is_exact)]
        for name in wrong:
            print("".join(difflib.unified_diff(old.get(name, "").splitlines(True), new.get(name, "").splitlines(True),
                                               f"golden/{name}", f"drawn/{name}", n=1)))
        self.assertEqual(wrong, [], f"{len(wrong)} of {len(new)} differ. Look at the pictures; if they are right, run "
                                    "golden.py and review its diff.")


if __name__ == "__main__":
    unittest.main(verbosity=2)
