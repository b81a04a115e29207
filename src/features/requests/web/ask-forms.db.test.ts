import { afterAll, beforeAll, describe } from 'vitest'
import { aCase } from '../../../../test/support/a-case.ts'
import { type Fields, type FormUnderTest, triesBadInput } from '../../../../test/support/bad-input.ts'
import { type TestService, testService } from '../../../../test/support/service.ts'
import { hiddenFields, type Visitor } from '../../../../test/support/visitor.ts'
import { type WholeService, wholeOrigin, wholeService } from '../../../../test/support/whole-service.ts'

let db: TestService
let whole: WholeService
let party: Visitor
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  party = await whole.partyIn((await aCase(db)).A.personId)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const saved = async () =>
  Number((await db.look<{ many: string }>('SELECT count(*) AS many FROM ev.rights_request'))[0]?.many)
const fieldsIn = (body: URLSearchParams) =>
  Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]))
const under = (path: string, visitor: () => Visitor, valid: Fields): FormUnderTest => ({
  ...{ valid, typed: {}, spoiled: { kind: '' }, saved },
  fresh: async () => {
    const hidden = hiddenFields((await visitor().get(path)).html, path)
    whole.wait(5_000)
    return hidden
  },
  send: (body) => visitor().post(path, fieldsIn(body), { origin: wholeOrigin.origin }),
})

let used = 0
/** Each from a place of its own: what comes from one is limited. */
const somebody = () => whole.visitor(`2001:db8:${(++used).toString(16)}::1`)
const date = { leadsTo: 'birth_date', messageId: 'birth_date-date-error' }

describe('the form for anybody', () => {
  const typed = {
    ...{ given_name: { longest: 100, required: true }, family_name: { longest: 100 }, details: { longest: 4000 } },
    ...{ representative: { longest: 200, wrong: [''] }, organisation: { longest: 200 } },
    ...{ given_contact: { longest: 300 }, 'birth_date-day': { wrong: ['32', 'first'], ...date } },
  }
  const valid: Fields = {
    ...{ kind: 'access', asked_for: 'represented', representative: 'Priya Marl', organisation: 'Marl & Teal' },
    ...{ given_name: 'Ade', family_name: 'Brook', details: 'All of it', given_contact: 'C-1234-567' },
    ...{ 'birth_date-day': '27', 'birth_date-month': '3', 'birth_date-year': '1981' },
  }
  triesBadInput('your data', { typed, chosen: ['kind', 'asked_for'] }, () => under('/your-data', somebody, valid))
})

describe('the form of a party', () => {
  const valid: Fields = { kind: 'erasure', details: 'The letters' }
  triesBadInput('own data', { typed: { details: { longest: 4000 } }, chosen: ['kind'] }, () =>
    under('/portal/data', () => party, valid),
  )
})
