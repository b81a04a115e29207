const never = ['/office/sign-in', '/office/sign-out', '/office/join', '/office/reset', '/office/kept']

/** An address within the office where somebody may be sent after signing in; null for any other, so that no link leads elsewhere. */
export function localOfficePath(text: string | undefined): string | null {
  if (!text || text.length > 500 || !/^\/office[/?]?/.test(text) || /[\\\s]|\/\//.test(text.split('?')[0] ?? ''))
    return null
  const address = URL.parse(text, 'http://host.invalid')
  if (address?.origin !== 'http://host.invalid') return null
  const { pathname, search } = address
  if (pathname !== '/office' && !pathname.startsWith('/office/')) return null
  if (never.some((path) => pathname === path || pathname.startsWith(`${path}/`))) return null
  return `${pathname}${search}`
}
