import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const today = () => Temporal.Now.plainDateISO('Europe/London').toString()

async function recordFirstMiam(walk: Walk, address: string, given: string): Promise<void> {
  const { page } = walk
  await walk.go(`${address}/miams/new/a`)
  await walk.fillDate('Day of the meeting', today())
  for (const letter of ['a', 'b', 'e', 'f']) await page.getByLabel(new RegExp(`^\\(${letter}\\)`)).fill('As always.')
  await walk.choose('Is mediation suitable?', 'Mediation is suitable')
  await walk.choose('Legal quality', 'Without prejudice')
  await walk.press(`Save for ${given} only`)
  for (const letter of ['c', 'd']) await page.getByLabel(new RegExp(`^\\(${letter}\\)`)).fill('Asked alone.')
  await walk.press('Save for the office only')
}

/** What the first party said of how the other can be reached. */
async function tellMailbox(walk: Walk, address: string, given: string): Promise<void> {
  const { page } = walk
  await walk.go(address)
  await walk.follow(`Add a way to reach ${given}`)
  await walk.choose('What is it?', 'E-mail')
  await page.getByLabel('Number, e-mail or address').fill(`${newName('otto').toLowerCase()}@mail.example`)
  await walk.choose('Where does it come from?', 'From the other party')
  await walk.choose('Is it safe to use?', 'Not asked')
  await walk.press('Save')
}

test('the other party is invited, answers on a page of their own, and the board follows', async ({
  walk,
  somebodyElse,
}) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.become('Hugh Penrose')
  await recordFirstMiam(walk, address, a.given)
  await walk.go(address)
  await walk.follow(`Invitation of ${b.given} ${b.family}`)
  await walk.press('They may be invited, without a name')
  await expect(walk.row('Safety')).toContainText('may be invited')
  const invitation = new URL(page.url()).pathname
  await walk.go('/office/invitations')
  await expect(page.getByRole('link', { name: `${b.given} ${b.family}` })).toBeVisible()
  await walk.go(invitation)
  await expect(walk.row('Stands')).toContainText('No safe way to write')

  await walk.become('Ruth Okafor')
  await tellMailbox(walk, address, b.given)
  await walk.go(invitation)
  await walk.press('Send the e-mail')
  await expect(page.getByRole('heading', { name: 'Waits for an answer' })).toBeVisible()
  await walk.go(invitation)
  await walk.follow('Invitation', page.getByRole('main'))
  const words = await page.getByRole('main').innerText()
  expect(words).not.toContain(a.given)
  expect(words).toContain('Where we have it from')
  const reply = /\/reply\/([A-Z0-9-]{14})/.exec(words)?.[0] ?? ''

  const other = await somebodyElse()
  await other.go(reply)
  await other.press('Continue')
  await expect(other.page).toHaveTitle(/^Error: /)
  await other.choose('Your answer', 'I would like a first meeting')
  await other.press('Continue')
  await other.expectHeading('You would like a first meeting')
  await other.page.getByLabel('How and when can we reach you safely?').fill('Ring after ten')
  await other.pressTwice('Tell the service that I would like to come')
  await other.expectHeading('We have your answer')
  expect(other.page.url()).not.toContain(reply)

  await walk.go(invitation)
  await expect(page.getByText('Ring after ten')).toBeVisible()
  await expect(walk.row('Stands')).toContainText('They have answered')
})
