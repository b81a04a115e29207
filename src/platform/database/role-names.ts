const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The names of a service's database roles. Roles belong to the whole cluster, so each name carries the service's prefix. */
export interface RoleNames {
  readonly prefix: string
  readonly owner: string
  /** Reads every row for a backup and can do nothing else; nobody signs in as it, and no process that serves requests may take it. */
  readonly backup: string
  /** Login of an area's process, and of sign-in. None owns anything. */
  readonly login: (process: LoginProcess) => string
  /** The role that a transaction takes in an area for a purpose. */
  readonly purpose: (area: string, purpose: string) => string
}

export const loginProcesses = ['public', 'portal', 'office', 'worker', 'auth'] as const
export type LoginProcess = (typeof loginProcesses)[number]

export function roleNames(prefix: string): RoleNames {
  if (!/^[a-z][a-z0-9]{0,11}$/.test(prefix))
    throw new TypeError('a role prefix is up to twelve small letters and digits')
  return {
    prefix,
    owner: `${prefix}_owner`,
    backup: `${prefix}_backup`,
    login: (process) => `${prefix}_login_${process}`,
    purpose: (area, purpose) => `${prefix}_${area}_${snake(purpose)}`,
  }
}
