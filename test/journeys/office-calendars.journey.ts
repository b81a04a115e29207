import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'
import { readByBoth } from '../support/read-calendars.ts'

// Each project has a mediator of its own, so that no day is taken by another.
const mediatorHere = () => ({ desk: 'Hugh Penrose', phone: 'Siân Beddoe' })[test.info().project.name] ?? 'Meera Lal'

test('a party takes their own appointment into their calendar', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple, mediatorHere())
  const address = new URL(walk.page.url()).pathname
  await walk.press('Book a MIAM or session')
  await walk.choose('What is it?', `MIAM with ${couple.a.given}`)
  const ahead = 200 + 60 * ['desk', 'phone', 'without-script'].indexOf(test.info().project.name)
  await walk.fillDate('Date', weekdayAhead(ahead))
  await walk.page.getByLabel('Time', { exact: true }).fill('14:00')
  await walk.page.getByLabel('Where', { exact: true }).selectOption({ label: 'By telephone' })
  await walk.press('Book')
  await walk.go(address)
  await walk.follow(`Make a code on paper for ${couple.a.given}`)
  await walk.press('Make the code and print it')
  const words = (await walk.page.getByRole('main').textContent()) ?? ''
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''

  const party = await somebodyElse()
  await party.go('/portal/code')
  await party.page.getByLabel('Code', { exact: true }).fill(code)
  await party.press('Continue')
  await party.expectHeading('What happens next')
  const [download] = await Promise.all([
    party.page.waitForEvent('download'),
    party.page.getByRole('link', { name: /^Put it in your calendar/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('appointment.ics')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  const [entry] = readByBoth(text)
  expect(entry).toMatchObject({ title: 'Appointment', status: 'CONFIRMED', attendees: 0 })
  expect(entry?.start).toContain(weekdayAhead(ahead))
  for (const name of [couple.a.given, couple.b.given, couple.b.family]) expect(text).not.toContain(name)
})
