import { type Couple, newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const reference = /C-[0-9A-Z]{4}-[0-9A-Z]{3}/

async function caseOf(walk: Walk, couple: Couple): Promise<{ address: string; number: string }> {
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  return { address, number: reference.exec(await walk.page.title())?.[0] ?? '' }
}

test('something goes to somebody outside: asked at the gate, decided by name, judged again when it goes, and noted', async ({
  walk,
}) => {
  const { page } = walk
  const couple = newCouple()
  await caseOf(walk, couple)
  await walk.follow('Tell somebody outside')
  await walk.expectHeading('What was told to others')

  // Nobody agreed, and there is no order: the gate says so, and keeps what was typed.
  await walk.press('Tell somebody outside')
  await page.getByRole('radio', { name: /^A person you name/ }).check()
  await page
    .getByRole('group', { name: /^Of whom does it tell/ })
    .getByLabel(couple.a.given, { exact: false })
    .check()
  await page.getByLabel('What is said in words (optional)').fill('They came to a first meeting.')
  await page.getByLabel('Open', { exact: true }).check()
  await page.getByLabel('Why it goes').fill('Their solicitor asks')
  await walk.press('Decide')
  await expect(page.getByText('The person has not agreed to this, or has taken it back').first()).toBeVisible()
  await expect(page.getByLabel('Why it goes')).toHaveValue('Their solicitor asks')

  await page.getByText('a court, the police', { exact: false }).first().click()
  await page.getByLabel('Where a law asks: what asks for it?').selectOption({ label: 'An order of a court' })
  await page.getByLabel('Where a law or a body asks', { exact: false }).last().fill('Order of the Family Court')
  await page.getByLabel('Why it goes').fill('The court asks whether they came')
  await walk.press('Decide')
  await expect(walk.row('Decided by')).toContainText('Ruth Okafor')
  await page.getByLabel('By post').check()
  await walk.press('It goes now')
  await expect(walk.row('Sent by')).toContainText('Ruth Okafor')

  await walk.become('Greta Lind')
  await walk.go('/office/oversight/records')
  await expect(walk.row('A court, the police')).toContainText('the last on')
})

test('a party’s wish opens the gate to legal aid, for their facts and few of the other’s', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await caseOf(walk, couple)
  await walk.follow('Tell somebody outside')
  await page.getByRole('group', { name: 'Who says something?' }).getByLabel(couple.b.given, { exact: false }).check()
  await page.getByLabel('I pay for myself: nobody from legal aid looks at the file').check()
  await walk.press('Note it')
  await expect(walk.row(couple.b.given)).toContainText('does not want the file looked at')

  await walk.press('Tell somebody outside')
  await page
    .getByRole('radio', { name: /Legal Aid Agency/ })
    .first()
    .check()
  await page
    .getByRole('group', { name: /^Of whom does it tell/ })
    .getByLabel(couple.a.given, { exact: false })
    .check()
  await page.getByText('Facts for a claim for legal aid').click()
  await page.getByRole('group', { name: 'Of the one who wants legal aid' }).getByLabel('First and last name').check()
  await page
    .getByRole('group', { name: /^Of the other/ })
    .getByLabel('First and last name')
    .check()
  await page.getByLabel('Why it goes').fill('They want legal aid')
  await walk.press('Decide')
  await expect(walk.row('Facts')).toContainText('(of the other)')
  await page.getByLabel('On their own website').check()
  await walk.press('It goes now')
  await expect(walk.row('State')).toContainText('Sent')
})

test('a worry from a call is decided by a supervisor and told; a file is opened for it, and looked at afterwards', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  const { address, number } = await caseOf(walk, couple)
  const seen = `The child was hurt, says ${couple.a.family}`
  await walk.follow('A worry about somebody’s safety')
  await walk.press('Save')
  await expect(walk.page.getByText('Choose who may come to harm').first()).toBeVisible()
  await walk.page.getByLabel('A child', { exact: true }).check()
  await walk.page.getByLabel('Who exactly').fill('The younger one')
  await walk.page.getByLabel('What was seen or heard').fill(seen)
  await walk.press('Save')
  await walk.expectHeading('The worry is recorded')

  const supervisor = await somebodyElse()
  await supervisor.become('Patrick Osei')
  await supervisor.go('/office/concerns')
  await supervisor.page.locator('li').filter({ hasText: number }).getByRole('link').first().click()
  await expect(supervisor.row('What was seen')).toContainText(seen)
  await supervisor.page.getByLabel('Tell those who can help').check()
  await supervisor.page.getByLabel('Why', { exact: true }).fill('A child was hurt')
  await supervisor.page.getByLabel('They were asked, and do not agree').check()
  await supervisor.press('Decide')
  await supervisor.page.getByRole('radio', { name: /children’s and adults’ services/ }).check()
  await supervisor.page.getByLabel('What they are told').fill('A child may have been hurt')
  await supervisor.page.getByLabel('Why they need to know it').fill('To look after the child')
  await supervisor.page.getByLabel('By telephone').check()
  await supervisor.press('They are told')
  await expect(supervisor.row('Told:')).toContainText('A child may have been hurt')

  const other = await somebodyElse()
  await other.become('Meera Lal')
  expect((await other.go(address))?.status()).toBe(404)
  await other.go('/office/break-glass/new')
  await other.page.getByLabel('Number of the case').fill(number)
  await other.page.getByLabel('Why you need it now').fill(seen)
  await other.press('Open the file')
  await expect(other.page.getByText('A file that is not yours is open to you until')).toBeVisible()

  await walk.become('Greta Lind')
  await walk.go('/office/oversight/openings')
  await expect(walk.row(seen)).toContainText('Not yet')
  await walk.follow('Meera Lal', walk.row(seen))
  await walk.page.getByLabel('What you found').fill('It was right')
  await walk.press('I have looked at it')
  await expect(walk.row('What was found')).toContainText('It was right')
})
