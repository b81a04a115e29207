import { expect, test } from 'vitest'
import { roleNames } from '../../../platform/database/role-names.ts'
import { areas, purposeKeys } from '../../../policy/vocabulary.ts'
import { purposeOfRole } from './database-role.ts'

test('the purpose of every role that the database can name is found again', () => {
  const names = roleNames('fenwater')
  for (const area of areas)
    for (const purpose of purposeKeys) expect(purposeOfRole(names.purpose(area, purpose))).toEqual({ area, purpose })
})

test('a role that is none of ours has no purpose', () => {
  expect(purposeOfRole('postgres')).toBeNull()
  expect(purposeOfRole('fenwater_owner')).toBeNull()
  expect(purposeOfRole('fenwater_login_office')).toBeNull()
})
