import { expect } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import type { Walk } from './journey-walk.ts'

/** Of everybody who sets themselves up on a journey. */
export const password = 'lantern thimble harbour oboe'

/** What an authenticator shows. Each code counts once, and one of the next half minute counts already. */
function authenticator(spokenKey: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(spokenKey.replaceAll(' ', '')) })
  let last = 0
  return async (): Promise<string> => {
    const step = () => Math.floor(Date.now() / 30_000)
    // The newest that was not used yet: an older one could run out while it is sent.
    last = Math.max(last + 1, step())
    // No earlier than half a minute before its time.
    while (step() + 1 < last) await new Promise((resolve) => setTimeout(resolve, 500))
    return totp.generate({ timestamp: last * 30_000 })
  }
}

/** Sets an account up by a link. Answers the codes that its authenticator shows, and its recovery codes. */
export async function setUp(walk: Walk, link: string, who?: { name: string; email: string }) {
  const { page } = walk
  await walk.go(new URL(link).pathname)
  const code = authenticator((await page.locator('code').first().textContent()) ?? '')
  if (who) {
    await page.getByLabel('Your name').fill(who.name)
    await page.getByLabel('Your e-mail address').fill(who.email)
  }
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByLabel('Code that the app shows now').fill('000000')
  await walk.press('Set up and sign in')
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Code that the app shows now').fill(await code())
  await walk.press('Set up and sign in')
  await walk.expectHeading('Your recovery codes')
  const recoveryCodes = await page.locator('code').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  await walk.press('I have kept them: continue')
  await walk.expectHeading(/^Nothing waits for you|^Today/)
  return { code, recoveryCodes }
}

/** The first step. */
export async function enterPassword(walk: Walk, email: string, typed: string): Promise<void> {
  await walk.page.getByLabel('E-mail address').fill(email)
  await walk.page.getByLabel('Password', { exact: true }).fill(typed)
  await walk.press('Continue')
}

/** The second step. */
export async function enterCode(walk: Walk, label: 'Code' | 'Recovery code', code: string): Promise<void> {
  await walk.page.getByLabel(label, { exact: true }).fill(code)
  await walk.press('Sign in')
}
