import { details, type NoticeBlock, type NoticeDocument, type NoticeSection } from './blocks.ts'

/** A part of a notice with a page of its own. */
export interface NoticeChapter {
  /** The end of its address. */
  readonly slug: string
  readonly heading: string
  readonly sections: readonly NoticeSection[]
}

/** A notice divided so that nobody has to read, or to fetch, what is not about them. */
export interface NoticeChapters {
  /** What everybody should know, in the order of the notice: it stays on the front page. */
  readonly front: readonly NoticeSection[]
  /** What is used and why stands apart for each kind of person; these are the words that hold for them all. */
  readonly uses: { readonly heading: string; readonly words: readonly NoticeBlock[] } | null
  readonly people: readonly NoticeChapter[]
  readonly topics: readonly NoticeChapter[]
}

const topics = [
  {
    slug: 'sharing',
    heading: 'Where we get it, and who else gets it',
    ids: ['sources', 'between', 'sharing', 'abroad'],
  },
  { slug: 'keeping', heading: 'How long we keep it', ids: ['keeping', 'figures'] },
  { slug: 'your-rights', heading: 'Your rights', ids: ['rights', 'complaints'] },
  { slug: 'your-choices', heading: 'What you can say yes or no to', ids: ['consents', 'cookies'] },
] as const

/** Whom to complain to stands with the rights, and on the front page too. */
const everywhere: readonly string[] = ['complaints']

const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/**
 * The chapters of a notice, of today or of long ago: it goes by what every version holds. A section that belongs to no chapter stays
 * on the front page, so that none is lost.
 */
export function chaptersOf(notice: NoticeDocument): NoticeChapters {
  const placed: readonly string[] = topics.flatMap(({ ids }) => ids as readonly string[])
  const uses = notice.sections.find(({ id }) => id === 'uses')
  return {
    front: notice.sections.filter(
      (section) => section !== uses && (!placed.includes(section.id) || everywhere.includes(section.id)),
    ),
    uses: uses ? { heading: uses.heading, words: uses.blocks.filter(({ kind }) => kind !== 'details') } : null,
    people: (uses?.blocks ?? []).flatMap((block) =>
      block.kind === 'details' ? [personChapter(block.summary, block.blocks)] : [],
    ),
    topics: topics
      .map(({ slug, heading, ids }) => ({
        slug,
        heading,
        sections: notice.sections.filter(({ id }) => (ids as readonly string[]).includes(id)),
      }))
      .filter(({ sections }) => sections.length > 0),
  }
}

/** Each use under its own heading: the words of it first, and its law and its times as the next layer. */
function personChapter(heading: string, blocks: readonly NoticeBlock[]): NoticeChapter {
  const sections: { id: string; heading: string; blocks: NoticeBlock[] }[] = []
  const begin = (text: string) => sections.push({ id: slugOf(text), heading: text, blocks: [] })
  for (const block of blocks) {
    if (block.kind === 'subheading') begin(block.text)
    else {
      if (sections.length === 0) begin(heading)
      sections.at(-1)?.blocks.push(block.kind === 'facts' ? details('Why we may, and how long', [block]) : block)
    }
  }
  return { slug: slugOf(heading), heading, sections }
}
