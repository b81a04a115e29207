import { stranger } from './doors.ts'
import {
  idOf,
  mustBeTaken,
  type PrivateAct,
  type PrivateGround,
  personOf,
  press,
  secret,
  secretMailbox,
} from './ground.ts'

const asked = { kind: 'access', given_name: secret, given_contact: secret, details: secret }
const latest = (ground: PrivateGround, channel: string) =>
  idOf(ground, 'SELECT id FROM ev.rights_request WHERE channel = $1 ORDER BY made_at DESC, id LIMIT 1', channel)

/** A way of contact is asked about only when it is older than the request. */
const olderWays = (ground: PrivateGround) =>
  ground.whole.db.look(`UPDATE ev.contact_point SET made_at = made_at - interval '90 days' WHERE person_id = $1`, [
    ground.person,
  ])

/** What is usually weighed. */
const usual = {
  ...{ nature: 'own_words', confidence: 'none', steps: 'not_safe', able: 'not_known', refused: 'not_asked' },
  ...{ health: 'none', opinion: 'none', opinion_on: '' },
}

/** What one of two asks about their data, and all that the office does with it. */
export const requestActs: readonly PrivateAct[] = [
  {
    name: 'they ask about their data while signed in',
    act: async (ground) => {
      await press(ground, ground.own, '/portal/data', { kind: 'erasure', details: secret })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they ask about their data on the website',
    act: async (ground) => {
      const page = '/your-data'
      const answer = await stranger(ground).send(page, { ...asked, asked_for: 'self' }, page, 5_000)
      mustBeTaken(page, answer)
      ground.taken.add(page)
    },
  },
  {
    name: 'they take back what they agreed to, by themselves and through a colleague',
    act: async (ground) => {
      const own = '/portal/data/choices'
      const mailbox = { kind: 'email', value: secretMailbox, postcode: '', source: 'self' }
      const safe = { safety: 'safe', voicemail_safety: 'not_asked' }
      await press(ground, ground.coordinator, `${personOf(ground)}/contact`, { ...mailbox, ...safe })
      await press(ground, ground.own, own, {}, { form: `${own}/emailContact/end` })
      const page = `/office/people/${ground.person}/choices`
      const form = `${page}/onlineMeetings/end`
      await press(ground, ground.coordinator, page, {}, { form })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they object to a use, and it is decided; they ask to have a name put right',
    act: async (ground) => {
      const { coordinator } = ground
      const own = '/portal/data/uses'
      await press(ground, ground.own, own, {}, { form: `${own}/merging/stop` })
      const objectionTo = (column: string) =>
        idOf(
          ground,
          `SELECT o.${column} AS id FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
            WHERE r.person_id = $1 AND o.purpose = 'merging'`,
          ground.person,
        )
      const objected = `/office/requests/${await objectionTo('request_id')}/answer`
      const objection = await objectionTo('id')
      await press(
        ground,
        coordinator,
        objected,
        { objection, outcome: 'compelling', why: secret },
        { form: `${objected}/settle` },
      )
      await press(ground, coordinator, objected, { 'purposes[]': ['statistics'] }, { form: `${objected}/objections` })
      await press(ground, coordinator, objected, { answer_told: 'spoken' }, { form: `${objected}/letter` })

      await press(ground, coordinator, '/office/requests/new', {
        ...asked,
        channel: 'in_person',
        asked_for: 'self',
        kind: 'correction',
      })
      const page = `/office/requests/${await latest(ground, 'in_person')}`
      const name = await idOf(ground, `SELECT family_name AS id FROM ev.person WHERE id = $1`, ground.person)
      await press(
        ground,
        coordinator,
        `${page}?q=${encodeURIComponent(name)}`,
        { person: ground.person },
        { form: `${page}/match` },
      )
      await press(ground, coordinator, page, { step: 'in_person' }, { form: `${page}/identity` })
      const answer = (act: string, typed: Record<string, string | string[]>) =>
        press(ground, coordinator, `${page}/answer`, typed, { form: `${page}/answer/${act}` })
      await answer('told', { who: secret })
      const spared = await idOf(ground, 'SELECT id FROM ev.told_again WHERE outcome IS NULL LIMIT 1')
      await answer('not-told', { spared, not_told: 'impossible', why_not_told: secret })
      await answer('recipients', { recipients_told: 'spoken' })
      const no = { answer: 'refused', ground: 'rightAsItIs', reason: secret }
      await answer('decide', { 'groups[]': ['party.identity'], ...no })
      await answer('correct', { known_as: 'Q' })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'their solicitor asks for them by letter; it is known who it is, checked, lengthened and closed',
    act: async (ground) => {
      await olderWays(ground)
      const { coordinator } = ground
      const letter = { ...asked, channel: 'letter', asked_for: 'represented', representative: secret }
      await press(ground, coordinator, '/office/requests/new', { ...letter, organisation: secret })
      const page = `/office/requests/${await latest(ground, 'letter')}`
      const name = await idOf(ground, `SELECT family_name AS id FROM ev.person WHERE id = $1`, ground.person)
      const act = (form: string, typed: Record<string, string>, from = page) =>
        press(ground, coordinator, from, typed, { form: `${page}/${form}` })
      await act('match', { person: ground.person }, `${page}?q=${encodeURIComponent(name)}`)
      await act('acknowledge', { told: 'spoken' })
      await act('authority', {})
      await act('identity', { step: 'in_person' })
      await act('clock', { step: 'question', question: 'period', question_told: 'spoken' })
      await act('clock', { step: 'answered' })
      await act('clock', { step: 'extend', extension: 'many', extension_told: 'spoken' })
      await ground.whole.runJobs()
      const kept = (typed: Record<string, string>) => press(ground, coordinator, `${page}/restriction`, typed)
      await kept({ ground: 'accuracy', covers: 'everything', told_now: 'spoken' })
      await kept({ told: 'spoken' })
      await kept({})
      await act('close', { outcome: 'partly', note: secret })
    },
  },
  {
    name: 'they get what we hold about them: it is collected, read, let go by two, and taken',
    act: async (ground) => {
      const { coordinator, whole } = ground
      const at = { kind: 'access', channel: 'in_person', asked_for: 'self', given_name: secret, details: secret }
      await press(ground, coordinator, '/office/requests/new', at)
      const theirs = `SELECT id FROM ev.rights_request WHERE channel = 'in_person' AND kind = $1`
      const page = `/office/requests/${await idOf(ground, theirs, 'access')}`
      const name = await idOf(ground, `SELECT family_name AS id FROM ev.person WHERE id = $1`, ground.person)
      const found = `${page}?q=${encodeURIComponent(name)}`
      await press(ground, coordinator, found, { person: ground.person }, { form: `${page}/match` })
      await press(ground, coordinator, page, { step: 'in_person' }, { form: `${page}/identity` })
      const pack = `${page}/pack`
      const button = (by: typeof coordinator, act: string) => press(ground, by, pack, {}, { form: `${pack}/${act}` })
      await button(coordinator, 'collect')
      await whole.runJobs()
      const waiting = await whole.db.look<{ id: string }>(
        `SELECT id FROM ev.pack_item WHERE course = 'to_review' AND decision IS NULL ORDER BY turn`,
      )
      const [first] = waiting
      if (first) await press(ground, coordinator, pack, { item: first.id, ...usual, decision: 'given', more: secret })
      await button(coordinator, 'aside')
      await button(coordinator, 'collect')
      await whole.runJobs()
      await whole.db.look(
        `UPDATE ev.pack_item SET decision = 'given', considered = '["a","b","c","d","e"]', decided_by = $1, decided_at = now()
          WHERE course = 'to_review' AND pack_id IN (SELECT id FROM ev.access_pack WHERE state = 'collected')`,
        [await idOf(ground, `SELECT id FROM ev.staff WHERE role = 'coordinator' LIMIT $1`, '1')],
      )
      await button(coordinator, 'ready')
      await button(ground.privacyOfficer, 'release')
      await button(coordinator, 'archive')
      const own = `/portal/data/${await idOf(ground, `SELECT id FROM ev.access_pack WHERE state = $1`, 'released')}`
      const taken = await ground.own.send(own, { what: 'json' })
      if (taken.status !== 200) throw new Error('nothing was taken')
      ground.taken.add(own)
    },
  },
]
