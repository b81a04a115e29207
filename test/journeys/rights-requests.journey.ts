import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

const reference = /R-[0-9A-Z]{4}-[0-9A-Z]{3}/

test('somebody asks about their data on the website, and the office finds out who, says so and makes sure', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)

  const stranger = await somebodyElse()
  await stranger.go('/your-data')
  await stranger.expectHeading('Ask about your data')
  await stranger.page.waitForTimeout(2_100)
  await stranger.press('Send')
  await expect(stranger.page.getByText('Choose what this is about').first()).toBeVisible()
  await stranger.page.getByLabel('To see what you hold about me').check()
  await stranger.page.getByLabel('For myself').check()
  await stranger.page.getByLabel('Your first name').fill(couple.a.given)
  await stranger.page.getByLabel('Your last name').fill(couple.a.family)
  await stranger.page.getByLabel('What is it about? (optional)').fill('Everything since the summer')
  await stranger.page.waitForTimeout(2_100)
  await stranger.press('Send')
  await stranger.expectHeading('We have your request')
  const number = reference.exec((await stranger.page.getByRole('main').textContent()) ?? '')?.[0] ?? ''

  await walk.go('/office/requests')
  await expect(walk.row(number)).toContainText('Find out who asks')
  await walk.follow(number)
  await walk.page.getByLabel(new RegExp(couple.a.family)).first().check()
  await walk.press('This is who it is about')
  await walk.page
    .getByLabel(/^Write to them/)
    .first()
    .check()
  await walk.press('Say that we have it')
  // The way that they gave is as new as the request: nothing is written there.
  await expect(walk.page.getByText('There is no way to write').first()).toBeVisible()
  await walk.page
    .getByLabel(/^I have told them/)
    .first()
    .check()
  await walk.press('Say that we have it')
  await expect(walk.row('Told that we have it')).toBeVisible()
  await walk.press('A colleague who has met them saw them')
  await expect(walk.page.getByRole('heading', { name: 'Make sure who asks' })).toHaveCount(0)
  await walk.go('/office/today')
  await expect(walk.row(number)).toContainText('due by law on')

  await walk.become('Greta Lind')
  await walk.go('/office/today')
  await expect(walk.row(number)).toContainText('Answer a request about data')
})

test('what comes by letter from a solicitor is taken down and counts from its day', async ({ walk }) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await walk.go('/office/requests/new')
  await page.getByLabel('By letter').check()
  await page.getByLabel('Delete something').check()
  await page.getByRole('radio', { name: 'For somebody else' }).check()
  await page.getByLabel('If they ask for somebody else: name of who asks').fill('Priya Marl')
  await page.getByLabel('First name of the person').fill(couple.b.given)
  await page.getByLabel('Last name (optional)').fill(couple.b.family)
  await walk.press('Save')
  await walk.expectHeading('Delete something')
  await expect(walk.row('Who speaks for them')).toContainText('Priya Marl')
  await walk.press('I have seen the authority')
  await expect(walk.row('Authority')).toContainText('Seen')
})

test('a party asks while signed in, and sees that we have it', async ({ walk, somebodyElse }) => {
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
  await party.go('/portal/data')
  await party.expectHeading('Your data')
  await party.page.getByLabel('That you stop using it for something').check()
  await party.press('Send')
  await expect(party.page.getByText('Stop using it for something. Asked on')).toBeVisible()
})
