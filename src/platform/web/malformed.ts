import type { IncomingMessage } from 'node:http'
import { hasControls } from './control-characters.ts'

/**
 * Why a request is refused before anything reads it, or null. Node itself passes on two Host headers, TRACE and absolute
 * addresses; no page needs them, and proxies read them in different ways.
 */
export function malformed(request: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>): string | null {
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return 'method'
  const url = request.url ?? ''
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\') || url.length > 2000) return 'address'
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length !== 1) return 'host'
  return isReadable(url) ? null : 'address'
}

function isReadable(url: string): boolean {
  try {
    const path = new URL(url, 'http://host.invalid').pathname
    return !hasControls(decodeURIComponent(path))
  } catch {
    return false
  }
}
