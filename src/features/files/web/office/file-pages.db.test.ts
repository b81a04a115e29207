import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../../../test/support/a-case.ts'
import { type FileGround, fileGround } from '../../../../../test/support/file-ground.ts'
import { attribute, byId, elementsOf, textOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { type ServedOffice, serveOffice } from '../../../../../test/support/serve-office.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import type { Staff } from '../../../../platform/web/route.ts'
import { newId } from '../../../../values/ids.ts'
import { uploadMessages } from '../../domain/uploads.ts'
import { filesPlugin } from '../../plugin.ts'

let service: TestService
let ground: FileGround
let office: ServedOffice
let mediator: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator', 'Ruth Iqbal')
  it = await ground.aCaseWithKey({
    mediator: mediator.id,
    A: { name: ['Alex', 'Adams'] },
    B: { name: ['Sam', 'Brook'] },
  })
  office = await serveOffice(service, filesPlugin(ground).routes)
})
afterAll(async () => {
  await office.app.close()
  await service.end()
  await ground.end()
})

const path = (zone = 'a') => `/office/cases/${it.caseId}/files/new/${zone}`
const words = 'The boiler was mended in May.'
const count = async () => (await service.look('SELECT FROM ev.stored_file')).length

async function attach(sent: { file?: File; quality?: string; token?: string }, zone = 'a') {
  const body = new FormData()
  body.set('_form', sent.token ?? (await office.tokenFrom(mediator, path(zone))))
  if (sent.quality !== '') body.set('legal_quality', sent.quality ?? 'open')
  if (sent.file) body.set('file', sent.file)
  return office.post(mediator, path(zone), body)
}
const aFile = (name = 'boiler.txt', content: string | Uint8Array<ArrayBuffer> = words) => new File([content], name)

/** The message at the field, when the summary leads to it too. */
function messageAt(html: string, field: string): string | null {
  const elements = elementsOf(html)
  const led = elements.some((element) => attribute(element, 'href') === `#${field}`) && byId(elements, field)
  const message = byId(elements, `${field}-error`)
  return led && message ? textOf(message).replace('Error:', '').trim() : null
}

describe('attaching a document', () => {
  test('chooses whose it is, then the file; the zone is on the button', async () => {
    const choice = await office.get(mediator, `/office/cases/${it.caseId}/files`)
    for (const zone of ['a', 'b', 'both', 'office']) expect(choice.html).toContain(path(zone))
    const { html } = await office.get(mediator, path())
    expect(html).toContain('Attach for Alex only')
    expect(html).not.toContain('Sam')
  })

  test('without a file, or without its legal quality, says so at the field and keeps nothing', async () => {
    const before = await count()
    const none = await attach({})
    expect(none.status).toBe(422)
    expect(messageAt(none.html, 'file')).toBe('Choose a file')
    expect(valuesOf(elementsOf(none.html), 'legal_quality')).toEqual(['open'])
    const unsaid = await attach({ file: aFile(), quality: '' })
    expect(messageAt(unsaid.html, 'legal_quality')).toBe('Say whether it is open or without prejudice')
    expect(messageAt((await attach({ file: aFile(), quality: '__proto__' })).html, 'legal_quality')).not.toBeNull()
    expect(await count()).toBe(before)
  })

  test.each([
    ['page.html', '<!DOCTYPE html><script>alert(1)</script>', 'upload.typeNotAllowed'],
    ['letter.pdf', words, 'upload.nameDoesNotMatch'],
    ['empty.txt', '', 'upload.empty'],
    ['long.txt', 'a'.repeat(21 * 1024 * 1024), 'upload.tooLarge'],
  ] as const)('%s is refused at the field, with its own words', async (name, content, reason) => {
    const before = await count()
    const answer = await attach({ file: aFile(name, content) })
    expect(answer.status).toBe(422)
    expect(messageAt(answer.html, 'file')).toBe(uploadMessages[reason])
    expect(await count()).toBe(before)
  })

  test('more than the server takes, and a form that was not made here', async () => {
    const before = await count()
    expect((await attach({ file: aFile('huge.txt', 'a'.repeat(27 * 1024 * 1024)) })).status).toBe(413)
    expect((await attach({ file: aFile(), token: 'made.up.token' })).status).toBe(403)
    expect(await count()).toBe(before)
  })

  test.each([
    ['<img src=x onerror=alert(1)>.txt', /^-img src=x onerror=alert\(1\)-\.txt$/],
    [`"'\`&lt;{{7*7}}.txt`, /^(?:-|%22)'`&lt;\{\{7-7\}\}\.txt$/],
    ['שלום \u202Etxt.exe\u202C.txt', /^שלום txt\.exe\.txt$/],
    ['👩‍👧 tea.txt', /^👩‍?👧 tea\.txt$/u],
    ['../../etc/passwd.txt', /^passwd\.txt$/],
  ])('a file named %j is shown by a name that does nothing', async (name, shown) => {
    const answer = await attach({ file: aFile(name) })
    expect(answer.status).toBe(303)
    const elements = elementsOf((await office.get(mediator, answer.location ?? '')).html)
    const heading = elements.find((element) => element.tagName === 'h1')
    expect(heading && textOf(heading)).toMatch(shown)
    expect(elements.filter((element) => element.tagName === 'img')).toEqual([])
  })
})

describe('a document’s page', () => {
  const attached = async () => (await attach({ file: aFile() })).location ?? ''
  const settle = async (at: string, verb: 'release' | 'refuse') =>
    office.post(mediator, `${at}/${verb}`, new URLSearchParams({ _form: await office.tokenFrom(mediator, path()) }))

  test('holds it back until it is released, then gives it out as it came, to be saved and not run', async () => {
    const at = await attached()
    expect((await office.get(mediator, at)).html).toContain('Held back')
    expect((await office.get(mediator, `${at}/download`)).html).toContain('cannot be opened')
    expect(await settle(at, 'release')).toMatchObject({ status: 303, location: at })
    const given = await office.get(mediator, `${at}/download`)
    expect(given.bytes.toString()).toBe(words)
    expect(given.headers).toMatchObject({
      'content-type': expect.stringContaining('text/plain'),
      'content-disposition': "attachment; filename*=UTF-8''boiler.txt",
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const late = await settle(at, 'refuse')
    expect(late.status).toBe(422)
    expect(late.html).toContain('dealt with this file already')
  })

  test('shows what in it wants a look', async () => {
    const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n'
    const at = (await attach({ file: aFile('statement.pdf', pdf) })).location ?? ''
    expect((await office.get(mediator, at)).html).toContain('a program that can run when it is opened')
  })

  test('says that a refused one is gone', async () => {
    const at = await attached()
    await settle(at, 'refuse')
    expect((await office.get(mediator, at)).html).toContain('Only its name is left')
    expect((await office.get(mediator, `${at}/download`)).status).toBe(422)
  })

  test('is not there for another mediator, nor for a role that has nothing to do with papers', async () => {
    const at = await attached()
    for (const role of ['mediator', 'privacyOfficer', 'administrator'])
      for (const address of [at, `${at}/download`, `/office/cases/${it.caseId}/files`])
        expect((await office.get(await service.staff(role), address)).status).toBe(404)
    expect((await office.get(mediator, `/office/files/${newId()}`)).status).toBe(404)
    expect((await office.get(null, at)).location).toBe('/office/sign-in')
  })

  test('is there for a coordinator, who looks after papers and sees nothing that was written in a meeting', async () => {
    const coordinator = await service.staff('coordinator')
    const at = await attached()
    expect((await office.get(coordinator, at)).html).toContain('Release into the file')
    expect((await office.get(coordinator, `/office/cases/${it.caseId}/files`)).status).toBe(200)
    expect((await office.get(coordinator, `/office/cases/${it.caseId}/files/new/a`)).status).toBe(200)
    const notes = service.desk.office.read(coordinator.id, { purpose: 'papers', deed: 'file.listed' }, (scope) =>
      scope.queries.selectFrom('session_record').select('discussed').execute(),
    )
    await expect(notes).rejects.toMatchObject({ code: '42501' })
  })
})
