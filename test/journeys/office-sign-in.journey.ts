import { Secret, TOTP } from 'otpauth'
import { writePolicy } from '../../src/app/init/write-policy.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { runCommand } from '../support/journey-command.ts'
import { leaveIdle } from '../support/journey-demonstration.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

const password = 'lantern thimble harbour oboe'

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
async function setUp(walk: Walk, link: string, who?: { name: string; email: string }) {
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

async function enterPassword(walk: Walk, email: string, typed: string): Promise<void> {
  await walk.page.getByLabel('E-mail address').fill(email)
  await walk.page.getByLabel('Password', { exact: true }).fill(typed)
  await walk.press('Continue')
}

async function enterCode(walk: Walk, label: 'Code' | 'Recovery code', code: string): Promise<void> {
  await walk.page.getByLabel(label, { exact: true }).fill(code)
  await walk.press('Sign in')
}

test('the first administrator comes by the one-time link, invites a colleague, and lets them in and out', async ({
  somebodyElse,
}) => {
  test.setTimeout(240_000)
  const port = await freePort()
  const service = runCommand('start', port, (folder) =>
    writePolicy(
      folder,
      {
        ...{
          shipped: 'mediation-trust',
          name: 'Harbour Hill Mediation',
          legalForm: 'charity',
          registration: '9900002',
        },
        ...{ address: '2 Quay Street, Fenwater', postcode: 'FW1 4ML', email: 'office@harbour-hill.example' },
        ...{ website: 'https://harbour-hill.example', icoRegistration: 'ZA000000', keepFiles: 'P7Y' },
        ...{ keepEnquiries: 'P6M', approvedBy: 'Ines Calder' },
      },
      Temporal.Now.plainDateISO('Europe/London'),
    ),
  )
  try {
    const [, link = ''] = await service.saying(/begins here, once: (\S+)/)
    const administrator = await somebodyElse(new URL(link).origin)
    const colleague = await somebodyElse(new URL(link).origin)

    expect((await administrator.go('/demonstration'))?.status()).toBe(404)
    const ines = await setUp(administrator, link, { name: 'Ines Calder', email: 'ines@harbour-hill.example' })
    expect((await administrator.go(new URL(link).pathname))?.status()).toBe(404)

    await administrator.go('/office/staff')
    await administrator.press('Invite a colleague')
    await administrator.page.getByLabel('Name').fill('Tomos Rees')
    await administrator.page.getByLabel('E-mail address').fill('tomos@harbour-hill.example')
    await administrator.choose('Role', 'Coordinator')
    await administrator.press('Invite')
    await administrator.expectHeading('Invitation link')
    const invitation = (await administrator.page.locator('[id^="link-"]').textContent()) ?? ''
    const tomos = await setUp(colleague, invitation)

    await colleague.press('Sign out')
    await expect(colleague.page.getByText('You are signed out.')).toBeVisible()
    await colleague.back()
    await colleague.go('/office/enquiries')
    await colleague.expectHeading('Sign in to the office')

    await enterPassword(colleague, 'tomos@harbour-hill.example', 'not this one at all')
    await expect(colleague.page.getByText('The e-mail address or the password is not right')).not.toHaveCount(0)
    await enterPassword(colleague, 'tomos@harbour-hill.example', password)
    await enterCode(colleague, 'Code', '000000')
    await expect(colleague.page.getByText('This code is not right')).not.toHaveCount(0)
    await enterCode(colleague, 'Code', await tomos.code())
    await colleague.expectHeading('Enquiries')

    // A quarter of an hour without a click, in the middle of a call.
    const caller = newName('Idle')
    await colleague.press('Record a telephone call')
    await leaveIdle(service.folder, 'Tomos Rees')
    await colleague.page.getByLabel('First name', { exact: true }).fill('Nia')
    await colleague.page.getByLabel('Last name', { exact: true }).fill(caller)
    await colleague.choose('What is it about?', 'Children')
    await colleague.press('Save the call')
    await expect(colleague.page.getByText('What you sent is kept')).toBeVisible()
    await enterPassword(colleague, 'tomos@harbour-hill.example', password)
    await colleague.follow('Use a recovery code instead')
    await enterCode(colleague, 'Recovery code', 'AAAA-AAAA-AAAA')
    await expect(colleague.page.getByText('This code is not right')).not.toHaveCount(0)
    await enterCode(colleague, 'Recovery code', tomos.recoveryCodes[0] ?? '')
    await colleague.expectHeading('What you sent is kept')
    await expect(colleague.page.getByText(caller)).toBeVisible()
    await colleague.press('Send it now')
    await colleague.expectHeading(`Nia ${caller}`)

    await colleague.follow('Tomos Rees')
    await expect(colleague.page.getByText('(9 left)')).toBeVisible()
    for (const form of ['password', 'authenticator', 'recovery-codes']) await colleague.go(`/office/account/${form}`)

    await administrator.go('/office/staff')
    await administrator.follow('Tomos Rees')
    await administrator.press('Suspend and sign out')
    await expect(administrator.page.getByText('Suspended').first()).toBeVisible()
    await colleague.go('/office/enquiries')
    await colleague.expectHeading('Sign in to the office')
    await enterPassword(colleague, 'tomos@harbour-hill.example', password)
    await expect(colleague.page.getByRole('alert')).toBeVisible()

    await administrator.press('Let them sign in again')
    await administrator.choose('Role', 'Privacy officer')
    await administrator.press('Change role')
    await enterPassword(colleague, 'tomos@harbour-hill.example', password)
    await colleague.follow('Use a recovery code instead')
    await enterCode(colleague, 'Recovery code', tomos.recoveryCodes[1] ?? '')
    // Where they wanted to go is not theirs any more.
    await colleague.expectHeading('We cannot find this page')
    await colleague.go('/office/today')
    await expect(colleague.page.getByRole('navigation', { name: 'Office' })).toContainText('Retention')

    await administrator.press('Sign out')
    await administrator.go('/office/staff')
    await enterPassword(administrator, 'ines@harbour-hill.example', password)
    await enterCode(administrator, 'Code', await ines.code())
    await administrator.expectHeading('Staff')
  } finally {
    await service.end()
  }
})
