import { type Couple, newCouple, openCase } from '../support/journey-cases.ts'
import { dayOfOurOwn, expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** Notes a way to reach the party whose first name it is, given by themselves and safe. */
async function addWay(walk: Walk, name: string, kind: 'Telephone' | 'Address', value: string): Promise<void> {
  const { page } = walk
  await walk.follow(`Add a way to reach ${name}`)
  await walk.choose('What is it?', kind)
  await page.getByLabel('Number, e-mail or address').fill(value)
  if (kind === 'Address') await page.getByLabel('Postcode').fill('NR1 1AA')
  await walk.choose('Where does it come from?', 'From themselves')
  await walk.choose('Is it safe to use?', 'Safe')
  await walk.choose('Is it safe to leave a message?', 'Not asked')
  await walk.press('Save')
}

/** Writes to A in one's own words, from the page of the case. */
async function write(walk: Walk, { a }: Couple, channel: string, words: { subject?: string; body: string }) {
  const { page } = walk
  await walk.follow(`Write to ${a.given}`)
  await walk.choose('How is it to go?', channel)
  if (words.subject) await page.getByLabel('Subject').fill(words.subject)
  await page.getByLabel('What do you want to tell them?').fill(words.body)
  await walk.press('Send it')
}

test('a colleague writes to a party, mends what was found, takes it back and sends it anew', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  const street = newName('Lantern')
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await addWay(walk, couple.b.given, 'Address', `4 ${street} Street`)
  await walk.follow(`Write to ${couple.a.given}`)
  await walk.expectHeading(`Write to ${couple.a.given} ${couple.a.family}`)
  await walk.press('Send it')
  await expect(page.getByRole('alert').first()).toContainText('Say in a few words what it is about')
  await walk.choose('How is it to go?', 'E-mail')
  await page.getByLabel('Subject').fill('Your papers')
  const body = page.getByLabel('What do you want to tell them?')
  await body.fill(`They live at 4 ${street} Street now.`)
  await walk.press('Send it')
  await expect(page.getByText('Please look at this before it goes')).toBeVisible()
  await expect(page.getByLabel('Why may it go as it is?')).toHaveCount(0)
  const named = `${couple.b.given} will bring the papers.`
  await body.fill(named)
  await walk.press('Check it again and send it')
  await page.getByLabel('Why may it go as it is?').fill('Both know that they bring papers')
  await walk.press('Check it again and send it')
  await expect(page.getByText(/It goes by itself in \d+ seconds?/)).toBeVisible()
  await expect(page.getByText('Both know that they bring papers')).toBeVisible()
  await walk.press('Take it back')
  await expect(page.getByText('A colleague took it back')).toBeVisible()
  await walk.follow('Mend it and send it anew')
  await expect(body).toHaveValue(named)
})

test('a text goes by itself after a minute', async ({ walk }) => {
  test.setTimeout(200_000)
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  const digits = Array.from({ length: 6 }, () => Math.floor(Math.random() * 10)).join('')
  await addWay(walk, couple.a.given, 'Telephone', `07700 ${digits}`)
  await walk.follow(`Write to ${couple.a.given}`)
  await expect(page.getByText('Text message: They have not said that it is safe.')).toBeVisible()
  await walk.back()
  await walk.follow(`Fill in how to reach ${couple.a.given}`)
  await walk.choose('Text', 'Safe')
  await walk.choose('Who said so?', 'They did')
  await walk.press('Save')
  await write(walk, couple, 'Text message', { body: 'Please bring your papers on Tuesday.' })
  await expect(walk.row('Text message to')).toContainText(`07700 ${digits}`)
  await expect(page.getByText(/It goes by itself in \d+ seconds?/)).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(walk.row('Status')).toContainText('Sent', { timeout: 1000 })
  }).toPass({ timeout: 120_000, intervals: [5000] })
  await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
})

test('letters wait in one place, are printed with their envelopes, and are posted together', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  const street = newName('Lantern')
  const name = `${couple.a.given} ${couple.a.family}`
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await addWay(walk, couple.a.given, 'Address', `4 ${street} Street`)
  const [papers, car] = [newName('papers'), newName('car')]
  for (const about of [papers, car]) {
    await walk.go(address)
    await write(walk, couple, 'Letter', { subject: 'Please ring us', body: `It is about the ${about}.` })
  }
  await walk.go('/office/letters')
  await walk.follow('Open them all to print them')
  await expect(page.getByText(`4 ${street} Street`)).toHaveCount(2)
  await expect(page.getByText(`It is about the ${car}.`)).toBeVisible()
  await walk.back()
  await walk.press('They have been posted')
  await expect(page.getByRole('alert')).toContainText('Tick the letters that were posted')
  const boxes = page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
  await expect(boxes).toHaveCount(2)
  for (const box of await boxes.all()) await box.check()
  await walk.press('They have been posted')
  await expect(boxes).toHaveCount(0)
  await walk.go(address)
  await walk.follow('Written by a colleague')
  await expect(walk.row('Status')).toContainText('Posted')
  await expect(walk.row('Posted on')).toBeVisible()
})

test('mail that comes back is at its case, and somebody is told', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  const reference = /C-\w{4}-\w{3}/.exec(await page.locator('main').innerText())?.[0] ?? ''
  await walk.press('Book a MIAM or session')
  await walk.choose('What is it?', `MIAM with ${couple.a.given}`)
  await walk.fillDate('Date', dayOfOurOwn(0))
  await page.getByLabel('Time', { exact: true }).fill('10:00')
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'By telephone' })
  await walk.press('Book')
  await walk.expectHeading(`MIAM with ${couple.a.given} ${couple.a.family}`)
  const left = page.getByRole('button', { name: `Give it back as not known: ${couple.a.email}` })
  await expect(async () => {
    await page.goto(new URL('/demonstration/outbox', page.url()).href)
    await expect(left).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 90_000, intervals: [2000] })
  await walk.leave(() => left.click())
  await walk.go(address)
  await expect(walk.part('Messages').getByRole('row').filter({ hasText: 'Could not be delivered' })).toHaveCount(1)
  await walk.follow('Appointment booked')
  await expect(page.getByText('It came back: their mailbox did not take it')).toBeVisible()
  await walk.go('/office/today')
  const told = page.locator('.ev-today__item').filter({ hasText: 'A message could not be delivered' })
  await expect(told.filter({ hasText: reference })).toHaveCount(1)
})
