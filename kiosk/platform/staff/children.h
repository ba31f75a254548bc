// SPDX-License-Identifier: MIT
// What this program does when it is its own child (see system/child.h): decode one picture, read a
// stick, write one. Whoever has a main asks here first.
#pragma once

// Does the job that the line names; its exit code, for _exit, because a sandbox leaves nothing to
// tidy up with. -1: the line names none, and nothing was done.
int children_run(int argc, char **argv);
