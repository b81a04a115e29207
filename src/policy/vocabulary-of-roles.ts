/** What people at the service do, and the doors for those who are not staff. */
export const roleKeys = [
  'visitor',
  'party',
  'referrer',
  'coordinator',
  'mediator',
  'supervisor',
  'privacyOfficer',
  'administrator',
  'system',
  'trainee',
  'manager',
  'finance',
  'fundraiser',
  'recruiter',
] as const
export type RoleKey = (typeof roleKeys)[number]

/** Which rows of what a role may see: all, those of the cases given to them, their own, or those that it adds and no others. */
export const rowScopes = ['any', 'assigned', 'own', 'added'] as const
export type RowScope = (typeof rowScopes)[number]

export const operations = ['read', 'add', 'change', 'remove'] as const
export type Operation = (typeof operations)[number]
