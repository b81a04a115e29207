import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'

test('the case says what comes next, and a follow-up is added, moved and done', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await expect(walk.part('Follow-ups')).toContainText('Nothing is to be followed up')
  await expect(page.getByRole('heading', { name: /What comes next/ })).toContainText(
    `Book a MIAM with ${couple.a.given}`,
  )
  await walk.follow('Add a follow-up')
  await walk.press('Add the follow-up')
  await expect(page.getByRole('alert')).toContainText('Say what is to be done')
  await page.getByLabel('What is to be done?').fill('Ring the school')
  await walk.choose('Who does it?', 'I do it myself')
  await walk.fillDate('By when?', weekdayAhead(3))
  await walk.press('Add the follow-up')
  await walk.go('/office/today')
  await expect(page.locator(`a[href^="${address}/follow-ups/"]`)).toHaveText('Follow something up')
  await walk.go(address)
  await walk.follow('Ring the school')
  await walk.fillDate('Or move it to another day', weekdayAhead(40))
  await walk.press('Move it')
  await walk.follow('Ring the school')
  await walk.press('It is done')
  await expect(page.getByRole('link', { name: 'Ring the school' })).toHaveCount(0)
})

test('a folder gets a label without a name, goes missing, and is found', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.follow('Make a label for a paper file')
  await walk.press('Make the label')
  await expect(page.getByRole('alert')).toContainText('Say where it is kept')
  await page.getByLabel('Where is it kept?').fill('Cabinet 2')
  await walk.press('Make the label')
  const paper = new URL(page.url()).pathname
  await walk.follow('Print the label')
  await expect(page.locator('main')).not.toContainText(couple.a.family)
  await walk.go(paper)
  await walk.choose('What happens with it?', 'It is not where it should be')
  await walk.press('Save')
  await walk.go('/office/today')
  await expect(page.locator(`a[href="${paper}"]`)).toHaveText('Look for a paper file that is missing')
  await walk.go(paper)
  await walk.choose('What happens with it?', 'I take it')
  await walk.press('Save')
  await expect(page.getByText('With Ruth Okafor').first()).toBeVisible()
})

test('a child is heard once both parents and the child have agreed', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  const couple = newCouple()
  await openCase(walk, couple)
  await walk.follow('Add a child')
  await page.getByLabel('First name').fill('Robin')
  await walk.press('Save')
  await walk.follow(/^Meeting with a mediator/)
  await expect(page.getByText('It can be booked once both parents and the child have agreed')).toBeVisible()
  for (const who of [couple.a.given, couple.b.given, 'Robin, the child']) {
    await walk.choose('Who was asked, alone?', who)
    await walk.choose('What did they say?', 'They agree')
    await walk.fillDate('On which day?', Temporal.Now.plainDateISO('Europe/London').toString())
    await walk.press('Save what they said')
  }
  await expect(page.getByRole('heading', { name: 'Book the meeting' })).toBeVisible()
})
