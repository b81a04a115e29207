import { enterCode, enterPassword, password, setUp } from '../support/journey-accounts.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** A telephone with a fingerprint reader, on which somebody always puts the right finger. */
async function plugInPhone({ page }: Walk): Promise<void> {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

async function askToAdd(walk: Walk, name: string): Promise<void> {
  await walk.go('/office/account/passkeys')
  await walk.page.getByLabel('Name', { exact: true }).fill(name)
  await walk.page.getByLabel('Your present password', { exact: true }).fill(password)
  await walk.press('Continue')
  await walk.expectHeading(`Add the passkey “${name}”`)
}

test('a colleague adds a passkey, signs in with it, is told of it, and ends it', async ({
  walk: administrator,
  somebodyElse,
  javaScriptEnabled,
}) => {
  const colleague = await somebodyElse()
  const { page } = colleague
  const email = `${newName('passkey').toLowerCase()}@service.example`
  await administrator.become('Noor Haddad')
  await administrator.go('/office/staff/invite')
  await administrator.page.getByLabel('Name').fill('Rhian Passmore')
  await administrator.page.getByLabel('E-mail address').fill(email)
  await administrator.choose('Role', 'Coordinator')
  await administrator.press('Invite')
  const { code } = await setUp(colleague, (await administrator.page.locator('[id^="link-"]').textContent()) ?? '')

  await colleague.go('/office/account')
  await colleague.follow('Your passkeys')
  await expect(page.getByText('You have none yet.')).toBeVisible()
  await colleague.press('Continue')
  await expect(page).toHaveTitle(/^Error: /)
  await askToAdd(colleague, 'My telephone')
  if (!javaScriptEnabled) {
    await expect(page.getByText('This browser cannot make a passkey')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Make the passkey' })).toBeHidden()
    return
  }
  await plugInPhone(colleague)
  await colleague.press('Make the passkey')
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(colleague.row('My telephone')).toContainText('Not yet')

  await colleague.press('Sign out')
  await enterPassword(colleague, email, password)
  await colleague.press('Use a passkey instead')
  await colleague.expectHeading(/Today|Nothing waits/)
  await colleague.go('/office/account/passkeys')
  await expect(colleague.row('My telephone')).not.toContainText('Not yet')

  await colleague.press('End My telephone')
  await expect(page.getByText('You have none yet.')).toBeVisible()
  await colleague.press('Sign out')
  await enterPassword(colleague, email, password)
  await expect(page.getByRole('button', { name: 'Use a passkey instead' })).toHaveCount(0)
  await enterCode(colleague, 'Code', await code())
  await colleague.expectHeading(/Today|Nothing waits/)
})
