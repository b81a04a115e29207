import { newCouple, openCase, recordCall } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'

test('two records of one person are compared, become one, and are two again', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const first = await openCase(walk, couple)
  // She comes back, and whoever opens the case did not notice.
  await openCase(walk, { a: couple.a, b: newCouple().b })
  await walk.follow('Is one of them on record twice?')
  await walk.expectHeading('Is one of them on record twice?')
  await page.getByRole('link', { name: `Compare ${couple.a.given} ${couple.a.family}` }).click()
  await walk.expectHeading('Is this one person?')
  await expect(page.getByText('What agrees: same e-mail, same name')).toBeVisible()

  await page.getByLabel('How do you know that it is one person?').fill('She said that she was here before.')
  await walk.press('Make them one')
  await expect(page.getByText('Choose which record stays').first()).toBeVisible()
  await page.getByRole('group', { name: 'Which record stays?' }).getByRole('radio').first().check()
  await walk.press('Make them one')
  await walk.expectHeading('Records that became one')
  await expect(page.getByText('She said that she was here before.').first()).toBeVisible()

  await page.getByRole('link', { name: `Undo for ${couple.a.given} ${couple.a.family}` }).click()
  await page.getByLabel('Why are they two people after all?').fill('A cousin of the same name.')
  await walk.press('Make them two again')
  await walk.expectHeading('Records that became one')
  await expect(page.getByText('A cousin of the same name.').first()).toBeVisible()
  await walk.go(first)
  await walk.expectHeading(`${couple.a.given} ${couple.a.family} and ${couple.b.given} ${couple.b.family}`)
})

test('somebody who comes back is taken into the new case from the record of before', async ({ walk }) => {
  const { page } = walk
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await recordCall(walk, couple)
  await walk.press('Open a case')
  const known = page.getByRole('group', { name: 'Do we know this person already, A?' })
  await known.getByRole('radio', { name: `${couple.a.given} ${couple.a.family}: Party A` }).check()
  await walk.press('Open the case')
  await walk.expectHeading(`${couple.a.given} ${couple.a.family} and ${couple.b.given} ${couple.b.family}`)
  await walk.follow('Is one of them on record twice?')
  await expect(page.getByText('Nobody in another case fits.')).toBeVisible()
})
