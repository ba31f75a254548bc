# SPDX-License-Identifier: MIT
"""Every screen as a Raspberry Pi's processor draws it, word for word, place for place and pixel for pixel as this one
does. An emulated processor draws them; the libraries are those of the image."""

import filecmp
import os
import tempfile
import unittest

from image import Image


class Alike(unittest.TestCase):
    def test_both_processors_draw_the_same(self):
        with tempfile.TemporaryDirectory(prefix="dit-alike-") as folder:
            drawn = {arch: os.path.join(folder, arch) for arch in ("amd64", "arm64")}
            for arch, out in drawn.items():
                Image(arch).render(out)
            names = sorted(os.listdir(drawn["amd64"]))
            self.assertGreater(len(names), 100)
            self.assertEqual(sorted(os.listdir(drawn["arm64"])), names)
            self.assertEqual(filecmp.cmpfiles(drawn["amd64"], drawn["arm64"], names, shallow=False)[1:], ([], []))


if __name__ == "__main__":
    unittest.main(verbosity=2)
