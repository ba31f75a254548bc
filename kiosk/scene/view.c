// SPDX-License-Identifier: MIT
// Every field of a view but the progress decides what is drawn.
#include "scene/view.h"

bool screen_is_for_staff(enum screen screen) {
    return screen >= SCREEN_WORKING;
}

bool view_is_same_picture(const struct view *a, const struct view *b) {
    return a->screen == b->screen && a->language == b->language && a->card == b->card &&
           a->page == b->page && a->theme == b->theme && a->text_size == b->text_size &&
           a->is_cycling == b->is_cycling && a->is_asking == b->is_asking &&
           a->countdown_s == b->countdown_s && a->is_admitting == b->is_admitting &&
           a->is_preview == b->is_preview && a->is_blank == b->is_blank &&
           a->digit_count == b->digit_count && a->staff_revision == b->staff_revision &&
           action_equals(a->pressed, b->pressed) && action_equals(a->focused, b->focused);
}
