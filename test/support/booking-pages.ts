import { bookingsPlugin } from '../../src/features/bookings/plugin.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aCase, aRoom, type TestCase } from './a-case.ts'
import { type Answered, askRoute } from './ask-route.ts'
import { bookingTools, clearDiary } from './booking-ground.ts'
import { type TestService, testService } from './service.ts'

const { routes } = bookingsPlugin(bookingTools)

/** The pages of bookings as a coordinator gets them; for each test an empty diary, a mediator and a case. */
export class BookingPages {
  readonly service: TestService
  readonly coordinator: Staff
  readonly room: Id
  #mediator: Staff | null = null
  #file: TestCase | null = null

  private constructor(service: TestService, coordinator: Staff, room: Id) {
    this.service = service
    this.coordinator = coordinator
    this.room = room
  }

  static async make(): Promise<BookingPages> {
    const service = await testService()
    return new BookingPages(service, await service.staff('coordinator'), await aRoom(service, 'Garden room'))
  }

  async begin(): Promise<void> {
    await clearDiary(this.service)
    this.#mediator = await this.service.staff('mediator', 'Morgan Hale')
    this.#file = await aCase(this.service, {
      mediator: this.#mediator.id,
      A: { name: ['Alex', 'Moss'], email: ['alex@mail.example', 'safe'] },
      B: { name: ['Sam', 'Reed'] },
    })
  }

  get mediator(): Staff {
    if (!this.#mediator) throw new Error('no test has begun')
    return this.#mediator
  }

  get file(): TestCase {
    if (!this.#file) throw new Error('no test has begun')
    return this.#file
  }

  get bookPath(): string {
    return `/office/cases/${this.file.caseId}/book`
  }

  ask(path: string, send?: Record<string, string>, staff = this.coordinator, key = newId()): Promise<Answered> {
    return askRoute(routes, { desk: this.service.desk.office, staff, path, key, ...(send ? { send } : {}) })
  }

  /** A form for a MIAM that is in order, or what `more` makes of it. */
  right(more: Record<string, string> = {}): Record<string, string> {
    return {
      ...{ what: 'miam-A', mediator: this.mediator.id, place: this.room, minutes: '60', time: '2:30pm' },
      ...{ 'date-day': '24', 'date-month': 'November', 'date-year': '2026' },
      ...more,
    }
  }

  /** Books; answers the appointment's address. */
  async bookedPath(more?: Record<string, string>): Promise<string> {
    const { redirect, html } = await this.ask(this.bookPath, this.right(more))
    if (!redirect) throw new Error(html)
    return redirect
  }

  async rows(table: 'appointment' | 'message'): Promise<number | undefined> {
    return (await this.service.look<{ n: number }>(`SELECT count(*)::int AS n FROM ev.${table}`))[0]?.n
  }
}
