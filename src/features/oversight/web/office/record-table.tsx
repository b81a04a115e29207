import { type CompiledPolicy, permissionMatrix, type SettingValues } from '../../../../policy/index.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Pagination } from '../../../../ui/components/pagination.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table, type TableCell } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import type { RecordedDeed, RecordPage } from '../../data/record-reads.ts'
import { purposeOfRole } from '../../domain/database-role.ts'
import { wordsOfDeed } from '../../domain/deeds.ts'

/** Where a page of records begins, as the address says it; null at the newest. */
export const beforeIn = (query: Readonly<Record<string, string>>): number | null =>
  /^\d{1,15}$/.test(query.before ?? '') ? Number(query.before) : null

/** The title of each purpose in force, for records that name it as the database does. */
export type PurposeTitles = ReadonlyMap<string, string>
export const purposeTitles = (policy: CompiledPolicy, settings: SettingValues): PurposeTitles =>
  new Map(permissionMatrix(policy, settings).rows.map((row) => [row.purpose, row.title]))

const whoActed = (deed: RecordedDeed, names: ReadonlyMap<Id, string>): string => {
  if (deed.actor) return names.get(deed.actor) ?? 'A colleague whose account has ended'
  if (isSignIn(deed)) return 'Somebody who was not signed in'
  return purposeOfRole(deed.dbRole)?.area === 'public' ? 'A visitor of the website' : 'The system'
}

/** Signing in happens before any purpose, under a login of its own. */
const isSignIn = (deed: RecordedDeed) => deed.dbRole.endsWith('_login_auth')

const forWhat = (deed: RecordedDeed, titles: PurposeTitles): string => {
  if (isSignIn(deed)) return 'Signing in'
  const role = purposeOfRole(deed.dbRole)
  return role ? (titles.get(role.purpose) ?? role.purpose) : 'Work on the system itself'
}

const whatDone = (deed: RecordedDeed): string => {
  const words = [deed.deed, ...deed.also].map(wordsOfDeed).join('; ')
  return deed.rowCount > 0 ? `${words} (${deed.rowCount} shown)` : words
}

export interface RecordTableProps {
  readonly page: RecordPage
  readonly titles: PurposeTitles
  /** The column that tells the records apart: who, or in which file. */
  readonly by:
    | { readonly kind: 'who'; readonly names: ReadonlyMap<Id, string> }
    | { readonly kind: 'file'; readonly references: ReadonlyMap<Id, string> }
  readonly path: string
  readonly empty: string
}

/** Records in a table, newest first, a page at a time. */
export function RecordTable({ page, titles, by, path, empty }: RecordTableProps) {
  if (page.deeds.length === 0) return <InsetText>{empty}</InsetText>
  return (
    <>
      <ScrollArea label="Records">
        <Table
          caption="Newest first"
          captionClasses="govuk-visually-hidden"
          head={['When', by.kind === 'who' ? 'Who' : 'File', 'What', 'What for']}
          rows={page.deeds.map((deed) => [
            { content: dateAndTime(deed.at), sortValue: deed.at.toString() },
            by.kind === 'who' ? whoActed(deed, by.names) : fileCell(deed, by.references),
            whatDone(deed),
            forWhat(deed, titles),
          ])}
        />
      </ScrollArea>
      {page.next !== null && <Pagination next={{ href: `${path}?before=${page.next}`, content: 'Earlier records' }} />}
    </>
  )
}

function fileCell(deed: RecordedDeed, references: ReadonlyMap<Id, string>): TableCell {
  if (!deed.caseId) return 'No one file'
  const reference = references.get(deed.caseId)
  return (
    <a class={reference ? 'govuk-link ev-nowrap' : 'govuk-link'} href={`/office/records/files/${deed.caseId}`}>
      {reference ?? 'A file that was destroyed'}
    </a>
  )
}
