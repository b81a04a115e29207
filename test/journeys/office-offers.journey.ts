import { type Couple, newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** Every project and every journey has days of its own. */
const project = () => ['desk', 'phone', 'without-script'].indexOf(test.info().project.name)
const daysFor = (weeks: number) => {
  const first = weekdayAhead(240 + 60 * project() + weeks * 14)
  const last = Temporal.PlainDate.from(first).add({ days: 6 }).toString()
  const answerBy = Temporal.PlainDate.from(first).subtract({ days: 3 }).toString()
  return { first, last, answerBy }
}

/** Offers the first two times that are free, from the page of the case. */
async function offer(walk: Walk, what: string, weeks: number): Promise<void> {
  const { page } = walk
  const { first, last, answerBy } = daysFor(weeks)
  await walk.follow('Offer times')
  await walk.expectHeading('Times offered')
  await walk.leave(() => page.getByRole('main').getByRole('button', { name: 'Offer times' }).click())
  await walk.choose('What is it?', what)
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'By telephone' })
  await walk.fillDate('From which day', first)
  await walk.fillDate('Until which day', last)
  await walk.fillDate('By when should they answer?', answerBy)
  await walk.press('Find free times')
  const times = page.getByRole('group', { name: 'Which times do you offer?' }).getByRole('checkbox')
  await walk.press('Offer these times')
  await expect(page).toHaveTitle(/^Error: /)
  await times.nth(0).check()
  await times.nth(1).check()
  await walk.press('Offer these times')
  await walk.expectHeading(/^Times offered: /)
}

/** Signs a party in by a code on paper. */
async function partyOf(walk: Walk, address: string, given: string, somebodyElse: () => Promise<Walk>): Promise<Walk> {
  await walk.go(address)
  await walk.follow(`Make a code on paper for ${given}`)
  await walk.press('Make the code and print it')
  const words = (await walk.page.getByRole('main').textContent()) ?? ''
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''
  const party = await somebodyElse()
  await party.go('/portal/code')
  await party.page.getByLabel('Code', { exact: true }).fill(code)
  await party.press('Continue')
  await party.expectHeading('What happens next')
  return party
}

const openedFor = async (walk: Walk): Promise<{ couple: Couple; address: string }> => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  return { couple, address: await openCase(walk, couple) }
}

test('a party takes a time that is offered to them, and cancels it in time', async ({ walk, somebodyElse }) => {
  const { couple, address } = await openedFor(walk)
  const { a, b } = couple
  await offer(walk, `MIAM with ${a.given}`, 0)
  await expect(walk.row(a.given)).toContainText('Has not answered')
  const theirs = new URL(walk.page.url()).pathname

  const party = await partyOf(walk, address, a.given, somebodyElse)
  const { page } = party
  await party.follow('Look at the times')
  await party.expectHeading('Times to choose from')
  await party.press('Book this time')
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByRole('group', { name: 'Choose a time' }).getByRole('radio').first().check()
  await party.press('Book this time')
  await expect(page.getByText('Your appointment is booked.')).toBeVisible()
  await expect(page.getByText(b.given)).toHaveCount(0)
  await walk.go(theirs)
  await expect(walk.row('State')).toContainText('Booked')
  await walk.follow('The appointment')
  await expect(walk.row('Status')).toContainText('Booked')

  await party.follow('Cancel it')
  await party.expectHeading('Cancel your appointment?')
  await expect(page.getByText('costs you nothing')).toBeVisible()
  await party.press('Cancel this appointment')
  await expect(page.getByText('Your appointment is cancelled.')).toBeVisible()
  await walk.go(new URL(walk.page.url()).pathname)
  await expect(walk.row('Status')).toContainText('Cancelled')
  await expect(walk.row('Missed by')).toContainText('Nothing is asked')
})

test('both say privately which times they can do, and the office books where they meet', async ({
  walk,
  somebodyElse,
}) => {
  const { couple, address } = await openedFor(walk)
  const { a, b } = couple
  await offer(walk, 'Session with both', 2)
  const theirs = new URL(walk.page.url()).pathname

  for (const [given, ticked, words] of [
    [a.given, [0, 1], 'Not on Mondays please'],
    [b.given, [1], ''],
  ] as const) {
    const party = await partyOf(walk, address, given, somebodyElse)
    await party.follow('Look at the times')
    const times = party.page.getByRole('group', { name: 'Which of these times can you do?' }).getByRole('checkbox')
    for (const place of [0, 1]) await expect(times.nth(place)).not.toBeChecked()
    await expect(party.page.getByText('Not on Mondays please')).toHaveCount(0)
    for (const place of ticked) await times.nth(place).check()
    await party.page.getByLabel('What else would suit you? (optional)').fill(words)
    await party.press('Send my answer')
    await expect(party.page.getByText('We have your answer. We get in touch')).toBeVisible()
  }

  await walk.go(theirs)
  await expect(walk.row(a.given)).toContainText('Not on Mondays please')
  await expect(walk.page.getByText('Both can do:')).toBeVisible()
  await walk.leave(() =>
    walk.page
      .getByRole('button', { name: /^Book / })
      .nth(1)
      .click(),
  )
  await walk.expectHeading(`Session with ${a.given} ${a.family} and ${b.given} ${b.family}`)
  await expect(walk.row('Status')).toContainText('Booked')
})

test('the office notes an answer from the telephone, and takes an offer back', async ({ walk }) => {
  const { couple } = await openedFor(walk)
  await offer(walk, `MIAM with ${couple.b.given}`, 4)
  await walk.follow('Note an answer')
  await walk.press('Save')
  await expect(walk.page).toHaveTitle(/^Error: /)
  await walk.page.getByLabel('What else would suit them? (optional)').fill('After school')
  await walk.press('Save')
  await expect(walk.row(couple.b.given)).toContainText('After school')
  await walk.press('Take this offer back')
  await expect(walk.row('MIAM with')).toContainText('Taken back')
})

test('of a late cancelling a colleague decides what is asked, and the other pays nothing', async ({
  walk,
  somebodyElse,
}) => {
  const { couple, address } = await openedFor(walk)
  const { a, b } = couple
  const { page } = walk
  await walk.go(`${address}/book`)
  await walk.choose('What is it?', 'Session with both')
  await walk.fillDate('Date', weekdayAhead(1))
  await page.getByLabel('Time', { exact: true }).fill(`${18 + project()}:00`)
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'By telephone' })
  await page.getByText('Outside of working hours, on a bank holiday').click()
  await page.getByLabel('Why must it be then or there? (optional)').fill('They work by day')
  await walk.press('Book')
  const appointment = new URL(page.url()).pathname

  const party = await partyOf(walk, address, a.given, somebodyElse)
  await party.follow('Cancel it')
  await expect(party.page.getByText('less than 2 working days')).toBeVisible()
  await party.press('Cancel this appointment')

  await walk.go(appointment)
  await expect(walk.row(`Missed by ${a.given}`)).toContainText('50% of £135 is £67.50')
  await expect(page.getByText(`Missed by ${b.given}`)).toHaveCount(0)
  await walk.follow('Decide')
  await walk.press('Decide')
  await expect(page).toHaveTitle(/^Error: /)
  await walk.choose('What is asked?', 'Nothing')
  await page.getByLabel('Why? (needed when nothing is asked)').fill('A child was ill')
  await walk.press('Decide')
  await expect(walk.row(`Missed by ${a.given}`)).toContainText('Nothing is asked (Ruth Okafor)')
})

test('the rule about missed meetings is set from a day on', async ({ walk }) => {
  await walk.become('Noor Haddad')
  await walk.go('/office/settings/missed')
  await walk.press('Set this rule')
  await expect(walk.page).toHaveTitle(/^Error: /)
  await expect(walk.page.getByText('Less than 2 working days before, or not coming: 50% of the price')).toBeVisible()
})
