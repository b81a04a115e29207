import { Tag } from '../../../../ui/components/tag.tsx'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { Known } from '../../data/known-people.ts'
import { reasonWords } from '../../domain/reasons.ts'

const roleWords: Record<Known['source'], string> = {
  party: 'Party',
  enquirer: 'Asked us',
  named: 'Named as the other person',
  child: 'Child',
  colleague: 'Colleague',
}

/** Those who may be meant: who, in which role, and why, each leading to where they are on record. */
export const KnownList = ({ known }: { readonly known: readonly Known[] }) => (
  <ul class="govuk-list ev-known">
    {known.map((one) => (
      <li class="ev-known__one">
        <strong>{nameOf(one)}</strong> {one.strong && <Tag colour="orange">Most likely</Tag>}
        <br />
        <Where known={one} />
        {one.birthDate && `, born ${describePartialDate(parsePartialDate(one.birthDate))}`}
        <br />
        <span class="govuk-hint">Why: {one.why.map((reason) => reasonWords[reason]).join(', ')}</span>
      </li>
    ))}
  </ul>
)

export const nameOf = ({ name }: Pick<Known, 'name'>): string => `${name.given} ${name.family}`.trim()

function Where({ known: one }: { readonly known: Known }) {
  if (one.cases.length > 0)
    return (
      <>
        {one.cases.map((it, index) => (
          <>
            {index > 0 && ', '}
            {it.side ? `Party ${it.side} in ` : `${roleWords[one.source]}, `}
            <a class="govuk-link" href={`/office/cases/${it.id}`}>
              case {it.reference}
            </a>
            {it.status === 'closed' && ' (closed)'}
          </>
        ))}
      </>
    )
  if (one.enquiry)
    return (
      <>
        {roleWords[one.source]},{' '}
        <a class="govuk-link" href={`/office/enquiries/${one.enquiry.id}`}>
          enquiry {one.enquiry.reference}
        </a>
      </>
    )
  return <>{roleWords[one.source]}</>
}
