import { caseOf, dayFields, idOf, type PrivateAct, type PrivateGround, press, secret, today } from './ground.ts'

const due = (ground: PrivateGround, days: number) => dayFields('due', today(ground).add({ days }))

/** What the office does about one of two. */
export const caseworkActs: readonly PrivateAct[] = [
  {
    name: 'a follow-up about them is added, moved and done',
    act: async (ground) => {
      const page = `${caseOf(ground)}/follow-ups/new`
      await press(ground, ground.coordinator, page, { words: secret, who: 'me', ...due(ground, 3) })
      const task = await idOf(
        ground,
        `SELECT id FROM ev.follow_up WHERE case_id = $1 AND words = $2`,
        ...[ground.caseId, secret],
      )
      const address = `${caseOf(ground)}/follow-ups/${task}`
      await press(ground, ground.coordinator, address, due(ground, 5), { form: `${address}/move` })
      await press(ground, ground.coordinator, address, {}, { form: `${address}/done` })
    },
  },
  {
    name: 'it is noted that they were given the notice',
    act: (ground) =>
      press(ground, ground.coordinator, `${caseOf(ground)}/file-items/new`, {
        ...{ item: 'notice', zone: ground.side, ...dayFields('on', today(ground)) },
      }),
  },
  {
    name: 'a folder of their paper gets a label and moves',
    act: async (ground) => {
      const made = await press(ground, ground.coordinator, `${caseOf(ground)}/paper/new`, { place: secret })
      const paper = made.location ?? ''
      const moved = { kind: 'put_away', place: `${secret} again` }
      await press(ground, ground.coordinator, paper, moved, { form: `${paper}/move` })
    },
  },
  {
    name: 'the office asks to close the case because of what they said, and a supervisor sends it back',
    first: ({ whole }) =>
      whole.db.look(`INSERT INTO ev.setting (key, value, in_force_from) VALUES ('closing.approval', 'always', $1)`, [
        whole.db.clock.now().toString(),
      ]),
    act: async (ground) => {
      await press(ground, ground.coordinator, `${caseOf(ground)}/close`, { outcome: 'agreement', reason: secret })
      const page = `/office/reviews/${ground.caseId}`
      const answer = { verdict: 'sent_back', answer: secret }
      await press(ground, ground.supervisor, page, answer, { form: `${page}/closure` })
      await press(ground, ground.supervisor, page, { note: secret }, { form: `${page}/looked-at` })
    },
  },
  {
    name: 'they tell of a child, and correct what is said of one',
    act: async (ground) => {
      const child = { given_name: secret, family_name: secret }
      await press(ground, ground.coordinator, `${caseOf(ground)}/children/new`, child)
      const made = await idOf(
        ground,
        'SELECT id FROM ev.child WHERE case_id = $1 ORDER BY made_at DESC LIMIT 1',
        ground.caseId,
      )
      await press(ground, ground.coordinator, `${caseOf(ground)}/children/${made}`, { ...child, given_name: 'Robin' })
    },
  },
]

const answerOf = (ground: PrivateGround, child: string, who: string, agreed: string) => {
  const page = `${caseOf(ground)}/children/${child}/meeting`
  const typed = { who, agreed, ...dayFields('on', today(ground)) }
  return press(ground, ground.coordinator, page, typed, { form: `${page}/agreement` })
}

/** A child is heard: what each parent answered is theirs, and what the child said is the child’s. */
export const childActs: readonly PrivateAct[] = [
  {
    name: 'their mediator writes down what they tell of a child’s arrangements',
    act: async (ground) => {
      const child = await idOf(ground, 'SELECT id FROM ev.child WHERE case_id = $1 ORDER BY id LIMIT 1', ground.caseId)
      const told = { by: ground.side, ...dayFields('said', today(ground)), lives: secret, school: secret }
      await press(ground, ground.mediator, `${caseOf(ground)}/children/${child}/arrangements`, told)
    },
  },
  {
    name: 'they do not let a child meet the mediator, and then they do',
    first: async (ground) => {
      await ground.whole.db.look('UPDATE ev.mediator_registration SET hears_children = true')
      const child = await idOf(ground, 'SELECT id FROM ev.child WHERE case_id = $1 ORDER BY id LIMIT 1', ground.caseId)
      ground.made.set('child', child)
    },
    act: async (ground) => {
      await answerOf(ground, ground.made.get('child') ?? '', ground.side, 'no')
      await answerOf(ground, ground.made.get('child') ?? '', ground.side, 'yes')
    },
  },
  {
    name: 'the meeting of the child is booked, held and written down, and they are told what may be told',
    first: async (ground) => {
      for (const who of ['A', 'B', 'child']) await answerOf(ground, ground.made.get('child') ?? '', who, 'yes')
    },
    act: async (ground) => {
      const { whole, coordinator, mediator, world, caseId } = ground
      const page = `${caseOf(ground)}/children/${ground.made.get('child')}/meeting`
      const at = { time: '20:00', ...dayFields('day', today(ground).add({ days: 20 })) }
      await press(ground, coordinator, page, { mediator: String(world.live.mediator), ...at }, { form: `${page}/book` })
      const meeting = await idOf(ground, 'SELECT id FROM ev.child_meeting WHERE case_id = $1', caseId)
      const past = whole.db.clock.now().subtract({ hours: 40 })
      const times = [meeting, past.toString(), past.add({ hours: 1 }).toString()]
      await whole.db.look('UPDATE ev.child_meeting SET starts_at = $2, ends_at = $3 WHERE id = $1', times)
      const its = `/office/child-meetings/${meeting}`
      await press(ground, coordinator, page, { status: 'held' }, { form: `${its}/settle` })
      await press(ground, mediator, its, { words: secret, may: 'may_tell' }, { form: `${its}/words` })
      const word = await idOf(ground, 'SELECT id FROM ev.child_word WHERE meeting_id = $1', meeting)
      await press(ground, mediator, its, {}, { form: `${its}/words/${word}/told` })
    },
  },
]
