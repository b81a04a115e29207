import { partiesOf } from '../../../features/cases/index.ts'
import { bringIn, giveSheet, sayColumns } from '../../../features/imports/index.ts'
import { mergePeople } from '../../../features/matching/index.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { keptTimes } from '../../kept-for.ts'
import type { Service } from '../../service.ts'
import type { Cast } from './cast.ts'
import type { InventedPerson } from './invented-people.ts'
import { known, must, type Thread } from './thread.ts'

interface Parts {
  readonly service: Service
  readonly cast: Cast
}

const columns = [
  'case.reference',
  'a.name',
  'a.born',
  'b.name',
  'case.openedOn',
  'case.closedOn',
  'case.outcome',
] as const
const headings = 'Case no,Party A name,Party A DOB,Party B name,Opened,Closed,Outcome'

/**
 * Brings in a small list of cases from before this program, and sees that one of its people is a party of a case of today: the two
 * records become one.
 */
export async function bringOldRecords({ service, cast }: Parts, thread: Thread): Promise<void> {
  const { office } = service.desks.desk
  const who = cast.coordinator
  const tools = { keyring: service.keyring, ...keptTimes(service.policy) }
  const file = { name: 'earlier cases.csv', bytes: sheetOf(service, thread.a) }
  const importId = must(await giveSheet(office, tools, who, { key: newId(), file })).importId as Id
  const choices = { columns, detailsOfB: 'other_party', topicOtherwise: 'both', dayFirst: true } as const
  must(await sayColumns(office, who, { key: newId(), importId, choices }))
  must(await bringIn(office, tools, who, { key: newId(), importId, seen: 2 }))
  const returned = await partyA(service, cast, await caseFrom(service, cast, importId))
  const merging = {
    ...{ key: newId(), mergedId: returned, reason: 'Same name and date of birth; they told us that they came before.' },
    keptId: await partyA(service, cast, known(thread.caseId)),
  }
  must(await mergePeople(office, service.policy.clocks.merging.undo, who, merging))
}

/** Two closed cases; the party A of the first is known today. */
function sheetOf({ clock }: Service, { givenName, familyName, birthDate }: InventedPerson): Buffer {
  const ago = (years: number, months = 0) =>
    clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().subtract({ years, months }).toString()
  const lines = [
    ['P-0417', `"${familyName}, ${givenName}"`, birthDate, '"Marsh, Corin"', ago(3), ago(2, 7), 'agreed'],
    ['P-0433', '"Tansley, Imogen"', '1984-05-02', '"Tansley, Bram"', ago(2, 9), ago(2, 4), 'MIAM only'],
  ]
  return Buffer.from(`${[headings, ...lines.map((line) => line.join(','))].join('\n')}\n`)
}

async function caseFrom({ desks }: Service, { coordinator }: Cast, importId: Id): Promise<Id> {
  const deed = { purpose: 'bringingIn', deed: 'import.cases-listed', subjectId: importId } as const
  const row = await desks.desk.office.read(coordinator, deed, ({ queries }) =>
    queries
      .selectFrom('imported_case')
      .select('case_id')
      .where('import_id', '=', importId)
      .orderBy('old_reference')
      .executeTakeFirstOrThrow(),
  )
  return row.case_id
}

async function partyA({ desks }: Service, { coordinator }: Cast, caseId: Id): Promise<Id> {
  const deed = { purpose: 'booking', deed: 'case.parties-opened', caseId } as const
  const parties = await desks.desk.office.read(coordinator, deed, (scope) => partiesOf(scope, caseId))
  return known(parties.find((party) => party.side === 'A')?.personId ?? null)
}
