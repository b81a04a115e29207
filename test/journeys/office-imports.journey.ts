import { expect, newName, test } from '../support/journey-office.ts'
import { workbookOf } from '../support/workbook.ts'

test('an old list is looked through, brought in and taken back', async ({ walk }) => {
  const { page } = walk
  const [family, number] = [newName('Old'), newName('N')]
  const sheet = workbookOf({
    Cases: [
      ['Case no', 'Party A name', 'Party A mobile', 'Party B name', 'Opened', 'Colour of folder'],
      [`${number}1`, `Ida ${family}`, '07700 900111', `Otto ${family}`, '03/04/2026', 'green'],
      [`${number}2`, `Bea ${family}`, 'none', `Carl ${family}`, '3 May 2026', 'red'],
    ],
    Archive: [['Nothing']],
  })
  await walk.become('Ruth Okafor')
  await walk.go('/office/cases')
  await walk.follow('Bring in people and cases from a spreadsheet')
  await page.getByLabel('The spreadsheet').setInputFiles({
    ...{ name: 'old cases.xlsx', buffer: Buffer.from(sheet) },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  await walk.press('Give this sheet')

  await expect(page.getByLabel('Party A mobile')).toHaveValue('a.telephone')
  await expect(page.getByLabel('Colour of folder')).toHaveValue('')
  await page.getByLabel('The day', { exact: true }).check()
  await page.getByLabel('Party A or a referrer').check()
  await page.getByLabel('Children and money').check()
  await walk.press('See what would come in')

  await expect(page.getByText('1 case with 2 people: 1 live, 0 closed')).toBeVisible()
  await expect(page.getByText('Other sheets: Archive')).toBeVisible()
  await expect(page.getByRole('row', { name: /^3 Party A mobile This is no telephone number/ })).toBeVisible()
  await walk.follow('See who is known already')
  await walk.press(/^Save/)

  await walk.press('Bring in 1 case')
  await expect(page.getByRole('heading', { name: 'Brought in' })).toBeVisible()
  await walk.follow(/^C-/)
  await expect(page.getByText(`Otto ${family}`).first()).toBeVisible()
  await page.goBack()
  await walk.press('Take back what came in')
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  await walk.go('/office/search')
  await page.getByLabel('What do you know of them?').fill(`Ida ${family}`)
  await walk.press('Search')
  await expect(page.getByRole('link', { name: `Ida ${family}` })).toHaveCount(0)
})
