import { type NewMessage, writeMessage } from '../../src/features/messages/data/message-writes.ts'
import type { MailWay, TextWay } from '../../src/features/messages/jobs/carriers.ts'
import { sendWaitingMessages, sendWaitingTexts } from '../../src/features/messages/jobs/send-waiting-messages.job.ts'
import type { DeliveryFailure } from '../../src/platform/delivery-failure.ts'
import type { MailMessage } from '../../src/platform/mail/mail-transport.ts'
import { asId, type Id, newId } from '../../src/values/ids.ts'
import { done } from '../../src/values/outcome.ts'
import { aCase, type TestCase } from './a-case.ts'
import { type TestService, testService } from './service.ts'

export type MailAnswer = 'taken' | DeliveryFailure

/** A mail server of our own making: what it took, and what it answers next. */
export function mailServer(answer: () => MailAnswer = () => 'taken') {
  const taken: MailMessage[] = []
  const deliver = async (message: MailMessage) => {
    const said = answer()
    if (said !== 'taken') throw said
    taken.push(message)
  }
  return { taken, way: { transport: { deliver }, from: 'office@harbour.example' } satisfies MailWay }
}

/** What confirms an enquiry by e-mail. */
export const toEnquirer = (enquiryId: Id): NewMessage => ({
  ...{ enquiryId, zone: 'office', channel: 'email', template: 'enquiry-received', recipient: 'ali@mail.example' },
  ...{ subject: 'We have your message', body: 'Hello' },
})

/** A coordinator who stays, and for each test no message at all and a case whose parties can both be written to. */
export class MessageGround {
  readonly service: TestService
  readonly coordinator: Id
  #file: TestCase | null = null

  private constructor(service: TestService, coordinator: Id) {
    this.service = service
    this.coordinator = coordinator
  }

  static async make(): Promise<MessageGround> {
    const service = await testService()
    return new MessageGround(service, (await service.staff('coordinator')).id)
  }

  /** The case that is written about. */
  get file(): TestCase {
    if (!this.#file) throw new Error('no test has begun')
    return this.#file
  }

  async begin(): Promise<void> {
    await this.service.look('DELETE FROM ev.task')
    await this.service.look('DELETE FROM ev.message')
    this.#file = await aCase(this.service, {
      A: { email: ['alex@mail.example', 'safe'], address: ['1 High Street\nNorwich\nNR1 3AA', 'safe'] },
      B: { email: ['sam@mail.example', 'safe'] },
    })
  }

  /** An e-mail to A, or what `more` makes of it. */
  toA(more: Partial<NewMessage> = {}): NewMessage {
    return {
      caseId: this.file.caseId,
      personId: this.file.A.personId,
      contactPointId: asId(this.file.A.emailId ?? ''),
      zone: 'A',
      channel: 'email',
      template: 'appointment-booked',
      recipient: 'alex@mail.example',
      subject: 'Your appointment',
      body: 'It is on Tuesday.',
      ...more,
    }
  }

  /** Writes a message as an action of the office would. */
  async write(message: NewMessage): Promise<Id> {
    const purpose = message.caseId ? 'booking' : 'enquiries'
    const outcome = await this.service.desk.office.act(
      this.coordinator,
      { purpose, deed: 'message.written', key: newId() },
      async (scope) => done({ id: await writeMessage(scope, message) }),
    )
    if (!outcome.done) throw new Error('not written')
    return asId(outcome.value.id ?? '')
  }

  async anEnquiry(email = 'ali@mail.example', safety = 'safe'): Promise<Id> {
    const id = newId()
    await this.service.look(
      `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name, email, email_safety)
       VALUES ($1, $2, 'contact_form', 'Ali', 'Ahmed', $3, $4)`,
      [id, `E-${id.slice(0, 8)}`, email, safety],
    )
    return id
  }

  /** One tick of the job that sends; answers how many it dealt with. */
  send(mail: MailWay, of: 'case' | 'enquiry' = 'case'): Promise<number> {
    return sendWaitingMessages(of, { mail, serviceName: 'Harbour Mediation' }).run(this.service.desk.worker)
  }

  /** One tick of the job that sends texts. */
  sendTexts(texts: TextWay): Promise<number> {
    return sendWaitingTexts({ mail: null, texts, serviceName: 'Harbour Mediation' }).run(this.service.desk.worker)
  }

  async statusOf(id: Id): Promise<{ status: string; attempts: number } | undefined> {
    const sql = 'SELECT status, attempts FROM ev.message WHERE id = $1'
    return (await this.service.look<{ status: string; attempts: number }>(sql, [id]))[0]
  }

  /** The kinds of the tasks that are open. */
  async tasks(): Promise<string[]> {
    const sql = 'SELECT kind FROM ev.task WHERE done_at IS NULL ORDER BY kind'
    return (await this.service.look<{ kind: string }>(sql)).map((it) => it.kind)
  }
}
