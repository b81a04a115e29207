import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { newCouple, openCase } from '../support/journey-cases.ts'
import { leaveIdle } from '../support/journey-demonstration.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import { bothSignOn } from '../support/journey-sessions.ts'
import type { Walk } from '../support/journey-walk.ts'

const today = () => Temporal.Now.plainDateISO('Europe/London').toString()

async function fillMiam(walk: Walk): Promise<void> {
  const { page } = walk
  await walk.fillDate('Day of the meeting', today())
  await page.getByLabel(/^\(a\)/).fill('How mediation works, and arbitration.')
  await page.getByLabel(/^\(b\)/).fill('Sooner, and decided by themselves.')
  await page.getByLabel(/^\(e\)/).fill('Mediation, since both want to settle.')
  await page.getByLabel(/^\(f\)/).fill('Invite the other party.')
  await walk.choose('Is mediation suitable?', 'Mediation is suitable')
  await walk.choose('Legal quality', 'Without prejudice')
}

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return (await Promise.all(pages)).join(' ').replaceAll(/\s+/g, ' ')
}

test('a MIAM is recorded with its risk, and certified by the mediator who may', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await expect(page.getByRole('heading', { name: 'MIAMs' })).toHaveCount(0)
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.follow('Record a MIAM')
  await walk.follow(`${a.given} only`)
  await walk.press(`Save for ${a.given} only`)
  await expect(page).toHaveTitle(/^Error: /)
  await fillMiam(walk)
  await walk.pressTwice(`Save for ${a.given} only`)
  await walk.expectHeading(`Assess risk: the MIAM of ${a.given}`)
  await page.getByLabel(/^\(c\)/).fill('Asked alone. None told.')
  await page.getByLabel(/^\(d\)/).fill('Both children are well.')
  await walk.press('Save for the office only')
  await walk.expectHeading(`MIAM of ${a.given}`)
  await expect(page.getByText('None told.')).toBeVisible()
  const miam = new URL(page.url()).pathname

  await walk.follow('Issue the certificate')
  await walk.pressTwice(`Issue for ${a.given} only`)
  await expect(walk.row('State')).toContainText('In the file')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^MIAM certificate .+\.pdf$/)
  const words = await wordsOf(new Uint8Array(await readFile(await download.path())))
  expect(words).toContain(`${a.given} ${a.family}`)
  expect(words).toContain('Hugh Penrose')
  expect(words).toContain('1203A')
  for (const word of [b.given, b.family, 'None told', 'Sooner']) expect(words).not.toContain(word)

  await walk.go(address)
  await expect(walk.part('Certificates').getByRole('row')).toHaveCount(2)
  await walk.become('Patrick Osei')
  await walk.go(miam)
  await expect(page.getByText('None told.')).toBeVisible()
  await walk.become('Meera Lal')
  expect((await walk.go(miam))?.status()).toBe(404)
})

test('a session and its summary are written, each in its zone, which stands on the button', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await bothSignOn(walk, address, { a, b })
  await walk.go(address)
  await walk.follow('Record a session')
  await walk.follow(/^Both/)
  await walk.fillDate('Day of the meeting', today())
  await walk.choose('How was it held?', 'In separate rooms (shuttle)')
  await page.getByLabel(/^What was discussed/).fill('The school run.')
  await walk.choose('Legal quality', 'Without prejudice')
  await walk.press('Save for both')
  await expect(page.getByText('The school run.')).toBeVisible()

  await walk.go(address)
  await walk.follow('Write a summary')
  await walk.follow(`${b.given} only`)
  await page.getByLabel(/^Summary/).fill('<b>What was agreed</b> & what was not')
  await walk.choose('Legal quality', 'Open')
  await walk.press(`Save for ${b.given} only`)
  await expect(page.getByText('<b>What was agreed</b> & what was not')).toBeVisible()
  await expect(page.getByText('Open', { exact: true })).toBeVisible()
  await walk.go(address)
  await expect(
    walk
      .part('Sessions and summaries')
      .getByRole('row')
      .filter({ hasText: `${b.given} only` }),
  ).toHaveCount(1)
})

test('what is being written is saved, is there again after a reload, and can be thrown away @script', async ({
  walk,
}) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await walk.become('Hugh Penrose')
  await walk.go(`${address}/summaries/new/a`)
  const words = newName('Unfinished')
  await page.getByLabel(/^Summary/).fill(words)
  await expect(page.getByRole('status')).toHaveText(/^Saved at/)
  await page.reload()
  await expect(page.getByLabel(/^Summary/)).toHaveValue(words)
  await expect(page.getByText('This is what you had written here')).toBeVisible()
  // It is one person's until it is saved for good.
  await walk.become('Patrick Osei')
  await walk.go(`${address}/summaries/new/a`)
  await expect(page.getByLabel(/^Summary/)).toHaveValue('')
  await walk.become('Hugh Penrose')
  await walk.go(`${address}/summaries/new/a`)
  await walk.press('Throw this away and begin anew')
  await expect(page.getByLabel(/^Summary/)).toHaveValue('')
})

test('what is sent after the sign-in has ended is kept, and offered after signing in', async ({
  walk,
  demonstration,
}) => {
  const { page } = walk
  // Somebody of its own, so that nobody else is signed out by it.
  const mediator = test.info().project.name === 'phone' ? 'Siân Beddoe' : 'Meera Lal'
  const words = newName('Late')
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, newCouple(), mediator)
  await walk.become(mediator)
  await walk.go(`${address}/summaries/new/office`)
  await leaveIdle(demonstration.folder, mediator)
  await page.getByLabel(/^Summary/).fill(words)
  await walk.choose('Legal quality', 'Open')
  await walk.press('Save for the office only')
  await walk.expectHeading('Sign in to the office')
  await expect(page.getByText('What you sent is kept')).toBeVisible()
  expect((await page.context().cookies()).some((it) => it.name === 'sign_in')).toBe(false)

  await walk.go('/demonstration')
  await walk.press(new RegExp(`^${mediator},`))
  await walk.expectHeading('What you sent is kept')
  const kept = page.locator('section').filter({ hasText: words })
  await walk.press('Send it now', kept.first())
  await expect(page.getByText(words)).toBeVisible()
  await walk.go('/office/kept')
  await expect(page.getByText(words)).toHaveCount(0)
})
