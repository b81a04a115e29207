import { newCouple, recordCall } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'

test('a call that was sent twice, loaded again and gone back from is one enquiry', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries/new')
  await page.getByLabel('First name', { exact: true }).fill(couple.a.given)
  await page.getByLabel('Last name', { exact: true }).fill(couple.a.family)
  await walk.choose('What is it about?', 'Children')
  await walk.pressTwice('Save the call')
  await walk.expectHeading(`${couple.a.given} ${couple.a.family}`)
  const address = page.url()
  await page.reload()
  expect(page.url()).toBe(address)
  await walk.back()
  await walk.expectHeading('Record a telephone call')
  await page.goForward()
  expect(page.url()).toBe(address)
  await walk.go('/office/enquiries')
  await expect(page.getByRole('link', { name: couple.a.family })).toHaveCount(1)
})

test('what is wrong is said at its field, and nothing that was typed is lost', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries/new')
  await page.getByLabel('Last name', { exact: true }).fill('Ó <i>Súilleabháin</i>')
  await page.getByText('More, if there is time').click()
  await page.getByLabel('E-mail', { exact: true }).fill('no address')
  await walk.press('Save the call')
  await expect(page).toHaveTitle(/^Error: /)
  await page
    .getByRole('alert')
    .getByRole('link', { name: /first name/i })
    .click()
  await expect(page.getByLabel('First name', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Last name', { exact: true })).toHaveValue('Ó <i>Súilleabháin</i>')
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('no address')
})

test('an enquiry waits in Today until it is answered, and somebody who asked before is seen at once', async ({
  walk,
}) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await recordCall(walk, couple)
  const first = page.url()
  await walk.go('/office/today')
  const waiting = walk.row(couple.a.family)
  await expect(waiting).toContainText('Answer an enquiry')
  await walk.follow('Answer an enquiry', waiting)
  expect(page.url()).toBe(first)
  await page.getByLabel(/what did you tell them/).fill('Told them what a first meeting costs.')
  await walk.press('Mark as answered')
  await expect(walk.row('Our answer')).toContainText('what a first meeting costs')
  await expect(page.getByRole('button', { name: 'Mark as answered' })).toHaveCount(0)
  await walk.go('/office/today')
  await expect(page.getByText(couple.a.family)).toHaveCount(0)

  await recordCall(walk, { ...couple, a: { ...couple.a, given: newName('Other') } })
  await expect(page.getByText('We may know this person already')).toBeVisible()
  await walk.follow(new RegExp(`${couple.a.given} ${couple.a.family}`))
  expect(page.url()).toBe(first)
})

test('a case is opened with two equal parties and the children', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  await recordCall(walk, { a, b })
  await walk.press('Open a case')
  await expect(page.getByLabel('First name, A')).toHaveValue(a.given)
  await expect(page.getByLabel('Last name, B')).toHaveValue(b.family)
  await page.getByLabel('Child 1: first name').fill('Wren')
  await walk.press('Open the case')
  await walk.expectHeading(`${a.given} ${a.family} and ${b.given} ${b.family}`)
  await expect(page.getByText(`Party A: ${a.given}`)).toBeVisible()
  await expect(page.getByText(`Party B: ${b.given}`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Wren' })).toBeVisible()
  await walk.go('/office/today')
  await expect(page.getByText(a.family)).toHaveCount(0)
  await walk.go('/office/enquiries?show=taken_on')
  await walk.follow(new RegExp(`${a.given} ${a.family}`))
  await walk.follow('Go to the case')
  await walk.expectHeading(`${a.given} ${a.family} and ${b.given} ${b.family}`)
})
