import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification as classes } from '../../src/app/classification.ts'
import { decideItem, findReady, releasePack } from '../../src/features/access-packs/index.ts'
import type { Classification, TableClass } from '../../src/policy/classification.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { placesOfPdf } from '../canary/artefacts.ts'
import { Aviary } from '../canary/aviary.ts'
import { type Place, Searcher } from '../canary/searching.ts'
import { type Life, liveWholeLife } from '../canary/whole-life.ts'
import { aCollectedPack, letting, weighed } from '../support/a-pack.ts'
import { type TestService, testService } from '../support/service.ts'
import { unzipped } from '../support/unzipped.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

// A family: two parties, their children, a new partner and a solicitor, with a word of its own in every field of every form.

const birds = new Aviary()
const classification: Classification = classes
let db: TestService
let whole: WholeService
let life: Life
let asker: Id
/** What the pack was made from: every row of the database, before it was collected. */
let rows: { readonly table: string; readonly row: Readonly<Record<string, unknown>> }[]
let items: Item[]
let json: string
let pdf: string
let places: Place[]

interface Item {
  readonly id: Id
  readonly place: string
  readonly row_id: string
  readonly field: string
  readonly belongs: string
  readonly course: string
  readonly decision: string | null
  readonly text: string | null
  readonly masks: readonly { readonly from: number; readonly to: number }[]
}

/** Fields whose words A may have, each with its turn where several have the same name. The forms name the party of whom they ask. */
const mayHave = [
  /^(enquiry email|enquiry address|contact times|given name|family name|message|safety note|needs) 1$/,
  // What A told us of B, as A told it.
  /^(other given name|other family name|given name B|family name B) 1$/,
  / A \d$/,
  /^(child \d|added child|family of a child) \d$/,
  /^(where a child lives|time of a child|holidays of a child|school of a child) 1$/,
  /^(version of a|changed note|statement beside a note|note in both|summary of a session|address of a meeting) 1$/,
  /^((discussed|agreed|summary) (a|both)|information|benefits|way|how to proceed) \d$/,
  /^(subject of a party|name of a sender|text of a mail|name of an attachment) 1$/,
  /^(subject of a message|a message by hand|a message taken back|why it may go all the same) \d$/,
  /^reason of a correction 1$/,
  // A’s own that was shared, and one of both.
  /^name of a file [12]$/,
  /^content of a file 1$/,
]
/** In A’s own words, and of somebody else all the same. */
const taken = ['new partner 1', 'solicitor of B 1']

const numbered = (): [word: string, field: string][] => {
  const turns = new Map<string, number>()
  return [...birds.words].map(([word, field]) => {
    turns.set(field, (turns.get(field) ?? 0) + 1)
    return [word, `${field} ${turns.get(field)}`]
  })
}
const isAllowed = (field: string) => !taken.includes(field) && mayHave.some((it) => it.test(field))
const holds = (text: unknown, word: string) =>
  JSON.stringify(text ?? '')
    .toLowerCase()
    .includes(word.toLowerCase())
const standsIn = (word: string) => rows.filter(({ row }) => holds(row, word))

beforeAll(async () => {
  db = await testService({ at: '2026-11-23T10:00:00Z' })
  whole = await wholeService(db)
  life = await liveWholeLife(whole, birds)
  const people = await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1 ORDER BY side', [
    life.caseId,
  ])
  asker = people[0]?.id as Id
  await saidOfTheFamily(people[1]?.id as Id)
  await toldOutside()
  rows = await everyRow()
  await answered()
  await take()
}, 300_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** A speaks of B, of where B lives, of B’s new partner and of B’s solicitor. */
async function saidOfTheFamily(other: Id): Promise<void> {
  const [b] = await db.look<{ name: string; address: string; telephone: string }>(
    `SELECT n.family_name AS name, w.address, c.value AS telephone FROM ev.person n JOIN ev.whereabouts w ON w.person_id = n.id
       JOIN ev.contact_point c ON c.person_id = n.id AND c.kind = 'telephone' WHERE n.id = $1 LIMIT 1`,
    [other],
  )
  const [partner, solicitor] = [birds.word('new partner'), birds.word('solicitor of B')]
  const words = `${birds.word('of the family A')}: ${b?.name} lives with ${partner} at ${b?.address}, rings from ${b?.telephone}, and has ${solicitor} for a solicitor.`
  const page = `/office/cases/${life.caseId}/summaries/new/a`
  await life.filler.fill(life.cast.mediator, page, { legal_quality: 'open', summary: words })
}

/** A court was told, and somebody of whom nobody is told. */
async function toldOutside(): Promise<void> {
  for (const [recipient, kind, hidden, words] of [
    ['courtsAndPolice', 'court', false, 'an order'],
    ['crimeAgency', 'proceeds', true, birds.word('a report that nobody may know of')],
  ])
    await db.look(
      `INSERT INTO ev.disclosure (case_id, recipient, ground, law_kind, authority, side, hidden, words, words_quality, reason, decided_by, policy_hash,
         sent_at, sent_by, sent_how) VALUES ($1, $2, 'law', $3, 'A law', 'A', $4, $5, 'open', $5, $6, 'x', now(), $6, 'post')`,
      [life.caseId, recipient, kind, hidden, words, life.cast.privacyOfficer.staff.id],
    )
}

async function everyRow(): Promise<typeof rows> {
  const tables = Object.keys(classification).filter((it) => !/^pack_|^access_pack/.test(it))
  const found: (typeof rows)[number][] = []
  for (const table of tables) {
    const all = await db.look<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM ev.${table} t`)
    found.push(...all.map(({ row }) => ({ table, row })))
  }
  return found
}

const itemRows = () =>
  db.look<Item>(
    'SELECT id, place, row_id, field, belongs, course, decision, text, masks FROM ev.pack_item ORDER BY turn',
  )

/** Collected, read and let go: what is the office’s stays, and of the family’s text everybody that was found in it is taken out. */
async function answered(): Promise<void> {
  const { office } = db.desk
  const [first, second] = [life.cast.coordinator.staff.id, life.cast.privacyOfficer.staff.id]
  const requestId = await aCollectedPack(whole, first, asker)
  const others = numbered().filter(([, field]) => taken.includes(field))
  const common = { requestId, considered: weighed, health: 'none', opinion: null, alike: false } as const
  for (const { id, belongs, text, masks } of (await itemRows()).filter((it) => it.course === 'to_review')) {
    const ofFamily = others.some(([word]) => holds(text, word))
    const found = ofFamily ? masks.map((it) => (text ?? '').slice(it.from, it.to).toLowerCase()) : []
    const decision = belongs === 'office' ? 'withheld' : 'given'
    const more = ofFamily ? others.map(([word]) => word) : []
    const outcome = await decideItem(office, first, { ...common, key: newId(), itemId: id, decision, out: found, more })
    expect(outcome.done).toBe(true)
  }
  expect((await findReady(office, first, { key: newId(), requestId })).done).toBe(true)
  expect((await releasePack(office, letting, second, { key: newId(), requestId })).done).toBe(true)
  items = await itemRows()
}

async function take(): Promise<void> {
  const own = await whole.partyIn(asker)
  const at = `/portal/data/${(await db.look<{ id: string }>('SELECT id FROM ev.access_pack'))[0]?.id}`
  const { bytes, headers } = await own.send(at, { what: 'archive' })
  const parts = unzipped(bytes)
  const portable = await own.send(at, { what: 'portable' })
  places = [
    { name: 'headers', bytes: Buffer.from(JSON.stringify(headers)) },
    { name: 'archive', bytes },
    { name: 'names', bytes: Buffer.from(parts.map((it) => it.name).join('\n')) },
    ...parts.filter((it) => !it.name.endsWith('.pdf')),
    { name: 'portable', bytes: portable.bytes },
  ]
  const printed = await placesOfPdf(parts.find((it) => it.name.endsWith('.pdf')) as Place)
  places.push(...printed)
  json = parts.find((it) => it.name.endsWith('.json'))?.bytes.toString() ?? ''
  // Letters that are drawn as one are two, and where letters lie far apart a reader sees a space.
  pdf = printed.map((it) => it.bytes.toString().normalize('NFKC').replaceAll(/\s/g, '')).join()
}

describe('T32, pack: what A gets', () => {
  test('is every word that A may have, to read as well as for a program', () => {
    const wanted = numbered().filter(([word, field]) => isAllowed(field) && standsIn(word).length > 0)
    expect(wanted.length).toBeGreaterThan(45)
    expect(wanted.filter(([word]) => !holds(json, word)).map(([, field]) => field)).toEqual([])
    expect(wanted.filter(([word]) => !holds(pdf, word)).map(([, field]) => field)).toEqual([])
    const [content] = numbered().find(([, field]) => field === 'content of a file 1') ?? ['']
    expect(places.some((it) => it.name.startsWith('documents/') && it.bytes.includes(content))).toBe(true)
  })

  test('is no word of anybody else, in text, in what it says of itself or in the name of a file', async () => {
    const others = numbered().filter(([, field]) => !isAllowed(field))
    expect(others.length).toBeGreaterThan(100)
    const numbers = await db.look<{ value: string | null }>(
      `SELECT c.value FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.case_id = $1 AND p.side = 'B'
       UNION SELECT w.postcode FROM ev.party p JOIN ev.whereabouts w USING (person_id) WHERE p.case_id = $1 AND p.side = 'B'`,
      [life.caseId],
    )
    expect(numbers.length).toBeGreaterThan(1)
    const kept = [...others.map(([word]) => word), ...numbers.flatMap((it) => it.value || [])]
    const found = new Searcher([], [...kept, ...kept.map((it) => it.toLowerCase())]).readThrough(places)
    const fieldOf = (how: string) => others.find(([word]) => how.startsWith(word))?.[1] ?? how
    expect(found.map((it) => `${it.place}: ${fieldOf(it.how)}`)).toEqual([])
    const names =
      places
        .find((it) => it.name === 'names')
        ?.bytes.toString()
        .split('\n') ?? []
    for (const name of names) expect(name).toMatch(/^(R-[0-9A-Z-]+\.(pdf|json)|documents\/document-\d{3}\.[a-z]+)$/)
  })

  test('leaves of each word that stays a line in the list of what was withheld', () => {
    const own = ({ row }: (typeof rows)[number]) => row.case_id === life.caseId || row.person_id === asker
    const missing: string[] = []
    for (const [word, field] of numbered()) {
      if (holds(json, word)) continue
      for (const { table, row } of standsIn(word).filter(own)) {
        const { whose, columns } = classification[table] as TableClass
        if (typeof whose === 'object' && 'nobodys' in whose) continue
        for (const [column, value] of Object.entries(row)) {
          const of = columns[column]
          if (of?.kind !== 'personal' || of.onAccess === 'copy' || !holds(value, word)) continue
          const line = items.find(
            (it) => it.place === table && it.row_id === (row.id ?? row.case_id) && it.field === column,
          )
          const stays = line && (line.course === 'withheld' || line.decision === 'withheld')
          if (!stays && !holds(line?.text, '[taken out]')) missing.push(`${field}: ${table}.${column}`)
        }
      }
    }
    expect(missing).toEqual([])
  })

  test('says whom we told, without those of whom nobody is told', async () => {
    const { about } = JSON.parse(json) as { about: { heading: string; lines: string[] }[] }
    const told = about.find((it) => it.heading === 'Whom we told about you')?.lines
    const [shown] = await db.look<{ count: number }>(
      `SELECT count(*)::int FROM ev.disclosure WHERE sent_at IS NOT NULL AND NOT hidden AND side IN ('A', 'both')`,
    )
    expect(shown?.count).toBeGreaterThan(0)
    expect(told).toHaveLength((shown?.count ?? 0) + 1)
    expect(about.find((it) => it.heading === 'Who has opened your file')?.lines.join()).toContain('oordinator')
    const uses = about.find((it) => it.heading === 'What we use, and why')?.lines
    expect(uses).toContain('If you come to mediation')
    expect(uses).not.toContain('If you work for us')
  })

  test('says of what was taken out that it was, and nothing of whose it was', () => {
    expect(json).toContain('[taken out] lives with [taken out]')
    const stays = JSON.parse(json) as { records: { kind: string }[] }
    const kinds = new Set(stays.records.map((it) => it.kind))
    for (const kind of ['screening', 'child_word', 'hold', 'concern', 'disclosure']) expect(kinds).not.toContain(kind)
  })

  test('has for another service what A told us of themselves, and nothing that a colleague wrote or both of them share', () => {
    const portable = JSON.parse(places.find((it) => it.name === 'portable')?.bytes.toString() ?? '{}') as {
      format: string
      records: { kind: string; fields: Record<string, string> }[]
    }
    expect(portable.format).toBe('evenhand-portable')
    const kinds = new Set(portable.records.map((it) => it.kind))
    for (const kind of ['person', 'contact_point', 'whereabouts', 'enquiry']) expect(kinds).toContain(kind)
    const written = ['miam_record', 'session_record', 'session_summary', 'session_note', 'case_file', 'message']
    for (const kind of [...written, 'person_correction', 'appointment', 'told_of_other'])
      expect(kinds).not.toContain(kind)
    expect(portable.records.flatMap((it) => Object.keys(it.fields))).not.toContain('other_family_name')
    const own = items.filter(({ place, belongs }) => place === 'person' && belongs === 'mine')
    for (const { field, text } of own)
      expect(portable.records.find((it) => it.kind === 'person')?.fields[field]).toBe(text)
  })
})
