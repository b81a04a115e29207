import { type Couple, newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

// Each project has a mediator of its own, who can be in one meeting at a time.
const mediatorHere = () => ({ desk: 'Hugh Penrose', phone: 'Siân Beddoe' })[test.info().project.name] ?? 'Meera Lal'

/** The next quarter of an hour that does not begin while the form is being filled in. */
function soon(): Temporal.ZonedDateTime {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London').add({ minutes: 4 })
  return now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' })
}

async function bookOnline(walk: Walk): Promise<void> {
  const at = soon()
  await walk.press('Book a MIAM or session')
  await walk.choose('What is it?', 'Session with both')
  await walk.fillDate('Date', at.toPlainDate().toString())
  await walk.page.getByLabel('Time', { exact: true }).fill(at.toPlainTime().toString({ smallestUnit: 'minute' }))
  await walk.page.getByLabel('Where', { exact: true }).selectOption({ label: 'Online, with the consent of each' })
  await walk.page.getByText('Outside of working hours, on a bank holiday').click()
  await walk.page.getByLabel('Why must it be then or there? (optional)').fill('Both can talk now')
  await walk.press('Book')
}

async function comesIn(walk: Walk, couple: Couple, side: 'a' | 'b', party: Walk, place: string): Promise<void> {
  await walk.go(place)
  await walk.follow(`Make a code on paper for ${couple[side].given}`)
  await walk.press('Make the code and print it')
  const words = (await walk.page.getByRole('main').textContent()) ?? ''
  await party.go('/portal/code')
  await party.page
    .getByLabel('Code', { exact: true })
    .fill(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? '')
  await party.press('Continue')
  await party.expectHeading('What happens next')
  await party.page.getByRole('link', { name: /^Say yes or no, and join/ }).click()
  await party.expectHeading('Meeting online')
}

test('one party agrees to meet online and joins, the other would rather not', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  const room = `https://zoom.us/j/${String(Date.now()).slice(-11)}`
  await walk.become('Ruth Okafor')
  await openCase(walk, couple, mediatorHere())
  const place = new URL(walk.page.url()).pathname
  await bookOnline(walk)
  await walk.follow('Address, and who agreed to meet online')
  await walk.choose('Which company carries it?', 'Zoom')
  await walk.page.getByLabel('Address by which it is joined').fill('https://zoom.us/my/room')
  await walk.choose('From how long before can they join?', '30 minutes')
  await walk.press('Save')
  await expect(walk.page.getByRole('alert')).toContainText('This is somebody’s own room')
  await walk.page.getByLabel('Address by which it is joined').fill(room)
  await walk.press('Save')
  await expect(walk.page.getByText('Waits for an answer')).toHaveCount(2)
  const online = new URL(walk.page.url()).pathname

  const one = await somebodyElse()
  await comesIn(walk, couple, 'a', one, place)
  await expect(one.page.getByRole('link', { name: /^The notice of Zoom/ })).toBeVisible()
  await expect(one.page.getByRole('link', { name: /^Join the meeting/ })).toHaveCount(0)
  await one.choose('Do you agree to meet online this time?', 'Yes')
  await one.press('Send my answer')
  await expect(one.page.getByRole('link', { name: /^Join the meeting/ })).toHaveAttribute('href', room)
  await expect(one.page.getByText('make no recording of sound or picture')).toBeVisible()

  const other = await somebodyElse()
  await comesIn(walk, couple, 'b', other, place)
  await other.press('Send my answer')
  await expect(other.page.getByRole('alert')).toContainText('Say yes or no')
  await other.choose('Do you agree to meet online this time?', 'No, I would rather meet another way')
  await other.choose('If not online, how? (optional)', 'By telephone')
  await other.press('Send my answer')
  await expect(other.page.getByText('You asked to talk by telephone.')).toBeVisible()
  expect(await other.page.content()).not.toContain(room)

  await walk.go(online)
  await expect(walk.page.getByText('Said no')).toBeVisible()
  await expect(walk.page.getByText('Instead: By telephone')).toBeVisible()
  await one.press('I cannot talk safely now')
  await expect(one.page.getByText('We do not ring you')).toBeVisible()
  expect(await one.page.content()).not.toContain(room)

  await walk.go('/office/today')
  await expect(walk.page.getByText('Somebody would rather not meet online: arrange another way').first()).toBeVisible()
})

test('a colleague writes down what a party said by telephone', async ({ walk }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple, mediatorHere())
  await walk.press('Book a MIAM or session')
  await walk.choose('What is it?', `MIAM with ${couple.a.given}`)
  const ahead = 300 + 40 * ['desk', 'phone', 'without-script'].indexOf(test.info().project.name)
  let day = Temporal.Now.plainDateISO('Europe/London').add({ days: ahead })
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  await walk.fillDate('Date', day.toString())
  await walk.page.getByLabel('Time', { exact: true }).fill('15:00')
  await walk.page.getByLabel('Where', { exact: true }).selectOption({ label: 'Online, with the consent of each' })
  await walk.page.getByText('Outside of working hours, on a bank holiday').click()
  await walk.page.getByLabel('Why must it be then or there? (optional)').fill('They asked for it')
  await walk.press('Book')
  await walk.follow('Address, and who agreed to meet online')
  await walk.choose('Which company carries it?', 'Microsoft Teams')
  await walk.page
    .getByLabel('Address by which it is joined')
    .fill(`https://teams.microsoft.com/meet/${Date.now()}?p=x${ahead}`)
  await walk.press('Save')
  await walk.page.getByRole('link', { name: /^Record/ }).click()
  await walk.expectHeading(/^What .* said about meeting online$/)
  await walk.choose('What did they answer?', 'Yes, to this meeting')
  await walk.choose('How did they tell you?', 'By telephone')
  await walk.press('Save')
  await expect(walk.page.getByText(/by telephone, to Ruth Okafor/)).toBeVisible()
  await expect(walk.page.getByText('Agreed', { exact: true })).toBeVisible()
})
