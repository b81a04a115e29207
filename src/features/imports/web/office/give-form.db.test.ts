import { afterAll, beforeAll, describe } from 'vitest'
import { triesBadInput } from '../../../../../test/support/bad-input.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { hiddenFields } from '../../../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../../../test/support/whole-service.ts'

const address = '/office/imports'
let db: TestService
let whole: WholeService
let coordinator: Awaited<ReturnType<WholeService['signedIn']>>
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** A file comes in parts, as a browser sends it. Without one, and when it is too much for any sheet, it is a form like others. */
function sent(body: URLSearchParams) {
  const huge = [...body.values()].some((value) => value.length > 1_000_000)
  if (huge || body.getAll('file').at(-1) !== 'a sheet') return coordinator.post(address, Object.fromEntries(body))
  const form = new FormData()
  for (const [name, value] of body) if (name !== 'file') form.append(name, value)
  form.append('file', new File(['Ref,Name\n1,Ida Marsh'], 'old.csv'))
  return coordinator.upload(address, form)
}

describe('POST /office/imports', () => {
  triesBadInput('POST /office/imports', { typed: {}, chosen: ['file'], takesFiles: true }, () => ({
    ...{ valid: { file: 'a sheet' }, spoiled: { file: '' }, typed: {} },
    fresh: async () => ({ _form: String(hiddenFields((await coordinator.get(address)).html, address)._form) }),
    send: sent,
    saved: async () => Number((await db.look<{ n: string }>('SELECT count(*) AS n FROM ev.import_sheet'))[0]?.n),
  }))
})
