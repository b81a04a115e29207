import { stranger } from './doors.ts'
import { idOf, type PrivateAct, type PrivateGround, press, secret } from './ground.ts'

const invitationOf = async (ground: PrivateGround) =>
  `/office/invitations/${await idOf(ground, 'UPDATE ev.invitation SET outcome = NULL, outcome_on = NULL WHERE case_id = $1 RETURNING id', ground.caseId)}`

const answers = ['attend', 'decline', 'not_me', 'unsafe', 'remove_me'] as const

/** Every answer that can be given to an invitation, one after the other, by the page and by telephone. */
const answerActs = answers.map(
  (answer): PrivateAct => ({
    name: `they answer the invitation: ${answer}`,
    by: 'B',
    first: invitationOf,
    act: async (ground) => {
      const page = await invitationOf(ground)
      const rang = { answer, way: 'telephone', reach: secret }
      await press(ground, ground.coordinator, page, rang, { form: `${page}/answer` })
      await ground.whole.runJobs()
    },
  }),
)

export const invitationActs: readonly PrivateAct[] = [
  {
    name: 'they are invited by letter, and answer by its page',
    by: 'B',
    first: invitationOf,
    act: async (ground) => {
      const page = await invitationOf(ground)
      await press(ground, ground.mediator, page, { decision: 'unnamed' }, { form: `${page}/clearance` })
      await press(ground, ground.coordinator, page, {}, { form: `${page}/send` })
      await ground.whole.runJobs()
      const letter = await idOf(
        ground,
        'SELECT body AS id FROM ev.message WHERE about_id = $1 ORDER BY id DESC LIMIT 1',
        page.split('/').at(-1),
      )
      const code = /\/reply\/(\S+)/.exec(letter)?.[1] ?? ''
      await press(ground, stranger(ground), '/reply', { code })
      const visitor = stranger(ground)
      await press(ground, visitor, `/reply/${code}`, { answer: 'attend', sure: 'yes', reach: secret })
      await ground.whole.runJobs()
    },
  },
  ...answerActs,
  {
    name: 'it is noted how inviting them ended',
    by: 'B',
    first: invitationOf,
    act: async (ground) => {
      const page = await invitationOf(ground)
      await press(ground, ground.coordinator, page, { outcome: 'declined' }, { form: `${page}/outcome` })
      await ground.whole.runJobs()
    },
  },
]
