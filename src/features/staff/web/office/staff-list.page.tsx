import { Button } from '../../../../ui/components/button.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import type { ColleagueInList, Standing } from '../../data/staff-reads.ts'
import { roleWords } from '../../domain/staff-roles.ts'
import { standingWords } from './staff-words.ts'

const colours = { invited: 'blue', active: 'green', suspended: 'orange', left: 'grey' } as const

export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <Tag colour={colours[standing]}>{standingWords[standing]}</Tag>
)

/** Everybody with an account. */
export const StaffListPage = (props: { readonly people: readonly ColleagueInList[]; readonly waiting: number }) => (
  <>
    <h1 class="govuk-heading-l">Staff</h1>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/office/account">
          Your own account
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/office/resets">
          Lost authenticators
        </a>
        {props.waiting > 0 && ` (${props.waiting} waiting)`}
      </li>
    </ul>
    <h2 class="govuk-heading-m">Accounts</h2>
    <Table
      head={['Name', 'Role', 'Standing']}
      rows={props.people.map((it) => [
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
