import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasePack } from '../../src/features/access-packs/index.ts'
import { openCase } from '../../src/features/cases/index.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { letting, readAll } from '../support/a-pack.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { unzipped } from '../support/unzipped.ts'
import { hiddenFields, type Typed, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

// Nira rang in June and never came: there is no case, no party and no person of her. Tam rang too, from her house.
let db: TestService
let whole: WholeService
let coordinator: Visitor & { readonly staff: Staff }
let officer: Visitor & { readonly staff: Staff }
let enquiry: Id
let others: Id
let request: Id
beforeAll(async () => {
  db = await testService({ at: '2026-06-01T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
  officer = await whole.signedIn('privacyOfficer')
  const by = coordinator.staff.id
  enquiry = await anEnquirer(db, by, {
    ...{ given: 'Nira', email: 'nira@mail.example', telephone: ['01632 960 301', '441632960301'] },
    message: 'Sol Ferrow wants the house. We wish to talk',
  })
  others = await anEnquirer(db, by, {
    ...{ given: 'Tam', email: 'tam@mail.example', telephone: ['01632 960 302', '441632960302'] },
    message: 'Qzworrel asks something else',
  })
  const referrer = `'Priya Marl', 'solicitor', 'Marl & Teal', 'priya@marl.example'`
  await db.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email) VALUES ($1, '\\x01', ${referrer})`,
    [enquiry],
  )
  await coordinator.get(`/office/enquiries/${enquiry}`)
  db.clock.set('2026-09-03T10:00:00Z')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const page = () => `/office/requests/${request}`
const act = (name: string, typed: Typed = {}, by: Visitor = coordinator) => by.send(page(), typed, `${page()}/${name}`)
const inPack = (name: string, by: Visitor = coordinator) => by.send(`${page()}/pack`, {}, `${page()}/pack/${name}`)
let asked = 0
async function ask(typed: Typed): Promise<Id> {
  const sent = { asked_for: 'self', given_name: 'Nira', family_name: 'Larch', details: 'All of it', ...typed }
  await whole.visitor(`198.51.100.${++asked}`).send('/your-data', sent, '/your-data', readingTime)
  const [row] = await db.look<{ id: Id }>('SELECT id FROM ev.rights_request ORDER BY made_at DESC, id LIMIT 1')
  db.clock.forward('PT1S')
  return row?.id as Id
}
const row = async () =>
  (await db.look<Record<string, unknown>>('SELECT * FROM ev.rights_request WHERE id = $1', [request]))[0]
const codeIn = (mails: readonly { readonly text: string }[]) =>
  mails.flatMap((it) => /Your code is (\S+)/.exec(it.text)?.[1] ?? []).at(-1) ?? ''
const mailTo = (address: string) => whole.mail.filter((it) => it.to === address)

describe('T32: somebody who only ever made an enquiry asks to see what is held', () => {
  test('and is found by the form and the search by which everybody is', async () => {
    request = await ask({ kind: 'access', given_contact: 'new@mail.example' })
    const { html } = await coordinator.get(page())
    expect(html).toContain(`value="${enquiry}"`)
    expect(wordsOf(html)).toContain('Nira Larch, enquiry')
    expect((await act('match', { person: newId() })).status).toBe(422)
    expect((await act('match', { person: enquiry })).status).toBe(303)
    expect(await row()).toMatchObject({ enquiry_id: enquiry, person_id: null })
  })

  test('is told so where she could be reached before, and shows in two ways who she is', async () => {
    expect((await act('acknowledge', { told: 'written' })).status).toBe(303)
    expect((await inPack('collect')).status).toBe(422)
    await act('identity', { step: 'email' })
    await whole.runJobs()
    expect(new Set(whole.mail.map((it) => it.to))).toEqual(new Set(['nira@mail.example']))
    const code = codeIn(mailTo('nira@mail.example'))
    expect((await act('identity', { step: 'said', code })).status).toBe(303)
    expect(await row()).toMatchObject({ identity: 'asked' })
    expect(wordsOf((await coordinator.get(page())).html)).toContain('01632 960 301')
    expect((await act('identity', { step: 'call_back' })).status).toBe(303)
    expect(await row()).toMatchObject({ identity: 'shown' })
  })

  test('gets what the enquiry holds of her, and of nobody else', async () => {
    expect((await inPack('collect')).status).toBe(303)
    await whole.runJobs()
    await readAll(whole, coordinator.staff.id, request)
    expect((await inPack('ready')).status).toBe(303)
    const alone = await releasePack(db.desk.office, letting, coordinator.staff.id, { key: newId(), requestId: request })
    expect(alone).toEqual({ done: false, reason: 'same_person' })
    expect((await inPack('release', officer)).status).toBe(303)
    await whole.runJobs()
    expect(mailTo('nira@mail.example').some((it) => it.text.includes('tell you the words that open it'))).toBe(true)
    const got = await taken()
    const records = JSON.stringify(got.records)
    for (const word of ['Nira', 'nira@mail.example', '01632 960 301', 'We wish to talk', 'Your code is'])
      expect(records).toContain(word)
    for (const word of ['Tam', 'tam@mail.example', 'Qzworrel', 'priya@marl.example', others])
      expect(JSON.stringify(got)).not.toContain(word)
    expect(new Set(got.records.map((it) => it.kind))).toEqual(new Set(['enquiry', 'message', 'rights_request']))
    const about = new Map(got.about.map((it) => [it.heading, it.lines.join(' ')]))
    expect(about.get('Who has opened your file')).toContain('oordinator')
    for (const heading of ['What we use, and why', 'How long we keep it']) expect([...about.keys()]).toContain(heading)
    expect(about.get('What we use, and why')).not.toContain('If you come to mediation')
  })

  test('by a second way of hers that somebody else has too she does not show it', async () => {
    expect((await act('close', { outcome: 'done' })).status).toBe(303)
    request = await ask({ kind: 'access' })
    await act('match', { person: enquiry })
    await db.look(`UPDATE ev.enquiry SET telephone_digits = '441632960301' WHERE id = $1`, [others])
    expect((await act('identity', { step: 'call_back' })).status).toBe(422)
    await db.look(`UPDATE ev.enquiry SET telephone_digits = '441632960302' WHERE id = $1`, [others])
    await db.look(
      `UPDATE ev.enquiry SET received_at = '2026-09-01T10:00:00Z', received_on = '2026-09-01' WHERE id = $1`,
      [enquiry],
    )
    expect((await act('identity', { step: 'call_back' })).status).toBe(422)
    await db.look(
      `UPDATE ev.enquiry SET received_at = '2026-06-01T10:00:00Z', received_on = '2026-06-01' WHERE id = $1`,
      [enquiry],
    )
    expect((await act('identity', { step: 'call_back' })).status).toBe(303)
  })

  test('when a case is made of it, what she asked is asked of the file', async () => {
    const person = { familyName: 'Larch', knownAs: null, birthDate: null }
    const opened = await openCase(db.desk.office, whole.service.keyring, coordinator.staff.id, {
      ...{ key: newId(), enquiryId: enquiry, topic: 'both', children: [], mediatorId: null },
      first: { ...person, givenName: 'Nira' },
      other: { ...person, givenName: 'Sol' },
    })
    expect(opened.done).toBe(true)
    const [party] = await db.look<{ person_id: Id }>(`SELECT person_id FROM ev.party WHERE side = 'A'`)
    expect(await row()).toMatchObject({ enquiry_id: null, person_id: party?.person_id })
    request = await ask({ kind: 'access' })
    expect((await act('match', { person: enquiry })).status).toBe(422)
  })
})

interface Taken {
  readonly records: readonly { readonly kind: string; readonly fields: Readonly<Record<string, string>> }[]
  readonly about: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

/** The encrypted file that a colleague hands over, opened with the words that were said to her. */
async function taken(): Promise<Taken> {
  const { html } = await coordinator.get(`${page()}/pack`)
  const passphrase = hiddenFields(html, `${page()}/pack/archive`).passphrase ?? ''
  const sealed = await coordinator.send(`${page()}/pack`, { passphrase }, `${page()}/pack/archive`)
  const age = new Decrypter()
  age.addPassphrase(passphrase)
  const parts = unzipped(Buffer.from(await age.decrypt(new Uint8Array(sealed.bytes))))
  return JSON.parse(parts.find((it) => it.name.endsWith('.json'))?.bytes.toString() ?? '{}')
}
