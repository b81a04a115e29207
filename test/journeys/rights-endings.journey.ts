import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** Takes down what somebody asks by telephone, says who it is, and that there is no doubt. */
async function takeDown(walk: Walk, who: { given: string; family: string }, kind: string): Promise<void> {
  const { page } = walk
  await walk.go('/office/requests/new')
  await page.getByLabel('By telephone').check()
  await page.getByLabel(kind).check()
  await page.getByRole('radio', { name: 'For themselves' }).check()
  await page.getByLabel('First name of the person').fill(who.given)
  await page.getByLabel('Last name (optional)').fill(who.family)
  await walk.press('Save')
  await page.getByLabel(new RegExp(who.family)).first().check()
  await walk.press('This is who it is about')
  await walk.press('A colleague who has met them saw them')
}

/** Whoever had been told hears of it, or it is written down why not; and the person hears who they are. */
async function othersHear(walk: Walk): Promise<void> {
  const { page } = walk
  await walk.follow('Who had been told of them, and hears of this')
  for (const who of ['Their solicitor', 'A tutor']) {
    await page.getByLabel('Who else had it from us?').fill(who)
    await walk.press('Add')
  }
  await walk.press('I have told Their solicitor')
  await expect(page.getByText('Their solicitor: told again on')).toBeVisible()
  await page.getByText('Somebody of these is not told').click()
  await walk.press('They are not told')
  await expect(page.getByText('Choose why they are not told').first()).toBeVisible()
  await page.getByRole('radio', { name: 'A tutor' }).check()
  await page.getByLabel('They cannot be told').check()
  await page.getByLabel('Why that is so here').fill('They moved away')
  await walk.press('They are not told')
  await expect(page.getByText('They cannot be told: They moved away')).toBeVisible()
  await page.getByText('The person asks who these are').click()
  await page.getByLabel('I said who these are').check()
  await walk.press('Tell them who these are')
}

test('one of two asks that their data is kept and not used, and it is used again after they were told', async ({
  walk,
}) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  const file = page.url()
  await takeDown(walk, couple.b, 'Keep it, but do not use it')
  await walk.press('Keep it from use')
  await walk.press('Keep it from use')
  await expect(page.getByText('Choose why').first()).toBeVisible()
  await page.getByLabel('They say that it is wrong').check()
  await page.getByLabel('Who they are, how to reach them').check()
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Keep it from use')
  await expect(page.getByText('Kept and not used')).toBeVisible()
  const restriction = page.url()
  await walk.go(file)
  await expect(page.getByRole('main')).toContainText(couple.a.family)
  await expect(page.getByRole('main')).not.toContainText(couple.b.given)

  await walk.go(restriction)
  await page
    .getByLabel(/^I have told them/)
    .first()
    .check()
  await walk.press('Tell them that it ends')
  await walk.press('Use it again')
  await expect(page.getByText('Used again since')).toBeVisible()
  await othersHear(walk)
  await walk.go(file)
  await expect(page.getByRole('main')).toContainText(couple.b.given)
})

test('one of two asks that their data is deleted: the plan, the decision, and what stays', async ({ walk }) => {
  const couple = newCouple()
  const { page } = walk
  await walk.become('Ruth Okafor')
  await openCase(walk, couple)
  await takeDown(walk, couple.a, 'Delete something')
  await walk.press('See what can be deleted')
  await walk.expectHeading('What can be deleted')
  await page.getByRole('checkbox').first().check()
  await page.getByLabel(/^I have told them/).check()
  await walk.press('Delete what is ticked')
  await expect(page.getByText('Decided on')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})
