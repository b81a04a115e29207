import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const codeIn = (words: string | null) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? ''
const numberIn = (words: string | null) => /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(words ?? '')?.[0] ?? ''

/** A party comes in by a code on paper, and asks. Answers the number of the request. */
async function asks(office: Walk, party: Walk, given: string, what: string): Promise<string> {
  await office.follow(`Make a code on paper for ${given}`)
  await office.press('Make the code and print it')
  await party.go('/portal/code')
  await party.page.getByLabel('Code', { exact: true }).fill(codeIn(await office.page.getByRole('main').textContent()))
  await party.press('Continue')
  await party.go('/portal/data')
  await party.page.getByLabel(what).check()
  await party.press('Send')
  return numberIn(await party.page.getByRole('listitem').filter({ hasText: /^R-/ }).first().textContent())
}

/** The service collects by itself; whoever waits looks again. */
async function collected({ page }: Walk): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('What there is')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
}

/** Reads one text after the other, and lets each go. */
async function readsAll(walk: Walk): Promise<void> {
  const toRead = walk.page.getByRole('heading', { name: 'To read' })
  for (let read = 0; read < 40 && (await toRead.count()) > 0; read++) await walk.press('It goes')
  await expect(toRead).toHaveCount(0)
}

/** A request is answered by two colleagues, one of whom reads and one lets go. Answers where the answer is. */
async function answers(walk: Walk, number: string): Promise<string> {
  const { page } = walk
  await walk.go('/office/requests')
  await walk.follow(number)
  await walk.press('A colleague who has met them saw them')
  await walk.press(/^Collect what .*, and let it go$/)
  await walk.press('Collect what we hold')
  await collected(walk)
  await walk.look()
  await readsAll(walk)
  await walk.press('It is ready')
  await expect(page.getByText('Now somebody else reads it and lets it go')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Let it go' })).toHaveCount(0)
  const answer = page.url()

  await walk.become('Greta Lind')
  await walk.go(answer)
  await walk.press('Let it go')
  await expect(walk.row('Let go by')).toContainText('Greta Lind')
  return answer
}

/** They take it in the portal, by one of its buttons. Answers what the file is called. */
async function takes(party: Walk, number: string, by: string): Promise<string> {
  await party.go('/portal/data')
  await party.follow(`Take our answer to ${number}`)
  await party.expectHeading('What we hold about you')
  const taken = party.page.waitForEvent('download')
  await party.page.getByRole('button', { name: by }).click()
  return (await taken).suggestedFilename()
}

test('a party asks to see what is held: it is collected, read, let go by two, and taken', { tag: '@screens' }, async ({
  walk,
  somebodyElse,
}) => {
  test.setTimeout(240_000)
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  const party = await somebodyElse()
  const number = await asks(walk, party, couple.a.given, 'To see what you hold about me')
  const answer = await answers(walk, number)
  expect(await takes(party, number, 'Take it to read (PDF)')).toBe(`${number}.pdf`)

  await walk.go(answer)
  await expect(page.getByRole('row', { name: /To read.*The person/ })).toBeVisible()
  await page.getByText('They do not use the portal').click()
  const sealed = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take the encrypted file' }).click()
  expect((await sealed).suggestedFilename()).toBe(`${number}.zip.age`)
})

test('a party asks for a copy that another service can read, and takes it', { tag: '@phone' }, async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  const party = await somebodyElse()
  const number = await asks(walk, party, couple.b.given, 'To get a copy that another service can read')
  await answers(walk, number)
  expect(await takes(party, number, 'Take what you told us, for another service')).toBe(`${number}-portable.json`)
  await expect(party.page.getByRole('button', { name: /to read/ })).toHaveCount(0)
})
