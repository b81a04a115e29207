import { newCouple, openCase, recordCall } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

// One after the other: the clock is one for all.
test.describe.configure({ mode: 'default' })

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
const monthNumber = (name: string) => [...months, 'November', 'December'].indexOf(name) + 1

/** The day that it is in the demonstration, as its bar says. */
async function dayShown({ page }: Walk): Promise<Temporal.PlainDate> {
  const words = (await page.getByRole('complementary', { name: 'Demonstration' }).textContent()) ?? ''
  const [, day, month = '', year] = /(\d{1,2}) ([A-Z][a-z]+) (\d{4})/.exec(words) ?? []
  return Temporal.PlainDate.from({ year: Number(year), month: monthNumber(month), day: Number(day) })
}

/** Of whoever was here the card is left: they ring, are known, and start anew. */
async function comesBack(walk: Walk, reference: string): Promise<void> {
  const { page } = walk
  await walk.become('Ruth Okafor')
  await walk.go('/office/search')
  await page.getByLabel('What do you know of them?').fill(reference)
  await walk.press('Search')
  const found = page.getByRole('region', { name: 'People found' }).getByRole('listitem').first()
  await expect(found).toContainText(`Was here before, file ${reference}`)
  const name = (await found.getByRole('link').first().innerText()).trim()
  await walk.follow(name, found)
  await expect(walk.row('Kept until')).toBeVisible()
  const [given = '', ...family] = name.split(' ')
  const couple = newCouple()
  await recordCall(walk, { ...couple, a: { ...couple.a, given, family: family.join(' ') } })
  await expect(page.getByText(`Was here before, file ${reference}`).first()).toBeVisible()
  await walk.press('Open a case')
  await page.getByLabel(`file ${reference}`).first().check()
  await walk.press('Open the case')
  await walk.follow('Knowing them if they come back')
  await expect(page.getByText(`Was here before, file ${reference}`)).toBeVisible()
}

test('its first page lets one be anyone, and says that all is invented', async ({ walk }) => {
  const { page } = walk
  await walk.go('/demonstration')
  await expect(page.getByText('its people and its cases are invented')).toBeVisible()
  await walk.press('A visitor to the website')
  expect(new URL(page.url()).pathname).toBe('/')
  await walk.follow('Be somebody else')
  for (const [name, place] of [
    ['Ruth Okafor', 'Enquiries'],
    ['Hugh Penrose', 'Cases'],
    ['Patrick Osei', 'Diary'],
    ['Greta Lind', 'Retention'],
    ['Noor Haddad', 'Settings'],
  ] as const) {
    await walk.become(name)
    await expect(page.getByRole('navigation', { name: 'Office' }).getByRole('link', { name: place })).toBeVisible()
    await expect(page.getByRole('link', { name })).toBeVisible()
  }
  await walk.go('/demonstration')
  await page.getByRole('button', { name: /^Ruth Okafor/ }).evaluate((it: HTMLButtonElement) => {
    it.value = '00000000-0000-4000-8000-000000000000'
  })
  await walk.press(/^Ruth Okafor/)
  await walk.expectHeading('We cannot find this page')
  await walk.go('/demonstration/outbox')
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('its clock goes a day, a month or to what falls due next, and what is due comes', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  const before = await dayShown(walk)
  await walk.press('A day later')
  expect(new URL(page.url()).pathname).toBe(address)
  expect((await dayShown(walk)).equals(before.add({ days: 1 }))).toBe(true)

  await walk.go(`${address}/book`)
  await walk.choose('What is it?', 'Session with both')
  await walk.fillDate('Date', (await dayShown(walk)).add({ days: 2 }).toString())
  await page.getByLabel('Time', { exact: true }).fill('7:15am')
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Small room, The Old Library' })
  await walk.press('Book')
  // So early nobody works: a reason is asked for, and all that was typed stands.
  await page.getByLabel('Why must it be then or there? (optional)').fill('They both work shifts')
  await walk.press('Book')
  const appointment = new URL(page.url()).pathname
  await walk.go(`${appointment}/attendance`)
  for (const [name, answer] of [
    [a.given, 'Came'],
    [b.given, 'Did not come'],
  ] as const)
    await walk.choose(new RegExp(`^${name}`), answer)
  await walk.press('Save')
  await expect(page.getByText('has not begun yet').first()).toBeVisible()

  for (let day = 0; day < 3; day++) await walk.press('A day later')
  await walk.go('/office/today')
  await walk.go(`${appointment}/attendance`)
  await walk.choose(new RegExp(`^${a.given}`), 'Came')
  await walk.choose(new RegExp(`^${b.given}`), 'Did not come')
  await walk.press('Save')
  await expect(walk.row(`${a.given} ${a.family}`)).toContainText('Came')
  await expect(walk.row(`${b.given} ${b.family}`)).toContainText('Did not come')

  const later = await dayShown(walk)
  await walk.press('A month later')
  expect((await dayShown(walk)).equals(later.add({ months: 1 }))).toBe(true)
  await walk.press('To what is due next')
  expect(Temporal.PlainDate.compare(await dayShown(walk), later.add({ months: 1 }))).toBeGreaterThanOrEqual(0)
})

test.describe('on a phone, without script', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })

  test('a file is seen to fall due, to wait, to be held, to be let go and to end', async ({ walk }) => {
    test.setTimeout(180_000)
    const { page } = walk
    await walk.become('Greta Lind')
    await walk.go('/office/retention')
    const going = page
      .getByRole('region', { name: 'On its way to the end' })
      .getByRole('row')
      .filter({ hasText: 'Goes' })
      .filter({ hasText: /Case C-/ })
    const until = async (there: () => Promise<boolean>, step: string) => {
      for (let steps = 0; steps < 60 && !(await there()); steps++) await walk.press(step)
      expect(await there()).toBe(true)
    }
    await until(async () => (await going.count()) > 0, 'To what is due next')
    const words = (await going.first().innerText()) ?? ''
    const reference = /C-[A-Z0-9]{4}-[A-Z0-9]{3}/.exec(words)?.[0] ?? ''
    expect(reference).not.toBe('')
    const row = page.getByRole('row').filter({ hasText: reference })

    await walk.follow(`Case ${reference}`)
    await expect(walk.row('Until')).toBeVisible()
    const pageOfCase = new URL(page.url()).pathname
    await page.getByLabel('Why must it be kept?').fill('A question about this file')
    await walk.choose('What is held?', 'Everything in the file')
    await walk.choose('What is it for?', 'A claim or a court case')
    await walk.choose('On whose word?', 'A solicitor')
    await walk.choose('When shall somebody look again?', 'In 6 months')
    await walk.press('Hold this case')
    await walk.go('/office/retention')
    await until(async () => (await row.first().innerText()).includes('held'), 'A day later')
    await walk.press('A month later')
    await expect(row.first()).toContainText('Stays')

    await walk.go(pageOfCase)
    await walk.press('Lift this hold')
    await walk.go('/office/retention')
    const gone = async () => (await walk.go(pageOfCase))?.status() === 404
    await until(async () => (await row.filter({ hasText: 'Goes' }).count()) > 0, 'A day later')
    for (let steps = 0; steps < 40 && !(await gone()); steps++) {
      await walk.go('/office/retention')
      await walk.press('To what is due next')
    }
    expect(await gone()).toBe(true)

    await walk.go('/office/retention')
    const ended = page.getByRole('region', { name: 'Destroyed' }).getByRole('row').nth(1)
    await walk.follow('Certificate', ended)
    await expect(page.getByText(reference)).toBeVisible()
    await walk.go('/office/records')
    await page.getByLabel('Reference of the file').fill(reference)
    await walk.press('Show its records')
    await comesBack(walk, reference)
  })
})
