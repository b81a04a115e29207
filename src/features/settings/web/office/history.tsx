import type { Content } from '../../../../ui/components/common.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import type { Recorded } from '../../data/settings-history.ts'

export type Names = ReadonlyMap<Id, string>

export const whoSet = (by: Id | null, names: Names): string =>
  by === null ? 'the set-up of this service' : (names.get(by) ?? 'a colleague who has left')

/** What was said before, newest first; nothing when nothing was ever set. */
export function History<Value>(props: {
  readonly summary: string
  readonly recorded: readonly Recorded<Value>[]
  readonly names: Names
  readonly what: (one: Recorded<Value>) => Content
}) {
  if (props.recorded.length === 0) return null
  return (
    <Details summary={props.summary}>
      <Table
        head={['From', 'What it said', 'Set by']}
        rows={props.recorded.map((one) => [dateAndTime(one.at), props.what(one), whoSet(one.by, props.names)])}
      />
    </Details>
  )
}

/** Those who set something. */
export const settersOf = (recorded: readonly { readonly by: Id | null }[]): Id[] => [
  ...new Set(recorded.flatMap((one) => (one.by ? [one.by] : []))),
]

/** A plain text with its line ends. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

/** Words for those who hear the page; what stands there is seen. */
export const Unseen = ({ words }: { readonly words: string }) => <span class="govuk-visually-hidden">{words}</span>
