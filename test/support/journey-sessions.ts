import type { Walk } from './journey-walk.ts'

const today = () => Temporal.Now.plainDateISO('Europe/London').toString()

interface Couple {
  readonly a: { readonly given: string }
  readonly b: { readonly given: string }
}

/** Each party of a case signs the agreement to mediate, today. */
export async function bothSignOn(walk: Walk, address: string, { a, b }: Couple): Promise<void> {
  for (const { given } of [a, b]) {
    await walk.go(`${address}/agreements`)
    await walk.follow(`Record that ${given} signed`)
    await walk.page.getByLabel('Version of the agreement').fill('2026-1')
    await walk.fillDate('Day on which it was signed', today())
    await walk.choose('How was it signed?', 'On paper, sent or handed to us')
    await walk.press(`Save for ${given} only`)
  }
}

/**
 * Records the MIAM of one party with its risk, from the page of the case; ends on the page of the MIAM. `apart`: they are to arrive and
 * wait apart, and it ends on the page about that.
 */
export async function writeMiam(walk: Walk, given: string, { apart = false } = {}): Promise<void> {
  const { page } = walk
  await walk.follow('Record a MIAM')
  await walk.follow(`${given} only`)
  await walk.fillDate('Day of the meeting', today())
  await page.getByLabel(/^\(a\)/).fill('How mediation works, and arbitration.')
  await page.getByLabel(/^\(b\)/).fill('Sooner, and decided by themselves.')
  await page.getByLabel(/^\(e\)/).fill('Mediation, since both want to settle.')
  await page.getByLabel(/^\(f\)/).fill('Invite the other party.')
  await walk.choose('Is mediation suitable?', 'Mediation is suitable')
  await walk.choose('Legal quality', 'Without prejudice')
  await walk.press(`Save for ${given} only`)
  await page.getByLabel(/^\(c\)/).fill('Asked alone. None told.')
  await page.getByLabel(/^\(d\)/).fill('Both children are well.')
  if (apart) await page.getByLabel('They should arrive and wait apart').check()
  await walk.press('Save for the office only')
}
