import { newName } from './journey-office.ts'
import type { Walk } from './journey-walk.ts'

/** Two people whom nobody else in the run knows. */
export interface Couple {
  readonly a: { readonly given: string; readonly family: string; readonly email: string }
  readonly b: { readonly given: string; readonly family: string }
}

export function newCouple(): Couple {
  const family = newName('Quill')
  return {
    a: { given: newName('Ada'), family, email: `${family.toLowerCase()}@mail.example` },
    b: { given: newName('Bo'), family: newName('Thorn') },
  }
}

/** Records a call from A as whoever answers enquiries: an e-mail address that is safe, and who B is. */
export async function recordCall(walk: Walk, { a, b }: Couple): Promise<void> {
  const { page } = walk
  await walk.go('/office/enquiries/new')
  await page.getByLabel('First name', { exact: true }).fill(a.given)
  await page.getByLabel('Last name', { exact: true }).fill(a.family)
  await walk.choose('What is it about?', 'Children and money')
  await page.getByText('More, if there is time').click()
  await page.getByLabel('E-mail', { exact: true }).fill(a.email)
  await walk.choose('Is it safe to write by e-mail?', 'Safe')
  await page.getByLabel('The other person’s first name').fill(b.given)
  await page.getByLabel('The other person’s last name').fill(b.family)
  await walk.press('Save the call')
  await walk.expectHeading(`${a.given} ${a.family}`)
}

/** Opens a case for a couple as whoever answers enquiries. Answers its address. */
export async function openCase(walk: Walk, couple: Couple, mediator = 'Hugh Penrose'): Promise<string> {
  await recordCall(walk, couple)
  await walk.press('Open a case')
  await walk.page.getByLabel('Mediator').selectOption({ label: mediator })
  await walk.press('Open the case')
  await walk.expectHeading(`${couple.a.given} ${couple.a.family} and ${couple.b.given} ${couple.b.family}`)
  return new URL(walk.page.url()).pathname
}
