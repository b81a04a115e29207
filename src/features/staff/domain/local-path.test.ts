import { expect, test } from 'vitest'
import { localOfficePath } from './local-path.ts'

test.each(['/office', '/office/today', '/office/cases/1?tab=notes', '/office/diary?day=2026-11-24'])(
  '%s is kept',
  (path) => {
    expect(localOfficePath(path)).toBe(path)
  },
)

test.each([
  undefined,
  '',
  '/',
  '/privacy',
  '/officer',
  '//evil.example/office',
  '/office//evil.example',
  'https://evil.example/office',
  'javascript:alert(1)',
  '/office/../privacy',
  '/office\\evil',
  '/office/\tx',
  '/office/sign-in?next=/office',
  '/office/sign-in/code',
  '/office/sign-out',
  '/office/join/abc',
  `/office/${'x'.repeat(600)}`,
])('%s is refused', (path) => {
  expect(localOfficePath(path)).toBeNull()
})
