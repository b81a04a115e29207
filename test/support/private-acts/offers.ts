import { attribute, elementsOf } from '../html-reading.ts'
import { caseOf, dayFields, idOf, ledTo, type PrivateAct, type PrivateGround, press, secret, today } from './ground.ts'

/** Offers the first two times that are free on a day long from now; answers the address of the offer. */
async function offer(ground: PrivateGround, what: string, days: number): Promise<string> {
  const page = `${caseOf(ground)}/offers/new`
  const day = today(ground).add({ days })
  const wish = {
    ...{ what, 'mediators[]': [String(ground.world.live.mediator)], minutes: '60', place: 'telephone' },
    ...dayFields('first', day),
    ...dayFields('last', day.add({ days: 6 })),
    ...dayFields('answer_by', day.subtract({ days: 2 })),
  }
  const { html } = await press(ground, ground.coordinator, page, { ...wish, look: 'yes' })
  const boxes = elementsOf(html).flatMap((it) =>
    attribute(it, 'name') === 'times[]' ? (attribute(it, 'value') ?? []) : [],
  )
  const made = await press(ground, ground.coordinator, page, { ...wish, look: '', 'times[]': boxes.slice(0, 2) })
  await ground.whole.runJobs()
  return `/office/offers/${ledTo(made, /offers\/([^/?]+)/)}`
}

const ownOffer = (ground: PrivateGround, days: number) => offer(ground, `miam-${ground.side}`, days)
const firstTime = (ground: PrivateGround, page: string) =>
  idOf(
    ground,
    'SELECT id FROM ev.offered_time WHERE offer_id = $1 ORDER BY starts_at LIMIT 1',
    page.split('/').at(-1) ?? '',
  )
const ownPart = (ground: PrivateGround) =>
  idOf(
    ground,
    `SELECT t.id FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id
      WHERE a.case_id = $1 AND a.zone = $2 AND a.status = 'booked' AND t.status = 'expected' ORDER BY a.starts_at DESC LIMIT 1`,
    ...[ground.caseId, ground.side],
  )

/** Times that are offered to one of two, and what each says of those for both. */
export const offerActs: readonly PrivateAct[] = [
  {
    name: 'they are offered times of their own, ask for others, and take one',
    act: async (ground) => {
      const page = await ownOffer(ground, 60)
      const own = page.replace('/office/offers', '/portal/times')
      await press(ground, ground.own, '/portal/times', { words: secret }, { form: `${own}/answer` })
      const time = await firstTime(ground, page)
      await press(ground, ground.own, '/portal/times', { time }, { form: `${own}/take` })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they cancel that in the portal, and it is decided what is asked for it',
    first: ({ whole }) =>
      whole.db.look(
        `INSERT INTO ev.missed_rule (notice_days, share_percent, source, in_force_from) VALUES (20, 50, 'Agreement, 4', '2020-01-01')`,
      ),
    act: async (ground) => {
      const part = await ownPart(ground)
      await press(ground, ground.own, `/portal/appointments/${part}/cancel`)
      await ground.whole.runJobs()
      const cancelled = await idOf(ground, 'SELECT appointment_id AS id FROM ev.attendance WHERE id = $1', part)
      const fee = `/office/appointments/${cancelled}/fee/${ground.side}`
      await press(ground, ground.coordinator, fee, { decision: 'waive', reason: secret })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'other times of their own are taken back, and of others the office books one for them',
    act: async (ground) => {
      const first = await ownOffer(ground, 70)
      await press(ground, ground.coordinator, first, {}, { form: `${first}/withdraw` })
      const second = await ownOffer(ground, 70)
      await press(ground, ground.coordinator, second, {}, { form: `${second}/book` })
      await ground.whole.runJobs()
      const part = await ownPart(ground)
      await press(ground, ground.own, `/portal/appointments/${part}/cancel`)
      await ground.whole.runJobs()
    },
  },
  {
    name: 'of times for both they say in the portal which they can do, and more on the telephone',
    first: async (ground) => void ground.made.set('offer', await offer(ground, 'session', 80)),
    act: async (ground) => {
      const page = ground.made.get('offer') ?? ''
      const own = `${page.replace('/office/offers', '/portal/times')}/answer`
      const typed = { 'times[]': [await firstTime(ground, page)], words: secret }
      await press(ground, ground.own, '/portal/times', typed, { form: own })
      await ground.whole.runJobs()
      const said = { 'times[]': [], words: `${secret} again` }
      await press(ground, ground.coordinator, `${page}/answer/${ground.side}`, said)
      await ground.whole.runJobs()
    },
  },
]
