import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

const reference = /K-[0-9A-Z]{4}-[0-9A-Z]{3}/

test('a complaint from the website is acknowledged, looked into and answered, and the register says what was learnt', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)

  const stranger = await somebodyElse()
  await stranger.go('/complaints')
  await stranger.follow('Tell us what went wrong')
  await stranger.expectHeading('Tell us what went wrong')
  await stranger.page.waitForTimeout(2_100)
  await stranger.press('Send')
  await expect(stranger.page.getByText('Choose what it is about').first()).toBeVisible()
  await stranger.page.getByLabel('Both', { exact: true }).check()
  await stranger.page.getByLabel('What happened?').fill('Nobody rang me back, and my letter lay open')
  await stranger.page.getByLabel('For myself').check()
  await stranger.page.getByLabel('Your first name').fill(couple.a.given)
  await stranger.page.getByLabel('Your last name').fill(couple.a.family)
  await stranger.page.waitForTimeout(2_100)
  await stranger.press('Send')
  await stranger.expectHeading('We have your complaint')
  const number = reference.exec((await stranger.page.getByRole('main').textContent()) ?? '')?.[0] ?? ''

  const { page } = walk
  await walk.go('/office/today')
  await expect(walk.row(number)).toContainText('by law until')
  await walk.go('/office/complaints')
  await walk.follow(number)
  await page.getByLabel(new RegExp(couple.a.family)).first().check()
  await walk.press('This is who complains')
  await page
    .getByLabel(/^I have told them/)
    .first()
    .check()
  await walk.press('Say that we have it')
  await expect(walk.row('Told that we have it')).toBeVisible()
  await page.getByText('Note what was asked or found').click()
  await page.getByLabel('Something that we found').check()
  await page.getByLabel('What was asked or found').fill('The list of calls was not looked at for a week')
  await walk.press('Note it')
  await page.getByText('Answer and close').first().click()
  await page.getByLabel('They were right', { exact: true }).check()
  await page.getByLabel('Our answer, with the reasons').fill('You were right: nobody looked at the list.')
  await page.getByLabel('What was the cause?').selectOption({ label: 'It took too long, or was forgotten' })
  await page.getByLabel('What we changed, so that it does not happen again').fill('Two of us look at the list')
  await page
    .getByLabel(/^I have told them/)
    .last()
    .check()
  await walk.press('Answer and close')
  await expect(page.getByText('They were right.')).toBeVisible()

  await walk.become('Greta Lind')
  await walk.go('/office/complaints')
  await expect(walk.row(number)).toContainText('Two of us look at the list')
})

test('a party complains while signed in, and sees that we look into it', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.follow(`Make a code on paper for ${couple.b.given}`)
  await walk.press('Make the code and print it')
  const slip = (await walk.page.getByRole('main').textContent()) ?? ''
  const party = await somebodyElse()
  await party.go('/portal/code')
  await party.page.getByLabel('Code', { exact: true }).fill(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip)?.[0] ?? '')
  await party.press('Continue')
  await party.go('/portal/complaint')
  await party.expectHeading('If you are unhappy with us')
  await party.page.getByLabel('How we work').check()
  await party.page.getByLabel('What happened?').fill('I waited for an hour')
  await party.press('Send')
  await expect(party.page.getByText('We are looking into it.')).toBeVisible()
})
