import { expect, newName, test } from '../support/journey-office.ts'

const codePattern = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/

test('a solicitor is given an account, comes in by a code, refers somebody and follows it until the person ends that', async ({
  walk,
  somebodyElse,
}) => {
  const name = newName('Priya')
  const email = `${name.toLowerCase()}@marl.example`
  const client = newName('Client')
  const own = `MT/${Date.now() % 100_000}`
  const { page } = walk
  await walk.become('Ruth Okafor')
  await walk.go('/office/professionals/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Solicitor or other lawyer').check()
  await page.getByLabel('Where do they work?').fill('Marl & Teal LLP')
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByLabel('They told us').check()
  await walk.press('Save')
  await walk.expectHeading(name)
  await walk.press('Invite them to an account')
  await expect(page.getByText('They have one since')).toBeVisible()

  const solicitor = await somebodyElse()
  await solicitor.go('/portal/sign-in')
  await solicitor.page.getByLabel('Your e-mail address').fill(email)
  await solicitor.press('Send me a code')
  const mails = page.getByRole('article').filter({ hasText: email }).filter({ hasText: 'Your code' })
  await expect(async () => {
    await page.goto(new URL('/demonstration/outbox', page.url()).href)
    await expect(mails.first()).toContainText(codePattern, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const code = codePattern.exec((await mails.first().textContent()) ?? '')?.[0] ?? ''
  await solicitor.page.getByLabel('Code', { exact: true }).fill(code)
  await solicitor.press('Continue')
  await solicitor.expectHeading('Your referrals')
  await expect(solicitor.page.getByText('There is no referral to show')).toBeVisible()

  await solicitor.go('/portal/referrals/new')
  await expect(solicitor.row('Work e-mail')).toContainText(email)
  await solicitor.page.getByLabel('Your own reference').fill(own)
  await solicitor.page.getByLabel('They have agreed that I tell you what I write here').check()
  await solicitor.page.getByLabel('Their first name').fill('Ade')
  await solicitor.page.getByLabel('Their last name').fill(client)
  await solicitor.page.getByLabel('None of these. They will contact you').check()
  await solicitor.page.getByLabel('Both', { exact: true }).check()
  await solicitor.press('Send')
  await solicitor.expectHeading('Your referrals')
  await expect(solicitor.row('Your own reference')).toContainText(own)
  await expect(solicitor.row('First meeting booked')).toContainText('Not yet')
  await expect(solicitor.page.getByText(client)).toHaveCount(0)

  await walk.go('/office/enquiries')
  await walk.follow(client)
  await walk.press('The person does not want them to follow it')
  await solicitor.go('/portal/referrals')
  await expect(solicitor.page.getByText('There is no referral to show')).toBeVisible()
})
