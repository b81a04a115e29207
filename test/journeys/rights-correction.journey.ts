import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'

test('a name is put right as somebody asks in person, and what is refused is answered with its ground', async ({
  walk,
}) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.go('/office/requests/new')
  await page.getByLabel('In person').check()
  await page.getByLabel('Put something right').check()
  await page.getByLabel('For themselves').check()
  await page.getByLabel('First name of the person').fill(couple.a.given)
  await page.getByLabel('Last name (optional)').fill(couple.a.family)
  await walk.press('Save')
  await page.getByLabel(new RegExp(couple.a.family)).first().check()
  await walk.press('This is who it is about')
  await walk.press('A colleague who has met them saw them')
  await walk.follow('Which rights apply, and our answer')
  await walk.expectHeading('Answer: put something right')
  const right = newName('Ade')
  await page.getByLabel('First name', { exact: true }).fill(right)
  await walk.press('Put it right')
  await expect(page.getByText(`Was “${couple.a.given}”, is “${right}”. Decided by Ruth Okafor`)).toBeVisible()

  await page.getByLabel('Who else had it from us?').fill('Their solicitor')
  await walk.press('Add')
  await walk.press('I have told Their solicitor')
  await expect(page.getByText('Their solicitor: told again on')).toBeVisible()

  await walk.press('Decide')
  await expect(page.getByText('Choose the answer').first()).toBeVisible()
  await page.getByLabel('your name and date of birth').check()
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('If not: the ground in law').selectOption('rightAsItIs')
  await page.getByLabel('If not: why, here').fill('It is as on the birth certificate')
  await walk.press('Decide')
  await expect(page.getByText('We say no for: your name and date of birth')).toBeVisible()
  await expect(page.getByText('Information Commission').first()).toBeVisible()
  await page.getByLabel('I have told them').check()
  await walk.press('Send the answer')
})
