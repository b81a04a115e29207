import { expect, test } from 'vitest'
import { newId } from '../../values/ids.ts'
import type { PageRequest } from './route.ts'
import { actorOf, asStaff } from './staff-request.ts'

const requestBy = (staff: PageRequest['staff']) => ({ path: '/office/today', staff }) as PageRequest

test('who is signed in acts', () => {
  const staff = { id: newId(), name: 'Ruth Iqbal', role: 'mediator' }
  expect(asStaff(requestBy(staff))).toEqual({ path: '/office/today', staff })
  expect(actorOf(requestBy(staff))).toBe(staff.id)
})

test('nobody never acts: a page that lost its guard fails', () => {
  expect(() => asStaff(requestBy(null))).toThrow('without staff')
  expect(() => actorOf(requestBy(null))).toThrow('without staff')
})
