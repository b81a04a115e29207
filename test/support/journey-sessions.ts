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
