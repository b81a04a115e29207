import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, triesBadInput } from '../../../test/support/bad-input.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { hiddenFields, type Visitor } from '../../../test/support/visitor.ts'
import { type WholeService, wholeOrigin, wholeService } from '../../../test/support/whole-service.ts'
import type { Id } from '../../values/ids.ts'

let db: TestService
let whole: WholeService
let visitor: Visitor
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  const [row] = await db.look<{ id: Id }>(
    `INSERT INTO ev.professional (name, work, organisation, email, source, last_contact_on, account_opened_at, account_opened_by)
     VALUES ('Priya Marl', 'solicitor', 'Marl & Teal LLP', 'priya@marl.example', 'themselves', now(), now(), gen_random_uuid()) RETURNING id`,
  )
  visitor = await whole.referrerIn(row?.id as Id)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const path = '/portal/referrals/new'
const valid: Fields = {
  ...{ own_reference: 'MT/4411', 'permission[]': ['yes'], given_name: 'Ade', family_name: 'Brook', topic: 'both' },
  ...{
    'ways[]': ['email', 'telephone', 'letter'],
    email: 'ade@example.org',
    telephone: '01603 555 123',
    voicemail: 'no',
  },
  ...{ address: '12 Quay Street\nWesthaven', postcode: 'NR1 1AA', contact_times: 'After ten' },
  ...{ message: 'Would like a first meeting.', safety_note: '' },
}
const typed = {
  ...{ own_reference: { longest: 60 }, given_name: { longest: 100, required: true }, family_name: { longest: 100 } },
  ...{ email: { longest: 254, wrong: ['ade', 'a b@example.org'] }, contact_times: { longest: 300 } },
  ...{ safe_from: { wrong: ['25:00', 'noonish'] }, safe_until: { wrong: ['25:00', 'noonish'] } },
  ...{ telephone: { longest: 40, wrong: ['', '12'] }, address: { longest: 300, wrong: [''] } },
  ...{ postcode: { longest: 12, wrong: ['', '12345'] }, message: { longest: 4000 }, safety_note: { longest: 4000 } },
}

describe('a referral from an account', () => {
  triesBadInput('referrals', { typed, chosen: ['ways[]', 'topic', 'permission[]'], offered: ['voicemail'] }, () => ({
    ...{ valid, typed: {}, spoiled: { topic: '' } },
    fresh: async () => hiddenFields((await visitor.get(path)).html, path),
    send: (body) => {
      const fields = Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]))
      return visitor.post(path, fields, { origin: wholeOrigin.origin })
    },
    saved: async () => {
      const [row] = await db.look<{ many: string }>('SELECT count(*) AS many FROM ev.enquiry')
      return Number(row?.many)
    },
  }))
})

test('after all that, nothing stands half saved', async () => {
  const [row] = await db.look<Record<string, string>>(
    `SELECT (SELECT count(*) FROM ev.enquiry) AS enquiries, (SELECT count(*) FROM ev.referral) AS referrals,
            (SELECT count(*) FROM ev.message) AS messages`,
  )
  expect(new Set(Object.values(row ?? {})).size).toBe(1)
})
