import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test, weekdayAhead } from '../support/journey-office.ts'
import { writeMiam } from '../support/journey-sessions.ts'

test('who should wait apart does: for the case, for one appointment, and on the sheet for reception', async ({
  walk,
}) => {
  const { page } = walk
  const { a, b } = newCouple()
  const day = weekdayAhead(400 + 7 * ['desk', 'phone', 'without-script'].indexOf(test.info().project.name))
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await writeMiam(walk, a.given, { apart: true })
  await walk.expectHeading('How they arrive')
  await expect(page.getByText('choose who comes first')).toBeVisible()
  await walk.press('Save')
  await expect(page).toHaveTitle(/^Error: /)
  await walk.choose('Who comes first?', `${b.given} comes first, and they wait apart`)
  await walk.press('Save')

  // Whoever books learns how they arrive, and nothing of the assessment.
  await walk.become('Ruth Okafor')
  await walk.go(`${address}/book`)
  await walk.choose('What is it?', 'Session with both')
  await walk.fillDate('Date', day)
  await page.getByLabel('Time', { exact: true }).fill('10am')
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Small room, The Old Library' })
  await walk.press('Book')
  await expect(walk.row(`${b.given} ${b.family}`)).toContainText('There from 9:45am to 11am, waits apart')
  await expect(walk.row(`${a.given} ${a.family}`)).toContainText('There from 10am to 11:15am, waits apart')
  await expect(page.getByText('None told')).toHaveCount(0)

  await walk.follow('How they arrive')
  await walk.choose('Who comes first?', `${a.given} comes first, and they wait apart`)
  await page.getByLabel('How long before the other?').selectOption('30 minutes')
  await walk.press('Save')
  await expect(walk.row(`${a.given} ${a.family}`)).toContainText('There from 9:30am to 11am, waits apart')
  await walk.go(`/office/diary/reception?day=${day}`)
  const sheet = page.getByRole('row').filter({ hasText: 'In a waiting room alone' })
  await expect(sheet).toHaveCount(2)
  await expect(sheet.first()).toContainText('9:30am')
  await expect(page.getByText(a.family)).toHaveCount(0)
  await expect(page.getByText('None told')).toHaveCount(0)
})
