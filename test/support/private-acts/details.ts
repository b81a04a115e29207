import {
  caseOf,
  dayFields,
  idOf,
  type PrivateAct,
  type PrivateGround,
  personOf,
  press,
  secret,
  secretMailbox,
} from './ground.ts'

const way = { source: 'self', safety: 'safe', voicemail_safety: 'safe' }
const add = (ground: PrivateGround, typed: Record<string, string>) =>
  press(ground, ground.coordinator, `${personOf(ground)}/contact`, { ...way, ...typed })
const pointOf = (ground: PrivateGround, value: string) =>
  idOf(
    ground,
    'SELECT id FROM ev.contact_point WHERE person_id = $1 AND value = $2 AND ended_at IS NULL',
    ...[ground.person, value],
  )

/** How they can be reached, and where they are. */
export const detailActs: readonly PrivateAct[] = [
  {
    name: 'their safe-contact card is written: times, a code word, a language',
    act: (ground) =>
      press(ground, ground.coordinator, `${personOf(ground)}/safe-contact`, {
        ...{ email: 'safe', telephone: 'safe', text_message: 'unsafe', voicemail: 'unsafe', letter: 'unsafe' },
        ...{ times: secret, who_may_answer: secret, code_word: secret, language: secret, interpreter: secret },
        ...{ adjustments: secret, reason: secret, said_by: 'self' },
      }),
  },
  {
    name: 'they say where they live now, which is not for the other',
    act: (ground) =>
      press(ground, ground.coordinator, `${personOf(ground)}/whereabouts`, {
        ...{ kind: 'work', address: secret, postcode: 'NR1 1AA', source: 'self' },
      }),
  },
  {
    name: 'they give a new telephone, mailbox and address',
    act: async (ground) => {
      await add(ground, { kind: 'telephone', value: '07700 900 555', postcode: '' })
      await add(ground, { kind: 'email', value: secretMailbox, postcode: '' })
      await add(ground, { kind: 'address', value: `${secret} Lane`, postcode: 'NR1 1AB' })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'one takes the place of another',
    act: async (ground) => {
      const replaces = await pointOf(ground, '07700 900 555')
      await add(ground, { kind: 'telephone', value: '07700 900 556', postcode: '', replaces })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'a telephone is said to be unsafe, and then ended',
    act: async (ground) => {
      const point = await pointOf(ground, '07700 900 556')
      const page = `${personOf(ground)}/contact/${point}`
      await press(ground, ground.coordinator, page, { safety: 'unsafe', voicemail_safety: 'unsafe' })
      await press(ground, ground.coordinator, page, { safety: 'unsafe', voicemail_safety: 'unsafe', end: 'yes' })
    },
  },
  {
    name: 'their new mailbox is the other party’s too, which the office is told',
    act: async (ground) => {
      const shared = await idOf(
        ground,
        `SELECT value AS id FROM ev.contact_point c JOIN ev.party p USING (person_id)
          WHERE p.case_id = $1 AND p.side <> $2 AND c.kind = 'email' AND c.ended_at IS NULL LIMIT 1`,
        ...[ground.caseId, ground.side],
      )
      await add(ground, { kind: 'email', value: shared, postcode: '' })
      await ground.whole.runJobs()
      const page = `${personOf(ground)}/contact/${await pointOf(ground, shared)}`
      await press(ground, ground.coordinator, page, { safety: 'unsafe', voicemail_safety: 'unsafe', end: 'yes' })
    },
  },
  {
    name: 'they correct what was told of them: names and date of birth',
    act: (ground) =>
      press(ground, ground.coordinator, personOf(ground), {
        ...{ given_name: secret, family_name: secret, known_as: secret, former_names: secret, said_by: 'self' },
        ...dayFields('birth_date', Temporal.PlainDate.from('1981-04-07')),
      }),
  },
  {
    name: 'their details are gone through with them',
    act: (ground) =>
      press(ground, ground.coordinator, caseOf(ground), {}, { form: `${personOf(ground)}/confirmed` }).catch(() =>
        press(ground, ground.coordinator, personOf(ground), {}, { form: `${personOf(ground)}/confirmed` }),
      ),
  },
  {
    name: 'they want no more e-mail',
    act: async (ground) => {
      const page = `${personOf(ground)}/contact/${await pointOf(ground, secretMailbox)}`
      await press(ground, ground.coordinator, page, {}, { form: `${personOf(ground)}/no-email` })
      await ground.whole.runJobs()
    },
  },
]

/** Colleagues, and the searches and walls that they make for one of two. */
export const colleagueActs: readonly PrivateAct[] = [
  {
    name: 'a colleague looks for them',
    act: async (ground) => {
      await press(ground, ground.coordinator, '/office/search', { q: secret })
      const { html } = await ground.coordinator.get('/office/search')
      const form = /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? ''
      await ground.coordinator.post('/office/search/possible', { _form: form, q: secret })
      ground.taken.add('/office/search/possible')
    },
  },
  {
    name: 'a mediator who has not their file declares to know them, and a supervisor opens it again',
    act: async (ground) => {
      const colleague = await ground.whole.signedIn('coordinator', 'Knows Somebody')
      await press(ground, colleague, `${caseOf(ground)}/conflict`, { person: ground.person })
      const wall = await idOf(ground, 'SELECT id FROM ev.wall WHERE person_id = $1', ground.person)
      await press(ground, ground.supervisor, `/office/walls/${wall}/lift`, { reason: secret })
    },
  },
  {
    name: 'they do not want to be known again, and then do',
    act: async (ground) => {
      const { coordinator } = ground
      for (const wanted of ['no', 'yes'])
        await press(ground, coordinator, `${caseOf(ground)}/cards`, { side: 'B', wanted })
    },
  },
  {
    name: 'their file is kept from destruction because they complain, and let go again',
    act: async (ground) => {
      const page = `/office/retention/cases/${ground.caseId}`
      const typed = {
        part: 'B',
        category: 'all',
        kind: 'complaint',
        authority: 'person',
        reason: secret,
        review: 'P1M',
      }
      await press(ground, ground.privacyOfficer, page, typed, { form: `${page}/holds` })
      const hold = await idOf(ground, 'SELECT id FROM ev.hold WHERE case_id = $1 AND lifted_at IS NULL', ground.caseId)
      await press(ground, ground.privacyOfficer, page, {}, { form: `${page}/holds/${hold}/lift` })
    },
  },
]
