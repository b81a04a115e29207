import type { Content } from '../../../../ui/components/common.ts'
import { Tag } from '../../../../ui/components/tag.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { Known } from '../../data/known-people.ts'
import { reasonWords } from '../../domain/reasons.ts'

const roleWords: Record<Known['source'], string> = {
  party: 'Party',
  enquirer: 'Asked us',
  named: 'Named as the other person',
  child: 'Child',
  colleague: 'Colleague',
  professional: 'Professional',
  referrer: 'Referred somebody to us',
  card: 'Was here before',
}

/** Those who may be meant: who, in which role, and why, each leading to where they are on record. */
export const KnownList = (props: {
  readonly known: readonly Known[]
  /** What else can be done about each. */
  readonly also?: (one: Known) => Content
}) => (
  <ul class="govuk-list ev-known">
    {props.known.map((one) => (
      <li class="ev-known__one">
        <Name of={one} /> {one.strong && <Tag colour="orange">Most likely</Tag>}
        <br />
        <Where known={one} />
        {one.birthDate && `, born ${describePartialDate(parsePartialDate(one.birthDate))}`}
        <br />
        <span class="govuk-hint">Why: {whyWords(one)}</span>
        {props.also?.(one)}
      </li>
    ))}
  </ul>
)

export const nameOf = ({ name }: Pick<Known, 'name'>): string => `${name.given} ${name.family}`.trim()

/** Leads to the file, or to the enquiry that became none; a colleague leads nowhere. */
function Name({ of }: { readonly of: Known }) {
  const [first] = of.cases
  const card = of.before ? `/office/cards/${of.id}` : null
  const href = first ? `/office/cases/${first.id}` : of.enquiry ? `/office/enquiries/${of.enquiry.id}` : card
  if (!href) return <strong>{nameOf(of)}</strong>
  return (
    <a class="govuk-link govuk-!-font-weight-bold" href={href}>
      {nameOf(of)}
    </a>
  )
}

export const whyWords = ({ why }: Pick<Known, 'why'>): string => why.map((reason) => reasonWords[reason]).join(', ')

/** Each case in which they are on record, and in which role. */
export const whereWords = ({ before, cases, source }: Pick<Known, 'before' | 'cases' | 'source'>): string[] =>
  before
    ? [beforeWords(before)]
    : cases.map((it) => {
        const role = it.side ? `Party ${it.side} in ` : `${roleWords[source]}, `
        return `${role}case ${it.reference}${it.status === 'closed' ? ' (closed)' : ''}`
      })

/** Which file it was: of its course nothing is known any more. */
export const beforeWords = ({ reference, closedOn }: NonNullable<Known['before']>): string =>
  `${roleWords.card}, file ${reference}, closed ${plainDate(Temporal.PlainDate.from(closedOn))}, destroyed since`

function Where({ known }: { readonly known: Known }) {
  const { cases, enquiry, source } = known
  const [first, ...others] = whereWords(known)
  if (first === undefined)
    return (
      <>
        {[roleWords[source], known.organisation, enquiry && `enquiry ${enquiry.reference}`].filter(Boolean).join(', ')}
      </>
    )
  return (
    <>
      {first}
      {others.map((text, index) => (
        <>
          {', '}
          <a class="govuk-link" href={`/office/cases/${cases[index + 1]?.id}`}>
            {text}
          </a>
        </>
      ))}
    </>
  )
}
