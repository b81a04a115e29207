import {
  type CompiledPolicy,
  headingFor,
  type NoticeBlock,
  noticeOf,
  type SettingValues,
} from '../../../policy/index.ts'
import type { SubjectKind } from '../../../policy/vocabulary.ts'
import { plainDate } from '../../../ui/dates.ts'
import { groundWords } from '../../disclosures/index.ts'
import type { Opening, Told } from '../data/collect-rows.ts'

/** What goes with the words (UK GDPR Article 15(1)): why it is held, on what ground, from whom, who is told, for how long, and what to do. */
export interface SupplementPart {
  readonly heading: string
  readonly lines: readonly string[]
}

const parts = ['uses', 'sources', 'between', 'sharing', 'abroad', 'keeping', 'rights', 'complaints']

/**
 * The same in plain lines, from the policy; the notice has no other source either. What is used of others than `kinds` is left out: it
 * would be most of the pack, and about somebody else.
 */
export function supplementOf(
  policy: CompiledPolicy,
  settings: SettingValues,
  kinds: readonly SubjectKind[],
  { openings, told: outside }: { readonly openings: readonly Opening[]; readonly told: readonly Told[] },
): SupplementPart[] {
  const told = noticeOf(policy, settings).sections.filter((it) => parts.includes(it.id))
  const theirs = kinds.map(headingFor)
  const concerns = (block: NoticeBlock) => block.kind !== 'details' || theirs.includes(block.summary)
  const linesIn = ({ id, blocks }: (typeof told)[number]) =>
    (id === 'uses' ? blocks.filter(concerns) : blocks).flatMap(linesOf)
  return [
    ...told.map((it) => ({ heading: it.heading, lines: linesIn(it) })),
    { heading: 'Whom we told about you', lines: toldLines(policy, outside) },
    { heading: 'Who has opened your file', lines: openingLines(policy, openings) },
    {
      heading: 'Decisions by machines',
      lines: ['Nothing about you is decided by a machine alone.'],
    },
  ]
}

/** The last line stands in every answer, also where nothing was left out. */
function toldLines({ recipients }: CompiledPolicy, told: readonly Told[]): string[] {
  const lines = told.map(({ recipient, ground, on }) => {
    const name = recipients[recipient]?.name ?? recipient
    return `${name}, on ${plainDate(Temporal.PlainDate.from(on))}. ${groundWords[ground]}.`
  })
  return [
    ...(lines.length > 0 ? lines : ['Nobody outside the service, but for those who work for it.']),
    'What the law forbids us to tell anybody would not be in this list.',
  ]
}

function openingLines({ roles }: CompiledPolicy, openings: readonly Opening[]): string[] {
  if (openings.length === 0) return ['The record of it, as far as it can be told, names nobody.']
  return openings.map(({ role, first_on, last_on }) => {
    const title = roles[role as keyof typeof roles]?.title ?? role
    return first_on === last_on ? `${title}: on ${first_on}` : `${title}: between ${first_on} and ${last_on}`
  })
}

function linesOf(block: NoticeBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'facts':
      return block.items.map(({ term, value }) => `${term}: ${value}`)
    case 'table':
      return block.table.rows.map((row) => row.map((cell, at) => `${block.table.head[at]}: ${cell}`).join('; '))
    case 'details':
      return [block.summary, ...block.blocks.flatMap(linesOf)]
    case 'link':
      return [`${block.text}: ${block.href}`]
  }
}
