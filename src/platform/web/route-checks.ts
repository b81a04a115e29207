import type { Entry, Route } from './route.ts'

/**
 * Throws when a route does not say its area, purpose and entry, or when the policy gives its purpose to nobody in its area: such a
 * route could only fail, or do what no promise covers.
 */
export function checkRoutes(routes: readonly Route[], scopes: readonly { area: string; purpose: string }[]): void {
  const allowed = new Set(scopes.map((it) => `${it.area} ${it.purpose}`))
  const faults = routes.flatMap((route) => {
    const name = `${route.method} ${route.path}`
    if (!route.area || !route.purpose || !route.entry) return [`${name} does not say its area, purpose and entry`]
    if (route.area !== 'public' && route.entry === 'anybody' && !openDoors.has(route.path))
      return [`${name} is open to anybody in the ${route.area}`]
    if (route.entry !== 'anybody' && inPortal.has(route.entry) !== (route.area === 'portal'))
      return [`${name} lets in who does not belong in the ${route.area}`]
    if (!allowed.has(`${route.area} ${route.purpose}`))
      return [`${name} acts for "${route.purpose}", which the policy gives to nobody in the ${route.area}`]
    return []
  })
  if (faults.length > 0) throw new Error(`These addresses cannot be served:\n${faults.join('\n')}`)
}

/** Entries for those who are not staff. */
const inPortal: ReadonlySet<Entry> = new Set(['party', 'referrer', 'portal'])

/** Addresses of the office and the portal that somebody reaches before being signed in. */
export const openDoors = new Set([
  '/office/sign-in',
  '/office/sign-in/code',
  '/office/sign-in/passkey',
  '/office/sign-in/recover',
  '/office/join/:token',
  '/office/reset/:token',
  '/portal/sign-in',
  '/portal/code',
])
