import { writePolicy } from '../../src/app/init/write-policy.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { enterCode, enterPassword, password, setUp } from '../support/journey-accounts.ts'
import { runCommand } from '../support/journey-command.ts'
import { leaveIdle } from '../support/journey-demonstration.ts'
import { expect, newName, test } from '../support/journey-office.ts'

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
