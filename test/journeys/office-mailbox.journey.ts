import { newCouple, openCase } from '../support/journey-cases.ts'
import { expect, newName, test } from '../support/journey-office.ts'
import type { Walk } from '../support/journey-walk.ts'

interface Mail {
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly text: string
}

/** Writes to the office as anybody can, from outside. */
async function writeIn(walk: Walk, mail: Mail): Promise<void> {
  const { page } = walk
  await walk.go('/demonstration/drop-box')
  await page.getByLabel('Name of the sender').fill(mail.name)
  await page.getByLabel('Address of the sender').fill(mail.address)
  await page.getByLabel('Subject').fill(mail.subject)
  await page.getByLabel('What it says').fill(mail.text)
  await walk.press('Send')
}

test('an e-mail from somebody unknown becomes an enquiry without anybody doing anything', async ({
  walk,
  somebodyElse,
}) => {
  const family = newName('Post')
  const outside = await somebodyElse()
  await writeIn(outside, {
    ...{ name: `Wren ${family}`, address: `${family.toLowerCase()}@mail.example` },
    ...{ subject: 'Can you help us?', text: 'We cannot agree about the summer holidays.' },
  })
  await walk.become('Ruth Okafor')
  await walk.go('/office/enquiries')
  await walk.follow(`Wren ${family}`)
  await expect(walk.page.getByText('We cannot agree about the summer holidays.')).toBeVisible()
})

test('an e-mail that only says that it is about a case waits until somebody says whose it is', async ({
  walk,
  somebodyElse,
}) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  const reference = /C-\w{4}-\w{3}/.exec(await walk.page.locator('main').innerText())?.[0] ?? ''
  const subject = newName('Statement')
  await writeIn(await somebodyElse(), {
    ...{ name: 'A solicitor', address: `${subject.toLowerCase()}@law.example` },
    ...{ subject: `${subject} ${reference}`, text: 'Please find what you asked for.' },
  })
  await walk.go('/office/mailbox')
  await walk.follow(subject)
  await expect(walk.page.getByText(`It seems to be about case ${reference}`)).toBeVisible()
  await walk.press('Go on to the case')
  await walk.press('Put it to this case')
  await expect(walk.page.getByRole('alert')).toBeVisible()
  await walk.choose('Whose is it?', `${couple.a.given} only`)
  await walk.choose('Legal quality', 'Open')
  await walk.press('Put it to this case')
  await walk.go(address)
  const row = walk.part('Letters and e-mails that came').getByRole('row').filter({ hasText: subject })
  await expect(row).toContainText(`${couple.a.given} only`)
})

test('an e-mail from a party’s own address joins their side of the case by itself', async ({ walk, somebodyElse }) => {
  const couple = newCouple()
  await walk.become('Ruth Okafor')
  const address = await openCase(walk, couple)
  const subject = newName('Question')
  const { given, family, email } = couple.a
  await writeIn(await somebodyElse(), {
    ...{ name: `${given} ${family}`, address: email, subject, text: 'May I bring my sister?' },
  })
  await walk.go(address)
  const row = walk.part('Letters and e-mails that came').getByRole('row').filter({ hasText: subject })
  await expect(row).toContainText(`${given} only`)
  await walk.follow(subject)
  await expect(walk.page.getByText('May I bring my sister?')).toBeVisible()
})

test('a letter is typed in with the day it came, and what was typed is kept when something is missing', async ({
  walk,
}) => {
  const subject = newName('Letter')
  await walk.become('Ruth Okafor')
  await walk.go('/office/mailbox')
  await walk.press('Record a letter')
  await walk.page.getByLabel('What it is about').fill(subject)
  await walk.page.getByLabel('What it says').fill('I would like to come on a Tuesday.')
  await walk.press('Save and go on')
  await expect(walk.page.getByRole('alert')).toContainText('Enter who wrote it')
  await expect(walk.page.getByLabel('What it says')).toHaveValue('I would like to come on a Tuesday.')
  await walk.page.getByLabel('Who wrote it').fill('Perrin Vale')
  await walk.fillDate('The day it came', Temporal.Now.plainDateISO('Europe/London').toString())
  await walk.press('Save and go on')
  await walk.expectHeading(subject)
  await walk.press('Make an enquiry of it')
  await walk.go('/office/mailbox?show=sorted')
  await expect(walk.row(subject)).toContainText('Perrin Vale')
})
