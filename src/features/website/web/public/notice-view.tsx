import type {
  NoticeBlock,
  NoticeChapter,
  NoticeChapters,
  NoticeDocument,
  NoticeSection,
  NoticeTable,
} from '../../../../policy/notice/index.ts'
import type { Content } from '../../../../ui/components/common.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { ElsewhereLink } from './page-parts.tsx'

/** On paper nothing can be unfolded, so there everything stands open. */
type Folding = 'folded' | 'open'

export interface NoticeFrontProps {
  readonly notice: NoticeDocument
  readonly chapters: NoticeChapters
  /** Where this version stands: its chapters are below that address. */
  readonly base: string
  /** Where a right can be used at once; without it the words say how to ask. */
  readonly ask?: string | undefined
}

/** The first layer of a notice: in short, whose part is where, who we are, and what everybody may ask for. */
export const NoticeFront = ({ notice, chapters, base, ask }: NoticeFrontProps) => {
  const { uses, people, topics, front } = chapters
  const [first, ...others] = uses?.words ?? []
  return (
    <>
      <p>
        From {notice.updatedWords}. {notice.service}.
      </p>
      <InsetText>
        <h2 class="govuk-heading-m">In short</h2>
        {notice.summary.map((text) => (
          <p class="govuk-body">{text}</p>
        ))}
      </InsetText>
      {uses && (
        <section>
          <h2 id="uses">{uses.heading}</h2>
          {first && <Block block={first} folding="folded" />}
          <ChapterList chapters={people} base={base} />
          <Blocks blocks={others} folding="folded" />
        </section>
      )}
      <section>
        <h2 id="parts">The other parts of this notice</h2>
        <ChapterList chapters={topics} base={base} />
      </section>
      <RightsInShort topics={topics} base={base} ask={ask} />
      <Sections sections={front} folding="folded" />
    </>
  )
}

const ChapterList = ({ chapters, base }: { readonly chapters: readonly NoticeChapter[]; readonly base: string }) => (
  <ul>
    {chapters.map(({ slug, heading }) => (
      <li>
        <a href={`${base}/${slug}`}>{heading}</a>
      </li>
    ))}
  </ul>
)

/** What asking costs and how it is done: all of it is a chapter. */
function RightsInShort({ topics, base, ask }: Pick<NoticeFrontProps, 'base' | 'ask'> & Pick<NoticeChapters, 'topics'>) {
  const chapter = topics.find(({ slug }) => slug === 'your-rights')
  const words = chapter?.sections[0]?.blocks[0]
  if (!chapter || !words) return null
  return (
    <section>
      <h2 id="rights">{chapter.heading}</h2>
      <Block block={words} folding="folded" />
      <p>
        <a href={`${base}/${chapter.slug}`}>What you can ask for, and how we answer</a>
      </p>
      {ask && (
        <p>
          <a href={ask}>Ask us now</a>
        </p>
      )}
    </section>
  )
}

export interface NoticeChapterViewProps {
  readonly notice: NoticeDocument
  readonly chapter: NoticeChapter
  readonly chapters: NoticeChapters
  readonly base: string
  readonly folding: Folding
}

/** One chapter of a notice. What goes further is folded away, and opened for paper. */
export const NoticeChapterView = ({ notice, chapter, chapters, base, folding }: NoticeChapterViewProps) => (
  <>
    <p>From {notice.updatedWords}.</p>
    <Sections sections={chapter.sections} folding={folding} below={chapter.heading} />
    {folding === 'folded' && hasFolded(chapter) && (
      <p class="ev-no-print">
        <a href={`${base}/${chapter.slug}?all=yes`}>Show all of this page, for instance to print it</a>
      </p>
    )}
    <nav class="ev-no-print" aria-label="Other parts of this notice">
      <ul>
        {chapters.topics
          .filter((it) => it.slug !== chapter.slug)
          .map(({ slug, heading }) => (
            <li>
              <a href={`${base}/${slug}`}>{heading}</a>
            </li>
          ))}
      </ul>
    </nav>
  </>
)

const hasFolded = ({ sections }: NoticeChapter): boolean =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'details'))

interface SectionsProps {
  readonly sections: readonly NoticeSection[]
  readonly folding: Folding
  /** The heading of the page: a section of the same name needs no second one. */
  readonly below?: string
}

const Sections = ({ sections, folding, below }: SectionsProps) =>
  sections.map(({ id, heading, blocks }) => (
    <section>
      {heading !== below && <h2 id={id}>{heading}</h2>}
      <Blocks blocks={blocks} folding={folding} />
    </section>
  ))

export const Blocks = ({ blocks, folding }: { readonly blocks: readonly NoticeBlock[]; readonly folding: Folding }) =>
  blocks.map((block) => <Block block={block} folding={folding} />)

function Block({ block, folding }: { readonly block: NoticeBlock; readonly folding: Folding }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>
    case 'subheading':
      return <h3>{block.text}</h3>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts items={block.items} />
    case 'table':
      return <WideTable table={block.table} />
    case 'link':
      return <p>{linkTo(block.href, block.text)}</p>
    case 'details':
      return <Further summary={block.summary} blocks={block.blocks} folding={folding} />
  }
}

const linkTo = (href: string, text: string): Content =>
  href.startsWith('/') ? <a href={href}>{text}</a> : <ElsewhereLink href={href}>{text}</ElsewhereLink>

// The notice has hundreds of rows and is fetched by people with slow connections: its rows bear no names of classes.
const Facts = ({ items }: { readonly items: readonly { readonly term: string; readonly value: string }[] }) => (
  <dl class="ev-facts">
    {items.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export const WideTable = ({ table }: { readonly table: NoticeTable }) => (
  <ScrollArea label={table.caption}>
    <table class="govuk-table ev-rows">
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th scope="col">{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first, ...cells]) => (
          <tr>
            <th scope="row">{first}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
)

const Further = ({
  summary,
  blocks,
  folding,
}: {
  readonly summary: string
  readonly blocks: readonly NoticeBlock[]
  readonly folding: Folding
}) =>
  folding === 'folded' ? (
    <Details summary={summary}>
      <Blocks blocks={blocks} folding={folding} />
    </Details>
  ) : (
    <>
      <h3>{summary}</h3>
      <Blocks blocks={blocks} folding={folding} />
    </>
  )
