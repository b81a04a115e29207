import { Button } from '../../../../ui/components/button.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { ColleagueInList, Standing, WaitingReset } from '../../data/staff-reads.ts'
import { roleWords } from '../../domain/staff-roles.ts'
import { ActButton, type OfficeRequest } from './parts.tsx'
import { standingWords } from './staff-words.ts'

const colours = { invited: 'blue', active: 'green', suspended: 'orange', left: 'grey' } as const

export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <Tag colour={colours[standing]}>{standingWords[standing]}</Tag>
)

/** Everybody with an account. */
export const StaffListPage = ({ people }: { readonly people: readonly ColleagueInList[] }) => (
  <>
    <h2 class="govuk-heading-m">Accounts</h2>
    <Table
      head={['Name', 'Role', 'Standing']}
      rows={people.map((it) => [
        <a class="govuk-link" href={`/office/staff/${it.id}`}>
          {it.name}
        </a>,
        roleWords[it.role].title,
        <StandingTag standing={it.standing} />,
      ])}
    />
    <Button href="/office/staff/invite">Invite a colleague</Button>
  </>
)

/** Lost authenticators that wait for a second person. */
export function WaitingResets(props: {
  readonly request: OfficeRequest
  readonly waiting: readonly WaitingReset[]
  readonly names: ReadonlyMap<string, string>
  readonly viewer: string
}) {
  const { request, waiting, names, viewer } = props
  if (waiting.length === 0) return null
  const may = (it: WaitingReset) => it.askedBy !== viewer && it.staffId !== viewer
  return (
    <>
      <h2 class="govuk-heading-m">Lost authenticators</h2>
      <p class="govuk-body">
        Before you agree, speak with your colleague in person or on a number that you know, and hear it from them.
      </p>
      <Table
        head={['Whose', 'Asked by', 'When', <span class="govuk-visually-hidden">Agree</span>]}
        rows={waiting.map((it) => [
          names.get(it.staffId) ?? '',
          names.get(it.askedBy) ?? '',
          dateAndTime(it.askedAt),
          <>
            {may(it) ? (
              <ActButton request={request} action={`/office/staff/resets/${it.id}/approve`}>
                Agree and make a link
              </ActButton>
            ) : (
              <p class="govuk-body">Waits for a second person</p>
            )}
            <ActButton request={request} action={`/office/staff/resets/${it.id}/withdraw`}>
              Not needed
            </ActButton>
          </>,
        ])}
      />
    </>
  )
}
