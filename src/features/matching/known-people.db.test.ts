import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import type { Id } from '../../values/ids.ts'
import { comparableTelephone } from '../../values/telephone.ts'
import { type Known, knownAlready } from './data/known-people.ts'
import { plainName } from './domain/plain-name.ts'
import { readSearch } from './domain/search.ts'

let service: TestService
let coordinator: Id
let mediator: Id
let other: Id

beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator', 'Cory Ordinator')).id
  mediator = (await service.staff('mediator', 'Mel Mediator')).id
  other = (await service.staff('mediator', 'Otto Mediator')).id
})
afterAll(() => service.end())

const find = (line: string, actor = coordinator): Promise<Known[]> =>
  service.desk.office.read(actor, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
    knownAlready(scope, readSearch(line)),
  )
const names = async (line: string, actor?: Id) =>
  (await find(line, actor)).map((it) => `${it.name.given} ${it.name.family}`.trim())

/** A case whose party A has a name of one's choice. */
async function caseOf(given: string, family: string, more: Record<string, string> = {}, of: Id = mediator) {
  const file = await fileWithTwoParties(service, of)
  await service.look(
    'UPDATE ev.person SET given_name = $2, family_name = $3, birth_date = $4, former_names = $5, known_as = $6 WHERE id = $1',
    [file.personA, given, family, more.born ?? null, more.former ?? null, more.knownAs ?? null],
  )
  return file
}

test('the database and the software make the same of a name', async () => {
  const hard = [
    "O'Brien",
    'Smith–Jones',
    'Nguyễn',
    'MÜLLER',
    'Siân',
    'Þór ÆGIR',
    'Łódź',
    'ЖАННА',
    'ΓΙΏΡΓΟΣ',
    'İpek Işık',
    '王',
  ]
  for (const name of hard) {
    const [row] = await service.look<{ plain: string }>('SELECT ev.plain_name($1) AS plain', [name])
    expect(row?.plain, name).toBe(plainName(name))
  }
})

describe('a hard name is found however it is typed', () => {
  const people: readonly (readonly [string, string, readonly string[]])[] = [
    ['Niamh', "O'Brien", ['niamh obrien', "Niamh O'Brien", 'Niamh O Brien', 'Niamh O’Brien', 'obrien', 'Neeve OBrian']],
    ['Clare', 'Smith-Jones', ['Clare Smith Jones', 'clare smithjones', 'Clare Jones', 'Claire Smith', 'Smith-Jones']],
    ['Thị Mai', 'Nguyễn', ['Nguyen Thi Mai', 'Mai Nguyen', 'Nguyễn Mai', 'Nguyen']],
    ['Jürgen', 'Müller', ['Jurgen Muller', 'Juergen Mueller', 'Müller Jürgen', 'jurgen miller']],
    ['Siân', 'Llewellyn', ['Sian Llewelyn', 'Sian Llewellyn', 'Siân Lewellyn']],
    ['Mohammed', 'Hussain', ['Muhammad Hussain', 'Mohamed Hussein', 'Mo Hussain', 'Hussain Mohammad']],
    ['Stephen', 'MacDonald', ['Steven McDonald', 'Steve Macdonald', 'Stephen Mac Donald', 'Stephan McDonnald']],
    ['Given', 'Family', ['Family Given', 'family, given']],
    ['Madonna', '', ['madonna', 'Madona']],
    ['Ольга', 'Йович', ['ольга иович', 'Ольга']],
    ['王', '小明', ['王 小明', '小明']],
    ['Catherine', 'Featherstonehaugh', ['Kate Featherstonehaugh', 'Catrin Featherstonhaugh', 'Featherston']],
  ]
  beforeAll(async () => {
    for (const [given, family] of people) await caseOf(given, family)
  })
  test.each(people.flatMap(([given, family, typed]) => typed.map((it) => [it, `${given} ${family}`.trim()] as const)))(
    '%s is %s',
    async (typed, name) => {
      expect((await names(typed)).slice(0, 3)).toContain(name)
    },
  )
})

test('a match says why, in which role, and the strongest comes first', async () => {
  const file = await caseOf('Hattie', 'Quill', { born: '1984-02-03', former: 'Underwood', knownAs: 'Hatts' })
  await service.look(
    `UPDATE ev.contact_point SET kind = 'telephone', value_folded = '+441603555123' WHERE person_id = $1`,
    [file.personA],
  )
  await service.look(`UPDATE ev.child SET given_name = 'Wren', family_name = 'Quill' WHERE case_id = $1`, [file.caseId])
  await service.look(
    `INSERT INTO ev.enquiry (reference, channel, given_name, family_name, other_given_name, other_family_name)
     VALUES ('E-TEST-001', 'telephone', 'Piers', 'Quillon', 'Hatty', 'Quill')`,
  )
  const [first] = await find('Hattie Quill 3/2/1984')
  expect(first).toMatchObject({ source: 'party', why: ['sameName', 'sameBirthDate'], strong: true })
  expect(first?.cases).toMatchObject([{ id: file.caseId, side: 'A', status: 'live' }])
  expect(await find('01603 555123')).toMatchObject([{ id: file.personA, why: ['sameTelephone'] }])
  expect(await find('Hattie Underwood')).toMatchObject([{ id: file.personA, why: ['formerName'] }])
  const roles = Object.fromEntries((await find('Quill')).map((it) => [it.source, it.why]))
  expect(roles).toMatchObject({ party: ['partOfName'], child: ['partOfName'], named: ['partOfName'] })
  expect(await find('Cory Ordinator')).toMatchObject([{ source: 'colleague', why: ['sameName'] }])
})

describe('who is found by whom', () => {
  let mine: TwoPartyFile
  beforeAll(async () => {
    mine = await caseOf('Isolde', 'Vantongeren')
    await caseOf('Isolde', 'Vantongeren', {}, other)
  })
  test('a mediator finds the people of their own cases alone', async () => {
    expect((await find('Isolde Vantongeren', mediator)).map((it) => it.id)).toEqual([mine.personA])
    expect(await find('Isolde Vantongeren')).toHaveLength(2)
  })
  test('whoever may not look finds nobody', async () => {
    const officer = await service.staff('privacyOfficer')
    expect(await find('Isolde Vantongeren', officer.id)).toEqual([])
  })
  test('that somebody looked is recorded, and not for whom', async () => {
    await find('Isolde Vantongeren')
    const rows = await service.look<{ line: string }>(
      `SELECT l::text AS line FROM ev.access_log l WHERE act = 'person.sought' ORDER BY id DESC LIMIT 1`,
    )
    expect(rows[0]?.line).toMatch(/recognition,person\.sought,,,\d+/)
    expect(rows[0]?.line).not.toMatch(/Isolde|Vantongeren/i)
  })
})

describe('professionals and referrers are found too', () => {
  beforeAll(async () => {
    await service.look(
      `INSERT INTO ev.professional (name, work, organisation, email, telephone, source, last_contact_on)
       VALUES ('Priyanka Marlowe', 'solicitor', 'Marl & Teal LLP', 'Priyanka@marl.example', '01603 555 700', 'themselves', '2026-11-01')`,
    )
    await service.look(
      `WITH asked AS (INSERT INTO ev.enquiry (reference, channel, given_name, family_name) VALUES ('E-TEST-REF', 'referral', 'Cleo', 'Client') RETURNING id)
       INSERT INTO ev.referral (enquiry_id, name, work, organisation, email, telephone, link_hash)
       SELECT id, 'Rurik Referovitch', 'agency', 'Harbour Help', 'rurik@harbour.example', '+44 (0)1603 555701', '\\x01' FROM asked`,
    )
  })
  test.each([
    ['Priyanka Marlowe', 'professional', 'sameName'],
    ['Pryanka Marlow', 'professional', 'oneSlip'],
    ['01603555700', 'professional', 'sameTelephone'],
    ['priyanka@marl.example', 'professional', 'sameEmail'],
    ['Referovitch', 'referrer', 'partOfName'],
    ['01603 555701', 'referrer', 'sameTelephone'],
    ['rurik@harbour.example', 'referrer', 'sameEmail'],
  ])('%s is a %s: %s', async (line, source, reason) => {
    expect(await find(line)).toMatchObject([{ source, why: [reason] }])
  })
  test('by a mediator they are not: they are in no file', async () => {
    expect(await names('Priyanka Marlowe', mediator)).toEqual([])
  })
  test('a number is compared as the software compares it', async () => {
    for (const typed of [
      '01603 555 700',
      '+44 (0)1603 555700',
      '0044 1603-555-700',
      '07700 900123',
      '+33 1 23 45 67 89',
    ]) {
      const [row] = await service.look<{ same: string }>('SELECT ev.comparable_telephone($1) AS same', [typed])
      expect(row?.same, typed).toBe(comparableTelephone(typed))
    }
  })
})
