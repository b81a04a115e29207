import { inject } from 'vitest'
import './global-setup.ts'

/**
 * Connection address (database "postgres") of the PostgreSQL that this project's tests run on, for a role that may make
 * roles and databases but is no superuser. With DATABASE_URL set it is that address as given.
 */
export const serverUrl = (): string => inject('evenhandServerUrl')

/** The same server for its superuser; with DATABASE_URL set, that address as given, superuser or not. */
export const superuserUrl = (): string => inject('evenhandSuperuserUrl')
