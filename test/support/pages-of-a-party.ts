import { attribute, elementsOf } from './html-reading.ts'
import type { Visitor } from './visitor.ts'
import type { WholeService } from './whole-service.ts'

/**
 * All that a party can look at: every page of the portal without parts that vary, and whatever these lead to. By address, as it came,
 * headers and bytes; masked is only what is made anew for each request.
 */
export async function pagesOfParty(whole: WholeService, party: Visitor): Promise<ReadonlyMap<string, string>> {
  const waiting = whole.routes
    .filter((it) => it.area === 'portal' && it.method === 'GET' && !it.path.includes(':'))
    .map((it) => it.path)
  const seen = new Map<string, string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    const { status, headers, html, bytes } = await party.get(path)
    const isPage = String(headers['content-type']).startsWith('text/html')
    const { date: _, ...kept } = headers
    seen.set(path, JSON.stringify([status, kept, isPage ? masked(html) : bytes.toString('base64')]))
    if (isPage) waiting.push(...linksIn(html))
  }
  return seen
}

const linksIn = (html: string): string[] =>
  elementsOf(html).flatMap((it) => {
    const to = it.tagName === 'a' ? attribute(it, 'href') : undefined
    return to?.startsWith('/portal') ? [to] : []
  })

/** A page without what is made anew for each request. */
export const masked = (html: string): string =>
  html.replaceAll(/value="[0-9a-f-]{36}\.[^"]+"/g, 'value="token"').replaceAll(/\b[0-9a-f]{8}\b(?=<)/g, 'reference')
