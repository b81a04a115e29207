import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, type FormUnderTest, triesBadInput } from '../../../../../test/support/bad-input.ts'
import { elementsOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { publishedOf, type ServedRoutes, serveRoutes } from '../../../../../test/support/serve-routes.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { publicEnquiryRoutes } from './public-enquiry.routes.tsx'

let service: TestService
let served: ServedRoutes
beforeAll(async () => {
  service = await testService()
  served = await serveRoutes(service, (machine) =>
    publicEnquiryRoutes({
      policy: service.policy,
      published: publishedOf(service),
      secret: Buffer.alloc(32, 3),
      machineNow: () => machine.now,
      origin: new URL('https://service.example'),
      limits: { perAddress: 1000, inAll: 1000, withinMinutes: 60 },
    }),
  )
})
afterAll(async () => {
  await served?.app.close()
  await service?.end()
})

const reach: Fields = {
  'ways[]': ['email', 'telephone', 'letter'],
  email: 'ade@example.org',
  telephone: '01603 555 123',
  voicemail: 'no',
  address: '12 Quay Street\nWesthaven',
  postcode: 'NR1 1AA',
  contact_times: 'After ten',
}

const reachTyped = {
  email: { longest: 254, required: false, wrong: ['ade', 'ade@', 'a b@example.org', 'ade@example.org\u202E'] },
  telephone: { longest: 40, wrong: ['', '12', 'telephone', '01603 55'] },
  address: { longest: 300, wrong: ['', '   '] },
  postcode: { longest: 12, wrong: ['', '12345', 'NR1'] },
  contact_times: { longest: 300 },
  ...{ safe_from: { wrong: ['25:00', 'noonish'] }, safe_until: { wrong: ['25:00', 'noonish'] } },
} as const

const under = (
  path: string,
  valid: Fields,
  spoiled: Fields,
): Pick<FormUnderTest, 'valid' | 'spoiled' | 'fresh' | 'send' | 'saved'> => ({
  valid,
  spoiled,
  fresh: async () => {
    const { body } = await served.app.inject({ url: path })
    // Read for a while, as a person does.
    served.machine.now += 30_000
    return { _form: valuesOf(elementsOf(body), '_form').at(-1) ?? '' }
  },
  send: async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin }
    const answer = await served.app.inject({ method: 'POST', url: path, headers, payload: body.toString() })
    return { status: answer.statusCode, html: answer.body }
  },
  saved: async () => {
    const [row] = await service.look<{ many: string }>('SELECT count(*) AS many FROM ev.enquiry')
    return Number(row?.many)
  },
})

const names = { given_name: { longest: 100, required: true }, family_name: { longest: 100 } } as const

const contact: Fields = {
  ...reach,
  'for_client[]': ['yes'],
  role: 'agency',
  organisation: 'Westhaven Advice',
  'permission[]': ['yes'],
  given_name: 'Ade',
  family_name: 'Brook',
  topic: 'question',
  message: 'What happens first?',
}

describe('the contact form', () => {
  triesBadInput(
    'contact',
    {
      typed: {
        ...names,
        ...reachTyped,
        organisation: { longest: 200, wrong: [''] },
        message: { longest: 4000, required: true },
      },
      chosen: ['ways[]', 'topic'],
      offered: ['voicemail', 'role', 'permission[]'],
    },
    () => ({ ...under('/contact', contact, { topic: '' }), typed: {} }),
  )
})

const birth = { leadsTo: 'birth_date', messageId: 'birth_date-date-error' } as const
const referral: Fields = {
  ...reach,
  given_name: 'Ade',
  family_name: 'Brook',
  'birth_date-day': '7',
  'birth_date-month': '4',
  'birth_date-year': '1981',
  other_given_name: 'Sam',
  other_family_name: 'Reed',
  topic: 'both',
  message: 'We have two children.',
  safety_note: '',
  needs: 'Large print',
}

describe('the self-referral', () => {
  triesBadInput(
    'self-referral',
    {
      typed: {
        ...names,
        ...reachTyped,
        'birth_date-day': { ...birth, wrong: ['32', 'seven', '-1'] },
        'birth_date-month': { ...birth, wrong: ['13', 'x', ''] },
        'birth_date-year': { ...birth, wrong: ['81', '2099', '1850', '19811'] },
        other_given_name: { longest: 100 },
        other_family_name: { longest: 100 },
        message: { longest: 4000 },
        safety_note: { longest: 4000 },
        needs: { longest: 1000 },
      },
      chosen: ['ways[]', 'topic'],
      offered: ['voicemail'],
    },
    () => ({ ...under('/self-referral', referral, { topic: '' }), typed: {} }),
  )
})

const referred: Fields = {
  ...reach,
  role: 'solicitor',
  referrer_name: 'Priya Marl',
  organisation: 'Marl & Teal LLP',
  referrer_email: 'priya@marl.example',
  referrer_telephone: '01603 555 200',
  'permission[]': ['yes'],
  given_name: 'Ade',
  family_name: 'Brook',
  topic: 'both',
  message: 'Would like a first meeting.',
  safety_note: '',
}

describe('a referral', () => {
  triesBadInput(
    'refer',
    {
      typed: {
        ...names,
        ...reachTyped,
        referrer_name: { longest: 200, required: true },
        organisation: { longest: 200, required: true },
        referrer_email: { longest: 254, required: true, wrong: ['priya', 'a b@marl.example'] },
        referrer_telephone: { longest: 40, wrong: ['12', 'telephone'] },
        message: { longest: 4000 },
        safety_note: { longest: 4000 },
      },
      chosen: ['ways[]', 'topic', 'role', 'permission[]'],
      offered: ['voicemail'],
    },
    () => ({ ...under('/refer', referred, { topic: '' }), typed: {} }),
  )
})

const callMe: Fields = {
  given_name: 'Ade',
  'ways[]': ['telephone'],
  telephone: '01603 555 123',
  voicemail: 'no',
  wanted_on: '',
  wanted_at: 'morning',
}

describe('asking for a call', () => {
  triesBadInput(
    'contact-me',
    {
      typed: { given_name: names.given_name, telephone: reachTyped.telephone },
      chosen: ['ways[]'],
      offered: ['voicemail', 'wanted_on', 'wanted_at'],
    },
    () => ({ ...under('/contact-me', callMe, { given_name: '' }), typed: {} }),
  )
})

test('after all that, nothing stands half saved', async () => {
  const [row] = await service.look<Record<string, string>>(
    `SELECT (SELECT count(*) FROM ev.enquiry) AS enquiries, (SELECT count(*) FROM ev.message) AS messages,
            (SELECT count(*) FROM ev.consent_subject) AS subjects, (SELECT count(*) FROM ev.consent_event) AS consents,
            (SELECT count(*) FROM ev.life_event) AS lives`,
  )
  expect(Object.values(row ?? {})).toEqual(['4', '3', '3', '3', '5'])
})
