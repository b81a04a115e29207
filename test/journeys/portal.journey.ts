import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

const codePattern = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/

test('a party signs in by a code from their mail, sees what is theirs, and signs out', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)

  const party = await somebodyElse()
  const { page } = party
  await party.go('/portal')
  await party.expectHeading('See your own appointments and papers')
  await page.getByLabel('Your e-mail address').fill(couple.a.email)
  await party.press('Send me a code')
  await party.expectHeading('Enter your code')

  await expect(async () => {
    await walk.page.goto(new URL('/demonstration/outbox', walk.page.url()).href)
    await expect(walk.page.getByText(couple.a.email).first()).toBeVisible({ timeout: 1_000 })
    await expect(walk.page.getByRole('article').filter({ hasText: couple.a.email }).first()).toContainText(
      codePattern,
      {
        timeout: 1_000,
      },
    )
  }).toPass({ timeout: 20_000 })
  const mail = walk.page.getByRole('article').filter({ hasText: couple.a.email }).filter({ hasText: 'Your code' })
  const code = codePattern.exec((await mail.first().textContent()) ?? '')?.[0] ?? ''

  await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase())
  await party.press('Continue')
  await party.expectHeading('What happens next')
  await party.go('/portal/papers')
  await party.expectHeading('Your papers')
  await party.go('/portal/contact')
  await party.expectHeading('How we reach you')
  await expect(page.getByText(couple.a.email)).toBeVisible()
  await party.press('Sign out')
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await party.go('/portal')
  await party.expectHeading('See your own appointments and papers')
})

test('a party signs in by a code on paper, once', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.follow(`Make a code on paper for ${couple.b.given}`)
  await walk.press('Make the code and print it')
  await walk.expectHeading('Your code')
  const code = codePattern.exec((await walk.page.getByRole('main').textContent()) ?? '')?.[0] ?? ''

  for (const [heading, times] of [
    ['What happens next', 1],
    ['Enter your code', 2],
  ] as const) {
    const party = await somebodyElse()
    await party.go('/portal/code')
    await party.page.getByLabel('Code', { exact: true }).fill(code)
    await party.press('Continue')
    await party.expectHeading(heading)
    if (times === 2) await expect(party.page.getByText('This code does not work').first()).toBeVisible()
  }
})

test('in the demonstration one press makes one a party', async ({ walk }) => {
  await walk.go('/demonstration')
  await walk.page.getByRole('button', { name: /party A of a case$/ }).click()
  await walk.expectHeading('What happens next')
})
