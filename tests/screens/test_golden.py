# SPDX-License-Identifier: MIT
"""Every display list is the golden one. First that a difference would be seen, on a system whose letters are
measured a little differently too: a wrong digit, a letter size."""

import difflib
import unittest

import golden

NUMBER = 'text 401 731 432 71 "0203 228 1350" size=60 baseline=787 weight=bold ink=#FFFFFF'
CASES = [  # what is replaced, with what, whether only FreeType may have done it
    (" 401 731 432 ", " 400 732 434 ", True),
    (" 432 ", " 435 ", False),
    ("baseline=787", "baseline=788", True),
    ("baseline=787", "baseline=789", False),
    ("1350", "1351", False),
    ("size=60", "size=59", False),
]


class Golden(unittest.TestCase):
    def test_only_what_freetype_decides_may_differ(self):
        for old, new, is_alike in CASES:
            with self.subTest(old=old, new=new):
                self.assertEqual(golden.differs(NUMBER, NUMBER.replace(old, new), False), not is_alike)
                self.assertTrue(golden.differs(NUMBER, NUMBER.replace(old, new), True))

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
