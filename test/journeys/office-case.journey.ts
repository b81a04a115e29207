import { readFile } from 'node:fs/promises'
import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const zone = (walk: Walk, words: string) => walk.page.locator('.ev-zone-bar').filter({ hasText: words })

test('what is held of a party is corrected, added to and marked as unsafe', async ({ walk }) => {
  const { page } = walk
  const { a, b } = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, { a, b })

  await walk.follow(`Correct details of ${a.given}`)
  await walk.expectHeading('Correct details')
  await page.getByLabel('Known as').fill(newName('Adey'))
  await walk.fillDate('Date of birth', '1984-03-09')
  await walk.choose('Who said so?', 'From themselves')
  await walk.press('Save')
  await expect(zone(walk, 'Party A')).toContainText('9 March 1984')
  await expect(zone(walk, 'Party A')).toContainText('Adey')

  await walk.follow(/^Add a way to reach Adey/)
  await walk.choose('What is it?', 'Telephone')
  await page.getByLabel('Number, e-mail or address').fill('01632 960 222')
  await walk.choose('Where does it come from?', 'From the other party')
  await walk.choose('Is it safe to use?', 'Not asked')
  await walk.choose('Is it safe to leave a message?', 'Not asked')
  await walk.press('Save')
  const number = walk.row('01632 960 222')
  await expect(number).toContainText('Not asked')
  await expect(number).toContainText('from the other party')

  await walk.follow(/^Safe\?/, number)
  await walk.choose('Is it safe to use?', 'Not safe')
  await walk.press('Save')
  await expect(walk.row('01632 960 222')).toContainText('Not safe')
  // What one party told of themselves stands on their side and nowhere else.
  await expect(zone(walk, 'Party B')).not.toContainText('01632 960 222')

  await walk.follow(/^Safe\?/, walk.row('01632 960 222'))
  await walk.press('Stop using it')
  await expect(page.getByText('01632 960 222')).toHaveCount(0)

  await walk.follow('Add a child')
  await page.getByLabel('First name').fill('Robin')
  await page.getByRole('group', { name: 'Date of birth' }).getByLabel('Year').fill('2017')
  await walk.press('Save')
  expect(new URL(page.url()).pathname).toBe(address)
  await expect(page.getByRole('listitem').filter({ hasText: 'Robin' })).toContainText('born 2017')
})

test('every part of the file says why it is held, and until when', async ({ walk }) => {
  await walk.become('Ruth Okafor')
  await openCase(walk, newCouple())
  await expect(walk.row('Why it is kept')).toBeVisible()
  await expect(walk.row('How long')).toContainText('7 years after it is closed')
  await expect(walk.row('Until')).toContainText('while the case is live')
})

test('a document is held back until it is let go, and comes out as it went in', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.follow('Attach a document')
  await walk.follow(`${couple.a.given} only`)
  await walk.expectHeading('Attach a document')
  await walk.press(`Attach for ${couple.a.given} only`)
  await expect(page.getByRole('alert')).toContainText('Choose a')
  const bytes = Buffer.from('Monday to Wednesday with Ada.\n')
  await page
    .getByLabel('The document')
    .setInputFiles({ name: 'rota <week>.txt', mimeType: 'text/plain', buffer: bytes })
  await walk.choose('Legal quality', 'Open')
  await walk.press(`Attach for ${couple.a.given} only`)
  await expect(walk.row('State')).toContainText('Held back')
  await expect(walk.row('Whose')).toContainText(`${couple.a.given} only`)
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0)

  const file = new URL(page.url()).pathname
  await walk.go('/office/today')
  await expect(page.locator(`a[href="${file}"]`)).toHaveText('Look at a file that is held back')
  await walk.go(file)
  await walk.press('Release into the file')
  await expect(walk.row('State')).toContainText('In the file')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^rota .*week.*\.txt$/)
  expect(await readFile(await download.path())).toEqual(bytes)
})

test('a program that says it is a picture is not taken, and the page says so', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, newCouple())
  await walk.become('Hugh Penrose')
  await walk.go(`${address}/files/new/office`)
  const buffer = Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000program', 'latin1')
  await page.getByLabel('The document').setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer })
  await walk.choose('Legal quality', 'Open')
  await walk.press('Attach for the office only')
  await expect(page).toHaveTitle(/^Error: /)
  await walk.go(`${address}/files`)
  await expect(page.getByText('picture.png')).toHaveCount(0)
})

test('a case is closed with its outcome, and opened again', async ({ walk }) => {
  const { page } = walk
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, newCouple())
  await walk.press('Close the case')
  await walk.press('Close the case')
  await expect(page.getByRole('alert')).toContainText('how it ended')
  await walk.choose('How did it end?', 'They agreed on some things')
  await page.getByLabel('Nobody has had a MIAM. Why is it closed?').fill('They settled it alone.')
  await walk.pressTwice('Close the case')
  expect(new URL(page.url()).pathname).toBe(address)
  await expect(page.getByText('They agreed on some things, closed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Book a MIAM or session' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Book an appointment' })).toHaveCount(0)
  const inSevenYears = String(Temporal.Now.plainDateISO('Europe/London').year + 7)
  await expect(walk.row('Until')).toContainText(inSevenYears)
  await walk.go('/office/cases?show=closed')
  await expect(page.locator(`a[href="${address}"]`)).toHaveCount(1)

  await walk.go(address)
  await walk.press('Open the case again')
  await walk.press('Open the case again')
  await expect(page.getByRole('alert')).toContainText('Say why')
  await page.getByLabel('Why is it opened again?').fill('They came back.')
  await walk.press('Open the case again')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(walk.row('Until')).toContainText('while the case is live')
})
