// SPDX-License-Identifier: MIT
// The largest size at which everything stands on one page wins; else the least size is cut into
// pages. Here rows become pieces at their places, with the grounds of call-outs behind them.
#include "layout/flow.h"

#include "layout/pages.h"

static int row_y_px(const struct paging *p, int row, bool opens_page) {
    const struct row *r = &p->rows->list[row];
    return !opens_page ? r->gap_px : r->callout ? p->callout_pad_px : 0;
}

static void add_callouts(struct page *page, const struct paging *p, int first, int end) {
    int y = 0;
    int pad = p->callout_pad_px;
    struct piece *ground = NULL;
    int current = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        y += row_y_px(p, i, i == first);
        if (row->callout && row->callout != current) {
            ground = &page->pieces[page->piece_count++];
            *ground =
                (struct piece){.kind = PIECE_CALLOUT, .at = {0, y - pad, p->style->width_px, pad}};
        }
        current = row->callout;
        y += row->height_px;
        if (current) {
            ground->at.h = y + pad - ground->at.y;
        }
    }
}

static struct page build_page(const struct paging *p, int first, int end, struct arena *arena) {
    struct page page = {.height_px = pages_height_px(p, first, end)};
    page.pieces = ARENA_ARRAY(arena, struct piece, 3 * (end - first) + 1);
    add_callouts(&page, p, first, end);
    int y = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        y += row_y_px(p, i, i == first);
        for (int k = 0; k < row->piece_count; k++) {
            struct piece *piece = &page.pieces[page.piece_count++];
            *piece = row->pieces[k];
            piece->at.y += y;
        }
        page.word_count += row->word_count;
        y += row->height_px;
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

struct flow flow_build(const struct document *document, const struct flow_style *style,
                       const struct fonts *fonts, struct arena *arena) {
    struct column column = column_build(document, style, fonts, arena);
    struct flow flow = {.size_px = choose_size(&column, style)};
    struct rows rows = rows_build(&column, flow.size_px, arena);
    struct paging paging = {style, &rows, column_callout_pad_px(flow.size_px)};
    struct cuts cuts = pages_cut(&paging, arena);
    flow.pages = ARENA_ARRAY(arena, struct page, cuts.count);
    flow.page_count = cuts.count;
    for (int i = 0; i < cuts.count; i++) {
        flow.pages[i] = build_page(&paging, cuts.starts[i], cuts.starts[i + 1], arena);
    }
    return flow;
}
