import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const codeIn = (words: string | null) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? ''
const numberIn = (words: string | null) => /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(words ?? '')?.[0] ?? ''

/** A party comes in by a code on paper, from the page of their case. */
async function letIn(office: Walk, place: string, party: Walk, given: string): Promise<void> {
  await office.go(place)
  await office.follow(`Make a code on paper for ${given}`)
  await office.press('Make the code and print it')
  await party.go('/portal/code')
  await party.page.getByLabel('Code', { exact: true }).fill(codeIn(await office.page.getByRole('main').textContent()))
  await party.press('Continue')
}

/** Asks on one's own pages. Answers the number of the request. */
async function ask(party: Walk, kind: string, details: string): Promise<string> {
  await party.go('/portal/data')
  await party.page.getByLabel(kind).check()
  await party.page.getByLabel('What is it about? (optional)').fill(details)
  await party.press('Send')
  const item = party.page.getByRole('listitem').filter({ hasText: /^R-/ }).first()
  return numberIn(await item.textContent())
}

/** The coordinator sees to it that it is they who ask. */
async function makeSure(coordinator: Walk, number: string): Promise<void> {
  await coordinator.go('/office/requests')
  await coordinator.follow(number)
  await coordinator.press('A colleague who has met them saw them')
  await expect(coordinator.page.getByRole('heading', { name: 'Make sure who asks' })).toHaveCount(0)
}

/** The privacy lead comes to the request from the list of all. */
async function comeToDecide(walk: Walk, number: string): Promise<void> {
  await walk.become('Greta Lind')
  await walk.go('/office/requests')
  await walk.follow(number)
}

/** The privacy lead closes the request, and the asker sees that it was answered. */
async function close(walk: Walk, party: Walk, number: string, asked: string): Promise<void> {
  await walk.go('/office/requests')
  await walk.follow(number)
  await walk.page.getByText('Close the request').first().click()
  await walk.choose('How did it end?', 'Done as they asked')
  await walk.press('Close the request')
  await party.go('/portal/data')
  await expect(party.page.getByText(`${number}: ${asked}.`)).toContainText('answered on')
}

test('a party asks to have their name put right, and sees that it was answered', { tag: '@phone' }, async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const party = await somebodyElse()
  await letIn(walk, await openCase(walk, couple), party, couple.a.given)
  const right = newName('Ade')
  const number = await ask(party, 'To have something put right', `My name is ${right}`)
  await makeSure(walk, number)

  await comeToDecide(walk, number)
  await walk.follow('Which rights apply, and our answer')
  await expect(walk.page.getByRole('heading', { level: 1 })).toHaveText('Answer: put something right')
  await walk.page.getByLabel('First name', { exact: true }).fill(right)
  await walk.press('Put it right')
  await walk.page.getByLabel('your name and date of birth').check()
  await walk.page.getByLabel('Yes', { exact: true }).check()
  await walk.press('Decide')
  await walk.page.getByLabel(/^I have told them/).check()
  await walk.press('Send the answer')

  await close(walk, party, number, 'Put something right')
})

test('a party asks to have something deleted, and what is theirs alone goes', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const party = await somebodyElse()
  await letIn(walk, await openCase(walk, couple), party, couple.a.given)
  const number = await ask(party, 'To have something deleted', 'What you do not need')
  await makeSure(walk, number)

  await comeToDecide(walk, number)
  await walk.press('See what can be deleted')
  await walk.page.getByRole('checkbox').first().check()
  await walk.page.getByLabel(/^I have told them/).check()
  await walk.press('Delete what is ticked')
  await expect(walk.page.getByText('Decided on')).toBeVisible()

  await close(walk, party, number, 'Delete something')
})

test('a party asks that it is kept and not used, and it is so without being proved twice', { tag: '@phone' }, async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const party = await somebodyElse()
  await letIn(walk, await openCase(walk, couple), party, couple.a.given)
  const number = await ask(party, 'That you keep it but do not use it', 'It is wrong')

  await comeToDecide(walk, number)
  // They were signed in, which is enough for this.
  await expect(walk.page.getByRole('heading', { name: 'Make sure who asks' })).toHaveCount(0)
  await walk.press('Keep it from use')
  await walk.page.getByLabel('They say that it is wrong').check()
  await walk.page.getByLabel('Who they are, how to reach them').check()
  await walk.page.getByLabel(/^I have told them/).check()
  await walk.press('Keep it from use')
  await expect(walk.page.getByText('Kept and not used')).toBeVisible()

  await close(walk, party, number, 'Keep it, but do not use it')
})
