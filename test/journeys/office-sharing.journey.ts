import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'

const codePattern = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/

test('what is one party’s becomes both parties’ by an act of somebody named, and by nothing else', async ({
  walk,
  somebodyElse,
}) => {
  const { page } = walk
  const couple = newCouple()
  const name = `${newName('rota').toLowerCase()}.txt`
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  await walk.follow(`Make a code on paper for ${couple.b.given}`)
  await walk.press('Make the code and print it')
  const code = codePattern.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? ''
  await walk.become('Hugh Penrose')
  await walk.go(address)
  await walk.follow('Attach a document')
  await walk.follow(`${couple.a.given} only`)
  const buffer = Buffer.from('Sundays in turn.\n')
  await page.getByLabel('The document').setInputFiles({ name, mimeType: 'text/plain', buffer })
  await walk.choose('Legal quality', 'Open')
  await walk.press(`Attach for ${couple.a.given} only`)
  await walk.press('Release into the file')

  const other = await somebodyElse()
  await other.go('/portal/code')
  await other.page.getByLabel('Code', { exact: true }).fill(code)
  await other.press('Continue')
  await other.go('/portal/papers')
  await expect(other.page.getByText(name)).toHaveCount(0)

  await walk.follow('Share with both')
  await walk.press('Share with both')
  await expect(page.getByRole('alert')).toContainText('Write down who agreed to it')
  await page.getByLabel('Who agreed to it, and when?').fill(`${couple.a.given}, on the telephone today`)
  await walk.press('Share with both')
  await expect(walk.row('Shared with both')).toContainText('Hugh Penrose')
  await other.go('/portal/papers')
  await expect(other.page.getByText(name).first()).toBeVisible()
})
