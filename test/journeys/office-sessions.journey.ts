import { readFile } from 'node:fs/promises'
import { paperOf } from '../support/certificate-words.ts'
import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import { bothSignOn, writeMiam } from '../support/journey-sessions.ts'

test('a shuttle session is held: both sign, notes stay in their room until they are passed on', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.follow('Begin a session')
  await expect(page.getByText('both parties sign the agreement to mediate first')).toBeVisible()
  await bothSignOn(walk, address, { a, b })
  await walk.go(address)
  await walk.follow('Begin a session')
  await walk.choose('How is it held?', 'In separate rooms (shuttle)')
  await walk.press('Begin the session')
  const session = new URL(page.url()).pathname
  const write = async (words: string, room: string) => {
    await page.getByLabel('In a line').fill(words)
    await walk.choose('Said in which room?', room)
    await page.getByLabel('In a line').press('Enter')
    await expect(page.getByText(words).first()).toBeVisible()
  }
  await write('Sundays in turn', `${a.given} only`)
  await write('A flat near the school', `${a.given} only`)
  await write('Wednesdays as now', 'Both')

  await page.getByRole('button', { name: /^Now: may pass ?: “Sundays in turn”/ }).click()
  await page.getByRole('button', { name: new RegExp(`^I told ${b.given} ?: “Sundays in turn”`) }).click()
  await expect(page.getByText(`Passed to ${b.given}`)).toBeVisible()
  await walk.follow('The screen for both')
  await expect(page.getByText('Sundays in turn')).toBeVisible()
  await expect(page.getByText('A flat near the school')).toHaveCount(0)

  await walk.go(session)
  await page.getByLabel('Why can it not go on?').fill('The flat matters and may not be told.')
  await walk.press('Stop the session')
  await expect(page.getByRole('heading', { name: 'This session cannot go on' })).toBeVisible()
  await page.getByLabel('What has changed, so that the session can go on?').fill('It may be told next time.')
  await walk.press('Go on with the session')
  await walk.press('End the session')
  await walk.press('Begin the summary from what is joint')
  await expect(page.getByLabel(/^Summary/)).toHaveValue(
    /Wednesdays as now[\s\S]*Sundays in turn|Sundays in turn[\s\S]*Wednesdays as now/,
  )
  await expect(page.getByLabel(/^Summary/)).not.toHaveValue(/flat/)
})

test('a certificate is checked on the website, corrected, and then shown as superseded', async ({
  walk,
  somebodyElse,
}) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await writeMiam(walk, a.given)
  await walk.follow('Issue the certificate')
  await walk.press(`Issue for ${a.given} only`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const paper = await paperOf(await readFile(await (await downloading).path()))

  const court = await somebodyElse()
  const check = async (code: string) => {
    await court.go('/certificates')
    await court.page.getByLabel('Certificate number').fill(paper.number)
    await court.page.getByLabel('Code', { exact: true }).fill(code)
    await court.press('Check')
    expect(new URL(court.page.url()).pathname + new URL(court.page.url()).search).toBe('/certificates')
  }
  await check('2222-2222-2222')
  await expect(court.page.getByText('We have no certificate with this number and this code').first()).toBeVisible()
  await check(paper.code)
  await expect(court.page.getByRole('heading', { name: 'This certificate is real' })).toBeVisible()
  await expect(court.page.getByText(a.family)).toHaveCount(0)

  await walk.go(address)
  await walk.follow(/^Correct certificate/)
  await page.getByLabel('What is wrong with it?').fill('The name was misspelt.')
  await walk.press(`Issue the corrected certificate for ${a.given} only`)
  await walk.go(address)
  await expect(walk.part('Certificates').getByText('Superseded by')).toBeVisible()
  await check(paper.code)
  await expect(court.page.getByText('A newer certificate took its place').first()).toBeVisible()
})
