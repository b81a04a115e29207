import MailComposer from 'nodemailer/lib/mail-composer'
import { keepMail, type MailboxTools, recordLetter, sortPost } from '../../src/features/mailbox/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { newId } from '../../src/values/ids.ts'
import type { WholeService } from './whole-service.ts'

/** What nodemailer makes a message of. */
export type MailParts = NonNullable<ConstructorParameters<typeof MailComposer>[0]>

/** A message as a server hands it over. */
export const mailOf = (parts: MailParts): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const usual = { from: 'Ade Brook <ade@brook.example>', to: 'office@service.example', subject: 'A question' }
    new MailComposer({ ...usual, ...parts })
      .compile()
      .build((error, message) => (error ? reject(error) : resolve(message)))
  })

/** A message written by hand, line by line. */
export const rawMail = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1')

export const mailboxOf = ({ service }: Pick<WholeService, 'service'>): MailboxTools => ({
  ...{ vault: service.vault, keyring: service.keyring, scanner: service.scanner },
  addresses: ['office@service.example'],
})

/** Lets a message come in as from the mailbox, and has it sorted. Answers its row. */
export async function comesIn(whole: WholeService, raw: Uint8Array): Promise<Id> {
  const before = await whole.db.look<{ id: Id }>('SELECT id FROM ev.post')
  const desk = whole.service.desks.desk.worker
  await keepMail(desk, mailboxOf(whole), raw)
  await sortPost(desk, mailboxOf(whole))
  const after = await whole.db.look<{ id: Id }>('SELECT id FROM ev.post')
  const [made] = after.filter(({ id }) => !before.some((it) => it.id === id))
  if (!made) throw new Error('the message was not kept')
  return made.id
}

/** A letter that a colleague typed in and that waits for a decision. */
export async function letterTo(whole: WholeService, actor: Id): Promise<Id> {
  const outcome = await recordLetter(whole.service.desks.desk.office, mailboxOf(whole), actor, {
    ...{ key: newId(), senderName: 'Ade Brook', subject: 'Dates', body: 'I can come on Monday.', scan: null },
    receivedOn: Temporal.PlainDate.from('2026-11-20'),
  })
  if (!outcome.done) throw new Error(outcome.reason)
  return outcome.value.postId as Id
}
