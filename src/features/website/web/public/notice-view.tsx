import type { NoticeBlock, NoticeDocument, NoticeSection, NoticeTable } from '../../../../policy/notice/index.ts'
import type { Content } from '../../../../ui/components/common.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { ElsewhereLink } from './page-parts.tsx'

/** On paper nothing can be unfolded, so there everything stands open. */
type Folding = 'folded' | 'open'

export interface NoticeViewProps {
  readonly notice: NoticeDocument
  readonly folding: Folding
}

/** A privacy notice in layers: a summary, then a list of its parts, then each part with what goes further folded away. */
export const NoticeView = ({ notice, folding }: NoticeViewProps) => (
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
    {folding === 'folded' && <Contents sections={notice.sections} />}
    {notice.sections.map((section) => (
      <section>
        <h2 id={section.id}>{section.heading}</h2>
        <Blocks blocks={section.blocks} folding={folding} />
      </section>
    ))}
  </>
)

const Contents = ({ sections }: { readonly sections: readonly NoticeSection[] }) => (
  <nav aria-label="Parts of this notice">
    <ul>
      {sections.map(({ id, heading }) => (
        <li>
          <a href={`#${id}`}>{heading}</a>
        </li>
      ))}
    </ul>
  </nav>
)

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
