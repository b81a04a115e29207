import { newCouple, recordCall } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

test('somebody who rings again is known while their name is typed, and found from any page', async ({
  walk,
  javaScriptEnabled,
}) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await recordCall(walk, couple)
  const first = page.url()

  await walk.go('/office/enquiries/new')
  await page.getByLabel('First name', { exact: true }).fill(couple.a.given)
  await page.getByLabel('Last name', { exact: true }).fill(`${couple.a.family}e`)
  if (javaScriptEnabled) await expect(page.getByText('We may know this person already')).toBeVisible()

  await walk.go('/office/search')
  await page.getByLabel('What do you know of them?').fill(`${couple.a.family} ${couple.a.given}`)
  await walk.press('Search')
  expect(page.url()).not.toContain(couple.a.family)
  await expect(page.getByText('same names in another order')).toBeVisible()
  await walk.follow(`${couple.a.given} ${couple.a.family}`)
  expect(page.url()).toBe(first)
})
