import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'

const referenceIn = (text: string | null) => /C-[A-Z0-9]{4}-[A-Z0-9]{3}/.exec(text ?? '')?.[0] ?? ''

test('the privacy officer sees who opened a file, what a colleague opened, and the rules', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, newCouple())
  const reference = referenceIn(await page.locator('.govuk-caption-l').textContent())
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.become('Greta Lind')
  expect((await walk.go(address))?.status()).toBe(404)
  await walk.go('/office/records')
  await page.getByLabel('Reference of the file').fill('C-0000-000')
  await walk.press('Show its records')
  await expect(page.getByText('No file has this reference').first()).toBeVisible()
  await page.getByLabel('Reference of the file').fill(reference)
  await walk.press('Show its records')
  await walk.expectHeading(`Who opened file ${reference}`)
  await expect(page.getByRole('row').filter({ hasText: 'Hugh Penrose' }).first()).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Began the file' })).toContainText('Ruth Okafor')
  await walk.go('/office/records')
  await walk.follow('Hugh Penrose')
  const opened = page.getByRole('row').filter({ hasText: reference })
  // The other journeys of this run are his too, and push what he did here down the list.
  for (let older = 0; older < 8 && (await opened.count()) === 0; older++) await walk.follow('Earlier records')
  await expect(opened.first()).toBeVisible()
  await walk.go('/office/policy')
  await expect(walk.row('Findings of its check')).toContainText('None')
  await walk.follow('Who may do what')
  await walk.go('/office/policy')
  await walk.follow('What is kept for how long')
})

test('the privacy officer sees which promises hold, and takes away the record of what is done', async ({ walk }) => {
  const { page } = walk
  await walk.become('Greta Lind')
  await walk.go('/office/oversight/promises')
  await walk.expectHeading('Promises kept')
  await walk.press('Look now')
  await walk.expectHeading('Promises kept')
  const live = page.getByRole('row').filter({ hasText: 'Whoever works with our data has a current agreement' })
  await expect(live).toContainText('Kept')
  await expect(page.getByRole('row').filter({ hasText: 'E-mails go within a day' })).toHaveCount(1)
  await walk.go('/office/records')
  await walk.follow('Files opened by others')
  await walk.expectHeading('Files opened by others')
  await walk.go('/office/policy')
  await walk.follow('Record of what is done with data')
  await walk.expectHeading('Record of what is done with data')
  await walk.follow('What data is used for')
  await walk.expectHeading('What data is used for')
  await walk.go('/office/oversight/records')
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The whole record (PDF)' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe('record-of-processing.pdf')
})

test('a case is held, is seen as held, and is let go', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  await openCase(walk, newCouple())
  const reference = referenceIn(await page.locator('.govuk-caption-l').textContent())
  await walk.become('Greta Lind')
  await walk.go('/office/retention')
  await page.getByLabel('Number of the case').fill(reference)
  await walk.press('Find the case')
  await walk.press('Hold this case')
  await expect(page).toHaveTitle(/^Error: /)
  const reason = newName('Complaint')
  await page.getByLabel('Why must it be kept?').fill(reason)
  await walk.choose('What is held?', 'What is of the first party, in every file of theirs')
  await walk.choose('What is it for?', 'A complaint')
  await walk.choose('On whose word?', 'The person themselves')
  await walk.choose('When shall somebody look again?', 'In 3 months')
  await walk.pressTwice('Hold this case')
  await expect(page.getByRole('heading', { name: 'Held since' })).toHaveCount(1)
  await expect(walk.row('Reason')).toContainText(reason)
  await expect(walk.row('What is of the first party')).toBeVisible()
  await expect(walk.row('Held')).toContainText('Nothing of it is destroyed')
  await walk.press('Lift this hold')
  await expect(page.getByRole('heading', { name: 'Held since' })).toHaveCount(0)
})

/** Each project changes words of its own, since they stand on one website. */
const wording: Readonly<Record<string, { readonly page: string; readonly key: string }>> = {
  desk: { page: '/contact', key: 'contact.closures' },
  phone: { page: '/costs', key: 'costs.help' },
  'without-script': { page: '/getting-started', key: 'start.next' },
}

test('an administrator changes what the website and the office say, and sees no file', async ({ walk }) => {
  const { page } = walk
  const changed = wording[test.info().project.name]
  if (!changed) throw new Error('this project has no words of its own')
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, newCouple())
  await walk.become('Noor Haddad')
  expect((await walk.go(address))?.status()).toBe(404)
  await walk.go('/office/settings')
  await walk.go(`/office/settings/wording/${changed.key}`)
  const words = newName('Closed on ')
  await page.getByLabel('What it says').fill(words)
  await walk.press('Save')
  await walk.go(changed.page)
  await expect(page.getByText(words)).toBeVisible()

  await walk.go('/office/settings/places')
  await walk.follow('Change (The Old Library)')
  await walk.press('Add a room')
  const room = newName('Attic ')
  await page.getByLabel('Name').fill(room)
  await walk.press('Add this room')
  await expect(page.getByText(room).first()).toBeVisible()
  await walk.become('Ruth Okafor')
  await walk.go(`${address}/book`)
  await expect(page.getByLabel('Where', { exact: true }).getByRole('option', { name: room })).toHaveCount(1)

  await walk.become('Noor Haddad')
  await walk.go('/office/settings/prices')
  await page.getByLabel('What for').selectOption({ label: 'Parenting plan, each person' })
  await page.getByLabel('Price', { exact: true }).fill('£85.50')
  const nextYear = Temporal.Now.plainDateISO('Europe/London').year + 1
  await walk.fillDate('From which day', `${nextYear}-04-01`)
  await walk.press('Set this price')
  await expect(page.getByRole('row').filter({ hasText: '£85.50' }).first()).toContainText('Noor Haddad')
})
