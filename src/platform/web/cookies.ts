import type { SetCookie } from './route.ts'

/** Over TLS a cookie is bound to this host; without (the demonstration on localhost) browsers refuse such a name. */
export const cookieName = (name: string, origin: URL): string =>
  origin.protocol === 'https:' ? `__Host-${name}` : name

export function cookieHeader(cookie: SetCookie, origin: URL): string {
  const secure = origin.protocol === 'https:' ? '; Secure' : ''
  return `${cookieName(cookie.name, origin)}=${encodeURIComponent(cookie.value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${cookie.maxAge}${secure}`
}

/** Cookies by their plain names. */
export function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) return []
    return [
      [
        pair
          .slice(0, at)
          .trim()
          .replace(/^__Host-/, ''),
        decoded(pair.slice(at + 1).trim()),
      ] as const,
    ]
  })
  return Object.fromEntries(pairs)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
