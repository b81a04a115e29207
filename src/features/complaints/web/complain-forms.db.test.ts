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
  Number((await db.look<{ many: string }>('SELECT count(*) AS many FROM ev.complaint'))[0]?.many)
const fieldsIn = (body: URLSearchParams) =>
  Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]))
const under = (path: string, visitor: () => Visitor, valid: Fields): FormUnderTest => ({
  ...{ valid, typed: {}, spoiled: { about: '' }, saved },
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
const said = { details: { longest: 6000, required: true }, wanted: { longest: 2000 }, about_whom: { longest: 200 } }

describe('the form for anybody', () => {
  const typed = {
    ...{ ...said, given_name: { longest: 100, required: true }, family_name: { longest: 100 } },
    ...{ representative: { longest: 200, wrong: [''] }, organisation: { longest: 200 } },
    given_contact: { longest: 300 },
  }
  const valid: Fields = {
    ...{ about: 'both', made_for: 'represented', representative: 'Priya Marl', organisation: 'Marl & Teal' },
    ...{ given_name: 'Ade', family_name: 'Brook', details: 'It took too long', wanted: 'Say sorry' },
    ...{ about_whom: 'the lady at the desk', given_contact: 'C-1234-567' },
  }
  triesBadInput('complain', { typed, chosen: ['about', 'made_for'] }, () => under('/complain', somebody, valid))
})

describe('the form of a party', () => {
  const valid: Fields = { about: 'service', details: 'It took too long', wanted: '', about_whom: '' }
  triesBadInput('own complaint', { typed: said, chosen: ['about'] }, () =>
    under('/portal/complaint', () => party, valid),
  )
})
