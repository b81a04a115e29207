import { comesIn, mailOf } from '../mails.ts'
import {
  dayFields,
  ledTo,
  mustBeTaken,
  type PrivateAct,
  type PrivateGround,
  press,
  secret,
  secretMailbox,
  today,
} from './ground.ts'

const mailFrom = async (ground: PrivateGround, from: string) =>
  comesIn(
    ground.whole,
    await mailOf({
      ...{ from: `Somebody <${from}>`, subject: `${secret} about ${ground.world.live.reference}`, text: secret },
      attachments: [{ filename: 'kept-apart.txt', content: secret }],
    }),
  )

/** What reaches the office from one of two. */
export const postActs: readonly PrivateAct[] = [
  {
    name: 'an e-mail of theirs comes in',
    act: async (ground) => {
      await mailFrom(ground, secretMailbox)
      await ground.whole.runJobs()
    },
  },
  {
    name: 'an e-mail from an address that nobody knows is put to their side, one becomes an enquiry, one is laid aside',
    act: async (ground) => {
      const [known, asks, nothing] = [
        await mailFrom(ground, 'new-address@party.example'),
        await mailFrom(ground, 'another-address@party.example'),
        await mailFrom(ground, 'third-address@party.example'),
      ]
      const put = { zone: ground.side, legal_quality: 'open' }
      await press(ground, ground.coordinator, `/office/mailbox/${known}/cases/${ground.caseId}`, put)
      await press(
        ground,
        ground.coordinator,
        `/office/mailbox/${asks}`,
        {},
        { form: `/office/mailbox/${asks}/enquiry` },
      )
      await press(
        ground,
        ground.coordinator,
        `/office/mailbox/${nothing}`,
        {},
        { form: `/office/mailbox/${nothing}/aside` },
      )
      await ground.whole.runJobs()
    },
  },
  {
    name: 'a letter of theirs is typed in and put to their side',
    act: async (ground) => {
      const page = '/office/mailbox/letters/new'
      const { html } = await ground.coordinator.get(page)
      const form = new FormData()
      const typed = { _form: /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? '', sender: secret, subject: secret }
      for (const [name, value] of Object.entries({
        ...typed,
        body: secret,
        ...dayFields('received_on', today(ground)),
      }))
        form.append(name, value)
      const answer = await ground.coordinator.upload(page, form)
      mustBeTaken(page, answer)
      ground.taken.add(page)
      const letter = ledTo(answer, /mailbox\/([^/?]+)/)
      const put = { zone: ground.side, legal_quality: 'without_prejudice' }
      await press(ground, ground.coordinator, `/office/mailbox/${letter}/cases/${ground.caseId}`, put)
    },
  },
]
