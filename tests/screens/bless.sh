#!/bin/sh
# SPDX-License-Identifier: MIT
# Rewrites the golden display lists from the program as it is now. Do this on Debian 12, after looking
# at the pictures, and review the diff like any other change. DIT_KIOSK names another program.
set -eu
cd "$(dirname "$0")"
DIT_KIOSK=${DIT_KIOSK:-$PWD/../../build-release/dit-kiosk} exec /usr/bin/python3 golden.py bless
