import { newCouple, recordCall } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

interface Name {
  readonly given: string
  readonly family: string
}

/** Somebody asks on the website to see what is held, without any account. Answers the number of the request. */
async function asks(stranger: Walk, { given, family }: Name): Promise<string> {
  const { page } = stranger
  await stranger.go('/your-data')
  await page.getByLabel('To see what you hold about me').check()
  await page.getByLabel('For myself').check()
  await page.getByLabel('Your first name').fill(given)
  await page.getByLabel('Your last name').fill(family)
  await page.waitForTimeout(2_100)
  await stranger.press('Send')
  await stranger.expectHeading('We have your request')
  return /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? ''
}

/** The office finds the enquiry, and has seen who made it. */
async function finds(walk: Walk, number: string, name: Name): Promise<void> {
  await walk.go('/office/requests')
  await walk.follow(number)
  await makesSure(walk, name)
}

async function makesSure(walk: Walk, { given, family }: Name): Promise<void> {
  const { page } = walk
  await page.getByLabel(new RegExp(`^${given} ${family}, enquiry`)).check()
  await walk.press('This is who it is about')
  await expect(page.getByRole('link', { name: new RegExp(`${family}, enquiry`) })).toBeVisible()
  await walk.press('A colleague who has met them saw them')
}

/** Somebody asks at the desk, and the office finds their enquiry. The form of the website takes few in an hour from one address. */
async function comesToAsk(walk: Walk, name: Name, what: string): Promise<void> {
  const { page } = walk
  await walk.go('/office/requests/new')
  await page.getByLabel('In person').check()
  await page.getByLabel(what).check()
  await page.getByLabel('For themselves').check()
  await page.getByLabel('First name of the person').fill(name.given)
  await page.getByLabel('Last name (optional)').fill(name.family)
  await walk.press('Save')
  await makesSure(walk, name)
}

/** The service collects by itself; whoever waits looks again. */
async function collected({ page }: Walk): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('What there is')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
}

test('somebody who only rang once asks to see what is held, and then that it is deleted', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await recordCall(walk, couple)
  const enquiry = page.url()
  const stranger = await somebodyElse()
  const seen = await asks(stranger, couple.a)
  await finds(walk, seen, couple.a)
  await walk.press(/^Collect what .*, and let it go$/)
  await walk.press('Collect what we hold')
  await collected(walk)
  await walk.look()
  const toRead = page.getByRole('heading', { name: 'To read' })
  for (let read = 0; read < 10 && (await toRead.count()) > 0; read++) await walk.press('It goes')
  await walk.press('It is ready')
  const answer = page.url()

  await walk.become('Greta Lind')
  await walk.go(answer)
  await walk.press('Let it go')
  const sealed = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take the encrypted file' }).click()
  expect((await sealed).suggestedFilename()).toBe(`${seen}.zip.age`)
  await walk.go(answer.replace(/\/pack$/, ''))
  await page.locator('summary', { hasText: 'Close the request' }).click()
  await page.getByLabel('Done as they asked').check()
  await walk.press('Close the request')

  await walk.become('Ruth Okafor')
  await comesToAsk(walk, couple.a, 'Delete something')
  await walk.press('See what can be deleted')
  await walk.expectHeading('What can be deleted')
  await expect(page.getByText('It goes as a whole, or it stays')).toBeVisible()
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Delete all of it')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('All that was chosen is deleted')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 90_000 })
  expect((await walk.page.request.get(enquiry)).status()).toBe(404)
})

test('somebody who only rang once asks that it is kept and not used, and it is used again after they were told', async ({
  walk,
}) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await recordCall(walk, couple)
  const enquiry = page.url()
  await comesToAsk(walk, couple.a, 'Keep it, but do not use it')
  await walk.press('Keep it from use')
  await walk.expectHeading('Keep it, but do not use it')
  await page.getByLabel('They say that it is wrong').check()
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Keep it from use')
  await expect(page.getByText('Their enquiry, and all that belongs to it')).toBeVisible()
  await walk.look()
  expect((await page.request.get(enquiry)).status()).toBe(404)
  const restriction = page.url()
  await walk.go('/office/enquiries')
  await expect(page.getByRole('main')).not.toContainText(couple.a.family)

  await walk.go(restriction)
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Tell them that it ends')
  await walk.press('Use it again')
  await expect(page.getByText('Used again since')).toBeVisible()
  await walk.follow('Who had been told of them, and hears of this')
  await expect(page.getByText('By our register nobody outside was told of it').first()).toBeVisible()
  await walk.go(enquiry)
  await expect(page.getByRole('main')).toContainText(couple.a.family)
})

test('somebody who only rang once has a detail put right, and hears why another stays as it is', async ({ walk }) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await recordCall(walk, couple)
  const enquiry = page.url()
  await comesToAsk(walk, couple.a, 'Put something right')
  await walk.follow('Which rights apply, and our answer')
  await walk.expectHeading('Answer: put something right')
  await page.getByLabel('E-mail', { exact: true }).fill('no address')
  await walk.press('Put it right')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('no address')
  await page.getByLabel('E-mail', { exact: true }).fill(couple.a.email)
  const right = newName('Ade')
  await page.getByLabel('First name', { exact: true }).fill(right)
  await walk.press('Put it right')
  await expect(page.getByText(`Was “${couple.a.given}”, is “${right}”. Decided by Ruth Okafor`)).toBeVisible()

  await page.getByRole('checkbox').first().check()
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('If not: the ground in law').selectOption('rightAsItIs')
  await page.getByLabel('If not: why, here').fill('It is as they said on the telephone')
  await walk.press('Decide')
  await expect(page.getByText('It is as they said on the telephone').first()).toBeVisible()
  await expect(page.getByText('Information Commission').first()).toBeVisible()
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Send the answer')
  await walk.look()
  await walk.go(enquiry)
  await expect(page.getByRole('main')).toContainText(right)
})
