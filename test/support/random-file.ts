import fc from 'fast-check'
import { addFile } from '../../src/features/files/index.ts'
import { newCaseKey } from '../../src/platform/files/keyring.ts'
import { noScanner } from '../../src/platform/files/scanner.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'
import { fileWithTwoParties, type TwoPartyFile } from './two-party-file.ts'
import type { WholeService } from './whole-service.ts'

export type Zone = 'A' | 'B' | 'both' | 'office'

/** A word that stands nowhere else, with whose it is and the table in which it was written. */
export interface Planted {
  readonly word: string
  readonly whose: Zone
  readonly table: string
}

/** A file of two parties that anything can be added to, each text of it a word of its own. */
export interface RandomFile extends TwoPartyFile {
  readonly whole: WholeService
  readonly mediatorId: Id
  readonly planted: Planted[]
}

interface Adding {
  readonly db: TestService
  readonly file: RandomFile
  readonly zone: Zone
  readonly word: (table: string) => string
  /** Adds a row and answers its number. */
  readonly row: (table: string, values: Readonly<Record<string, unknown>>) => Promise<Id>
}

const personOf = ({ file, zone }: Adding) => (zone === 'B' ? file.personB : file.personA)
const partyOf = async (it: Adding) => {
  const sql = 'SELECT id FROM ev.party WHERE case_id = $1 AND person_id = $2'
  const [party] = await it.db.look<{ id: Id }>(sql, [it.file.caseId, personOf(it)])
  return party?.id as Id
}
const inZone = ({ file, zone }: Adding) => ({ case_id: file.caseId, zone })
const written = (it: Adding) => ({ ...inZone(it), legal_quality: 'without_prejudice', author: it.file.mediatorId })

async function mailbox(it: Adding): Promise<{ id: Id; value: string }> {
  const value = `${it.word('contact_point').toLowerCase()}@party.example`
  const of = { person_id: personOf(it), kind: 'email', source: 'self', safety: 'safe' }
  return { id: await it.row('contact_point', { ...of, value, value_folded: value }), value }
}

/** What can be in a file. Those of a party alone are passed over where a joint one or one of the office is asked for. */
const ofParty: Record<string, (it: Adding) => Promise<unknown>> = {
  mailbox,
  home: async (it) => {
    const of = { person_id: personOf(it), source: 'self' }
    const contact_point_id = await it.row('contact_point', { ...of, kind: 'address' })
    const address = it.word('whereabouts')
    return it.row('whereabouts', { ...of, contact_point_id, kind: 'home', address, folded: address.toLowerCase() })
  },
  workplace: async (it) => {
    const address = it.word('whereabouts')
    const of = { person_id: personOf(it), kind: 'work', source: 'other_party' }
    return it.row('whereabouts', { ...of, address, postcode: 'NR1 1AA', folded: address.toLowerCase() })
  },
  card: async (it) => {
    const [{ version } = { version: 1 }] = await it.db.look<{ version: number }>(
      'SELECT coalesce(max(version), 0)::int + 1 AS version FROM ev.safe_contact WHERE person_id = $1',
      [personOf(it)],
    )
    const word = () => it.word('safe_contact')
    const said = { times: word(), who_may_answer: word(), code_word: word(), adjustments: word(), reason: word() }
    return it.row('safe_contact', { person_id: personOf(it), version, said_by: 'self', said_on: '2026-11-20', ...said })
  },
  correction: (it) => {
    const words = { was: it.word('person_correction'), became: it.word('person_correction') }
    return it.row('person_correction', { person_id: personOf(it), field: 'known_as', said_by: 'self', ...words })
  },
  'letter sent': async (it) => {
    const { id, value } = await mailbox(it)
    const words = { recipient: value, subject: it.word('message'), body: it.word('message') }
    const of = { ...inZone(it), person_id: personOf(it), contact_point_id: id }
    return it.row('message', { ...of, channel: 'email', template: 'typed', status: 'sent', ...words })
  },
  'letter come in': (it) => {
    const word = () => it.word('post')
    const words = { sender_name: word(), sender_address: word(), subject: word(), body: word() }
    const kind = { medium: 'email', kind: 'message', status: 'filed', dated: '2026-11-20', legal_quality: 'open' }
    return it.row('post', { ...inZone(it), ...kind, ...words })
  },
  'first meeting': async (it) => {
    const party_id = await partyOf(it)
    const word = () => it.word('miam_record')
    const told = { information_given: word(), benefits_explained: word(), way_suited: word(), how_to_proceed: word() }
    const miam = { ...written(it), party_id, held_on: '2026-11-20', suitable: 'yes', ...told }
    const miam_record_id = await it.row('miam_record', miam)
    const risks = { abuse_risk: it.word('screening'), child_risk: it.word('screening') }
    const author = it.file.mediatorId
    return it.row('screening', { case_id: it.file.caseId, miam_record_id, party_id, author, ...risks })
  },
  'told of the other': (it) =>
    it.row('told_of_other', {
      ...inZone(it),
      ...{ given_name: it.word('told_of_other'), family_name: it.word('told_of_other') },
    }),
  'time wished for': async (it) => {
    const offer = { ...inZone(it), kind: 'miam', means: 'telephone', answer_by: '2026-12-20' }
    const offer_id = await it.row('time_offer', { ...offer, made_by: it.file.mediatorId })
    return it.row('time_answer', { ...inZone(it), offer_id, words: it.word('time_answer') })
  },
}

const ofAnybody: Record<string, (it: Adding) => Promise<unknown>> = {
  session: async (it) => {
    const words = { discussed: it.word('session_record'), agreed: it.word('session_record') }
    const session = { ...written(it), held_on: '2026-11-20', way: 'shuttle', ...words }
    const session_record_id = await it.row('session_record', session)
    return it.row('session_summary', { ...written(it), session_record_id, summary: it.word('session_summary') })
  },
  summary: (it) => it.row('session_summary', { ...written(it), summary: it.word('session_summary') }),
  paper: async ({ db, file, zone, word }) => {
    const { keyring, vault } = file.whole.service
    const name = `${word('stored_file')}.txt`
    const upload = { name, bytes: Buffer.from(`What is in it: ${word('stored_file')}`) }
    const paper = { key: newId(), caseId: file.caseId, zone, legalQuality: 'open', upload } as const
    const tools = { keyring, vault, scanner: noScanner }
    const added = await addFile(db.desk.office, tools, file.mediatorId, paper)
    if (!added.done) throw new Error(`not added: ${added.reason}`)
  },
  'note of a room': async (it) => {
    if (it.zone === 'office') return
    const at = { case_id: it.file.caseId, held_on: '2026-11-20', way: 'shuttle' }
    const open = 'SELECT id FROM ev.mediation_session WHERE case_id = $1'
    const [going] = await it.db.look<{ id: Id }>(open, [it.file.caseId])
    const session_id = going?.id ?? (await it.row('mediation_session', { ...at, opened_by: it.file.mediatorId }))
    const passing = it.zone === 'both' ? null : 'may_not'
    const note = { ...written(it), session_id, kind: 'proposal', passing, words: it.word('session_note') }
    await it.row('session_note', note)
  },
  arrangement: async (it) => {
    if (it.zone === 'office') return
    const child_id = await it.row('child', { case_id: it.file.caseId, given_name: 'Robin' })
    const word = () => it.word('arrangement')
    const said = { lives: word(), time_with: word(), holidays: word(), school: word() }
    const author = it.file.mediatorId
    await it.row('arrangement', { ...inZone(it), child_id, author, said_on: '2026-11-20', ...said })
  },
}

/** Where the pieces of a file lie. */
export const tablesOfPieces = ['contact_point', 'whereabouts', 'safe_contact', 'person_correction', 'message', 'post']
  .concat(['miam_record', 'screening', 'told_of_other', 'time_answer', 'session_record', 'session_summary'])
  .concat(['stored_file', 'session_note', 'arrangement'])

const isPartys = (zone: Zone) => zone === 'A' || zone === 'B'
const zone = fc.constantFrom<Zone>('A', 'A', 'B', 'B', 'both', 'office')
const what = fc.constantFrom(...Object.keys(ofParty), ...Object.keys(ofAnybody))

/** Anything in any number, of anybody. */
export const anyPieces = fc.array(fc.record({ what, zone }), { minLength: 8, maxLength: 30 })
export type Piece = typeof anyPieces extends fc.Arbitrary<(infer It)[]> ? It : never

let count = 0
const marker = `Qz${newId()
  .replaceAll(/[^a-f]/g, '')
  .slice(0, 6)}`
/** Letters alone, so that no number in a database is like one. */
const nextWord = () => `${marker}w${[...`${count++}`].map((digit) => 'ghjkmnpqrs'[Number(digit)]).join('')}x`

/** A file with these pieces in it, each text a word that stands nowhere else. */
export async function randomFile(whole: WholeService, mediatorId: Id, pieces: readonly Piece[]): Promise<RandomFile> {
  const { db } = whole
  const file: RandomFile = { ...(await fileWithTwoParties(db, mediatorId)), whole, mediatorId, planted: [] }
  const wrapped = whole.service.keyring.wrap(newCaseKey())
  await db.look('INSERT INTO ev.case_key (case_id, wrapped) VALUES ($1, $2)', [file.caseId, wrapped])
  // Papers that are rows alone; those that are added here lie in the vault.
  await db.look('DELETE FROM ev.stored_file WHERE case_id = $1', [file.caseId])
  for (const piece of pieces) {
    const add = ofAnybody[piece.what] ?? (isPartys(piece.zone) ? ofParty[piece.what] : undefined)
    await add?.({
      ...{ db, file, zone: piece.zone },
      word: (table) => {
        const word = nextWord()
        file.planted.push({ word, whose: piece.zone, table })
        return word
      },
      row: async (table, values) => {
        const id = newId()
        const all = { id, ...values }
        const names = Object.keys(all)
        const places = names.map((_, at) => `$${at + 1}`)
        await db.look(`INSERT INTO ev.${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(all))
        return id
      },
    })
  }
  return file
}
