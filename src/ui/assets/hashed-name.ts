import { createHash } from 'node:crypto'

/** `public.css` with this content becomes `public.3f2a….css`: a name that never means anything else. */
export function hashedName(name: string, body: Buffer): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`
}
