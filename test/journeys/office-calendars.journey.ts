import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'
import { readByBoth } from '../support/read-calendars.ts'

// Each project has a mediator of its own: an address that one makes ends the one before.
const mediatorHere = () => ({ desk: 'Hugh Penrose', phone: 'Siân Beddoe' })[test.info().project.name] ?? 'Meera Lal'

const shown = async ({ page }: Walk): Promise<string> => (await page.locator('#calendar-address').textContent()) ?? ''

/** As a calendar fetches it: no browser, no cookie. */
const fetched = (address: string) => fetch(address, { redirect: 'manual' })

test('a mediator makes an address for their calendar, copies it, makes another, and ends it', async ({ walk }) => {
  const { page } = walk
  await walk.become(mediatorHere())
  await walk.go('/office/account')
  await walk.follow('Your appointments in your own calendar')
  if (await page.getByRole('button', { name: 'End the address' }).isVisible()) await walk.press('End the address')
  await expect(page.getByText('You have no address for your calendar.')).toBeVisible()
  await walk.press('Make an address')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('Choose what your calendar shows')

  await walk.choose('What should your calendar show?', 'The number of the case, the kind of meeting, and where it is')
  await walk.press('Make an address')
  await walk.expectHeading('Your calendar address')
  const first = await shown(walk)
  await expect(page.getByRole('link', { name: 'Open it in the calendar of this device' })).toHaveAttribute(
    'href',
    first.replace(/^http:/, 'webcal:'),
  )
  const calendar = await fetched(first)
  expect([calendar.status, calendar.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  const entries = readByBoth(await calendar.text())
  for (const { title, attendees } of entries) {
    expect(title).toMatch(/^[A-Z]-[\w-]+, (first meeting|session|meeting)$/)
    expect(attendees).toBe(0)
  }

  await walk.press('I have copied it: continue')
  await expect(page.getByText(first)).toHaveCount(0)
  await walk.choose('What should your calendar show?', 'Times alone: each entry says “Appointment”')
  await walk.press('Make a new address')
  const second = await shown(walk)
  expect((await fetched(first)).status).toBe(404)
  const neutral = readByBoth(await (await fetched(second)).text())
  expect(neutral.filter((it) => it.title !== 'Appointment')).toEqual([])

  await walk.press('I have copied it: continue')
  await walk.press('End the address')
  await expect(page.getByText('You have no address for your calendar.')).toBeVisible()
  expect((await fetched(second)).status).toBe(404)
})

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
