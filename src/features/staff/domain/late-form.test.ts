import { expect, test } from 'vitest'
import { caseInPath, fieldWords, isDraftAddress, lateForm, pageOfForm } from './late-form.ts'

test('what was typed is kept, without the token and without secrets', () => {
  const sent = {
    values: {
      message: 'Spoke at length',
      postcode: 'NR1 1AA',
      _form: 'token',
      password: 'x',
      new_password: 'y',
      code: '123456',
    },
    lists: { needs: ['lift'] },
  }
  expect(lateForm('/office/enquiries/1', sent)).toEqual({
    path: '/office/enquiries/1',
    values: { message: 'Spoke at length', postcode: 'NR1 1AA' },
    lists: { needs: ['lift'] },
  })
})

test.each(['/office/account/password', '/office/staff', '/office/staff/1/role', '/office/staff?x=1'])(
  'nothing sent to %s is kept',
  (path) => {
    expect(lateForm(path, { values: { role: 'mediator' }, lists: {} })).toBeNull()
  },
)

test('a form in which nothing was typed is not kept', () => {
  expect(lateForm('/office/cases/1', { values: { _form: 't', note: ' ' }, lists: {} })).toBeNull()
})

test('the case of an address is found', () => {
  const id = '0b0f5b5e-8f1c-4a55-9d0a-3c1f6a4a9a10'
  expect(caseInPath(`/office/cases/${id}/miam?zone=A`)).toBe(id)
  expect(caseInPath(`/office/enquiries/${id}`)).toBeNull()
  expect(caseInPath('/office/cases/new')).toBeNull()
})

test.each([
  ['how_to_proceed', 'How to proceed'],
  ['birthDate-day', 'Birth date day'],
  ['note', 'Note'],
])('%s reads as %s', (name, words) => {
  expect(fieldWords(name)).toBe(words)
})

test('the address of a draft is known, and whose page it is', () => {
  expect(isDraftAddress('/office/cases/1/note/draft?zone=A')).toBe(true)
  expect(pageOfForm('/office/cases/1/note/draft?zone=A')).toBe('/office/cases/1/note?zone=A')
  expect(isDraftAddress('/office/cases/1/drafted')).toBe(false)
})
