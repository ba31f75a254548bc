// SPDX-License-Identifier: MIT
// The largest size at which everything stands on one page wins; else the least size is cut into
// pages. Here rows become pieces at their places, with the grounds of call-outs behind them.
#include "layout/flow.h"

#include "layout/pages.h"

static bool opens_callout(const struct paging *p, int row, int first) {
    int callout = p->rows->list[row].callout;
    return callout && (row == first || p->rows->list[row - 1].callout != callout);
}

// The grounds of call-outs come before everything that may stand on them.
static struct page build_page(const struct paging *p, int first, int end, struct arena *arena) {
    struct page page = {.height_px = pages_height_px(p, first, end)};
    page.pieces = ARENA_ARRAY(arena, struct piece, 3 * (end - first) + 1);
    for (int i = first; i < end; i++) {
        page.piece_count += opens_callout(p, i, first);
    }
    int y = 0, pad = p->callout_pad_px, ground_count = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        y += pages_gap_px(p, i, i == first);
        if (opens_callout(p, i, first)) {
            page.pieces[ground_count++] =
                (struct piece){.kind = PIECE_CALLOUT, .at = {0, y - pad, p->style->width_px, pad}};
        }
        for (int k = 0; k < row->piece_count; k++) {
            struct piece *piece = &page.pieces[page.piece_count++];
            *piece = row->pieces[k];
            piece->at.y += y;
        }
        page.word_count += row->word_count;
        y += row->height_px;
        if (row->callout) {
            struct rect *ground = &page.pieces[ground_count - 1].at;
            ground->h = y + pad - ground->y;
        }
    }
    return page;
}

static int choose_size(const struct column *column, const struct flow_style *style) {
    int room = style->height_px - style->first_page_used_px;
    for (int i = 0; i < style->size_count; i++) {
        int64_t height = column_height_px(column, style->sizes_px[i]);
        if (height >= 0 && height <= room) {
            return style->sizes_px[i];
        }
    }
    return style->sizes_px[style->size_count - 1];
}

static bool tears(const struct rows *rows, const struct cuts *cuts) {
    for (int i = 1; i < cuts->count; i++) {
        int row = cuts->starts[i] - 1;
        if (row >= 0 && rows->list[row].bond >= BOND_LINE) {
            return true;
        }
    }
    return false;
}

struct flow flow_build(const struct document *document, const struct flow_style *style,
                       const struct fonts *fonts, struct arena *arena) {
    struct column column = column_build(document, style, fonts, arena);
    struct flow flow = {.size_px = choose_size(&column, style)};
    struct rows rows = rows_build(&column, flow.size_px, fonts, arena);
    struct paging paging = {style, &rows, column_callout_pad_px(flow.size_px)};
    struct cuts cuts = pages_cut(&paging, arena);
    flow.has_torn_sentence = tears(&rows, &cuts);
    if (!style->parts_sentences && flow.has_torn_sentence) {
        struct flow_style parting = *style;
        parting.parts_sentences = true;
        return flow_build(document, &parting, fonts, arena);
    }
    flow.pages = ARENA_ARRAY(arena, struct page, cuts.count);
    flow.page_count = cuts.count;
    for (int i = 0; i < cuts.count; i++) {
        flow.pages[i] = build_page(&paging, cuts.starts[i], cuts.starts[i + 1], arena);
    }
    return flow;
}
