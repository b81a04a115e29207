import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

test('a party stops a use, the privacy lead decides and answers, and the other party sees nothing of it', async ({
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
    const words = (await walk.page.getByRole('main').textContent()) ?? ''
    const party = await somebodyElse()
    await party.go('/portal/code')
    await party.page
      .getByLabel('Code', { exact: true })
      .fill(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? '')
    await party.press('Continue')
    await party.go('/portal/data')
    await party.follow('Stop something that we do for a reason of our own')
    await party.expectHeading('Stop a use')
    return party
  }
  const one = await comeIn(couple.a.given)
  await one.page
    .getByRole('button', { name: /^Stop this/ })
    .first()
    .click()
  await expect(one.page.getByText('It has stopped while we look at it.')).toBeVisible()

  await walk.become('Greta Lind')
  await walk.go('/office/requests')
  await walk.page.getByRole('link', { name: /^R-/ }).first().waitFor()
  const number = await newest(one)
  await walk.follow(number)
  await walk.follow('Which rights apply, and our answer')
  await walk.expectHeading('Answer: stop using it for something')
  await expect(walk.page.getByText('It is stopped for them until this is decided.')).toBeVisible()
  await walk.page.getByLabel('It stays stopped for them').check()
  await walk.page.getByRole('button', { name: /^Decide about/ }).click()
  await expect(walk.page.getByText('It has stopped for them.')).toBeVisible()
  await walk.page.getByLabel('I have told them').check()
  await walk.press('Send the answer')

  await one.go('/portal/data/uses')
  await expect(one.page.getByText('You objected, and this has stopped for you.')).toBeVisible()
  await walk.become('Ruth Okafor')
  const other = await comeIn(couple.b.given)
  await expect(other.page.getByText('You objected')).toHaveCount(0)
})

/** The number of the request that somebody made last, as they see it. */
async function newest(party: {
  go(path: string): Promise<unknown>
  page: import('@playwright/test').Page
}): Promise<string> {
  await party.go('/portal/data')
  return /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec((await party.page.getByRole('main').textContent()) ?? '')?.[0] ?? ''
}
