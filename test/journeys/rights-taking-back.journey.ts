import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

const codeIn = (words: string | null) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? ''

test('a party ends what they agreed to with one press, and the other sees nothing of it', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const place = await openCase(walk, couple)
  const comeIn = async (given: string) => {
    await walk.go(place)
    await walk.follow(`Make a code on paper for ${given}`)
    await walk.press('Make the code and print it')
    const code = codeIn(await walk.page.getByRole('main').textContent())
    const party = await somebodyElse()
    await party.go('/portal/code')
    await party.page.getByLabel('Code', { exact: true }).fill(code)
    await party.press('Continue')
    await party.go('/portal/data')
    await party.follow('See what you agreed to, and end it')
    await party.expectHeading('What you agreed to')
    return party
  }
  const one = await comeIn(couple.a.given)
  await expect(one.page.getByRole('heading', { name: 'Writing to you by e-mail' })).toBeVisible()
  await one.page.getByText('What stops, and what goes on').first().click()
  await one.press(/^End this ?: Writing to you by e-mail$/)
  await expect(one.page.getByRole('heading', { name: 'It has ended' })).toBeVisible()
  await expect(one.page.getByText('What goes on:').first()).toBeVisible()
  await expect(one.page.getByText('There is nothing that rests on your yes')).toBeVisible()

  const other = await comeIn(couple.b.given)
  await expect(other.page.getByText('Writing to you by e-mail')).toHaveCount(0)
})

test('somebody rings and takes it back, and the office ends it for them', async ({ walk }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await walk.follow(`What ${couple.a.given} agreed to`)
  await walk.expectHeading('What they agreed to')
  await walk.press(/^They take it back ?: Writing to you by e-mail$/)
  await expect(walk.page.getByText('It has ended, for everybody and at once.')).toBeVisible()
  await expect(walk.page.getByText('a receipt is being written')).toBeVisible()
})
