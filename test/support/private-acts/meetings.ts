import {
  caseOf,
  dayFields,
  idOf,
  ledTo,
  type PrivateAct,
  type PrivateGround,
  personOf,
  press,
  secret,
  today,
  zoneOf,
} from './ground.ts'

const slot = (ground: PrivateGround, days: number) => ({
  ...{ mediator: String(ground.world.live.mediator), minutes: '60', place: 'telephone', time: '18:00' },
  outside_reason: 'They work all day',
  ...dayFields('date', today(ground).add({ days })),
})
const its = (ground: PrivateGround) => `/office/appointments/${ground.made.get('appointment')}`

/** Meetings with one of two, of which they are told and nobody else. */
export const meetingActs: readonly PrivateAct[] = [
  {
    name: 'a meeting with them alone is booked, and they are told',
    act: async (ground) => {
      const what = `miam-${ground.side}`
      const booked = await press(ground, ground.coordinator, `${caseOf(ground)}/book`, { what, ...slot(ground, 40) })
      ground.made.set('appointment', ledTo(booked, /appointments\/([^/?]+)/))
      await ground.whole.runJobs()
    },
  },
  {
    name: 'it is moved, and given to another mediator',
    act: async (ground) => {
      await press(ground, ground.coordinator, `${its(ground)}/move`, slot(ground, 41))
      const mediator = String(ground.world.cast.mediators[2])
      await press(ground, ground.coordinator, `${its(ground)}/mediator`, {
        mediator,
        outside_reason: 'They work all day',
      })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'it is cancelled',
    act: async (ground) => {
      await press(ground, ground.coordinator, `${its(ground)}/cancel`, { by: ground.side })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they do not come to another',
    act: async (ground) => {
      const what = `miam-${ground.side}`
      const booked = await press(ground, ground.coordinator, `${caseOf(ground)}/book`, { what, ...slot(ground, 42) })
      ground.made.set('appointment', ledTo(booked, /appointments\/([^/?]+)/))
      await ground.whole.runJobs()
      const past = ground.whole.db.clock.now().subtract({ hours: 30 })
      await ground.whole.db.look('UPDATE ev.appointment SET starts_at = $2, ends_at = $3 WHERE id = $1', [
        ...[ground.made.get('appointment'), past.toString(), past.add({ hours: 1 }).toString()],
      ])
      const said = { [`attended-${ground.side}`]: 'not_attended' }
      await press(ground, ground.coordinator, `${its(ground)}/attendance`, said)
      await ground.whole.runJobs()
    },
  },
]

const attached = async (ground: PrivateGround, zone: string) => {
  const page = `${caseOf(ground)}/files/new/${zone}`
  const { html } = await ground.mediator.get(page)
  const form = new FormData()
  form.append('_form', /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? '')
  form.append('legal_quality', 'open')
  form.append('file', new File([`${secret}\n`], 'kept-apart.txt', { type: 'text/plain' }))
  const answer = await ground.mediator.upload(page, form)
  const id = ledTo(answer, /files\/([^/]+)/)
  ground.taken.add(page)
  return `/office/files/${id}`
}

/** Documents of one of two. */
export const fileActs: readonly PrivateAct[] = [
  {
    name: 'a document of theirs is attached and let go',
    act: async (ground) => {
      const page = await attached(ground, ground.side.toLowerCase())
      await press(ground, ground.mediator, page, {}, { form: `${page}/release` })
    },
  },
  {
    name: 'another is refused, and one for the office alone is kept',
    act: async (ground) => {
      const page = await attached(ground, ground.side.toLowerCase())
      await press(ground, ground.mediator, page, {}, { form: `${page}/refuse` })
      await attached(ground, 'office')
    },
  },
]

const letterOf = (ground: PrivateGround) =>
  idOf(
    ground,
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body)
     SELECT p.case_id, c.person_id, c.id, p.side, 'letter', 'enquiry-received', $3, 'A letter', $3
       FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.case_id = $1 AND p.side = $2 AND c.kind = 'address' LIMIT 1 RETURNING id`,
    ...[ground.caseId, ground.side, secret],
  )

/** What is written to one of two. */
export const messageActs: readonly PrivateAct[] = [
  {
    name: 'a letter to them is written and posted',
    act: async (ground) => {
      const way = { kind: 'address', value: '4 Mill Lane', postcode: 'NR1 1AA', source: 'self', safety: 'safe' }
      await press(ground, ground.coordinator, `${personOf(ground)}/contact`, { ...way, voicemail_safety: 'not_asked' })
      const page = `/office/messages/${await letterOf(ground)}`
      await press(ground, ground.coordinator, page, { decision: 'posted' })
    },
  },
  {
    name: 'letters to them are posted with others',
    act: async (ground) => {
      const ticked = { 'letters[]': [await letterOf(ground)], ...dayFields('posted', today(ground)) }
      await press(ground, ground.coordinator, '/office/letters', ticked)
    },
  },
  {
    name: 'a colleague writes to them, and takes it back',
    act: async (ground) => {
      const words = { channel: 'letter', subject: 'Your papers', body: `Please bring ${secret}.` }
      const sent = await press(ground, ground.coordinator, `${caseOf(ground)}/write/${zoneOf(ground)}`, words)
      const page = `/office/messages/${ledTo(sent, /messages\/([^/?]+)/)}`
      await press(ground, ground.coordinator, page, { decision: 'not-posted' })
      const undone = await idOf(
        ground,
        `UPDATE ev.message SET channel = 'email', status = 'waiting', why = NULL, next_attempt_at = next_attempt_at + interval '9 years'
          WHERE id = $1 RETURNING id`,
        ...[page.split('/').at(-1)],
      )
      await press(ground, ground.coordinator, page, {}, { form: `/office/messages/${undone}/undo` })
    },
  },
  {
    name: 'an e-mail to them does not arrive, and somebody sees to it',
    act: async (ground) => {
      const message = await letterOf(ground)
      await ground.whole.db.look(`UPDATE ev.message SET channel = 'email', status = 'failed' WHERE id = $1`, [message])
      const task = await idOf(
        ground,
        `INSERT INTO ev.task (kind, for_role, due_on, case_id) VALUES ('message-failed', 'coordinator', $2, $1) RETURNING id`,
        ...[ground.caseId, today(ground).toString()],
      )
      await press(ground, ground.coordinator, '/office/today', {}, { form: `/office/tasks/${task}/done` })
      const asked = await idOf(
        ground,
        `INSERT INTO ev.task (kind, for_role, due_on, case_id) VALUES ('message-failed', 'privacyOfficer', $2, $1) RETURNING id`,
        ...[ground.caseId, today(ground).toString()],
      )
      await press(ground, ground.privacyOfficer, '/office/today', {}, { form: `/office/privacy-tasks/${asked}/done` })
    },
  },
]
