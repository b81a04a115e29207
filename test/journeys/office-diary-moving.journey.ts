import { shortDate } from '../../src/ui/dates.ts'
import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const nextWeekday = (day: string): string => {
  const next = Temporal.PlainDate.from(day).add({ days: 1 })
  return next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }).toString() : next.toString()
}

/** A Monday to Thursday that no other journey and no other project books on, with a day after it in the same week. */
function dayFor(number: number): string {
  const project = ['desk', 'phone', 'without-script'].indexOf(test.info().project.name)
  let day = weekdayAhead(230 + 42 * project + 7 * number)
  while (Temporal.PlainDate.from(day).dayOfWeek > 3) day = nextWeekday(day)
  return day
}

/** A phone has lists, in which nothing is dragged: whoever drags has a wider screen, on which the whole day stands. */
const tablet = { width: 1180, height: 1200 }

const shortDay = (day: string) => shortDate(Temporal.PlainDate.from(day))

/** Opens a case and books A's MIAM with Hugh Penrose, in a room. Answers its address and the family name that the diary shows. */
async function book(walk: Walk, slot: { day: string; time: string; room: string }) {
  const { page } = walk
  const couple = newCouple()
  await openCase(walk, couple)
  await walk.press('Book a MIAM or session')
  await walk.choose('What is it?', `MIAM with ${couple.a.given}`)
  await walk.fillDate('Date', slot.day)
  await page.getByLabel('Time', { exact: true }).fill(slot.time)
  await page.getByLabel('Where', { exact: true }).selectOption({ label: `${slot.room}, The Old Library` })
  await walk.press('Book')
  await walk.expectHeading(`MIAM with ${couple.a.given} ${couple.a.family}`)
  return { address: new URL(page.url()).pathname, name: couple.a.family, given: couple.a.given }
}

/** Under the name of a mediator of whom none are recorded stands that there are no hours. */
async function headOf(walk: Walk, column: string): Promise<number> {
  const heads = await walk.page.locator('table[data-diary] thead th').allInnerTexts()
  const index = heads.findIndex((it) => it.startsWith(column))
  expect(index, `${column} among ${heads}`).toBeGreaterThan(0)
  return index
}

/** Where something stands in the table of a day: a column by its head, a row by its time. */
async function cell(walk: Walk, column: string, time: string) {
  const index = await headOf(walk, column)
  const row = walk.page.locator(`tr[data-time="${time}"]`)
  // The head of the hour stands in each fourth row alone.
  return row.locator('td').nth(index - 1)
}

const entry = (walk: Walk, name: string) => walk.page.locator('table[data-diary] a').filter({ hasText: name })

test('an appointment is dragged to another time, and to another mediator @script', async ({ walk }) => {
  const { page } = walk
  await page.setViewportSize(tablet)
  const day = dayFor(0)
  await walk.become('Ruth Okafor')
  const { address, name } = await book(walk, { day, time: '10am', room: 'Garden room' })
  await walk.go(`/office/diary?day=${day}`)
  await entry(walk, name).dragTo(await cell(walk, 'Hugh Penrose', '14:30'))
  const dialog = page.getByRole('dialog', { name: `MIAM, ${name}: move to 14:30?` })
  await expect(dialog).toContainText('told in their own message')
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(entry(walk, name)).toContainText('10am to 11am')
  await entry(walk, name).dragTo(await cell(walk, 'Hugh Penrose', '14:30'))
  await walk.press('Move')
  await expect(entry(walk, name)).toContainText('2:30pm to 3:30pm')
  await expect(entry(walk, name)).toBeFocused()
  await expect(page.getByRole('status')).toContainText(`Moved: MIAM, ${name}`)

  await entry(walk, name).dragTo(await cell(walk, 'Meera Lal', '14:30'))
  await expect(page.getByRole('dialog')).toContainText('move to 14:30, Meera Lal?')
  await expect(page.getByRole('dialog')).toContainText('Nobody is told')
  await walk.press('Move')
  await walk.go(address)
  await expect(walk.row('Mediator')).toContainText('Meera Lal')
  await expect(walk.row('When')).toContainText('2:30pm to 3:30pm')
})

test('an appointment is moved by keys alone, to another time, mediator and day @script', async ({ walk }) => {
  const { page } = walk
  await page.setViewportSize(tablet)
  const day = dayFor(1)
  const after = nextWeekday(day)
  const { keyboard } = page
  await walk.become('Ruth Okafor')
  const { address, name } = await book(walk, { day, time: '10am', room: 'Garden room' })
  await walk.go(`/office/diary?day=${day}`)
  await entry(walk, name).focus()
  await keyboard.press('m')
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('status')).toHaveText('Move to 11:00? Press Enter.')
  await keyboard.press('Escape')
  await expect(entry(walk, name)).toBeFocused()
  await keyboard.press('m')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await keyboard.press(key)
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('move to 11:00?')
  await walk.leave(() => keyboard.press('Enter'))
  await expect(entry(walk, name)).toContainText('11am to midday')
  await expect(entry(walk, name)).toBeFocused()

  const [from, to] = [await headOf(walk, 'Hugh Penrose'), await headOf(walk, 'Meera Lal')]
  await keyboard.press('m')
  for (let at = from; at !== to; at += Math.sign(to - from))
    await keyboard.press(to > from ? 'ArrowRight' : 'ArrowLeft')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Meera Lal')
  await walk.leave(() => keyboard.press('Enter'))
  await walk.follow('Week')
  await entry(walk, name).focus()
  await keyboard.press('m')
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('status')).toContainText(shortDay(after))
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText(`move to ${shortDay(after)}`)
  await walk.leave(() => keyboard.press('Enter'))
  await expect(entry(walk, name)).toBeFocused()
  await walk.go(address)
  await expect(walk.row('When')).toContainText('11am to midday')
  await expect(walk.row('When')).toContainText(
    Temporal.PlainDate.from(after).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
  )
  await expect(walk.row('Mediator')).toContainText('Meera Lal')
})

test('what is dragged where it cannot be is refused calmly, with all that was asked @script', async ({ walk }) => {
  const { page } = walk
  await page.setViewportSize(tablet)
  const day = dayFor(2)
  await walk.become('Ruth Okafor')
  const first = await book(walk, { day, time: '10am', room: 'Garden room' })
  const second = await book(walk, { day, time: '1pm', room: 'Garden room' })
  await walk.go(`/office/diary?day=${day}`)
  // Half of it would be in the other's time.
  await entry(walk, second.name).dragTo(await cell(walk, 'Hugh Penrose', '09:30'))
  await walk.press('Move')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('already has an appointment then')
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('09:30')
  await page.getByRole('group', { name: 'Free from then on' }).getByRole('radio').first().check()
  await walk.press('Move')
  await expect(page).toHaveURL(/\/office\/diary\?/)
  await expect(entry(walk, first.name)).toContainText('10am to 11am')
  await expect(entry(walk, second.name)).not.toContainText('1pm to 2pm')
})

test('without dragging the form does the same, also on a phone', async ({ walk }) => {
  const { page } = walk
  const day = dayFor(3)
  const after = nextWeekday(day)
  await walk.become('Ruth Okafor')
  const { address, name, given } = await book(walk, { day, time: '10am', room: 'Small room' })
  const shown = page.locator('.ev-diary-wide, .ev-diary-narrow').locator('visible=true')
  for (const view of ['day', 'week']) {
    await walk.go(`/office/diary?day=${day}&view=${view}`)
    // In a day the words stand inside the link; in the lists of a phone beside it.
    const found = shown.locator('a, li').filter({ hasText: name }).first()
    await expect(found).toContainText('10am to 11am')
  }
  await walk.leave(() => shown.getByRole('link', { name: '10am to 11am' }).first().click())
  await walk.expectHeading(`MIAM with ${given} ${name}`)
  await walk.follow('Change time or place')
  await page.getByLabel('Time', { exact: true }).fill('7am')
  await page.getByLabel('Mediator').selectOption({ label: 'Meera Lal' })
  await walk.press('Move')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('does not work then')
  await expect(page.getByLabel('Mediator')).not.toHaveValue('')
  await walk.fillDate('Date', after)
  await page.getByLabel('Time', { exact: true }).fill('2pm')
  await walk.press('Move')
  await expect(walk.row('When')).toContainText('2pm to 3pm')
  await expect(walk.row('Mediator')).toContainText('Meera Lal')
  expect(new URL(page.url()).pathname).toBe(address)
})
