import { stranger } from './doors.ts'
import { idOf, mustBeTaken, type PrivateAct, type PrivateGround, press, secret } from './ground.ts'

const said = { about: 'both', details: secret, wanted: secret, about_whom: secret }
const latest = (ground: PrivateGround, channel: string) =>
  idOf(ground, 'SELECT id FROM ev.complaint WHERE channel = $1 ORDER BY made_at DESC, id LIMIT 1', channel)

/** What one of two complains about, and all that the office does with it short of telling the other. */
export const complaintActs: readonly PrivateAct[] = [
  {
    name: 'they complain while signed in',
    act: async (ground) => {
      await press(ground, ground.own, '/portal/complaint', said)
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they complain on the website',
    act: async (ground) => {
      const page = '/complain'
      const typed = { ...said, made_for: 'self', given_name: secret, given_contact: secret }
      mustBeTaken(page, await stranger(ground).send(page, typed, page, 5_000))
      ground.taken.add(page)
    },
  },
  {
    name: 'their solicitor complains for them by letter; it is looked into, and answered',
    act: async (ground) => {
      const { coordinator } = ground
      const letter = { ...said, channel: 'letter', made_for: 'represented', representative: secret }
      const more = { organisation: secret, given_name: secret, given_contact: secret }
      await press(ground, coordinator, '/office/complaints/new', { ...letter, ...more })
      const page = `/office/complaints/${await latest(ground, 'letter')}`
      const name = await idOf(ground, `SELECT family_name AS id FROM ev.person WHERE id = $1`, ground.person)
      const act = (form: string, typed: Record<string, string>, from = page) =>
        press(ground, coordinator, from, typed, { form: `${page}/${form}` })
      await act('match', { person: ground.person }, `${page}?q=${encodeURIComponent(name)}`)
      await act('acknowledge', { told: 'spoken' })
      await act('colleague', { colleague: '' })
      await act('enquire', { kind: 'asked', of_whom: secret, words: secret })
      await act('progress', { progress_told: 'spoken' })
      const answer = { outcome: 'upheld', answer: secret, cause: 'delay', changed: secret, answer_told: 'spoken' }
      await act('answer', answer)
      await ground.whole.runJobs()
    },
  },
]
