import { type Booking, bookAppointment } from '../../src/features/bookings/actions/book-appointment.ts'
import { type CancelledBy, cancelAppointment } from '../../src/features/bookings/actions/cancel-appointment.ts'
import { moveAppointment } from '../../src/features/bookings/actions/move-appointment.ts'
import { type Appointment, appointmentOf } from '../../src/features/bookings/data/appointment-reads.ts'
import { sendWaitingMessages } from '../../src/features/messages/jobs/send-waiting-messages.job.ts'
import type { MailMessage } from '../../src/platform/mail/mail-transport.ts'
import { asId, type Id, newId } from '../../src/values/ids.ts'
import { aCase, aRoom, type TestCase } from './a-case.ts'
import { type TestService, testService } from './service.ts'

const hour = 60

export const bookingTools = { serviceName: 'Harbour House' }

/** What makes an appointment one of both parties. */
export const withBoth = { kind: 'session', zone: 'both' } as const

/** What every change of an appointment says: which one, and how it looked. */
export const changeOf = (appointmentId: Id, revision = 0) => ({ key: newId(), appointmentId, revision })

export interface WrittenMessage {
  readonly zone: string
  readonly channel: string
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly calendar_entry: string | null
  readonly status: string
}

/** Takes away every appointment with what follows from it. */
export async function clearDiary(service: TestService): Promise<void> {
  const offered = ['party_act', 'time_choice', 'time_answer', 'offered_time', 'time_offer']
  for (const table of ['task', 'message', ...offered, 'missed_fee', 'attendance', 'booking_exception', 'appointment'])
    await service.look(`DELETE FROM ev.${table}`)
}

/** A coordinator and a room that stay, and for each test an empty diary, two mediators, and a case with a safe way to reach each party. */
export class BookingGround {
  readonly service: TestService
  readonly coordinator: Id
  readonly room: Id
  mediator = asId(newId())
  colleague = asId(newId())
  #file: TestCase | null = null

  private constructor(service: TestService, coordinator: Id, room: Id) {
    this.service = service
    this.coordinator = coordinator
    this.room = room
  }

  static async make(): Promise<BookingGround> {
    const service = await testService()
    const setting = 'INSERT INTO ev.setting (key, value, in_force_from) VALUES ($1, $2, $3)'
    await service.look(setting, ['contact.email', 'office@harbour.example', '2020-01-01'])
    await service.look(setting, ['contact.telephone', '01603 555 123', '2020-01-01'])
    return new BookingGround(service, (await service.staff('coordinator')).id, await aRoom(service, 'Garden room'))
  }

  /** The case that is booked for. */
  get file(): TestCase {
    if (!this.#file) throw new Error('no test has begun')
    return this.#file
  }

  set file(file: TestCase) {
    this.#file = file
  }

  async begin(): Promise<void> {
    await clearDiary(this.service)
    this.mediator = (await this.service.staff('mediator')).id
    this.colleague = (await this.service.staff('mediator')).id
    this.file = await aCase(this.service, {
      mediator: this.mediator,
      A: { name: ['Alex', 'Canarya'], email: ['alexcanary@mail.example', 'safe'] },
      B: { name: ['Sam', 'Canaryb'], email: ['samcanary@mail.example', 'safe'] },
    })
  }

  /** 10am in London, so many days and hours from today's. */
  inDays(days: number, hours = 0): Temporal.Instant {
    const today = this.service.clock.now().toZonedDateTimeISO('Europe/London')
    return today.add({ days }).with({ hour: 10, minute: 0 }).add({ hours }).toInstant()
  }

  /** An hour of A's MIAM in the room, or what `more` makes of it. */
  slotAt(startsAt: Temporal.Instant, more: Partial<Booking> = {}): Booking {
    return {
      ...{ key: newId(), caseId: this.file.caseId, kind: 'miam', zone: 'A', mediatorId: this.mediator },
      ...{ means: 'room', roomId: this.room, startsAt, endsAt: startsAt.add({ minutes: hour }) },
      ...more,
    }
  }

  book(booking: Booking) {
    return bookAppointment(this.service.desk.office, this.coordinator, booking, bookingTools)
  }

  /** Books what must succeed. */
  async booked(booking: Booking): Promise<Id> {
    const outcome = await this.book(booking)
    if (!outcome.done) throw new Error(outcome.reason)
    return asId(outcome.value.appointmentId ?? '')
  }

  move(id: Id, to: Booking, revision = 0) {
    const moving = { ...to, ...changeOf(id, revision) }
    return moveAppointment(this.service.desk.office, this.coordinator, moving, bookingTools)
  }

  cancel(id: Id, by: CancelledBy, revision = 0) {
    const cancelling = { ...changeOf(id, revision), by }
    return cancelAppointment(this.service.desk.office, this.coordinator, cancelling, bookingTools)
  }

  /** As the coordinator sees it, or somebody else. */
  read(id: Id, actor = this.coordinator): Promise<Appointment | null> {
    const deed = { purpose: 'booking', deed: 'appointment.opened' } as const
    return this.service.desk.office.read(actor, deed, (scope) => appointmentOf(scope, id))
  }

  written(): Promise<WrittenMessage[]> {
    return this.service.look<WrittenMessage>(
      'SELECT zone, channel, template, recipient, subject, body, calendar_entry, status FROM ev.message ORDER BY made_at, zone',
    )
  }

  tasks(): Promise<{ kind: string }[]> {
    return this.service.look<{ kind: string }>('SELECT kind FROM ev.task WHERE done_at IS NULL ORDER BY kind')
  }

  /** Sends what waits; answers what went. */
  async send(): Promise<MailMessage[]> {
    const sent: MailMessage[] = []
    const transport = { deliver: async (message: MailMessage) => void sent.push(message) }
    const mail = { transport, from: 'office@harbour.example' }
    await sendWaitingMessages('case', { mail, ...bookingTools }).run(this.service.desk.worker)
    return sent
  }
}
