// SPDX-License-Identifier: MIT
// Rows become pages. The largest size whose rows fit one page wins; else the least size is cut into
// the fewest pages, of nearly one height, at places where nothing is torn apart.
#include "layout/flow.h"

#include "layout/rows.h"

struct paging {
    const struct flow_style *style;
    const struct rows *rows;
    int pad_px; // of call-outs
};

static int room_on_page(const struct paging *p, int page, int limit_px) {
    int used = page == 0 ? p->style->first_page_used_px : p->style->next_page_used_px;
    int room = p->style->height_px - used;
    return limit_px > 0 && limit_px < room ? limit_px : room;
}

// Height of rows first to end - 1 on one page, with the padding of a call-out that ends or begins
// with the page.
static int height_of(const struct paging *p, int first, int end) {
    int height = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        bool opens_page = i == first;
        height += row->height_px + (opens_page ? (row->callout ? p->pad_px : 0) : row->gap_px);
    }
    return height + (end > first && p->rows->list[end - 1].callout ? p->pad_px : 0);
}

// The row behind the last that fits a page which begins at `first`; always moves on.
static int page_end(const struct paging *p, int first, int room_px) {
    int best = 0;
    int end = first + 1;
    for (; end <= p->rows->count && height_of(p, first, end) <= room_px; end++) {
        if (end == p->rows->count || !p->rows->list[end - 1].keeps_next) {
            best = end;
        }
    }
    if (best > first) {
        return best;
    }
    return end - 1 > first ? end - 1 : first + 1;
}

// Fills `starts` where it is given; returns the number of pages.
static int cut(const struct paging *p, int limit_px, int *starts) {
    int pages = 0;
    for (int first = 0; first < p->rows->count; pages++) {
        if (starts) {
            starts[pages] = first;
        }
        first = page_end(p, first, room_on_page(p, pages, limit_px));
    }
    if (starts) {
        starts[pages] = p->rows->count;
    }
    return pages;
}

// The lowest page height that needs no further page: the last page is then no leftover.
static int even_height(const struct paging *p, int pages) {
    int enough = p->style->height_px;
    int too_low = 0;
    while (enough - too_low > 4) {
        int middle = too_low + (enough - too_low) / 2;
        if (cut(p, middle, NULL) <= pages) {
            enough = middle;
        } else {
            too_low = middle;
        }
    }
    return enough;
}

static void add_callouts(struct page *page, const struct paging *p, int first, int end) {
    int y = 0;
    struct piece *box = NULL;
    int current = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        y += i == first ? (row->callout ? p->pad_px : 0) : row->gap_px;
        if (row->callout && row->callout != current) {
            box = &page->pieces[page->piece_count++];
            *box = (struct piece){.kind = PIECE_CALLOUT,
                                  .at = {0, y - p->pad_px, p->style->width_px, p->pad_px}};
        }
        current = row->callout;
        y += row->height_px;
        if (current && box) {
            box->at.h = y + p->pad_px - box->at.y;
        }
    }
}

static struct page build_page(const struct paging *p, int first, int end, struct arena *arena) {
    struct page page = {.height_px = height_of(p, first, end)};
    page.pieces = ARENA_ARRAY(arena, struct piece, 3 * (end - first) + 1);
    add_callouts(&page, p, first, end);
    int y = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows->list[i];
        y += i == first ? (row->callout ? p->pad_px : 0) : row->gap_px;
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

static struct flow build_pages(const struct paging *p, struct arena *arena) {
    struct flow flow = {0};
    int *starts = ARENA_ARRAY(arena, int, p->rows->count + 2);
    int pages = cut(p, 0, NULL);
    cut(p, pages > 1 ? even_height(p, pages) : 0, starts);
    flow.pages = ARENA_ARRAY(arena, struct page, pages);
    flow.page_count = pages;
    for (int i = 0; i < pages; i++) {
        flow.pages[i] = build_page(p, starts[i], starts[i + 1], arena);
    }
    return flow;
}

struct flow flow_build(const struct document *document, const struct flow_style *style,
                       const struct fonts *fonts, struct arena *arena) {
    struct shaped_document shaped = rows_shape(document, style, fonts, arena);
    struct row_source source = {.document = &shaped, .style = style, .fonts = fonts};
    struct rows rows = {0};
    struct paging paging = {.style = style, .rows = &rows};
    for (int i = 0; i < style->size_count; i++) {
        source.size_px = style->sizes_px[i];
        rows = rows_build(&source, arena);
        paging.pad_px = rows_callout_pad_px(source.size_px);
        int height = height_of(&paging, 0, rows.count);
        if (!rows.overflows && height <= room_on_page(&paging, 0, 0)) {
            break;
        }
    }
    struct flow flow = build_pages(&paging, arena);
    flow.size_px = source.size_px;
    return flow;
}
