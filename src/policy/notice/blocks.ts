/** A page for people, without any markup: whoever shows it decides how a list or a table looks. */
export type NoticeBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly { readonly term: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly table: NoticeTable }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** The next layer: folded away until somebody asks for it, and open in print. */
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly NoticeBlock[] }

export interface NoticeTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface NoticeSection {
  /** Stable, for links and for comparing versions. */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly NoticeBlock[]
}

export interface NoticeDocument {
  readonly title: string
  readonly service: string
  /** BCP 47. */
  readonly language: string
  /** ISO date of the policy, and the same in words. */
  readonly updated: string
  readonly updatedWords: string
  readonly policyHash: string
  /** The first layer: a few sentences that stand for the whole. */
  readonly summary: readonly string[]
  readonly sections: readonly NoticeSection[]
}

export const paragraph = (text: string): NoticeBlock => ({ kind: 'paragraph', text })
export const subheading = (text: string): NoticeBlock => ({ kind: 'subheading', text })
export const list = (items: readonly string[]): NoticeBlock => ({ kind: 'list', items })
export const facts = (items: readonly (readonly [term: string, value: string])[]): NoticeBlock => ({
  kind: 'facts',
  items: items.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value })),
})
export const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): NoticeBlock => ({
  kind: 'table',
  table: { caption, head, rows },
})
export const details = (summary: string, blocks: readonly NoticeBlock[]): NoticeBlock => ({
  kind: 'details',
  summary,
  blocks,
})
export const link = (text: string, href: string): NoticeBlock => ({ kind: 'link', text, href })

/** Every word of a document in order, for search, comparison and tests. */
export function wordsOf(blocks: readonly NoticeBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return [...block.items]
      case 'facts':
        return block.items.flatMap(({ term, value }) => [term, value])
      case 'table':
        return [block.table.caption, ...block.table.head, ...block.table.rows.flat()]
      case 'details':
        return [block.summary, ...wordsOf(block.blocks)]
      default:
        return [block.text]
    }
  })
}

export const noticeWords = (notice: NoticeDocument): string[] => [
  notice.title,
  notice.updatedWords,
  ...notice.summary,
  ...notice.sections.flatMap((section) => [section.heading, ...wordsOf(section.blocks)]),
]
