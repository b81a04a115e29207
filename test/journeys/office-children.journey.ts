import { newCouple, openCase } from '../support/journey-cases.ts'
import { dayOfOurOwn, expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const today = () => Temporal.Now.plainDateISO('Europe/London')

/** A child of nine, added to the case that stands open. */
async function addChild(walk: Walk): Promise<void> {
  const { page } = walk
  await walk.follow('Add a child')
  await page.getByLabel('First name').fill('Robin')
  const born = page.getByRole('group', { name: 'Date of birth' })
  const { year, month } = today().subtract({ years: 9, months: 1 })
  await born.getByLabel('Month').fill(String(month))
  await born.getByLabel('Year').fill(String(year))
  await walk.press('Save')
}

test('what is arranged for a child stands as each parent tells it, and as both agreed', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  const { a, b } = couple
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await addChild(walk)
  await expect(page.getByRole('listitem').filter({ hasText: 'Robin' }).first()).toContainText('9')
  await expect(page.getByRole('link', { name: /^Arrangements for/ })).toHaveCount(0)

  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.follow('Arrangements for Robin')
  await expect(page.getByText('Nothing has been told of them yet')).toBeVisible()
  await walk.press('Save')
  await expect(page.getByRole('alert')).toContainText('Choose who says so')

  const save = async (who: string, question: string, words: string) => {
    await walk.choose('Who says so?', who)
    await walk.fillDate('On which day?', today().toString())
    await page.getByLabel(question).fill(words)
    await walk.press('Save')
  }
  await save(`As ${a.given} tells it`, 'Where do they live?', 'With me in the week')
  await save(`As ${b.given} tells it`, 'What about holidays?', 'Half of each')
  await save('As both agreed', 'When are they with each parent?', 'Every other weekend')
  await save(`As ${a.given} tells it`, 'Where do they live?', 'Week by week')
  const cards = page.locator('main .govuk-summary-card')
  await expect(cards.first()).toContainText('Every other weekend')
  await expect(cards.first()).toContainText('Hugh Penrose')
  await expect(cards.filter({ hasText: 'With me in the week' })).toBeHidden()
  await page.getByText('What was said before (1)').click()
  await expect(cards.filter({ hasText: 'With me in the week' })).toBeVisible()
})

test('a child says what the parents may be told, and what not', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple, 'Siân Beddoe')
  await addChild(walk)
  await walk.follow(/^Meeting with a mediator/)
  const meeting = new URL(page.url()).pathname
  const asked = async (who: string, answer: string) => {
    await walk.choose('Who was asked, alone?', who)
    await walk.choose('What did they say?', answer)
    await walk.fillDate('On which day?', today().toString())
    await walk.press('Save what they said')
  }
  for (const who of [couple.a.given, couple.b.given, 'Robin, the child']) await asked(who, 'They agree')
  await asked(couple.b.given, 'They do not agree')
  await expect(page.getByRole('heading', { name: 'Book the meeting' })).toHaveCount(0)
  await asked(couple.b.given, 'They agree')

  const book = async (mediator: string) => {
    await page.getByLabel('Mediator', { exact: true }).selectOption({ label: mediator })
    await walk.fillDate(/^Day$/, dayOfOurOwn(3))
    await page.getByLabel('Time', { exact: true }).fill('06:30')
    await walk.press('Book the meeting')
  }
  await book('Hugh Penrose')
  await expect(page.getByRole('alert')).toContainText('not registered as qualified to meet children')
  await book('Siân Beddoe')
  await walk.press('It was held')

  await walk.become('Siân Beddoe')
  await walk.go(meeting)
  await walk.follow('What the child said')
  const say = async (words: string, may: string) => {
    await page.getByLabel('What did they say?').fill(words)
    await walk.choose('What did the child want?', may)
    await walk.press('Save')
  }
  await say('I like it when they both come to my match', 'You may tell my parents')
  await say('I hear them shout', 'You may not tell my parents')
  await expect(page.getByRole('button', { name: /^They were told/ })).toHaveCount(1)
  await walk.press(/^They were told/)
  await expect(page.getByText('told on')).toBeVisible()
  const words = new URL(page.url()).pathname

  await walk.become('Ruth Okafor')
  expect((await walk.go(words))?.status()).toBe(404)
  await walk.go(address)
  await expect(page.locator('main')).not.toContainText('my match')
})
