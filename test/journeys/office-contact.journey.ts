import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const zone = (walk: Walk, words: string) => walk.page.locator('.ev-zone-bar').filter({ hasText: words })

test('how it is safe to reach a party stands first, with who said so and what was before', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  const card = zone(walk, 'Party A').locator('.ev-safe-contact')
  await expect(card).toContainText('From when they first got in touch')

  await walk.follow(`Fill in how to reach ${couple.a.given}`)
  await walk.choose('E-mail', 'Safe')
  await walk.choose('Telephone', 'Safe')
  await walk.choose('Leaving a message', 'Not safe')
  await page.getByLabel('When', { exact: true }).fill('After nine, while he works nights')
  await page.getByLabel('Who may answer').fill('Her sister Jo')
  const codeWord = newName('Heron')
  await page.getByLabel('Code word').fill(codeWord)
  await page.getByLabel('Interpreter').fill('Polish, a woman')
  await walk.press('Save')
  await expect(page.getByRole('alert')).toContainText('Say who told us')
  await expect(page.getByLabel('Code word')).toHaveValue(codeWord)
  await walk.choose('Who said so?', 'They did')
  await walk.press('Save')
  await expect(card).toContainText('After nine, while he works nights')
  await expect(card).toContainText(codeWord)
  await expect(zone(walk, 'Party B')).not.toContainText(codeWord)

  await walk.follow(`Change how to reach ${couple.a.given}`)
  await walk.choose('E-mail', 'Not safe')
  await page.getByLabel('Why it changes').fill('He knows the password')
  await walk.choose('Who said so?', 'They did')
  await walk.press('Save')
  await expect(card.locator('.govuk-summary-list__row').filter({ hasText: 'E-mail' })).toContainText('Not safe')
  await walk.follow(`Change how to reach ${couple.a.given}`)
  await expect(page.getByText('E-mail: safe → not safe')).toBeVisible()
  await expect(page.getByText('Why: He knows the password')).toBeVisible()
})

test('where somebody lives is kept apart, and a home that both have is noticed', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  const street = newName('Lantern')
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  for (const name of [couple.a.given, couple.b.given]) {
    await walk.follow(`Add a way to reach ${name}`)
    await walk.choose('What is it?', 'Address')
    await page.getByLabel('Number, e-mail or address').fill(`4 ${street} Street`)
    await page.getByLabel('Postcode').fill('NR1 1AA')
    await walk.choose('Where does it come from?', 'From themselves')
    await walk.choose('Is it safe to use?', 'Safe')
    await walk.choose('Is it safe to leave a message?', 'Not asked')
    await walk.press('Save')
    await expect(page.getByText(street)).toHaveCount(0)
  }
  await expect(zone(walk, 'Party A')).toContainText('The other party has it too')
  await expect(zone(walk, 'Party B')).toContainText('The other party has it too')

  await walk.follow(`Where ${couple.a.given} lives`)
  await expect(walk.row(street)).toBeVisible()
  await walk.choose('What is it?', 'Work')
  await page.getByLabel('Address').fill('The Old Mill')
  await walk.choose('Where does it come from?', 'From the other party')
  await walk.press('Save')
  await expect(walk.row('The Old Mill')).toBeVisible()
  await walk.press(/^This is over/)
  await expect(page.getByRole('heading', { name: 'What was before' })).toBeVisible()
})

test('what the other party told serves to invite, until the person says that it is theirs', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  const email = `${newName('told')}@mail.example`
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.follow(`Add a way to reach ${couple.b.given}`)
  await walk.choose('What is it?', 'E-mail')
  await page.getByLabel('Number, e-mail or address').fill(email)
  await walk.choose('Where does it come from?', 'From the other party')
  await walk.choose('Is it safe to use?', 'Safe')
  await walk.choose('Is it safe to leave a message?', 'Not asked')
  await walk.press('Save')
  await expect(page.getByRole('alert')).toContainText('What somebody else gave us')
  await walk.choose('Is it safe to use?', 'Not asked')
  await walk.press('Save')
  await expect(walk.row(email)).toContainText('to invite them and for nothing else')

  await walk.follow(/^Safe\?/, walk.row(email))
  await page.getByLabel('They have told us themselves that it is theirs').check()
  await walk.choose('Is it safe to use?', 'Safe')
  await walk.press('Save')
  await expect(walk.row(email)).toContainText('Safe')
  await expect(walk.row(email)).not.toContainText('for nothing else')
})

test('details are gone through with somebody by one press, and asked for at the next booking', async ({ walk }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await expect(zone(walk, 'Party A')).toContainText('Details not yet confirmed with them')
  await walk.press(`${couple.a.given}’s details are confirmed today`)
  await expect(zone(walk, 'Party A')).toContainText('Details last confirmed with them on')
  await walk.press('Book a MIAM or session')
  const asked = walk.page.getByRole('group', { name: 'Are their details still right?' })
  await expect(asked).toContainText('Last time on')
  await expect(asked).toContainText('Not yet done')
})
