import { done, type Outcome, refused } from '../../../values/outcome.ts'

export type AddressFault = 'not-an-address' | 'not-https' | 'no-room' | 'personal-room'

const longest = 600

/**
 * Reads the address by which a meeting is joined, as somebody pasted it. It leads to one room: the way in of a company, or a room that
 * is somebody's own for good, would let people walk in on others.
 */
export function readAddress(typed: string): Outcome<string, AddressFault> {
  const text = typed.trim()
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || text.length > longest) return refused('not-an-address')
  if (url.protocol !== 'https:') return refused('not-https')
  if (url.username || url.password || !isHost(url.hostname)) return refused('not-an-address')
  if (url.pathname === '/' && url.search.length < 2 && url.hash.length < 2) return refused('no-room')
  if (/(^|\.)zoom\.us$/.test(url.hostname) && /^\/my\//i.test(url.pathname)) return refused('personal-room')
  return /^https:\/\/[^/]+\/[!#-;=?-~]+$/.test(url.href) ? done(url.href) : refused('not-an-address')
}

/** A name with a dot in it: neither this computer nor a number of one. */
const isHost = (host: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !/^[0-9.]+$/.test(host)

export const addressFaultWords: Readonly<Record<AddressFault, string>> = {
  'not-an-address': 'Paste the whole address of the meeting, like https://zoom.us/j/98765432101',
  'not-https': 'The address must begin with https://',
  'no-room': 'This address leads to no meeting. Paste the whole of what the company gave you for this meeting',
  'personal-room': 'This is somebody’s own room, where everybody comes in. Make a meeting for this appointment alone',
}
