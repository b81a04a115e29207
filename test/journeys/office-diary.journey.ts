import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test, weekdayAhead } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** Every project and every journey has days of its own: a mediator is booked once at a time, whoever books. */
const dayFor = (weeks: number): string =>
  weekdayAhead(30 + 60 * ['desk', 'phone', 'without-script'].indexOf(test.info().project.name) + weeks * 7)

async function fillSlot(walk: Walk, slot: { day: string; time: string; where: string }): Promise<void> {
  const { page } = walk
  await walk.fillDate('Date', slot.day)
  await page.getByLabel('Time', { exact: true }).fill(slot.time)
  await page.getByLabel('Where', { exact: true }).selectOption({ label: slot.where })
}

const longDay = (day: string) =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

test('a MIAM is booked, moved, given to another mediator and cancelled, and each is told apart', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  const [day, later] = [dayFor(0), dayFor(1)]
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.press('Book a MIAM or session')
  await walk.press('Book')
  await expect(page).toHaveTitle(/^Error: /)
  await walk.choose('What is it?', `MIAM with ${a.given}`)
  await fillSlot(walk, { day, time: '10:00', where: 'Garden room, The Old Library' })
  await walk.pressTwice('Book')
  await walk.expectHeading(`MIAM with ${a.given} ${a.family}`)
  await expect(walk.row('When')).toContainText(longDay(day))
  await expect(walk.row(`${a.given} ${a.family}`)).toContainText('Expected')
  const appointment = new URL(page.url()).pathname

  await walk.follow('Change time or place')
  await expect(page.getByLabel('Where', { exact: true })).toHaveValue(/.+/)
  await fillSlot(walk, { day: later, time: '2pm', where: 'By telephone' })
  await walk.press('Move')
  await expect(walk.row('When')).toContainText(longDay(later))
  await expect(page.getByText(`There is no safe telephone number for ${a.given}`)).toBeVisible()

  await walk.follow('Change mediator')
  await page.getByLabel('Mediator').selectOption({ label: 'Meera Lal' })
  await walk.press('Change')
  await walk.go(appointment)
  await expect(walk.row('Mediator')).toContainText('Meera Lal')

  await walk.follow('Cancel this appointment')
  await walk.choose('Who asked?', `${a.given} ${a.family}`)
  await walk.press('Cancel the appointment')
  await expect(walk.row('Status')).toContainText('Cancelled')
  await walk.go(address)
  await expect(walk.part('Messages').getByRole('row')).toHaveCount(4)
  await walk.follow('Appointment booked')
  await expect(page.getByText(b.given)).toHaveCount(0)
  await expect(page.getByText(b.family)).toHaveCount(0)
})

test('the same mediator or room is not booked twice: other times are offered', async ({ walk }) => {
  const { page } = walk
  const day = dayFor(2)
  const [first, second] = [newCouple(), newCouple()]
  await walk.become('Ruth Okafor')
  for (const couple of [first, second]) {
    await openCase(walk, couple, 'Siân Beddoe')
    await walk.press('Book a MIAM or session')
    await walk.choose('What is it?', 'Session with both')
    await fillSlot(walk, { day, time: '11am', where: 'Small room, The Old Library' })
    await walk.press('Book')
  }
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('already')
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('11am')
  await fillSlot(walk, { day, time: '12:30', where: 'Small room, The Old Library' })
  await walk.press('Book')
  await walk.expectHeading(/^Session with /)

  await walk.go(`/office/diary?day=${day}`)
  await walk.expectHeading(new RegExp(longDay(day)))
  const shown = page.locator('.ev-diary-wide, .ev-diary-narrow').locator('visible=true')
  for (const time of [/11am/, /12:30pm/]) await expect(shown.getByRole('link', { name: time }).first()).toBeVisible()
  await walk.follow('Week')
  await walk.follow('By room')
  await expect(page.getByText('Small room').locator('visible=true').first()).toBeVisible()
  await walk.follow('Next week')
  await walk.follow('Previous week')
  await page.getByLabel('Go to').fill(day)
  await walk.press('Show')
  await expect(page.getByLabel('Go to')).toHaveValue(day)
})

test('each party gets a message of their own, with a calendar entry that says nothing of the other', async ({
  walk,
}) => {
  const { page } = walk
  const { a, b } = newCouple()
  const emailOfB = `${newName('bo')}@mail.example`
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.follow(`Add a way to reach ${b.given}`)
  await walk.choose('What is it?', 'E-mail')
  await page.getByLabel('Number, e-mail or address').fill(emailOfB)
  await walk.choose('Where does it come from?', 'From themselves')
  await walk.choose('Is it safe to use?', 'Safe')
  await walk.choose('Is it safe to leave a message?', 'Not asked')
  await walk.press('Save')
  await walk.go(`${address}/book`)
  await walk.choose('What is it?', 'Session with both')
  await fillSlot(walk, { day: dayFor(3), time: '9:30am', where: 'Reading room, The Old Library' })
  await walk.press('Book')
  await walk.go('/demonstration/outbox')
  for (const [email, other] of [
    [a.email, b],
    [emailOfB, a],
  ] as const) {
    const message = page.locator('article').filter({ hasText: email }).first()
    await expect(message).toContainText('BEGIN:VCALENDAR')
    for (const word of [other.given, other.family]) await expect(message).not.toContainText(word)
  }
})
