import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** As long as somebody who types no faster than most needs for one key, in seconds (Card, Moran and Newell, 1980). */
const secondsForAKey = 0.28

/** Somebody who uses the keyboard alone, and counts. */
class Typist {
  keys = 0
  readonly #walk: Walk
  constructor(walk: Walk) {
    this.#walk = walk
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.#walk.page.keyboard.press(key)
    this.keys += times
  }

  async type(text: string): Promise<void> {
    await this.#walk.page.keyboard.type(text)
    this.keys += text.length
  }

  /** On to the next field, which must be this one. */
  async next(name: string, among?: string): Promise<void> {
    await this.press('Tab')
    const { page } = this.#walk
    const within = among ? page.getByRole('group', { name: among }) : page
    await expect(within.getByLabel(name, { exact: true })).toBeFocused()
  }
}

test('a call is written down with the keyboard alone, in less than a minute', async ({ walk }) => {
  const name = newName('Keys')
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries/new')
  await expect(walk.page.getByLabel('First name', { exact: true })).toBeFocused()

  const typist = new Typist(walk)
  await typist.type('Idris')
  await typist.next('Last name')
  await typist.type(name)
  await typist.next('Telephone')
  await typist.type('01632 960 111')
  await typist.next('Safe', 'Is it safe to ring?')
  await typist.press('Space')
  await typist.next('Safe', 'Is it safe to leave a message?')
  await typist.press('Space')
  await typist.press('ArrowDown')
  await typist.next('When is it safe to ring?')
  await typist.type('After six, not on Sundays')
  await typist.next('Safe days')
  await typist.type('Mon-Sat')
  await typist.next('Safe from')
  await typist.type('6pm')
  await typist.next('Safe until')
  await typist.next('Children', 'What is it about?')
  await typist.press('Space')
  await typist.press('ArrowDown')
  await typist.next('What they told us')
  await typist.next('How did they hear of us?')
  await typist.type('The court')
  await typist.press('Tab', 2)
  await walk.leave(() => typist.press('Enter'))

  await walk.expectHeading(`Idris ${name}`)
  await expect(walk.row('About')).toContainText('Money and property')
  await expect(walk.row('Telephone')).toContainText('Safe')
  await expect(walk.row('Good times')).toContainText('After six')
  await expect(walk.row('Safe times')).toContainText('Mon to Sat, from 18:00')
  await expect(walk.row('Heard of us by')).toContainText('The court')
  expect(typist.keys * secondsForAKey).toBeLessThan(60)
})

test('Enter in a field saves a call', async ({ walk }) => {
  const { page } = walk
  const name = newName('Enter')
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries/new')
  await page.getByLabel('First name', { exact: true }).fill('Ola')
  await walk.choose('What is it about?', 'Children')
  await page.getByLabel('Last name', { exact: true }).fill(name)
  await walk.leave(() => page.keyboard.press('Enter'))
  await walk.expectHeading(`Ola ${name}`)
})

test('a call that was broken off is found again as it was @script', async ({ walk }) => {
  const { page } = walk
  const name = newName('Broken')
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries/new')
  await page.getByLabel('First name', { exact: true }).fill('Ade')
  await page.getByLabel('Last name', { exact: true }).fill(name)
  await page.getByLabel('When is it safe to ring?').fill('Before nine')
  await expect(page.locator('[data-draft-status]')).toContainText('Saved')
  await walk.go('/office/enquiries')
  await expect(page.getByText('You began to write down, and did not save')).toBeVisible()
  await walk.follow(`Ade ${name}`)
  await expect(page.getByLabel('When is it safe to ring?')).toHaveValue('Before nine')
  await walk.choose('What is it about?', 'A question')
  await walk.press('Save the call')
  await walk.expectHeading(`Ade ${name}`)
  await walk.go('/office/enquiries/new')
  await expect(page.getByText(name)).toHaveCount(0)
})

test('a letter is written down by the same screen, with the day on which it came', async ({ walk }) => {
  const { page } = walk
  const name = newName('Letter')
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries')
  await walk.follow('Record a letter')
  await walk.expectHeading('Record a letter')
  await page.getByLabel('First name', { exact: true }).fill('Vera')
  await page.getByLabel('Last name', { exact: true }).fill(name)
  await walk.choose('What is it about?', 'Children')
  await page.getByLabel('Address', { exact: true }).fill('4 Quay Street')
  await page.getByLabel('Postcode').fill('NR1 1AA')
  await walk.press('Save the letter')
  await walk.expectHeading(`Vera ${name}`)
  await expect(page.getByText(/Enquiry E-.*, letter,/)).toBeVisible()
})
