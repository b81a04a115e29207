import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BookingGround } from '../../../test/support/booking-ground.ts'
import { readByBoth } from '../../../test/support/read-calendars.ts'
import { SubscribedCalendar, whyNoVdirsyncer } from '../../../test/support/vdirsyncer.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import { newId } from '../../values/ids.ts'
import { endFeed, feedAddress, makeFeed, newFeedToken } from './index.ts'

let ground: BookingGround
let whole: WholeService
beforeAll(async () => {
  ground = await BookingGround.make()
  whole = await wholeService(ground.service)
})
afterAll(async () => {
  await whole?.end()
  await ground?.service.end()
})
beforeEach(() => ground.begin())

const inIt = (calendar: SubscribedCalendar) => calendar.entries().flatMap((text) => readByBoth(text))

// Where the program is not there and cannot be installed, the two readers of feeds.db.test.ts are what there is.
if (whyNoVdirsyncer() === null)
  test('a calendar program that people use subscribes, follows what is moved and cancelled, and gets nothing once the address is ended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evenhand-calendar-'))
    const id = await ground.booked(ground.slotAt(ground.inDays(2)))
    const origin = new URL(await whole.app.listen({ host: '127.0.0.1', port: 0 }))
    const token = newFeedToken()
    const made = { key: newId(), feedId: newId(), token, wording: 'reference' } as const
    await makeFeed(whole.service.desks.desk.office, ground.mediator, made)
    const calendar = new SubscribedCalendar(folder, feedAddress(origin, token).https)

    await calendar.fetch()
    const title = `${ground.file.reference}, first meeting`
    expect(inIt(calendar)).toMatchObject([{ title, start: ground.inDays(2).toString(), sequence: 0 }])
    await ground.move(id, ground.slotAt(ground.inDays(3)))
    await calendar.fetch()
    expect(inIt(calendar)).toMatchObject([{ title, start: ground.inDays(3).toString(), sequence: 1 }])
    await ground.cancel(id, 'service', 1)
    await calendar.fetch()
    expect(inIt(calendar)).toMatchObject([{ status: 'CANCELLED', sequence: 2 }])
    await endFeed(whole.service.desks.desk.office, ground.mediator)
    await expect(calendar.fetch()).rejects.toThrow('Not Found')
    await rm(folder, { recursive: true, force: true })
  }, 120_000)
