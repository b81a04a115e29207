import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writePolicy } from '../../src/app/init/write-policy.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { setUp } from '../support/journey-accounts.ts'
import { newCouple, openCase } from '../support/journey-cases.ts'
import { runCommand } from '../support/journey-command.ts'
import { expect, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

/** The policy of a service that holds things for Cafcass too, approved a week ago, before an agreement of its ended. */
async function preparePolicy(folder: string): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/London')
  await writePolicy(
    folder,
    {
      ...{ shipped: 'separated-parents', name: 'Tidewell Mediation', legalForm: 'company', registration: '09900003' },
      ...{ address: '4 Quay Street, Tarnbeck', postcode: 'TB2 9QS', email: 'office@tidewell.example' },
      ...{ website: 'https://tidewell.example', icoRegistration: 'ZA000000', keepFiles: 'P7Y' },
      ...{ keepEnquiries: 'P6M', approvedBy: 'Ines Calder' },
    },
    today.subtract({ days: 7 }),
  )
  const file = join(folder, 'shipped.ts')
  const counselling = `counselling: { name: 'Skerry Counselling', kind: 'professional', why: 'sees children who find it hard', country: 'GB',
    gate: { opens: 'underAgreement' }, agreement: { document: 'agreements/skerry', reviewBy: '${today.add({ years: 1 })}', until: '${today.subtract({ days: 1 })}' } },`
  let shipped = await readFile(file, 'utf8')
  for (const [before, added] of [
    ['recipients: {\n', counselling],
    ["recipients: ['hosting', 'namedPerson',", " 'counselling',"],
  ] as const) {
    expect(shipped.split(before)).toHaveLength(2)
    shipped = shipped.replace(before, `${before}${added}`)
  }
  await writeFile(file, shipped)
}

/** The first administrator comes by the link and lets a coordinator in. */
async function staffed(administrator: Walk, coordinator: Walk, link: string): Promise<void> {
  await setUp(administrator, link, { name: 'Ines Calder', email: 'ines@tidewell.example' })
  await administrator.go('/office/staff')
  await administrator.press('Invite a colleague')
  await administrator.page.getByLabel('Name').fill('Tomos Rees')
  await administrator.page.getByLabel('E-mail address').fill('tomos@tidewell.example')
  await administrator.choose('Role', 'Coordinator')
  await administrator.press('Invite')
  await administrator.expectHeading('Invitation link')
  await setUp(coordinator, (await administrator.page.locator('[id^="link-"]').textContent()) ?? '')
}

/** Somebody asks on the website what is held of the programme. Answers the number of the request. */
async function asks(participant: Walk): Promise<string> {
  const { page } = participant
  await participant.go('/your-data')
  await page.getByLabel('To see what you hold about me').check()
  await page.getByLabel('For myself').check()
  await page.getByLabel('Your first name').fill('Petra')
  await page.getByLabel('Your last name').fill('Wells')
  await page.getByLabel('What is it about? (optional)').fill('The programme that the court sent me to')
  await page.waitForTimeout(2_100)
  await participant.press('Send')
  await participant.expectHeading('We have your request')
  return /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? ''
}

/** It is Cafcass's to answer: by a day, seen on Today until it has gone and until they say that they have it. */
async function passesOn(coordinator: Walk, number: string): Promise<void> {
  const { page } = coordinator
  await coordinator.go('/office/requests')
  await coordinator.follow(number)
  const request = page.url()
  await page.getByText('It asks about what we hold for Cafcass').click()
  await coordinator.press('It is theirs')
  await expect(page.getByText('Choose how much of it is theirs').first()).toBeVisible()
  await page.getByLabel(/^All of it/).check()
  await coordinator.press('It is theirs')
  await expect(coordinator.row('Passed on')).toContainText('Not yet: by')
  await coordinator.go('/office/today')
  await expect(coordinator.row('Pass on a request about data')).toContainText('Cafcass')

  await coordinator.go(request)
  await coordinator.choose('How did it go to Cafcass?', 'By e-mail that nobody else can read')
  await coordinator.press('I have passed it on')
  await expect(page.getByText('Passed on to the controller who answers for it')).toBeVisible()
  await coordinator.go('/office/today')
  await expect(coordinator.row('Hear whether a request about data arrived')).toContainText('Cafcass')

  await coordinator.go(request)
  await expect(coordinator.row('They have it')).toContainText('Not said yet')
  await coordinator.press('They say that they have it')
  await expect(coordinator.row('They have it')).not.toContainText('Not said yet')
  await coordinator.go('/office/today')
  await expect(coordinator.row('Hear whether a request about data arrived')).toHaveCount(0)
}

/** Nothing goes to whoever gets it under an agreement once that has ended; what was typed stays. */
async function isRefused(coordinator: Walk): Promise<void> {
  const { page } = coordinator
  const couple = newCouple()
  await openCase(coordinator, couple, 'Not chosen yet')
  await coordinator.follow('Tell somebody outside')
  await coordinator.press('Tell somebody outside')
  await page.getByRole('radio', { name: 'Skerry Counselling' }).check()
  const whose = page.getByRole('group', { name: /^Of whom does it tell/ })
  await whose.getByLabel(couple.a.given, { exact: false }).check()
  await page.getByLabel('What is said in words (optional)').fill('The younger one would like to come.')
  await page.getByLabel('Open', { exact: true }).check()
  await page.getByLabel('Why it goes').fill('Their parents ask for a place')
  await coordinator.press('Decide')
  await expect(page.getByText('The agreement with them has ended').first()).toBeVisible()
  await expect(page.getByLabel('Why it goes')).toHaveValue('Their parents ask for a place')
  await coordinator.follow('What was told to others')
  await expect(page.getByText('Skerry Counselling')).toHaveCount(0)
}

test('what is Cafcass’s is passed on by a day and noted, and under an agreement that has ended nothing goes', {
  tag: '@phone',
}, async ({ somebodyElse }) => {
  test.setTimeout(240_000)
  const service = runCommand('start', await freePort(), preparePolicy)
  try {
    const [, link = ''] = await service.saying(/begins here, once: (\S+)/)
    const { origin } = new URL(link)
    const coordinator = await somebodyElse(origin)
    await staffed(await somebodyElse(origin), coordinator, link)
    await passesOn(coordinator, await asks(await somebodyElse(origin)))
    await isRefused(coordinator)
  } finally {
    await service.end()
  }
})
