import type { Id } from '../../../src/values/ids.ts'
import type { Typed, Visitor } from '../visitor.ts'
import {
  caseOf,
  idOf,
  mustBeTaken,
  type PrivateAct,
  type PrivateGround,
  personOf,
  press,
  secret,
  secretMailbox,
} from './ground.ts'

let hosts = 10
/** Somebody whom nobody knows: each comes from elsewhere. */
export const stranger = ({ whole }: PrivateGround): Visitor => whole.visitor(`198.51.100.${hosts++}`)

/** Sends a form of the public site as somebody who took the time to read it. */
async function ask(ground: PrivateGround, page: string, typed: Typed) {
  const answer = await stranger(ground).send(page, typed, page, 5_000)
  mustBeTaken(page, answer)
  ground.taken.add(page)
  return answer
}

const reach = {
  ...{ 'ways[]': ['email'], email: secretMailbox, telephone: '', voicemail: '', address: '', postcode: '' },
  ...{ contact_times: secret },
}
const people = async (ground: PrivateGround) => {
  const sql = `SELECT given_name, family_name FROM ev.person WHERE id = (SELECT person_id FROM ev.party WHERE case_id = $1 AND side = $2)`
  const of = async (side: string) =>
    (await ground.whole.db.look<{ given_name: string; family_name: string }>(sql, [ground.caseId, side]))[0]
  const other = await of(ground.side === 'A' ? 'B' : 'A')
  return {
    ...{ ...(await of(ground.side)), other_given_name: other?.given_name, other_family_name: other?.family_name },
  } as Record<string, string>
}

/** What anybody can do from outside, done by a party who is in a case already. */
export const publicActs: readonly PrivateAct[] = [
  {
    name: 'they ask anew on the website, naming the other',
    act: async (ground) => {
      const typed = { ...reach, ...(await people(ground)), topic: 'both', message: secret, safety_note: secret }
      await ask(ground, '/self-referral', { ...typed, needs: secret })
      await ask(ground, '/contact', {
        ...reach,
        role: 'client',
        ...(await people(ground)),
        topic: 'question',
        message: secret,
      })
      const call = { given_name: secret, 'ways[]': ['telephone'], telephone: '07700 900 557', voicemail: 'yes' }
      await ask(ground, '/contact-me', { ...call, wanted_at: 'morning' })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'their solicitor refers them, and looks how far it is',
    act: async (ground) => {
      const referrer = { role: 'solicitor', referrer_name: 'Priya Marl', organisation: 'Marl & Teal LLP' }
      const typed = { ...reach, ...(await people(ground)), topic: 'both', message: secret, safety_note: secret }
      const contact = { referrer_email: 'priya@marl.example', referrer_telephone: '', 'permission[]': 'yes' }
      await ask(ground, '/refer', { ...typed, ...referrer, ...contact })
      await ground.whole.runJobs()
      const told = ground.whole.mail.findLast((it) => it.to === 'priya@marl.example')
      const progress = /\/refer\/progress\/\S+/.exec(told?.text ?? '')?.[0] ?? ''
      await press(ground, stranger(ground), progress)
    },
  },
  {
    name: 'their solicitor refers them from an account, a colleague of the other’s in one firm',
    act: async (ground) => {
      const [account] = await ground.whole.db.look<{ id: Id }>(
        `INSERT INTO ev.professional (name, work, organisation, email, source, last_contact_on, account_opened_at, account_opened_by)
         VALUES ('Priya Marl', 'solicitor', 'Test Law', 'account@law.example', 'themselves', now(), now(), gen_random_uuid())
         ON CONFLICT (email_folded) WHERE account_opened_at IS NOT NULL AND account_ended_at IS NULL
         DO UPDATE SET name = 'Priya Marl' RETURNING id`,
      )
      const typed = { ...reach, ...(await people(ground)), topic: 'both', message: secret, safety_note: secret }
      const browser = await ground.whole.referrerIn(account?.id as Id)
      await press(ground, browser, '/portal/referrals/new', { ...typed, 'permission[]': 'yes', own_reference: secret })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they choose cookies and look whether their certificate is genuine',
    act: async (ground) => {
      await press(ground, stranger(ground), '/cookies', { choice: 'refused' })
      await press(ground, stranger(ground), '/certificates', {
        ...{ number: ground.made.get('certificate number') ?? '', code: ground.made.get('certificate code') ?? '' },
      })
    },
  },
  {
    name: 'they get a code on paper, sign in, look at everything and leave',
    act: async (ground) => {
      const slip = await press(ground, ground.coordinator, `${personOf(ground)}/code`)
      const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip.html)?.[0] ?? ''
      const visitor = stranger(ground)
      await press(ground, visitor, '/portal/code', { code })
      for (const path of ['/portal', '/portal/papers', '/portal/contact']) await visitor.get(path)
      await press(ground, visitor, '/portal', {}, { form: '/portal/sign-out' })
    },
  },
  {
    name: 'they ask for a code by e-mail',
    act: async (ground) => {
      await press(ground, stranger(ground), '/portal/sign-in', { email: secretMailbox })
      await ground.whole.runJobs()
    },
  },
]

const enquiryOf = async (ground: PrivateGround) =>
  `/office/enquiries/${await idOf(ground, `SELECT r.enquiry_id AS id FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id WHERE e.case_id IS NULL LIMIT 1`)}`

/** An enquiry of one of two, while the case runs. */
export const enquiryActs: readonly PrivateAct[] = [
  {
    name: 'they ring: a call is begun, thrown away, and taken',
    act: async (ground) => {
      const page = '/office/enquiries/new'
      const call = { ...(await people(ground)), topic: 'money', telephone: '07700 900 558', telephone_safety: 'safe' }
      const typed = { ...call, message: secret, contact_times: secret }
      await press(ground, ground.coordinator, page, typed, { form: page, button: `${page}/draft` })
      await press(ground, ground.coordinator, page, {}, { form: page, button: `${page}/discard` })
      await press(ground, ground.coordinator, page, typed)
    },
  },
  {
    name: 'the office answers what they asked, keeps who referred them, and ends what that one sees',
    act: async (ground) => {
      const page = await enquiryOf(ground)
      await press(ground, ground.coordinator, page, {}, { form: `${page}/keep-referrer` })
      await press(ground, ground.coordinator, page, {}, { form: `${page}/end-progress` })
      await press(ground, ground.coordinator, page, {}, { form: `${page}/no-email` })
      await press(ground, ground.coordinator, page, { note: secret }, { form: `${page}/answer` })
    },
  },
]

export const asFirstOfAnother: PrivateAct = {
  name: 'they come with somebody else, and another case is opened',
  act: async (ground) => {
    const enquiry = await idOf(ground, `SELECT id FROM ev.enquiry WHERE case_id IS NULL AND status = 'new' LIMIT 1`)
    await press(ground, ground.coordinator, `/office/enquiries/${enquiry}/open-case`, {
      ...{ b_given_name: secret, b_family_name: secret, topic: 'money' },
    })
    await ground.whole.runJobs()
    await ground.coordinator.get(caseOf(ground))
  },
}

export const asOnePerson: PrivateAct = {
  name: 'their two records are made one, and two again',
  act: async (ground) => {
    const sql = `SELECT person_id AS id FROM ev.party WHERE case_id <> $1 AND side = 'A' ORDER BY case_id DESC LIMIT 1`
    const other = await idOf(ground, sql, ground.caseId)
    const typed = { keep: 'one', reason: secret }
    await press(ground, ground.coordinator, `/office/people/${ground.person}/same-as/${other}`, typed)
    const merge = await idOf(ground, 'SELECT id FROM ev.person_merge WHERE kept_id = $1', ground.person)
    await press(ground, ground.coordinator, `/office/merges/${merge}/undo`, { reason: secret })
    await ground.whole.runJobs()
  },
}
